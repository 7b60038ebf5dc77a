// The laboratory without a browser: what a link says, which constants count, axes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Cell, Synapse, Trainer, initSync } from '../../pkg/stdp_digits.js';
import { limits, ticks } from '../../www/js/lab/chart.ts';
import { Clock } from '../../www/js/lab/clock.ts';
import { CONSTANTS as ofCell } from '../../www/js/lab/membrane.ts';
import { CONSTANTS as ofSynapse } from '../../www/js/lab/synapse.ts';
import { RULE, SUM } from '../../www/js/lab/equations.ts';
import { spread } from '../../www/js/lab/recording.ts';
import { RULES, START, cellConfig, inputOf, read, spell, synapseConfig, synapseValue } from '../../www/js/kit/lab-setup.ts';
import { short } from '../../www/js/kit/figures.ts';
import { filled } from '../../www/js/lab/sums.ts';
import { changesOf } from '../../www/js/lab/history.ts';
import { words as de } from '../../www/words/de/lab.ts';
import { words as en } from '../../www/words/en/lab.ts';
import { PROPS } from '../../www/js/shell/state.ts';
import { constants, keyOf, rules } from '../../www/js/kit/constants.ts';
import { realSynapse, toLab } from '../../www/js/train/worker/real-synapse.ts';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
initSync({ module: file('pkg/stdp_digits_bg.wasm') });
const schema = JSON.parse(file('www/data/config.schema.json'));

describe('a link to the laboratory', () => {
    it('is empty for what it shows at first', () => {
        expect(spell(START)).toBe('');
        expect(read('')).toEqual({ setup: START, bad: [] });
    });

    it.each([
        'rule:triplet;constants:network;pre:10,12.5;post:;weight:0.349999994;duration:100;repetitions:60;hertz:20;interval:-5;from:345,12,17',
        'rule.nu_post:0.0001;w_max:0.5;additive_traces:off;dt:0.1',
        'part:membrane;cell.in:1x5,2.5x0.5;cell.inhibit:;cell.duration:500;cell.synapses:current;cell.poisson:4x63.75x1x2015;cell.beside:20;cell.exc.tau_m:50;cell.refractory:clamped;cell.theta.adaptive:off',
    ])('comes back as it was: %s', (text) => {
        const { setup, bad } = read(text);
        expect(bad).toEqual([]);
        expect(spell(setup)).toBe(text);
        expect(PROPS.lab.accepts(text)).toBe(true);
    });

    it('says what it could not read and takes the rest', () => {
        const { setup, bad } = read('rule:hebb;pre:1,x;post:5;hertz;cell.in:1;w_max;cell.synapses:gap;:3;weight:0.2');
        expect(bad).toEqual(['rule', 'pre', 'hertz', 'cell.in', 'w_max', 'cell.synapses', '']);
        expect(setup.synapse).toEqual({ ...START.synapse, post: [5], weight: 0.2 });
    });

    it.each(['a b', 'pre:1&post:2', '<x>', 'ä'])('with %s in it is refused', (text) => expect(PROPS.lab.accepts(text)).toBe(false));
});

describe('constants', () => {
    const nuPost = { path: 'rule.nu_post', initial: 0.04 };

    it('are those of the textbook, of the network, or one’s own', () => {
        const now = (text) => synapseValue(read(text).setup.synapse, nuPost).now;
        expect([now(''), now('constants:network'), now('rule.nu_post:0.3'), now('rule:power_law')]).toEqual([0.01, 0.04, 0.3, 0.04]);
    });

    it.each([['English', en], ['German', de]])('have names in %s, and so has what can be chosen', (_, { names, choices, traceNames }) => {
        const own = [...rules(schema).values()].flatMap((rule) => rule.constants);
        const shown = [...own, ...constants(schema).filter(({ path }) => [...ofSynapse, ...ofCell].includes(path))];
        expect(shown.length).toBeGreaterThan(30);
        for (const { path, choices: all } of shown) {
            expect(names[path.replace(/^(rule|exc)\./, '')], path).toMatch(/[ a-zä]{4}/);
            for (const choice of all) expect(choices[choice], choice).toBeTruthy();
        }
        for (const rule of RULES) for (const trace of new Synapse({ rule: { kind: rule } }).traceNames()) expect(traceNames[trace], trace).toBeTruthy();
    });

    it('reach the library as a configuration', () => {
        expect(synapseConfig(read('rule:triplet;constants:network;rule.nu_pre:0.002;dt:0.1').setup.synapse)).toEqual({ neurons: 400, rule: { nu_pre: 0.002 }, dt: 0.1 });
        expect(cellConfig(read('cell.exc.tau_m:20;cell.theta.adaptive:off').setup.cell)).toEqual({ neurons: 400, exc: { tau_m: 20 }, theta: { plus: 1, adaptive: false } });
    });

    it.each(RULES)('of the rule %s are accepted by the library, whichever they are', (rule) => {
        for (const constants of ['textbook', 'network']) {
            const synapse = new Synapse(synapseConfig({ ...START.synapse, rule, constants }));
            const { pre, post, weight, duration } = START.synapse;
            const changes = changesOf(synapse.history({ pre, post, weight, duration }).changes(), 0.5);
            expect(changes.map(({ time, cause }) => [time, cause])).toEqual([[20, 'pre'], [30, 'post'], [60, 'post'], [70, 'pre'], [125, 'pre'], [130, 'post']]);
        }
    });
});

