/**
 * What lies on the pad: strokes of a pen, one of the sample digits, or a picture from elsewhere. Pictures are never changed,
 * only replaced, so that undo is a list of them.
 */
import { erase } from './erase.js';
import { LETTERS, spellPixels, unspellPixels } from './pixels.js';

/** Points of one stroke: x, y, x, y, … in pad units (0…1, y down). @typedef {Float32Array} Stroke */

/**
 * A picture that was not drawn here.
 * @typedef {object} Image
 * @property {Uint8Array} pixels        784, as the network gets them if nothing else is done to them
 * @property {ImageData | null} source  what they were made from, where it is known: not of a picture in a link
 * @property {string} placing           how they were made from that: `spellPlacing`
 * @property {number | null} digit      what it shows, where that is known
 */

/**
 * @typedef {object} Picture
 * @property {readonly Stroke[]} strokes
 * @property {number | null} sample  digit of the sample shown instead
 * @property {Image | null} image    shown instead
 */

/** @type {Picture} */
export const BLANK = Object.freeze({ strokes: Object.freeze([]), sample: null, image: null });

/** Steps back that are kept; a child can scribble for long. */
export const MOST_UNDO = 100;

/** @param {Picture} picture */
export function isBlank(picture) {
    return picture.sample === null && picture.image === null && picture.strokes.length === 0;
}

/** Places on the pad that are told apart, along each side: fine enough for any screen, and short in a link. */
const PLACES = 2048;
/** Begins the pixels of a picture from elsewhere. */
const IMAGE = '~';

/** @param {number} place as it can be said in a link */
const settle = (place) => Math.round(place * PLACES) / PLACES;

/**
 * Drawing on a sample or a picture starts a drawing of one's own.
 * @param {Picture} picture
 * @param {Stroke} stroke
 * @returns {Picture}
 */
export function withStroke(picture, stroke) {
    return { strokes: [...picture.strokes, stroke.map(settle)], sample: null, image: null };
}

/**
 * @param {Picture} picture
 * @param {number} x      of a rubber, in pad units
 * @param {number} y
 * @param {number} radius
 * @returns {Picture} the same where nothing was hit
 */
export function withoutInk(picture, x, y, radius) {
    const strokes = erase(picture.strokes, x, y, radius);
    return strokes === picture.strokes ? picture : { ...picture, strokes: strokes.map((stroke) => stroke.map(settle)) };
}

/**
 * @param {number} digit
 * @returns {Picture}
 */
export function ofSample(digit) {
    return { strokes: [], sample: digit, image: null };
}

/**
 * @param {Image} image
 * @returns {Picture}
 */
export function ofImage(image) {
    return { strokes: [], sample: null, image };
}

/**
 * The pictures before this one, the newest last.
 * @param {readonly Picture[]} past
 * @param {Picture} picture
 * @returns {readonly Picture[]}
 */
export function remember(past, picture) {
    return [...past, picture].slice(-MOST_UNDO);
}

/**
 * As the simulator takes strokes: all points in one array, and how many of them each stroke has.
 * @param {Picture} picture
 */
export function flatten({ strokes }) {
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
 * @param {Picture} picture
 */
export function spell({ strokes, sample, image }) {
    if (sample !== null) {
        return String(sample);
    }
    if (image !== null) {
        return `${IMAGE}${spellPixels(image.pixels)}`;
    }
    const letters = (/** @type {number} */ place) => {
        const at = Math.round(place * PLACES);
        return `${LETTERS[at >> 6]}${LETTERS[at & 63]}`;
    };
    return strokes.map((stroke) => Array.from(stroke, letters).join('')).join('.');
}

/**
 * @param {string} text
 * @returns {Picture | undefined} undefined where it spells none
 */
export function unspell(text) {
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
    const strokes = text.split('.').map((letters) => Float32Array.from(letters.match(/../g) ?? [], ([high, low]) => (LETTERS.indexOf(high ?? '') * 64 + LETTERS.indexOf(low ?? '')) / PLACES));
    return strokes.every((stroke) => stroke.every((place) => place <= 1)) ? { strokes, sample: null, image: null } : undefined;
}
