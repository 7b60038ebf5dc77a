import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PROPS } from '../../www/js/shell/state.ts';
import { augment, mixed } from '../../www/js/train/worker/augment.ts';
import { spellBrain, unspellBrain } from '../../www/js/train/run/brain.ts';
import { PARTS, without } from '../../www/js/train/run/break.ts';
import { configuration, constants, keyOf, rules, sentence, unit } from '../../www/js/kit/constants.ts';
import { table } from '../../www/js/train/panels/curve.ts';
import { Digits, ShardError, fetchShard } from '../../www/js/train/worker/digits.ts';
import { meanings } from '../../www/js/kit/meanings-de.ts';
import { lazy } from '../../www/js/train/worker/lazy.ts';
import { hold } from '../../www/js/train/run/lock.ts';
import { Learner, nextCheckpoint } from '../../www/js/train/worker/learner.ts';
import { binned, confusion } from '../../www/js/train/panels/results-panel.ts';
import { commandOf, csvOf } from '../../www/js/train/panels/runs-panel.ts';
import { initial, planOf, samePlan, settingsOf } from '../../www/js/train/run/settings.ts';
import { spell, unspell } from '../../www/js/train/run/spelling.ts';
import { AMOUNTS, TRAINING } from '../../www/js/train/worker/shards.ts';
import { classes, flat, fromFile, toFile, withPicture } from '../../www/js/train/run/symbols.ts';
import { withoutDefaults } from '../../www/js/train/run/defaults.ts';
import { de } from '../../www/js/train/words-de.ts';
import { en } from '../../www/js/train/words-en.ts';
import { constantsOf } from './defaults.js';

const SHOWN_AGAIN = { kind: 'shown-again', share: 1 };
const RESTLESS = { kind: 'restless', cells: 30, of: 30 };

const schema = JSON.parse(readFileSync(new URL('../../www/data/config.schema.json', import.meta.url), 'utf8'));

describe('constants', () => {
    it('are sentences for everybody, with their units apart', () => {
        const text = 'Time constant of the decay \\[ms\\] (5e6; code 1e7). In [`Config::rule`](crate::Config) it is `plus`.';
        expect(sentence(text)).toBe('Time constant of the decay (5e6; code 1e7).');
        expect(unit(text)).toBe('ms');
        expect(sentence('What [`Refractory::Lockout`] is:\n\n```text\nx\n```')).toBe('What Lockout is:');
        expect(unit('rate = pixel / 8 · intensity \\[Hz\\]')).toBe('');
    });

    it('are all there, and each rule has its own', () => {
        const names = constants(schema).map(({ path }) => path);
        for (const name of ['dt', 'w_inh_exc', 'theta.tau', 'exc.tau_m', 'inh.tau_m', 'nu_final']) expect(names).toContain(name);
        expect(names).not.toContain('neurons');
        const of = Object.fromEntries(constants(schema).map(({ path, unit, initial, kind }) => [path, [unit, initial, kind]]));
        expect(of['exc.tau_m']).toEqual(['ms', 100, 'number']);
        expect(of['inh.tau_m']).toEqual(['ms', 10, 'number']);
        expect(of.normalize).toEqual(['', true, 'switch']);
        const book = rules(schema);
        expect([...book.keys()]).toEqual(['triplet', 'power_law', 'exponential', 'pre_post', 'pair']);
        expect(book.get('pair').constants.map(({ path }) => path).sort()).toEqual(['rule.nu_post', 'rule.nu_pre', 'rule.tau_x_post', 'rule.tau_x_pre']);
    });

    it('are usually what the library takes for what the cells see, and how many there are', () => {
        const of = (frontEnd, neurons, rule = 'triplet') => Object.fromEntries(constantsOf({ rule, frontEnd, neurons }).map(({ path, initial }) => [path, initial]));
        expect([of('pixels', 400).w_norm, of('edges', 400).w_norm, of('pixels', 20).upright]).toEqual([35, 25, true]);
        expect(of('edges', 100)['theta.plus'], 'as it is written').toBe(Number(of('edges', 100)['theta.plus'].toPrecision(7)));
        expect(of('edges', 7, 'pair')).toHaveProperty(['rule.tau_x_post']);
        expect([0, NaN, 1e6, 12.5].map((neurons) => of('edges', neurons).dt), 'of a number of cells that cannot be').toEqual([0.5, 0.5, 0.5, 0.5]);
        expect([...withoutDefaults(new Map([['w_norm', 25], ['dt', 1]]), constantsOf({ rule: 'pair', frontEnd: 'edges', neurons: 9 }))]).toEqual([['dt', 1]]);
    });

    it('are explained in German, all of them and no others', () => {
        const book = rules(schema);
        const keys = [...book].flatMap(([rule, { constants: own }]) => [`rule.${rule}`, ...[...constants(schema), ...own].map((constant) => keyOf(constant, rule))]);
        expect(Object.keys(meanings).sort()).toEqual([...new Set(keys)].sort());
        for (const [key, meaning] of Object.entries(meanings)) expect(meaning, key).toMatch(/^\p{L}.*\.$/u);
    });

    it('say only what differs, and come back from a whole configuration', () => {
        const changed = new Map([['w_norm', 78], ['theta.plus', 0.1], ['rule.nu_post', 0.01]]);
        const config = configuration(20, 'pair', changed);
        expect(config).toEqual({ neurons: 20, rule: { kind: 'pair', nu_post: 0.01 }, w_norm: 78, theta: { plus: 0.1 } });
        const usual = Object.fromEntries(constantsOf({ rule: 'pair', frontEnd: 'pixels', neurons: 20 }).map(({ path, initial }) => [path, initial]));
        const exact = { ...config, theta: { plus: Math.fround(0.1), tau: usual['theta.tau'] }, dt: usual.dt };
        const { neurons, rule, changed: back } = settingsOf({ config: exact, images: 1000, passes: 1, seed: 3 }, initial(), constantsOf);
        expect([neurons, rule, new Map([...back].sort())]).toEqual([20, 'pair', new Map([...changed].sort())]);
    });
});

