// The training digits: fetched in pieces, distorted, mixed among symbols.
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mixed } from '../../www/js/train/worker/augment.ts';
import { without } from '../../www/js/train/run/break.ts';
import { Digits, ShardError, fetchShard } from '../../www/js/train/worker/digits.ts';
import { AMOUNTS, TRAINING } from '../../www/js/train/worker/shards.ts';
import { classes, flat } from '../../www/js/train/run/symbols.ts';

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

it('mixes digits among symbols, one drawn as a symbol with its like', () => {
    const drawn = flat([{ name: 'a', pictures: [new Uint8Array(784).fill(1)] }, { name: '7', pictures: [new Uint8Array(784).fill(2)] }], [3, 7]);
    expect([drawn.names, drawn.digits]).toEqual([['a', '7', '3'], [3, 7]]);
    const piece = { pixels: new Uint8Array(4 * 784).map((_, at) => 10 + Math.floor(at / 784)), labels: Uint8Array.of(7, 5, 3, 7) };
    const { names, pixels, labels } = mixed(drawn, piece);
    expect([names, [...labels], [0, 1, 2, 3, 4].map((at) => pixels[at * 784])]).toEqual([['a', '7', '3'], [0, 1, 1, 2, 1], [1, 2, 10, 12, 13]]);
    expect(classes([{ name: 'a', pictures: [] }], [1, 2])).toEqual(['a', '1', '2']);
});
