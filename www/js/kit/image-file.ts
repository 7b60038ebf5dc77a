/** Picture files: what a person pastes, drops or chooses becomes a picture on the pad. */

import type { Input } from './input.ts';
import { spellPlacing } from './input.ts';
import { factsOf } from './library-error.ts';
import { ofImage } from './picture.ts';

/** Finds a digit in a picture. */
type Placer = { place: (source: ImageData, input: Input) => Promise<Uint8Array> };

/** Longer sides are made so long before the digit is looked for; what the network gets has 28 pixels. */
const LONGEST = 1024;
/** No photograph is larger; larger files are something else. */
const MOST_BYTES = 64 * 2 ** 20;

export type PictureFault = 'none' | 'large' | 'empty' | 'hidden';

/** A file that is no picture, or none with a digit, or one whose pixels the browser hides; `kind` tells which. */
export class PictureError extends Error {
    kind: PictureFault;

    constructor(kind: PictureFault) {
        super(kind);
        this.kind = kind;
    }
}

/** As a canvas of at most LONGEST pixels a side hands it out. */
export function reduced(width: number, height: number): [number, number] {
    const factor = Math.min(1, LONGEST / Math.max(width, height));
    return [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
}

async function read(file: Blob): Promise<ImageData> {
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
    const image = context.getImageData(0, 0, width, height);
    if (!honest(context)) {
        throw new PictureError('hidden');
    }
    return image;
}

/** Two colours, because a browser that hides a canvas's content may fill it with one of them. */
const KNOWN = [
    [18, 52, 86],
    [254, 220, 186],
] as const;
/** Some browsers add a little noise, which hides no digit. */
const NOISE = 8;

/** Whether a canvas returns what was drawn on it; protection against fingerprinting may return something else. */
function honest(context: OffscreenCanvasRenderingContext2D) {
    return KNOWN.every((colour) => {
        context.fillStyle = `rgb(${colour.join()})`;
        context.fillRect(0, 0, 1, 1);
        const { data } = context.getImageData(0, 0, 1, 1);
        return colour.every((part, at) => Math.abs(part - (data[at] ?? 0)) <= NOISE);
    });
}

/** The same picture, placed as the input says. */
export async function placed(source: ImageData, input: Input, client: Placer) {
    const pixels = await client.place(source, input).catch((error) => {
        throw factsOf(error)?.kind === 'nothing-to-see' ? new PictureError('empty') : error;
    });
    return ofImage({ pixels, source, placing: spellPlacing(input), digit: null });
}

export async function picture(file: Blob, input: Input, client: Placer) {
    return placed(await read(file), input, client);
}