describe('a run in a link', () => {
    const book = rules(schema);
    const say = (settings, broken = []) => spell({ ...initial(), ...settings }, new Set(broken), constantsOf);
    const read = (text) => unspell(text, [...book.keys()], constantsOf);

    it('says nothing of the form as it is at first', () => {
        expect(say({})).toBe('');
        expect(read('')).toEqual({ settings: initial(), broken: new Set(), bad: [] });
    });

    it('says what differs, and is read again', () => {
        const changed = new Map([['theta.plus', 0.1], ['refractory', 'clamped'], ['normalize', false], ['rule.nu_post', 1e-7]]);
        const settings = { frontEnd: 'edges', neurons: 20, rule: 'pair', images: 1000, passes: 2, seed: 7, stopAt: 500, pace: 0, changed };
        const text = say(settings, ['rest', 'inhibition']);
        expect(PROPS.train.accepts(text)).toBe(true);
        expect(text.split(',').sort()).toEqual(['break:inhibition+rest', 'cells:20', 'data:1000', 'normalize:off', 'passes:2', 'refractory:clamped', 'rule.nu_post:1e-7', 'rule:pair', 'seed:7', 'sees:edges', 'speed:slow', 'stop:500', 'theta.plus:0.1']);
        const said = read(text);
        expect(said).toEqual({ settings, broken: new Set(['inhibition', 'rest']), bad: [] });
        expect(samePlan(planOf(said.settings), planOf(settings)), 'in whatever order').toBe(true);
        expect(samePlan(planOf(said.settings), planOf({ ...settings, seed: 8 }))).toBe(false);
    });

    it('is read as far as it can be', () => {
        const { settings, bad } = read('cells:3,seed:-1,data:70000,passes:0,stop:no,sees:dots,speed:7,rule:none,rule.nu_pre:x,refractory:no,normalize:1,break:heart,theta.plus:0.1,cell:20,dt');
        expect(bad).toEqual(['cells', 'seed', 'data', 'passes', 'stop', 'sees', 'speed', 'rule', 'rule.nu_pre', 'refractory', 'normalize', 'break', 'cell', 'dt']);
        expect(settings).toEqual({ ...initial(), changed: new Map([['theta.plus', 0.1]]) });
    });

    it('knows no names but its own', () => {
        const names = ['constructor:1', 'toString:2', 'stop:toString', 'speed:valueOf', '__proto__:3'];
        const { settings, bad } = read(names.join());
        expect(bad).toEqual(['constructor', 'toString', 'stop', 'speed', '__proto__']);
        expect(settings).toEqual(initial());
    });
});

