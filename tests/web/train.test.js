// What else training is made of: networks in links, symbols, results, words.
import { describe, expect, it, vi } from 'vitest';
import { augment } from '../../www/js/train/worker/augment.ts';
import { spellBrain, unspellBrain } from '../../www/js/train/run/brain.ts';
import { PARTS, without } from '../../www/js/train/run/break.ts';
import { constants } from '../../www/js/kit/constants.ts';
import { RULES } from '../../www/js/kit/lab-setup.ts';
import { table } from '../../www/js/train/panels/curve.ts';
import { lazy } from '../../www/js/train/worker/lazy.ts';
import { hold } from '../../www/js/train/run/lock.ts';
import { confusion } from '../../www/js/train/panels/confusion-panel.ts';
import { binned } from '../../www/js/train/panels/results-panel.ts';
import { commandOf } from '../../www/js/train/panels/runs-panel.ts';
import { csvOf } from '../../www/js/train/panels/saving.ts';
import { initial, planOf } from '../../www/js/train/run/settings.ts';
import { flat, fromFile, toFile, withPicture } from '../../www/js/train/run/symbols.ts';
import { words as de } from '../../www/words/de/train.ts';
import { words as en } from '../../www/words/en/train.ts';

describe('small things', () => {
    it('spells a network for an address, and reads it again', async () => {
        const bytes = Uint8Array.from({ length: 1000 }, (_, at) => at % 7);
        const text = await spellBrain(bytes);
        expect(text).toMatch(/^[\w-]+$/);
        expect(text.length).toBeLessThan(100);
        expect(await unspellBrain(text)).toEqual(bytes);
        expect(await unspellBrain('damaged')).toHaveLength(0);
    });

    it('takes parts out of the constants of any rule, and nothing else', () => {
        const config = { neurons: 10, theta: { plus: 0.1 }, rule: { kind: 'pre_post', mu: 1 } };
        expect(without(config, new Set())).toEqual(config);
        expect(without(config, new Set(PARTS))).toEqual({ neurons: 10, w_inh_exc: 0, normalize: false, t_rest: 0, theta: { plus: 0.1, adaptive: false }, rule: { kind: 'pre_post', mu: 1, nu_pre: 0, x_tar: 0 } });
        expect(without({ neurons: 10 }, new Set(['depression']))).toEqual({ neurons: 10, rule: { kind: 'triplet', nu_pre: 0 } });
    });

    it.each(RULES)('names the rule %s in both languages', (kind) => {
        for (const { rules } of [en, de]) expect(rules[kind]).toMatch(/\p{L}/u);
    });

    it.each(RULES)('takes depression out of the rule %s', (kind) => {
        const { kind: same, ...zeros } = without({ rule: { kind } }, new Set(['depression'])).rule;
        expect(same).toBe(kind);
        expect(new Set(Object.values(zeros))).toEqual(new Set([0]));
    });

    it('holds a run where the browser has no locks, or forbids them', async () => {
        for (const locks of [undefined, { request: async () => Promise.reject(new DOMException('no', 'SecurityError')) }]) {
            vi.stubGlobal('navigator', { locks });
            expect(await hold('a')).toBeTypeOf('function');
        }
        vi.stubGlobal('navigator', { locks: { request: async (_, __, granted) => granted(null) } });
        expect(await hold('a'), 'another tab has it').toBe(null);
        vi.unstubAllGlobals();
    });

    it('keeps symbols as a file, and refuses one that is not whole', () => {
        const picture = new Uint8Array(784).fill(9);
        const two = withPicture(withPicture(withPicture([], 'a', picture), 'b', picture), 'a', picture);
        expect(two.map(({ name, pictures }) => [name, pictures.length])).toEqual([['a', 2], ['b', 1]]);
        expect(fromFile(toFile(two))).toEqual(two);
        for (const bad of ['', '{}', toFile([{ name: 'a', pictures: [picture.subarray(1)] }]), toFile([{ name: 'a', pictures: [] }])]) expect(fromFile(bad), bad).toBe(null);
        const full = Array.from({ length: 10 }, (_, at) => ({ name: String(at), pictures: [picture] }));
        expect(withPicture(full, 'one more', picture)).toBe(null);
    });

    it('makes many pictures of a few, in turns, and the same again', () => {
        const drawn = flat([{ name: 'a', pictures: [new Uint8Array(784).fill(1), new Uint8Array(784).fill(2)] }, { name: 'b', pictures: [new Uint8Array(784).fill(3)] }], []);
        const seen = [];
        const distort = (pixels, ...how) => {
            seen.push([pixels[0], ...how]);
            return pixels;
        };
        const made = augment(drawn, 6, 1, distort);
        expect([...made.labels]).toEqual([0, 1, 0, 1, 0, 1]);
        expect(seen.map(([first]) => first)).toEqual([1, 3, 2, 3, 1, 3]);
        expect(seen.every(([, x, y, turn, thick]) => Math.abs(x) <= 2 && Math.abs(y) <= 2 && Math.abs(turn) <= 12 && Math.abs(thick) <= 0.4)).toBe(true);
        const before = [...seen];
        seen.length = 0;
        augment(drawn, 6, 1, distort);
        expect(seen).toEqual(before);
        expect(new Set(before.map(String)).size).toBe(6);
    });
});

it('makes what is asked for once, and again where that failed', async () => {
    let made = 0;
    const get = lazy(async () => {
        made += 1;
        if (made === 1) {
            throw new Error('away');
        }
        return made;
    });
    await expect(Promise.all([get(), get()])).rejects.toThrow('away');
    expect(await Promise.all([get(), get()])).toEqual([2, 2]);
});

describe('results', () => {
    it('count who is taken for whom', () => {
        const counts = confusion({ truth: Uint8Array.of(3, 3, 3, 5), answers: Int8Array.of(3, 8, -1, 5) });
        expect([counts[3][3], counts[3][8], counts[3][10], counts[5][5], counts.flat().reduce((a, b) => a + b)]).toEqual([1, 1, 1, 1, 4]);
    });

    it('spread values over bins, the largest in the last', () => {
        expect(binned([0, 1, 2, 3, 4], 4)).toEqual({ counts: [1, 1, 1, 2], least: 0, most: 4 });
        expect(binned([7, 7], 3)).toEqual({ counts: [2, 0, 0], least: 7, most: 7 });
    });

    it('lay several curves over one axis', () => {
        const point = (images, correct) => ({ images, correct, undecided: 0, shown: 1000 });
        expect(table([{ name: 'a', points: [point(0, 100), point(500, 600)] }, { name: 'b', points: [point(250, 300)] }])).toEqual([[0, 250, 500], [10, null, 60], [null, 30, null]]);
        expect(csvOf([point(500, 600)])).toBe('images,held_out,correct,undecided,accuracy\n500,1000,600,0,0.6000\n');
    });

    it('tell the tool how to do the same', () => {
        expect(commandOf(planOf({ ...initial(), frontEnd: 'edges', changed: new Map(), images: 1000, passes: 2, seed: 7 }))).toContain('\'{"front_end":"edges","neurons":100}\' > run.json\nstdp-digits train --config run.json --images 1000 --passes 2 --seed 7 --out');
    });
});

it('has every word in both languages, of the same kind', () => {
    const kinds = (table) => Object.fromEntries(Object.entries(table).map(([key, value]) => [key, typeof value === 'object' ? Object.keys(value) : typeof value]));
    expect(kinds(de)).toEqual(kinds(en));
});
