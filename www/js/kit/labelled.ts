/** Training images that name the cells of a network without labels. */
import type { Named } from './models.ts';
import { PIXELS } from './pixels.ts';

/** Gzip of the pixels of this many MNIST training images, followed by their digits. */
const IMAGES = 1000;

/** @returns undefined if this page was built without them */
export async function labelled(): Promise<Named | undefined> {
    const response = await fetch(new URL('digits/training-0.bin', document.baseURI)).catch(() => null);
    if (!response?.ok || response.body === null) {
        return undefined;
    }
    const unpacked = new Response(response.body.pipeThrough(new DecompressionStream('gzip')));
    const bytes = await unpacked.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => new Uint8Array(),
    );
    return bytes.length === IMAGES * (PIXELS + 1)
        ? { images: bytes.slice(0, IMAGES * PIXELS), digits: bytes.slice(IMAGES * PIXELS) }
        : undefined;
}
