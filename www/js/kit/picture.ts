/**
 * The content of the pad: pen strokes, one of the sample digits, or a picture from elsewhere. Pictures are never changed,
 * only replaced, so that undo is a list of them.
 */
import { erase } from './erase.ts';
import { readPair, spellPair, spellPixels, unspellPixels } from './pixels.ts';
import type { Stroke } from './stroke.ts';

/** A picture that was not drawn here. */
interface Image {
    /** 784, as the network gets them if nothing else is done to them */
    pixels: Uint8Array;
    /** what they were made from, if known: not for a picture in a link */
    source: ImageData | null;
    /** how they were made from that: `spellPlacing` */
    placing: string;
    /** what it shows, where that is known */
    digit: number | null;
}

export interface Picture {
    strokes: readonly Stroke[];
    /** digit of the sample shown instead */
    sample: number | null;
    /** shown instead */
    image: Image | null;
}

export const BLANK: Picture = Object.freeze({ strokes: Object.freeze([]), sample: null, image: null });

/** Steps back that are kept; a child can scribble for long. */
export const MOST_UNDO = 100;

export function isPicture(value: unknown): value is Picture {
    return (
        typeof value === 'object' &&
        value !== null &&
        'strokes' in value &&
        Array.isArray(value.strokes) &&
        'sample' in value &&
        'image' in value
    );
}

export function isBlank(picture: Picture) {
    return picture.sample === null && picture.image === null && picture.strokes.length === 0;
}

/** Number of distinct places along each side of the pad: fine enough for any screen, and short in a link. */
const PLACES = 2048;
/** Begins the pixels of a picture from elsewhere. */
const IMAGE = '~';

/** @param place as it can be said in a link */
const settle = (place: number) => Math.round(place * PLACES) / PLACES;

/** Drawing on a sample or a picture starts a drawing of one's own. */
export function withStroke(picture: Picture, stroke: Stroke): Picture {
    return { strokes: [...picture.strokes, stroke.map(settle)], sample: null, image: null };
}

/**
 * @param x of a rubber, in pad units
 * @returns the same where nothing was hit
 */
export function withoutInk(picture: Picture, x: number, y: number, radius: number): Picture {
    const strokes = erase(picture.strokes, x, y, radius);
    return strokes === picture.strokes ? picture : { ...picture, strokes: strokes.map((stroke) => stroke.map(settle)) };
}

export function ofSample(digit: number): Picture {
    return { strokes: [], sample: digit, image: null };
}

export function ofImage(image: Image): Picture {
    return { strokes: [], sample: null, image };
}

/** The pictures before this one, the newest last. */
export function remember(past: readonly Picture[], picture: Picture): readonly Picture[] {
    return [...past, picture].slice(-MOST_UNDO);
}

/** As the simulator takes strokes: all points in one array, and how many of them each stroke has. */
export function flatten({ strokes }: Picture) {
    const lengths = Uint32Array.from(strokes, (stroke) => stroke.length / 2);
    const xy = new Float32Array(strokes.reduce((sum, stroke) => sum + stroke.length, 0));
    let at = 0;
    for (const stroke of strokes) {
        xy.set(stroke, at);
        at += stroke.length;
    }
    return { xy, lengths };
}

/**
 * A picture in few letters: the digit of a sample, the pixels of a picture from elsewhere, or two letters for each coordinate
 * and a dot between strokes.
 */
export function spell({ strokes, sample, image }: Picture) {
    if (sample !== null) {
        return String(sample);
    }
    if (image !== null) {
        return `${IMAGE}${spellPixels(image.pixels)}`;
    }
    const letters = (place: number) => spellPair(Math.round(place * PLACES));
    return strokes.map((stroke) => Array.from(stroke, letters).join('')).join('.');
}

/** @returns undefined if the text is invalid */
export function unspell(text: string): Picture | undefined {
    if (text === '') {
        return BLANK;
    }
    if (/^\d$/.test(text)) {
        return ofSample(Number(text));
    }
    if (text.startsWith(IMAGE)) {
        const pixels = unspellPixels(text.slice(IMAGE.length));
        return pixels && ofImage({ pixels, source: null, placing: '', digit: null });
    }
    if (!/^([\w-]{4})+(\.([\w-]{4})+)*$/.test(text)) {
        return undefined;
    }
    const strokes = text
        .split('.')
        .map((letters) => Float32Array.from(letters.match(/../g) ?? [], (pair) => readPair(pair) / PLACES));
    return strokes.every((stroke) => stroke.every((place) => place <= 1))
        ? { strokes, sample: null, image: null }
        : undefined;
}
