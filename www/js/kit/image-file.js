/** Picture files: what a person pastes, drops or chooses becomes a picture on the pad. */
import { spellPlacing } from './input.js';
import { ofImage } from './picture.js';

/** @typedef {import('./input.js').Input} Input */

/** Whoever finds a digit in a picture. @typedef {{ place: (source: ImageData, input: Input) => Promise<Uint8Array> }} Placer */

/** Longer sides are made so long before the digit is looked for; what the network gets has 28 pixels. */
const LONGEST = 1024;
/** No photograph is larger; what is has another purpose. */
const MOST_BYTES = 64 * 2 ** 20;

/** A file that is no picture, or none with a digit; `kind` tells which. */
export class PictureError extends Error {
    /** @param {'none' | 'large' | 'empty'} kind */
    constructor(kind) {
        super(kind);
        this.kind = kind;
    }
}

/**
 * As a canvas of at most LONGEST pixels a side hands it out.
 * @param {number} width
 * @param {number} height
 * @returns {[number, number]}
 */
export function reduced(width, height) {
    const factor = Math.min(1, LONGEST / Math.max(width, height));
    return [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
}

/**
 * @param {Blob} file
 * @returns {Promise<ImageData>}
 */
async function read(file) {
    if (file.size > MOST_BYTES) {
        throw new PictureError('large');
    }
    const bitmap = await createImageBitmap(file).catch(() => {
        throw new PictureError('none');
    });
    const [width, height] = reduced(bitmap.width, bitmap.height);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) {
        throw new Error('this browser cannot draw on a canvas');
    }
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return context.getImageData(0, 0, width, height);
}

/**
 * The same picture, placed as the input says.
 * @param {ImageData} source
 * @param {Input} input
 * @param {Placer} client
 */
export async function placed(source, input, client) {
    const pixels = await client.place(source, input).catch((error) => {
        throw error.name === 'NothingToSee' ? new PictureError('empty') : error;
    });
    return ofImage({ pixels, source, placing: spellPlacing(input), digit: null });
}

/**
 * @param {Blob} file
 * @param {Input} input
 * @param {Placer} client
 */
export async function picture(file, input, client) {
    return placed(await read(file), input, client);
}
