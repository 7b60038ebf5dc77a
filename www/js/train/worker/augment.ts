/** Makes many pictures from a few: shifted, turned and thickened a little, each reproducibly from its number. */

import { at } from '../../kit/arrays.ts';
import type { Piece } from './digits.ts';
import { PIXELS } from './shards.ts';

/** Limits, in pixels and degrees. */
const SHIFT = 2;
const TURN = 12;
const THICK = 0.4;

/** Pictures of symbols that someone has drawn. */
export interface Drawn {
    /** class names, at most ten */
    names: string[];
    /** MNIST digits to mix in; their names are among the class names */
    digits: number[];
    /** 784 bytes per picture */
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
 * Adds the digits to mix in.
 * @param piece to take them from
 */
export function mixed(drawn: Drawn, piece: Piece): Drawn {
    const { names, digits } = drawn;
    const taken = [...piece.labels.entries()].filter(([, digit]) => digits.includes(digit));
    const pixels = new Uint8Array(drawn.pixels.length + taken.length * PIXELS);
    pixels.set(drawn.pixels);
    taken.forEach(([from], nth) =>
        pixels.set(piece.pixels.subarray(from * PIXELS, (from + 1) * PIXELS), drawn.pixels.length + nth * PIXELS),
    );
    return {
        names,
        digits,
        pixels,
        labels: Uint8Array.of(...drawn.labels, ...taken.map(([, digit]) => names.indexOf(String(digit)))),
    };
}

/** Makes `count` pictures, cycling through the classes. */
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
    const all = Array.from(labels, (label, nth) => ({ label, own: pixels.subarray(nth * PIXELS, (nth + 1) * PIXELS) }));
    const byClass = names.map((_, label) => all.filter((one) => one.label === label)).filter((ones) => ones.length > 0);
    const out = { pixels: new Uint8Array(count * PIXELS), labels: new Uint8Array(count) };
    for (let made = 0; made < count; made += 1) {
        const ones = at(byClass, made % byClass.length);
        const one = at(ones, Math.floor(made / byClass.length) % ones.length);
        const next = noise(seed * 100_003 + made);
        out.pixels.set(
            distort(one.own, SHIFT * next(), SHIFT * next(), TURN * next(), THICK * next(), 0, 0),
            made * PIXELS,
        );
        out.labels[made] = one.label;
    }
    return out;
}