describe('the library in the browser', () => {
    it('answers in typed arrays, and refuses in a sentence', () => {
        const synapse = new Synapse({ rule: { kind: 'pair' } });
        expect([...synapse.traceNames()]).toEqual(['x_pre', 'x_post']);
        const history = synapse.history({ duration: 50, weight: 0.5, pre: [10], post: [20] });
        expect([history.weight().length, history.trace(0).length, history.trace(7).length]).toEqual([100, 100, 0]);
        expect(history.trace(0)[20]).toBe(1);
        expect(() => synapse.history({ duration: 50, weight: 0.5, pre: [60], post: [] })).toThrow('found an input spike at 60 ms');
        expect(() => synapse.history({ duration: 50, weight: 'much', pre: [], post: [] })).toThrow(/^config: /);
        expect(() => synapse.curve({ repetitions: 0 }, 'interval', Float32Array.of(1))).toThrow('repetitions is 0');
        expect(() => new Synapse({ rule: { kind: 'hebb' } })).toThrow('rule.kind');
        const recording = new Cell({}).record(inputOf(START.cell));
        expect([recording.v(), recording.threshold(), recording.theta(), recording.gE(), recording.gI()].map(({ length }) => length)).toEqual([400, 400, 400, 400, 400]);
        expect(recording.peak).toBeGreaterThan(-52);
        expect(() => new Cell({}).record({ poisson: { inputs: 800 } })).toThrow('poisson.inputs is 800');
    });
});

describe('a real synapse', () => {
    const images = Array.from({ length: 6 }, (_, k) => Uint8Array.from({ length: 784 }, (_, at) => (at % 28 >= 4 * k && at % 28 < 4 * k + 5 ? 255 : 0)));
    const digits = { ready: images.length, image: (index) => images[index] };

    it.each([['triplet', 'pixels'], ['power_law', 'pixels'], ['pre_post', 'pixels'], ['triplet', 'edges']])('has in the laboratory the weight that training gave it, bit for bit (%s, %s)', async (kind, front_end) => {
        // Without normalisation, which moves a weight by what happens to the others.
        const config = { front_end, neurons: 5, normalize: false, max_looks: 1, rule: { kind } };
        const [copy, run] = [new Trainer(config, 3, images.length, 1), new Trainer(config, 3, images.length, 1)];
        const driven = run.inputs(images[2]);
        const input = driven.indexOf(Math.max(...driven));
        const found = (await Promise.all([0, 1, 2, 3, 4].map((cell) => realSynapse(Trainer.resume(copy.toBytes()), digits, input, cell)))).filter((one) => one?.pre.length > 0 && one.post.length > 1).sort((a, b) => a.image - b.image)[0];
        for (let k = 0; k < found.image; k += 1) run.learn(images[k % images.length]);
        const { setup, bad } = read(toLab(found, run.config(), { START, spell }));
        expect(bad).toEqual([]);
        expect([setup.synapse.from, setup.synapse.sees]).toEqual([[input, found.cell, found.image], front_end]);
        for (const words of [en, de]) expect(words.fromReal(front_end, ...setup.synapse.from)).toMatch({ pixels: /pixel/i, edges: /the “[–/|\\]” edges in|Kanten/ }[front_end]);
        const { pre, post, weight, duration } = setup.synapse;
        const history = new Synapse(synapseConfig(setup.synapse)).history({ pre, post, weight, duration });
        expect(found.share).toBeLessThan(1.0001);
        expect(history.weight().at(-1)).toBe(run.weight(input, found.cell));
        expect(history.weight().at(-1)).not.toBe(Math.fround(weight));
    }, 30_000);

    it('counts the last look alone, if its cell was silent before', async () => {
        const spikes = [[[3, 7, 1004, 7], [1010, 2, 1030, 2]], [[3, 7], [10, 2, 1030, 2]]];
        const trainer = { nextImage: () => (trainer.presented < 2 ? 0 : 9), presented: 0, looks: 2, share: 1, weight: () => 0.25, config: () => ({ t_present: 350, t_rest: 150, dt: 0.5 }), setMonitor() {}, learn: () => (trainer.presented += 1), takeInputSpikes: () => Uint32Array.from(spikes[trainer.presented - 1][0]), takeExcSpikes: () => Uint32Array.from(spikes[trainer.presented - 1][1]) };
        expect(await realSynapse(trainer, digits, 7, 2)).toEqual({ input: 7, cell: 2, image: 1, weight: 0.25, share: 1, pre: [4], post: [10, 30], steps: 31 });
        expect(await realSynapse(trainer, digits, 7, 2)).toBe(null);
        trainer.presented = 1;
        expect(await realSynapse(trainer, digits, 7, 2)).toBe(null);
    });

    it('is none where its cell stays silent, or the next images have not come', async () => {
        const trainer = new Trainer({ neurons: 4, max_looks: 1, t_present: 10 }, 1, 6, 1);
        const found = realSynapse(trainer, { ready: 6, image: () => new Uint8Array(784) }, 400, 1);
        expect(trainer.presented, 'the run goes on meanwhile').toBe(4);
        expect(await found).toBe(null);
        expect(trainer.presented).toBe(600);
        expect(await realSynapse(trainer, { ready: 0 }, 400, 1)).toBe(null);
        expect([trainer.weight(784, 0), trainer.weight(0, 4)]).toEqual([undefined, undefined]);
    });
});

