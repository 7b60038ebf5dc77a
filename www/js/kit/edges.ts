/** Inputs that see edges: channel by channel, one for each way that an edge can run, each with 14 rows of 14 places. */
import { at } from './arrays.ts';
import type { FrontEnd } from './models.ts';
import { SIDE } from './pixels.ts';

/** Places in a row, each two pixels of the picture wide and high. */
export const PLACES = 14;
const CHANNEL = PLACES * PLACES;
/** How an edge runs, and how it is written. */
export const WAYS = ['–', '/', '|', '\\'];
const SLANT = Math.SQRT1_2;
/** Half a dash of length 2 for each way: to the right, and down. */
export const STEPS: readonly (readonly [number, number])[] = [
    [1, 0],
    [SLANT, -SLANT],
    [0, 1],
    [SLANT, SLANT],
];

export function placeOf(input: number) {
    const at = input % CHANNEL;
    return { way: Math.floor(input / CHANNEL), row: Math.floor(at / PLACES), column: at % PLACES };
}

/**
 * The ends of the dash of an input, on a square.
 * @param size of the square
 * @param length 1: as long as places are wide
 * @returns x, y, x, y
 */
export function dash(input: number, size: number, length: number): [number, number, number, number] {
    const { way, row, column } = placeOf(input);
    const pitch = size / PLACES;
    const [x, y] = [(column + 0.5) * pitch, (row + 0.5) * pitch];
    const [right, down] = at(STEPS, way);
    const half = (length * pitch) / 2;
    return [x - right * half, y - down * half, x + right * half, y + down * half];
}

/**
 * How much of what a cell has learned is in a picture: the share of its weights whose inputs are driven, each in proportion to its drive.
 * @param weights 784
 * @param inputs 784
 * @returns 0…1
 */
export function met(weights: Float32Array, inputs: Uint8Array): number {
    let [all, both] = [0, 0];
    weights.forEach((weight, input) => {
        all += weight;
        both += (weight * (inputs[input] ?? 0)) / 255;
    });
    return all > 0 ? both / all : 0;
}

/** The page's words for where an input is. */
interface InputWords {
    edgeAt: (way: string, row: number, column: number) => string;
    pixelAt: (row: number, column: number) => string;
}

/** What an input is called: rows and columns are counted from 1, as people do. */
export function nameOf(input: number, frontEnd: FrontEnd, strings: InputWords) {
    const { way, row, column } = placeOf(input);
    return frontEnd === 'edges'
        ? strings.edgeAt(String(WAYS[way]), row + 1, column + 1)
        : strings.pixelAt(Math.floor(input / SIDE) + 1, (input % SIDE) + 1);
}
