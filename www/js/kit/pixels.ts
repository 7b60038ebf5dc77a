/** Pixels in few letters, for links. */

/** The 64 letters that an address takes as they are. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Two letters that say a number below 4096, and back. */
export const spellPair = (number: number) => `${LETTERS[number >> 6]}${LETTERS[number & 63]}`;
export const readPair = ([high = '', low = '']: string) => LETTERS.indexOf(high) * 64 + LETTERS.indexOf(low);

/** Pixels along each side of a picture, and all of them. */
export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/** First letters: of greys 1 to 255, of runs of no ink and of runs of full ink. */
const GREY = 0;
const NO_INK = 4;
const FULL_INK = 20;

/**
 * Two letters for each grey, and for each run of pixels without ink or with full ink.
 * @param pixels 784
 */
export function spellPixels(pixels: Uint8Array) {
    let text = '';
    const put = (kind: number, number: number) => {
        text += spellPair(kind * 64 + number);
    };
    for (let at = 0; at < pixels.length; ) {
        const value = pixels[at] ?? 0;
        let end = at + 1;
        if (value === 0 || value === 255) {
            while (end < pixels.length && pixels[end] === value) {
                end += 1;
            }
            put(value === 0 ? NO_INK : FULL_INK, end - at);
        } else {
            put(GREY, value);
        }
        at = end;
    }
    return text;
}

/** @returns undefined where it spells no picture */
export function unspellPixels(text: string): Uint8Array | undefined {
    const pixels = new Uint8Array(PIXELS);
    let at = 0;
    for (const pair of text.match(/../g) ?? []) {
        const value = readPair(pair);
        const first = value >> 6;
        const kind = first >= FULL_INK ? FULL_INK : first >= NO_INK ? NO_INK : GREY;
        const number = value - kind * 64;
        const length = kind === GREY ? 1 : number;
        if (at + length > PIXELS) {
            return undefined;
        }
        pixels.fill(kind === GREY ? number : kind === FULL_INK ? 255 : 0, at, at + length);
        at += length;
    }
    return /^([\w-]{2})+$/.test(text) && at === PIXELS ? pixels : undefined;
}
