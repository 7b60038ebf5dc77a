/**
 * The inputs of a network that sees edges, laid out: 4 directions at 14 × 14 places, each a dash that runs as its edge does.
 * Place (row, column) covers the pixels 2·row and 2·row + 1, 2·column and 2·column + 1.
 */

/** Places in a row, and rows. */
export const PLACES = 14;
const EACH = PLACES * PLACES;

/** The ways in which an edge may run, in the order of the inputs, with y down. */
export const DIRECTIONS = /** @type {const} */ (['–', '/', '|', '\\']);
const SLANT = Math.SQRT1_2;
/** @type {readonly (readonly [number, number])[]} */
const ALONG = [[1, 0], [SLANT, -SLANT], [0, 1], [SLANT, SLANT]];

/** @typedef {{ direction: number, row: number, column: number }} Edge */

/** @param {number} input 0…783 @returns {Edge} */
export const edgeOf = (input) => ({ direction: Math.floor(input / EACH), row: Math.floor((input % EACH) / PLACES), column: input % PLACES });

/** @param {Edge} edge */
export const inputOf = ({ direction, row, column }) => direction * EACH + row * PLACES + column;

/**
 * The four inputs of the place that a pixel lies in.
 * @param {number} pixel 0…783, of a picture of 28 × 28
 */
export function inputsAt(pixel) {
    const place = { row: Math.floor(pixel / 56), column: Math.floor((pixel % 28) / 2) };
    return DIRECTIONS.map((_, direction) => inputOf({ direction, ...place }));
}

/**
 * Ends of the dash of an input in a square of side 1.
 * @param {number} input
 * @param {number} [length] as a share of the place
 * @returns {[number, number, number, number]} x and y of one end, and of the other
 */
export function dash(input, length = 0.9) {
    const { direction, row, column } = edgeOf(input);
    const [x, y] = [(column + 0.5) / PLACES, (row + 0.5) / PLACES];
    const [dx, dy] = /** @type {readonly [number, number]} */ (ALONG[direction]).map((part) => (part * length) / PLACES / 2);
    return [x - Number(dx), y - Number(dy), x + Number(dx), y + Number(dy)];
}

/**
 * Draws dashes in a square of so many pixels of a canvas.
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context
 * @param {number} size
 * @param {Iterable<readonly [number, string]>} inputs  each with its colour; those of one colour best one after the other
 */
export function drawDashes(context, size, inputs) {
    context.lineWidth = Math.max(1, size / PLACES / 5);
    context.lineCap = 'round';
    let under = '';
    context.beginPath();
    for (const [input, colour] of inputs) {
        if (colour !== under) {
            context.stroke();
            context.beginPath();
            context.strokeStyle = under = colour;
        }
        const [fromX, fromY, toX, toY] = dash(input);
        context.moveTo(fromX * size, fromY * size);
        context.lineTo(toX * size, toY * size);
    }
    context.stroke();
}