describe('images', () => {
    const folder = 'http://page.test/digits/';
    const shard = { name: 'training-0.bin', first: 0, count: 2, every: 1 };
    const piece = () => new Response(gzipSync(new Uint8Array(2 * 785).fill(7)));
    afterEach(() => vi.unstubAllGlobals());

    it('cover what can be chosen without a gap', () => {
        expect(TRAINING.reduce((end, { first, count }) => (first === end ? end + count : NaN), 0)).toBe(AMOUNTS.at(-1));
        for (const amount of AMOUNTS) expect(TRAINING.some(({ first, count }) => first + count === amount)).toBe(true);
    });

    it('are fetched once and kept', async () => {
        const kept = new Map();
        vi.stubGlobal('caches', { open: async () => ({ match: async (url) => kept.get(url)?.clone(), put: async (url, response) => void kept.set(url, response), delete: async (url) => kept.delete(url) }) });
        const fetched = vi.fn(async () => piece());
        vi.stubGlobal('fetch', fetched);
        const first = await fetchShard(shard, folder);
        expect([first.pixels.length, first.labels.length]).toEqual([2 * 784, 2]);
        await fetchShard(shard, folder);
        expect(fetched).toHaveBeenCalledTimes(1);
        kept.set(`${folder}training-0.bin`, new Response('damaged'));
        await fetchShard(shard, folder);
        expect(fetched).toHaveBeenCalledTimes(2);
    });

    it.each([
        ['is not there', () => new Response('', { status: 404 }), 'the server answered 404'],
        ['is cut short', () => new Response(gzipSync(new Uint8Array(1570)).subarray(0, 9)), 'damaged or cut short'],
        ['has another size', () => new Response(gzipSync(new Uint8Array(1569))), 'found 1569 bytes, expected 1570'],
    ])('that %s are refused', async (_, answer, words) => {
        vi.stubGlobal('caches', undefined);
        vi.stubGlobal('fetch', async () => answer());
        await expect(fetchShard(shard, folder)).rejects.toThrow(ShardError);
        await expect(fetchShard(shard, folder)).rejects.toThrow(words);
    });

    it('go on where they stopped after a failure', async () => {
        const names = [];
        let broken = true;
        const digits = new Digits(5000, TRAINING, async ({ name, count }) => {
            names.push(name);
            if (name === 'training-1000.bin' && broken) throw new Error('no');
            return { pixels: new Uint8Array(count * 784), labels: new Uint8Array(count) };
        });
        await digits.load(() => {});
        expect([digits.ready, digits.failure?.message]).toEqual([1000, 'no']);
        broken = false;
        await digits.load(() => {});
        expect([digits.ready, digits.failure, names]).toEqual([5000, null, ['training-0.bin', 'training-1000.bin', 'training-1000.bin']]);
    });
});

/** A trainer of so many images, whose every image costs 1 ms. */
function bench(total, ready = total) {
    let time = 0;
    const waiting = [];
    const frames = [];
    const kept = [];
    const trainer = {
        presented: 0,
        total,
        looks: 1,
        neurons: 30,
        free() {},
        config: () => ({ max_spikes: 20 }),
        nextImage: () => (trainer.presented < total ? trainer.presented : undefined),
        inputs: (pixels) => pixels.map((pixel) => pixel + 1),
        learn() {
            time += 1;
            trainer.presented += 1;
            return trainer.answers(trainer.presented);
        },
        setMonitor() {},
        takeInputSpikes: () => new Uint32Array(0),
        takeExcSpikes: () => new Uint32Array(0),
        takeChanged: () => new Uint16Array([1]),
        shownFields: () => new Uint8Array(784),
        silent: () => 0,
        toBytes: () => Uint8Array.of(trainer.presented / 10),
        answers: () => 10,
        digest: () => `at ${trainer.presented}`,
    };
    const digits = { ready, failure: null, labels: new Uint8Array(total), image: () => new Uint8Array(784) };
    const learner = new Learner(trainer, digits, { post: (frame) => frames.push(frame), keep: (checkpoint) => kept.push(checkpoint), now: () => time, wait: (then, delay) => waiting.push([then, delay]), resume: ([tens]) => ({ ...trainer, presented: 10 * tens }), diagnose: () => [SHOWN_AGAIN, RESTLESS, { kind: 'dead', cells: 1, of: 30 }] });
    const run = (turns) => {
        for (let turn = 0; turn < turns && waiting.length > 0; turn += 1) {
            const [then, delay] = waiting.shift();
            time += delay;
            then();
        }
    };
    return { trainer, digits, learner, frames, kept, run, waiting };
}

