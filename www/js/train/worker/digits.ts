/** Training images: fetched piece by piece, checked, and cached for the next visit. */

import type { Shard } from './shards.ts';
import { PIXELS } from './shards.ts';

export type Piece = { pixels: Uint8Array; labels: Uint8Array };

/** Name of the cache; change it when the layout of the pieces changes. */
const KEPT = 'stdp-digits-images-1';

/** A piece could not be loaded, or is incomplete. */
export class ShardError extends Error {
    override name = 'ShardError';
}

/** @param folder address, with a trailing slash */
export async function fetchShard(shard: Shard, folder: string): Promise<Piece> {
    const url = new URL(shard.name, folder).href;
    const kept = await open();
    const old = await kept?.match(url);
    if (old) {
        const parts = await unpack(old, shard).catch(() => null);
        if (parts) {
            return parts;
        }
        // The cached piece is damaged: fetch it again.
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
    // If the disk is full, it is just fetched again next time.
    await kept?.put(url, copy).catch(() => {});
    return parts;
}

/** Opens the cache; null if the browser does not allow one. */
async function open() {
    try {
        return await caches.open(KEPT);
    } catch {
        return null;
    }
}

async function unpack(response: Response, { name, count }: Shard) {
    const stream = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
        new DecompressionStream('gzip'),
    );
    const buffer = await new Response(stream).arrayBuffer().catch(() => {
        throw new ShardError(`${name}: it is damaged or cut short`);
    });
    const bytes = new Uint8Array(buffer);
    if (bytes.length !== count * (PIXELS + 1)) {
        throw new ShardError(`${name}: found ${bytes.length} bytes, expected ${count * (PIXELS + 1)}`);
    }
    return { pixels: bytes.subarray(0, count * PIXELS), labels: bytes.subarray(count * PIXELS) };
}

/** The images of a run, as far as they have loaded. */
export class Digits {
    count: number;
    shards: Shard[];
    fetch: (shard: Shard) => Promise<Piece>;
    pixels: Uint8Array;
    labels: Uint8Array;
    /** How many have loaded, counted from the first. */
    ready = 0;
    failure: Error | null = null;

    /**
     * @param count images per pass
     * @param shards in order; those beyond `count` are not fetched
     */
    constructor(count: number, shards: readonly Shard[], fetch: (shard: Shard) => Promise<Piece>) {
        this.count = count;
        this.shards = shards.filter(({ first }) => first < count);
        this.fetch = fetch;
        this.pixels = new Uint8Array(count * PIXELS);
        this.labels = new Uint8Array(count);
    }

    /**
     * Fetches the missing pieces one by one.
     * @param onMore called after every piece, and after a failure
     */
    async load(onMore: () => void) {
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

    image(index: number) {
        return this.pixels.subarray(index * PIXELS, (index + 1) * PIXELS);
    }
}
