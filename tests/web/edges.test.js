// Inputs that see edges: where each stands, which way it runs, what it is called, and how much of a cell a drawing meets.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { PLACES, STEPS, WAYS, dash, met, nameOf, placeOf } from '../../www/js/kit/edges.ts';
import { words as de } from '../../www/words/de/shell.ts';
import { words as en } from '../../www/words/en/shell.ts';

initSync({ module: readFileSync('pkg/stdp_digits_bg.wasm') });
const load = (name) => Recognizer.load(readFileSync(`models/${name}.safetensors`));
/** A picture of a line through its middle. */
const line = (inked) => Uint8Array.from({ length: 784 }, (_, at) => (inked(at % 28, Math.floor(at / 28)) ? 255 : 0));
const inside = (at) => at >= 5 && at < 23;

describe('edges', () => {
    it('stand in channels of 14 rows of 14 places', () => {
        expect(placeOf(0)).toEqual({ way: 0, row: 0, column: 0 });
        expect(placeOf(783)).toEqual({ way: 3, row: 13, column: 13 });
        expect(placeOf(196 + 3 * 14 + 5)).toEqual({ way: 1, row: 3, column: 5 });
        expect(new Set(Array.from({ length: 784 }, (_, input) => JSON.stringify(placeOf(input)))).size).toBe(784);
    });

    it('are dashes around the middle of their place, along the way they run', () => {
        const size = 140;
        for (const [way, sign] of WAYS.entries()) {
            const [fromX, fromY, toX, toY] = dash(way * 196 + 2 * PLACES + 7, size, 0.8);
            expect([(fromX + toX) / 2, (fromY + toY) / 2].map((at) => at.toFixed(6))).toEqual(['75.000000', '25.000000']);
            expect(Math.hypot(toX - fromX, toY - fromY)).toBeCloseTo(8);
            // Down is positive, so a slash goes up to the right.
            expect([Math.sign(Math.round(toX - fromX)), Math.sign(Math.round(toY - fromY))], sign).toEqual([[1, 0], [1, -1], [0, 1], [1, 1]][way]);
        }
        for (const [right, down] of STEPS) expect(Math.hypot(right, down)).toBeCloseTo(1);
    });

    it.each([
        ['–', (x, y) => inside(x) && y >= 12 && y < 16],
        ['|', (x, y) => inside(y) && x >= 12 && x < 16],
    ])('that a network finds in a line that runs %s run that way', (sign, inked) => {
        const inputs = load('400').inputs(line(inked));
        const sums = WAYS.map((_, way) => inputs.subarray(way * 196, (way + 1) * 196).reduce((sum, drive) => sum + drive, 0));
        expect(WAYS[sums.indexOf(Math.max(...sums))]).toBe(sign);
    });

    it('have names in both languages, as pixels have', () => {
        expect(nameOf(196 + 3 * 14 + 5, 'edges', en)).toBe('edge / at row 4, column 6');
        expect(nameOf(783, 'edges', de)).toBe('Kante \\ in Zeile 14, Spalte 14');
        expect(nameOf(29, 'pixels', en)).toBe('pixel at row 2, column 2');
    });
});

describe('how much of a cell is met', () => {
    it('is the share of its weights whose inputs are driven', () => {
        expect(met(Float32Array.of(1, 3, 0, 0), Uint8Array.of(255, 0, 255, 0))).toBeCloseTo(0.25);
        expect(met(Float32Array.of(1, 3), Uint8Array.of(255, 255))).toBe(1);
        expect(met(Float32Array.of(1, 1), Uint8Array.of(51, 0))).toBeCloseTo(0.1);
        expect(met(new Float32Array(4), Uint8Array.of(255, 255, 255, 255))).toBe(0);
    });

    it.each(['400', '400-pixels'])('is more for cells that vote than for the rest (%s)', (name) => {
        const network = load(name);
        const [{ pixels }] = JSON.parse(readFileSync('www/data/samples.json', 'utf8')).digits;
        const picture = Uint8Array.from(Buffer.from(pixels, 'base64'));
        network.begin(picture, 2015);
        while (network.advance(network.stepsPerLook) > 0);
        const spiked = new Set(network.takeExcSpikes().filter((_, at) => at % 2 === 1));
        const inputs = network.inputs(picture);
        const all = Array.from({ length: network.neurons }, (_, cell) => ({ voted: spiked.has(cell), share: met(network.weightsOf(cell), inputs) }));
        const mean = (cells) => cells.reduce((sum, { share }) => sum + share, 0) / cells.length;
        expect(spiked.size).toBeGreaterThan(0);
        expect(mean(all.filter(({ voted }) => voted))).toBeGreaterThan(1.2 * mean(all.filter(({ voted }) => !voted)));
    });
});
