/** Pixels in few letters, for links. */

/** The 64 letters that an address takes as they are. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

export const PIXELS = 28 * 28;

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
        text += `${LETTERS[kind + (number >> 6)]}${LETTERS[number & 63]}`;
    };
    for (let at = 0; at < pixels.length; ) {
        const value = Number(pixels[at]);
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
    for (const [high, low] of text.match(/../g) ?? []) {
        const first = LETTERS.indexOf(high ?? '');
        const kind = first >= FULL_INK ? FULL_INK : first >= NO_INK ? NO_INK : GREY;
        const number = (first - kind) * 64 + LETTERS.indexOf(low ?? '');
        const length = kind === GREY ? 1 : number;
        if (at + length > PIXELS) {
            return undefined;
        }
        pixels.fill(kind === GREY ? number : kind === FULL_INK ? 255 : 0, at, at + length);
        at += length;
    }
    return /^([\w-]{2})+$/.test(text) && at === PIXELS ? pixels : undefined;
}
