/** Images to train on: fetched piece by piece, checked, and kept for the next visit. */
import { PIXELS } from './shards.js';

/** @typedef {import('./shards.js').Shard} Shard */
/** @typedef {{ pixels: Uint8Array, labels: Uint8Array }} Piece */

/** Pieces are kept under this name; another layout gets another. */
const KEPT = 'stdp-digits-images-1';

/** A piece that did not come, or not whole. */
export class ShardError extends Error {
    name = 'ShardError';
}

/**
 * @param {Shard} shard
 * @param {string} folder address, with a slash at its end
 * @returns {Promise<Piece>}
 */
export async function fetchShard(shard, folder) {
    const url = new URL(shard.name, folder).href;
    const kept = await open();
    const old = await kept?.match(url);
    if (old) {
        const parts = await unpack(old, shard).catch(() => null);
        if (parts) {
            return parts;
        }
        // What lies there is damaged: fetch it again.
        await kept?.delete(url);
    }
    const response = await fetch(url).catch((error) => {
        throw new ShardError(`${shard.name}: ${error.message}`);
    });
    if (!response.ok) {
        throw new ShardError(`${shard.name}: the server answered ${response.status}`);
    }
    const copy = response.clone();
    const parts = await unpack(response, shard);
    // A full disk only means that it is fetched again next time.
    await kept?.put(url, copy).catch(() => {});
    return parts;
}

/** Where pieces are kept; null where the browser keeps nothing. */
async function open() {
    try {
        return await caches.open(KEPT);
    } catch {
        return null;
    }
}

/**
 * @param {Response} response
 * @param {Shard} shard
 */
async function unpack(response, { name, count }) {
    const stream = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (response.body).pipeThrough(new DecompressionStream('gzip'));
    const buffer = await new Response(stream).arrayBuffer().catch(() => {
        throw new ShardError(`${name}: it is damaged or cut short`);
    });
    const bytes = new Uint8Array(buffer);
    if (bytes.length !== count * (PIXELS + 1)) {
        throw new ShardError(`${name}: found ${bytes.length} bytes, expected ${count * (PIXELS + 1)}`);
    }
    return { pixels: bytes.subarray(0, count * PIXELS), labels: bytes.subarray(count * PIXELS) };
}

/** The images of a run, as far as they have come. */
export class Digits {
    /**
     * @param {number} count images of a pass
     * @param {readonly Shard[]} shards in order; those beyond `count` are not fetched
     * @param {(shard: Shard) => Promise<Piece>} fetch
     */
    constructor(count, shards, fetch) {
        this.count = count;
        this.shards = shards.filter(({ first }) => first < count);
        this.fetch = fetch;
        this.pixels = new Uint8Array(count * PIXELS);
        this.labels = new Uint8Array(count);
        /** So many are here, from the first on. */
        this.ready = 0;
        /** @type {Error | null} */
        this.failure = null;
    }

    /**
     * Fetches what is missing, one piece after the other.
     * @param {() => void} onMore after every piece, and after a failure
     */
    async load(onMore) {
        this.failure = null;
        for (const shard of this.shards.filter(({ first }) => first >= this.ready)) {
            try {
                const { pixels, labels } = await this.fetch(shard);
                const wanted = Math.min(shard.count, this.count - shard.first);
                this.pixels.set(pixels.subarray(0, wanted * PIXELS), shard.first * PIXELS);
                this.labels.set(labels.subarray(0, wanted), shard.first);
                this.ready = shard.first + wanted;
            } catch (error) {
                this.failure = error instanceof Error ? error : new Error(String(error));
            }
            onMore();
            if (this.failure) {
                return;
            }
        }
    }

    /** @param {number} index */
    image(index) {
        return this.pixels.subarray(index * PIXELS, (index + 1) * PIXELS);
    }
}
