// The race: how far cells are charged, which input spikes carried one, and the sentence that tells it, in steps of the real network.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import sampleFile from '../../www/data/samples.json';
import { carrierOf, WINDOW_MS } from '../../www/js/look/carriers.ts';
import { chargesOf, HUSHED } from '../../www/js/look/charge.ts';
import { Narration } from '../../www/js/look/narration.ts';
import { readTally } from '../../www/js/look/score.ts';
import { decodeSamples } from '../../www/js/look/widgets/samples.ts';
import { words as de } from '../../www/words/de/shell.ts';
import { words as en } from '../../www/words/en/shell.ts';
import { library } from './defaults.js';

const samples = decodeSamples(sampleFile.digits);

function network() {
    const made = library.Recognizer.load(readFileSync('models/400.safetensors'));
    made.begin(samples.get(3), 2015);
    return made;
}

const chargesNow = (made) => chargesOf(made.membranes(), made.thresholds(), made.metadata().config.exc.v_rest);

describe('charge', () => {
    it('is 0 at rest, 1 at the threshold, and below 0 under rest', () => {
        const charges = chargesOf(Float32Array.of(-65, -52, -45, -70), Float32Array.of(-52, -52, -45, -45), -65);
        expect([...charges].map((charge) => Math.round(100 * charge) / 100)).toEqual([0, 1, 1, -0.25]);
    });

    it('rises before the first spike, and falls in every cell after it', () => {
        const made = network();
        made.advanceToSpike();
        const { step } = made.status();
        const [, first] = made.takeExcSpikes();
        made.begin(samples.get(3), 2015);
        made.advanceTo(step - 1);
        const before = chargesNow(made);
        expect(before[first]).toBe(Math.max(...before));
        expect(before[first]).toBeGreaterThan(0.9);
        made.advanceTo(step + 8);
        const after = chargesNow(made);
        const mean = (charges) => charges.reduce((sum, charge) => sum + charge, 0) / charges.length;
        expect(mean(after)).toBeLessThan(0.7 * mean(before));
        const fallen = after.filter((charge, cell) => charge < before[cell]);
        expect(fallen.length, 'the one that fired and all others').toBe(400);
        expect(after.filter((charge) => charge < HUSHED).length).toBeGreaterThan(0);
    });
});

describe('carriers', () => {
    it('are the input spikes of the last 14 ms by weight times recency, as a slow twin finds them', () => {
        const made = network();
        made.advanceToSpike();
        const spikes = made.takeInputSpikes();
        const [step, cell] = made.takeExcSpikes();
        const window = Math.round(WINDOW_MS / made.dt);
        const carrier = carrierOf({ cell, step }, spikes, (inputs) => made.weightsBetween(inputs, cell), window);
        const weights = made.weightsOf(cell);
        const twin = [];
        for (let at = 0; at < spikes.length; at += 2) {
            const age = step - spikes[at];
            if (age >= 0 && age < window) twin.push({ input: spikes[at + 1], strength: weights[spikes[at + 1]] * (1 - age / window) });
        }
        twin.sort((a, b) => b.strength - a.strength || a.input - b.input);
        expect(carrier).toMatchObject({ cell, step });
        expect([...carrier.inputs]).toEqual(twin.slice(0, 46).map(({ input }) => input));
        carrier.strengths.forEach((strength, at) => expect(strength).toBeCloseTo(twin[at].strength / twin[0].strength, 5));
    });

    it('are none where nothing came in, or the cell has no weight from it', () => {
        expect(carrierOf({ cell: 1, step: 9 }, [], () => new Float32Array(0), 28).inputs).toHaveLength(0);
        expect(carrierOf({ cell: 1, step: 9 }, [8, 3], () => new Float32Array(1), 28).inputs).toHaveLength(0);
        expect([...carrierOf({ cell: 1, step: 90 }, [8, 3, 89, 4], (inputs) => Float32Array.from(inputs, () => 1), 28).inputs]).toEqual([4]);
    });
});

describe('narration', () => {
    const labels = Int8Array.of(2, 2, -1, 7);
    const frame = (changes) => ({ phase: 'look', step: 100, attempt: 1, rewound: false, exc: new Uint32Array(0), verdict: { spikes: 3 }, ...changes });
    const seen = { cells: 4, labels, dt: 0.5 };

    function narrator(words = en) {
        let time = 0;
        const element = { textContent: '' };
        const narration = new Narration(element, words, () => time);
        return { element, narration, pass: (ms) => (time += ms) };
    }

    it('tells who is charged, who fires, and who climbs, in step', () => {
        const { element, narration, pass } = narrator();
        narration.follow(frame(), seen, false);
        expect(element.textContent).toBe('Sparks from your ink charge 4 cells. Who is first?');
        pass(1000);
        narration.follow(frame({ exc: Uint32Array.of(100, 1) }), seen, false);
        expect(element.textContent).toBe('Cell 1 fires, votes 2 – and silences the other 3.');
        pass(1000);
        narration.follow(frame({ step: 130 }), seen, false);
        expect(element.textContent).toBe('Silenced cells climb back up. Who is next?');
        pass(1000);
        narration.follow(frame({ step: 131, exc: Uint32Array.of(120, 0, 131, 0, 131, 3) }), seen, false);
        expect(element.textContent).toBe('Cell 0 and 1 more fire, vote 2 and 7 – and silence the other 2.');
        pass(1000);
        narration.follow(frame({ step: 150, exc: Uint32Array.of(150, 2) }), seen, false);
        expect(element.textContent).toBe('Cell 2 fires, without a vote – and silences the other 3.');
        pass(1000);
        narration.follow(frame({ phase: 'rest', step: 800 }), seen, false);
        expect(element.textContent).toBe('Only 3 spikes: too few to decide. It rests, then looks again, brighter.');
    });

    it('leaves a sentence long enough to be read, but none behind where time stands still', () => {
        const { element, narration, pass } = narrator(de);
        narration.follow(frame(), seen, false);
        const first = element.textContent;
        pass(300);
        narration.follow(frame({ exc: Uint32Array.of(100, 1) }), seen, false);
        expect(element.textContent).toBe(first);
        narration.follow(frame({ exc: Uint32Array.of(100, 1) }), seen, true);
        expect(element.textContent).toMatch(/^Zelle 1 feuert, stimmt für 2 – und bringt die anderen 3 zum Schweigen/);
    });
});

it('reads a kept score, and nothing else for one', () => {
    expect(readTally('14/17')).toEqual({ right: 14, total: 17 });
    for (const text of [null, '', '3', '-1/4', '5/4', 'a/b', '1.5/2', '1/Infinity']) expect(readTally(text), String(text)).toEqual({ right: 0, total: 0 });
});
