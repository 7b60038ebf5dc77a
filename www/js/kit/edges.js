/** Inputs that see edges: channel by channel, one for each way that an edge can run, each with 14 rows of 14 places. */

/** Places in a row, each two pixels of the picture wide and high. */
export const PLACES = 14;
const CHANNEL = PLACES * PLACES;
/** How an edge runs, and how it is written. */
export const WAYS = ['–', '/', '|', '\\'];
const SLANT = Math.SQRT1_2;
/** Half a dash of length 2 for each way: to the right, and down. @type {readonly (readonly [number, number])[]} */
export const STEPS = [[1, 0], [SLANT, -SLANT], [0, 1], [SLANT, SLANT]];

/** @param {number} input */
export function placeOf(input) {
    const at = input % CHANNEL;
    return { way: Math.floor(input / CHANNEL), row: Math.floor(at / PLACES), column: at % PLACES };
}

/**
 * The ends of the dash of an input, on a square.
 * @param {number} input
 * @param {number} size    of the square
 * @param {number} length  1: as long as places are wide
 * @returns {[number, number, number, number]} x, y, x, y
 */
export function dash(input, size, length) {
    const { way, row, column } = placeOf(input);
    const pitch = size / PLACES;
    const [x, y] = [(column + 0.5) * pitch, (row + 0.5) * pitch];
    const [right, down] = /** @type {readonly [number, number]} */ (STEPS[way]);
    const half = (length * pitch) / 2;
    return [x - right * half, y - down * half, x + right * half, y + down * half];
}

/**
 * How much of what a cell has learnt is in a picture: the share of its weights whose inputs are driven, each as far as it is.
 * @param {Float32Array} weights  784
 * @param {Uint8Array} inputs     784
 * @returns {number} 0…1
 */
export function met(weights, inputs) {
    let [all, both] = [0, 0];
    weights.forEach((weight, input) => {
        all += weight;
        both += (weight * Number(inputs[input])) / 255;
    });
    return all > 0 ? both / all : 0;
}

/**
 * What an input is called: rows and columns are counted from 1, as people do.
 * @param {number} input
 * @param {import('../look/protocol.js').FrontEnd} frontEnd
 * @param {Pick<import('../shell/strings.js').Strings, 'edgeAt' | 'pixelAt'>} strings
 */
export function nameOf(input, frontEnd, strings) {
    const { way, row, column } = placeOf(input);
    return frontEnd === 'edges' ? strings.edgeAt(String(WAYS[way]), row + 1, column + 1) : strings.pixelAt(Math.floor(input / 28) + 1, (input % 28) + 1);
}
