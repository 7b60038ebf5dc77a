import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { download, lengthOf } from '../../www/js/look/download.ts';
import { isNamed, sort } from '../../www/js/kit/model-file.ts';
import { FIRST_MODEL, MODELS, cellsOf, counterpart, frontEndOf } from '../../www/js/kit/models.ts';

const file = readFileSync(new URL('../../models/100.safetensors', import.meta.url));
const named = (...names) => names.map((name) => ({ name }));

describe('download', () => {
    it('knows from its header how long a network is, as soon as that has come', () => {
        expect(lengthOf(file)).toBe(file.length);
        expect(lengthOf(file.subarray(0, 4000))).toBe(file.length);
        expect([0, 7, 8, 100].map((length) => lengthOf(file.subarray(0, length)))).toEqual([0, 0, 0, 0]);
        expect(lengthOf(Buffer.from('<!doctype html><p>no network at all'))).toBe(0);
        expect(lengthOf(Buffer.from([4, 0, 0, 0, 0, 0, 0, 0, 123, 123, 123, 123]))).toBe(0);
    });

    it('tells how far it is, in bytes', async () => {
        const told = [];
        const pieces = [file.subarray(0, 5), file.subarray(5, 50_000), file.subarray(50_000)];
        const body = new ReadableStream({ start: (controller) => (pieces.forEach((piece) => controller.enqueue(piece)), controller.close()) });
        const bytes = await download(new Response(body), (...progress) => told.push(progress));
        expect(Buffer.compare(bytes, file)).toBe(0);
        expect(told).toEqual([[5, 0], [50_000, file.length], [file.length, file.length]]);
    });
});

describe('files of networks', () => {
    it('are told apart by their names, in any order', () => {
        const [a, theta, labels] = named('XeAe.npy', 'theta_A.npy', 'resultPopVecs_labels.npy');
        expect(sort([theta, a])).toEqual({ weights: a, theta, labels: null });
        expect(sort([labels, theta, a])).toEqual({ weights: a, theta, labels });
        expect(sort(named('My.SAFETENSORS'))).toEqual({ model: { name: 'My.SAFETENSORS' } });
    });

    it.each([
        ['none', ['a.txt']],
        ['none', []],
        ['none', ['a.safetensors', 'b.safetensors']],
        ['none', ['a.safetensors', 'XeAe.npy']],
        ['pair', ['XeAe.npy']],
        ['pair', ['theta_A.npy']],
        ['pair', ['XeAe.npy', 'XeAi.npy', 'theta_A.npy']],
        ['pair', ['XeAe.npy', 'theta_A.npy', 'labels.npy', 'assignments.npy']],
    ])('say that they are %s: %s', (kind, names) => {
        expect(() => sort(named(...names))).toThrow(kind);
    });

    it('have names for their cells, or not', () => {
        expect([isNamed(file), isNamed(Buffer.from('short')), isNamed(Buffer.alloc(100))]).toEqual([true, false, false]);
    });
});

it('the networks that come with the page are those in models/, the smallest first', () => {
    const sizes = Array.from(MODELS.keys(), cellsOf);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(MODELS.has(FIRST_MODEL)).toBe(true);
});

it('the network that the page opens with sees edges, and one of as many cells sees pixels', () => {
    const other = counterpart(FIRST_MODEL);
    expect([frontEndOf(FIRST_MODEL), frontEndOf(other)]).toEqual(['edges', 'pixels']);
    expect([counterpart(other), cellsOf(other), counterpart('7')]).toEqual([FIRST_MODEL, cellsOf(FIRST_MODEL), null]);
});
