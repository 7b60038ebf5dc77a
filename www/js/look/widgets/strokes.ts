/** Close view of a cell that sees edges: a dash for each weight, at its place, in the direction of its edge and in that direction's colour. */
import { context2d, hidden } from '../../kit/canvas.ts';
import type { Rgb, Theme } from '../../kit/colormap.ts';
import { css, mix, ramp } from '../../kit/colormap.ts';
import { dash, placeOf } from '../../kit/edges.ts';
import type { Sight } from '../protocol.ts';

const SIDE = 28;
/** Pixels of a near picture; the screen makes it larger or smaller. */
export const SIZE = 224;
/** Weaker dashes, of the strongest one, would only blur the shape. */
const LEAST = 0.12;
/** Number of distinct strengths. */
const LEVELS = 12;
/** Pictures under dashes are shown fainter than they are. */
const UNDER = 0.3;

/**
 * @param strengths 784, 0…1
 * @param colours one for each way
 * @param presence how plainly each is drawn, 0…1
 */
export function dashes(
    context: CanvasRenderingContext2D,
    size: number,
    strengths: ArrayLike<number>,
    colours: readonly string[],
    presence: (input: number) => number = () => 1,
) {
    const buckets: number[][] = Array.from({ length: 4 * (LEVELS + 1) }, () => []);
    for (let input = 0; input < strengths.length; input += 1) {
        const strength = strengths[input] ?? 0;
        if (strength >= LEAST) {
            buckets[placeOf(input).way * (LEVELS + 1) + Math.round(strength * presence(input) * LEVELS)]?.push(input);
        }
    }
    context.lineCap = 'round';
    // The weak ones first: the strong ones are to be seen.
    for (let level = 1; level <= LEVELS; level += 1) {
        for (let way = 0; way < 4; way += 1) {
            const inputs = buckets[way * (LEVELS + 1) + level] ?? [];
            context.globalAlpha = 0.15 + (0.85 * level) / LEVELS;
            context.strokeStyle = String(colours[way]);
            context.lineWidth = (size / 14) * (0.1 + (0.14 * level) / LEVELS);
            context.beginPath();
            for (const input of inputs) {
                const [fromX, fromY, toX, toY] = dash(input, size, 0.4 + 0.55 * (strengths[input] ?? 0));
                context.moveTo(fromX, fromY);
                context.lineTo(toX, toY);
            }
            context.stroke();
        }
    }
    context.globalAlpha = 1;
}

/** Each weight as a share of the strongest. */
export function shares(weights: Float32Array) {
    const most = weights.reduce((best, weight) => Math.max(best, weight), 1e-9);
    return weights.map((weight) => weight / most);
}

/**
 * @param picture 784
 * @param colours of its values
 */
function picture(context: CanvasRenderingContext2D, size: number, picture: Uint8Array, colours: Uint32Array) {
    const small = hidden(SIDE, SIDE);
    const image = context2d(small).createImageData(SIDE, SIDE);
    new Uint32Array(image.data.buffer).set(Array.from(picture, (value) => colours[value] ?? 0));
    context2d(small).putImageData(image, 0, 0);
    context.imageSmoothingQuality = 'high';
    context.drawImage(small, 0, 0, size, size);
}

/** The dashes of a cell and nothing else. */
export function dashesOf(weights: Float32Array, colours: readonly Rgb[]) {
    const canvas = hidden(SIZE, SIZE);
    dashes(context2d(canvas), SIZE, shares(weights), colours.map(css));
    return canvas;
}

/**
 * A cell near: its dashes over its picture, or over the drawing that it saw, where dashes that the drawing drives stand out.
 */
export function drawLarge(
    canvas: HTMLCanvasElement,
    theme: Theme,
    { field, weights }: { field: Uint8Array; weights: Float32Array },
    sight: Sight | null,
) {
    canvas.width = SIZE;
    canvas.height = SIZE;
    canvas.classList.add('near');
    const context = context2d(canvas);
    const under = mix(theme.tile, theme.ink, UNDER);
    picture(context, SIZE, sight?.seen ?? field, sight ? ramp(theme.tile, under) : ramp(theme.tile, under, 0.5));
    dashes(
        context,
        SIZE,
        shares(weights),
        theme.ways.map(css),
        sight ? (input) => 0.2 + 0.8 * ((sight.inputs[input] ?? 0) / 255) : undefined,
    );
}
