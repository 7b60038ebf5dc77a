/** Many pictures out of a few: shifted, turned and thickened a little, each by its number, so that they can be made again. */

import type { Piece } from './digits.ts';
import { PIXELS } from './shards.ts';

/** At most so far, in pixels and degrees. */
const SHIFT = 2;
const TURN = 12;
const THICK = 0.4;

/** Pictures of symbols that somebody has drawn. */
export interface Drawn {
    /** of the classes, at most ten */
    names: string[];
    /** of MNIST that are mixed in; their names are among the others */
    digits: number[];
    /** 784 bytes a picture */
    pixels: Uint8Array;
    /** the class of each */
    labels: Uint8Array;
}

/** @returns numbers from −1 to 1 (mulberry32) */
function noise(seed: number): () => number {
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
 * @param piece from which they are taken
 */
export function mixed(drawn: Drawn, piece: Piece): Drawn {
    const { names, digits } = drawn;
    const taken = [...piece.labels.keys()].filter((at) => digits.includes(Number(piece.labels[at])));
    const pixels = new Uint8Array(drawn.pixels.length + taken.length * PIXELS);
    pixels.set(drawn.pixels);
    taken.forEach((from, at) =>
        pixels.set(piece.pixels.subarray(from * PIXELS, (from + 1) * PIXELS), drawn.pixels.length + at * PIXELS),
    );
    return {
        names,
        digits,
        pixels,
        labels: Uint8Array.of(...drawn.labels, ...taken.map((at) => names.indexOf(String(piece.labels[at])))),
    };
}

/** So many pictures, the classes in turns. */
export function augment(
    { names, pixels, labels }: Drawn,
    count: number,
    seed: number,
    distort: (
        pixels: Uint8Array,
        x: number,
        y: number,
        rotate: number,
        thicken: number,
        noise: number,
        seed: number,
    ) => Uint8Array,
): Piece {
    const all = Array.from(labels, (label, at) => ({ label, own: pixels.subarray(at * PIXELS, (at + 1) * PIXELS) }));
    const byClass = names.map((_, label) => all.filter((one) => one.label === label)).filter((ones) => ones.length > 0);
    const out = { pixels: new Uint8Array(count * PIXELS), labels: new Uint8Array(count) };
    for (let at = 0; at < count; at += 1) {
        const ones = byClass[at % byClass.length] as typeof all;
        const one = ones[Math.floor(at / byClass.length) % ones.length] as (typeof all)[0];
        const next = noise(seed * 100_003 + at);
        out.pixels.set(
            distort(one.own, SHIFT * next(), SHIFT * next(), TURN * next(), THICK * next(), 0, 0),
            at * PIXELS,
        );
        out.labels[at] = one.label;
    }
    return out;
}