describe('the learner', () => {
    it('makes checkpoints at round numbers, more rarely later', () => {
        expect([0, 249, 250, 1000, 4999, 5000, 60_000].map(nextCheckpoint)).toEqual([250, 250, 500, 1500, 5000, 7500, 65_000]);
    });

    it('works in slices, sends one frame at a time, and stops at the end with a digest', () => {
        const { learner, frames, kept, run, trainer } = bench(300);
        learner.run(Infinity, Infinity);
        run(1);
        expect(trainer.presented).toBe(12);
        run(1000);
        expect(frames).toHaveLength(1);
        learner.drawn();
        expect(frames.at(-1)).toMatchObject({ phase: 'done', images: 300, spikes: 10 });
        expect(kept.map(({ images, stands, digest }) => [images, stands, digest])).toEqual([[250, false, ''], [300, true, 'at 300']]);
    });

    it('stops where it is told and hears a pause', () => {
        const { learner, run, trainer, waiting } = bench(300);
        learner.run(Infinity, 100);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([100, 'paused']);
        learner.run(Infinity, Infinity);
        run(2);
        learner.pause();
        const { presented } = trainer;
        run(1000);
        expect([trainer.presented, learner.phase, waiting.length]).toEqual([presented, 'paused', 0]);
    });

    it('keeps the pace it is given', () => {
        const { learner, run, waiting } = bench(300);
        learner.run(10, Infinity);
        run(1);
        expect(waiting[0][1]).toBe(99);
    });

    it('waits for images and goes on when they come, or tells why they do not', () => {
        const { learner, digits, run, trainer } = bench(300, 20);
        learner.run(Infinity, Infinity);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([20, 'waiting']);
        digits.ready = 40;
        learner.more();
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([40, 'waiting']);
        digits.failure = new Error('no');
        learner.more();
        expect(learner.phase).toBe('failed');
    });

    it('stops at once where what is missing has failed before', () => {
        const { learner, digits, run } = bench(300, 20);
        digits.failure = new Error('no');
        learner.run(Infinity, Infinity);
        run(1000);
        expect(learner.phase).toBe('failed');
    });
});

describe('a run that leads nowhere', () => {
    it.each([
        ['silent', 0, [SHOWN_AGAIN]],
        ['loud', 30, [RESTLESS]],
    ])('stops itself once it is %s, and stands as it last was well', (ailment, spikes, findings) => {
        const { trainer, learner, run, kept, frames } = bench(2000);
        trainer.answers = (image) => (image > 720 ? spikes : 10);
        learner.run(Infinity, Infinity);
        for (let turn = 0; turn < 100; turn += 1) {
            run(1);
            learner.drawn();
        }
        expect(trainer.presented).toBe(770);
        // At 750 it was ill already.
        expect([learner.trainer.presented, learner.phase]).toEqual([500, 'ill']);
        expect(kept.map(({ images, stands }) => [images, stands])).toEqual([[250, false], [500, false], [750, false], [500, true]]);
        expect(frames.at(-1)).toMatchObject({ phase: 'ill', images: 500, ill: { ailment, images: 770, findings }, silent: 0 });
    });

    it('goes on where a few images earn nothing, and where few cells all fire', () => {
        const { trainer, learner, run } = bench(300);
        trainer.answers = (image) => (image % 50 === 0 ? 29 : 0);
        learner.run(Infinity, Infinity);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([300, 'done']);
    });
});

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

it('mixes digits among symbols, one drawn as a symbol with its like', () => {
    const drawn = flat([{ name: 'a', pictures: [new Uint8Array(784).fill(1)] }, { name: '7', pictures: [new Uint8Array(784).fill(2)] }], [3, 7]);
    expect([drawn.names, drawn.digits]).toEqual([['a', '7', '3'], [3, 7]]);
    const piece = { pixels: new Uint8Array(4 * 784).map((_, at) => 10 + Math.floor(at / 784)), labels: Uint8Array.of(7, 5, 3, 7) };
    const { names, pixels, labels } = mixed(drawn, piece);
    expect([names, [...labels], [0, 1, 2, 3, 4].map((at) => pixels[at * 784])]).toEqual([['a', '7', '3'], [0, 1, 1, 2, 1], [1, 2, 10, 12, 13]]);
    expect(classes([{ name: 'a', pictures: [] }], [1, 2])).toEqual(['a', '1', '2']);
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