describe('time', () => {
    const events = [20, 70, 120];

    it('passes in eight seconds and stands still in between', () => {
        let told = 0;
        const clock = new Clock(() => false, () => (told += 1));
        expect(clock.tick(0, 200, events)).toBe(false);
        clock.toggle();
        expect([clock.tick(1000, 200, events), clock.at]).toEqual([true, 0]);
        expect([clock.tick(3000, 200, events), clock.at]).toEqual([true, 50]);
        clock.toggle();
        expect([clock.tick(5000, 200, events), clock.at]).toEqual([false, 50]);
        clock.toggle();
        clock.tick(9000, 200, events);
        expect([clock.tick(9400, 200, events), clock.at]).toEqual([true, 60]);
        expect([clock.tick(20_000, 200, events), clock.at]).toEqual([false, null]);
        expect(told).toBe(8);
    });

    it('jumps from spike to spike where nothing may glide', () => {
        const clock = new Clock(() => true, () => {});
        clock.toggle();
        const seen = [1, 801, 1601, 2401, 3201].map((now) => (clock.tick(now, 200, events), clock.at));
        expect(seen).toEqual([0, 20, 20, 20, 70]);
    });

    it('goes on by single spikes, and after the last to the end', () => {
        const clock = new Clock(() => false, () => {});
        const seen = events.concat(0).map(() => (clock.step(events), clock.at));
        expect(seen).toEqual([20, 70, 120, null]);
        clock.step([]);
        expect(clock.at).toBe(null);
    });
});

describe('pictures', () => {
    it('have round numbers on their axes', () => {
        expect(ticks(0, 200, 6)).toEqual([0, 50, 100, 150, 200]);
        expect(ticks(-100, 100, 4)).toEqual([-100, -50, 0, 50, 100]);
        expect(limits([[0.013, -0.002]], 1e-6)).toEqual([-0.005, expect.closeTo(0.015)]);
        expect(limits([[]], 1)).toEqual([0, 1]);
    });

    it('have equations with the numbers of a moment in their places', () => {
        expect(short(0)).toBe('0');
        expect([short(0.50607), short(-12.34567), short(0.0001), short(-2.5e-7)]).toEqual(['0.5061', '−12.35', '1·10⁻⁴', '−2.5·10⁻⁷']);
        const sum = filled(SUM.pair.post, { w: 0.5, w_max: 1, nu_post: 0.01, x_pre: 0.606531 }, short);
        expect(sum).toContain('aria-label="min(1, 0.5 + 0.01 ⋅ 0.6065)"');
        for (const rule of RULES) {
            expect(Object.keys(SUM[rule])).toEqual(Object.keys(RULE[rule]));
            for (const text of Object.values(SUM[rule])) expect(text).toMatch(/⟨w⟩/);
        }
    });

    it('tell mean and spread', () => expect(spread(Float32Array.of(1, 3))).toEqual({ mean: 2, deviation: 1 }));
});

it('says in both languages what every constant means', () => {
    const book = rules(schema);
    for (const [rule, one] of book) for (const constant of [...constants(schema), ...one.constants]) expect(de.meaning(keyOf(constant, rule), ''), constant.path).not.toBe('');
});

it.each(RULES)('says in both languages what the rule %s is called, and what its curves show', (kind) => {
    for (const { rules, ruleSays } of [en, de]) for (const words of [rules[kind], ruleSays[kind]]) expect(words).toMatch(/\p{L}/u);
});

it('has every word in both languages', () => {
    const shape = (table) => Object.entries(table).map(([key, value]) => [key, Array.isArray(value) ? value.length : value !== null && typeof value === 'object' ? Object.keys(value).sort() : typeof value]).sort();
    expect(shape(de)).toEqual(shape(en));
});
