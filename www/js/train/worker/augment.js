/** Many pictures out of a few: shifted, turned and thickened a little, each by its number, so that they can be made again. */
import { PIXELS } from './shards.js';

/** At most so far, in pixels and degrees. */
const SHIFT = 2;
const TURN = 12;
const THICK = 0.4;

/**
 * Pictures of symbols that somebody has drawn.
 * @typedef {object} Drawn
 * @property {string[]} names       of the classes, at most ten
 * @property {number[]} digits      of MNIST that are mixed in; their names are among the others
 * @property {Uint8Array} pixels    784 bytes a picture
 * @property {Uint8Array} labels    the class of each
 */

/** @param {number} seed @returns {() => number} numbers from −1 to 1 (mulberry32) */
function noise(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1;
    };
}

/**
 * With the digits that are mixed in.
 * @param {Drawn} drawn
 * @param {import('./digits.js').Piece} piece from which they are taken
 * @returns {Drawn}
 */
export function mixed(drawn, piece) {
    const { names, digits } = drawn;
    const taken = [...piece.labels.keys()].filter((at) => digits.includes(Number(piece.labels[at])));
    const pixels = new Uint8Array(drawn.pixels.length + taken.length * PIXELS);
    pixels.set(drawn.pixels);
    taken.forEach((from, at) => pixels.set(piece.pixels.subarray(from * PIXELS, (from + 1) * PIXELS), drawn.pixels.length + at * PIXELS));
    return { names, digits, pixels, labels: Uint8Array.of(...drawn.labels, ...taken.map((at) => names.indexOf(String(piece.labels[at])))) };
}

/**
 * So many pictures, the classes in turns.
 * @param {Drawn} drawn
 * @param {number} count
 * @param {number} seed
 * @param {(pixels: Uint8Array, x: number, y: number, rotate: number, thicken: number, noise: number, seed: number) => Uint8Array} distort
 * @returns {import('./digits.js').Piece}
 */
export function augment({ names, pixels, labels }, count, seed, distort) {
    const all = Array.from(labels, (label, at) => ({ label, own: pixels.subarray(at * PIXELS, (at + 1) * PIXELS) }));
    const byClass = names.map((_, label) => all.filter((one) => one.label === label)).filter((ones) => ones.length > 0);
    const out = { pixels: new Uint8Array(count * PIXELS), labels: new Uint8Array(count) };
    for (let at = 0; at < count; at += 1) {
        const ones = /** @type {typeof all} */ (byClass[at % byClass.length]);
        const one = /** @type {typeof all[0]} */ (ones[Math.floor(at / byClass.length) % ones.length]);
        const next = noise(seed * 100_003 + at);
        out.pixels.set(distort(one.own, SHIFT * next(), SHIFT * next(), TURN * next(), THICK * next(), 0, 0), at * PIXELS);
        out.labels[at] = one.label;
    }
    return out;
}
