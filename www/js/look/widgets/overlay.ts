/** A small picture of what a cell has learned, in the colour of its digit, over the ink that it saw. */
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { mix, pack } from '../../kit/colormap.ts';

const SIDE = 28;
/** As in the grid of fields: full at this share of w_max. */
const FULL = 0.5;

/** @param ink 784 */
export function overlay(
    canvas: HTMLCanvasElement,
    theme: Theme,
    {
        field,
        digit,
    }: {
        /** 784 */
        field: Uint8Array;
        /** −1 for none */
        digit: number;
    },
    ink: Uint8Array | null,
) {
    canvas.width = SIDE;
    canvas.height = SIDE;
    const context = context2d(canvas);
    const image = context.createImageData(SIDE, SIDE);
    const out = new Uint32Array(image.data.buffer);
    const own = theme.digits[digit] ?? theme.silent;
    const grey = mix(theme.tile, theme.ink, 0.4);
    for (let at = 0; at < out.length; at += 1) {
        const seen = ink === null ? 0 : (ink[at] ?? 0) / 255;
        const learnt = Math.min(1, (field[at] ?? 0) / 255 / FULL);
        // Where ink and field overlap, the colour is full; either alone is pale.
        const ground = mix(theme.tile, grey, seen);
        out[at] = pack(mix(ground, own, learnt * (ink === null ? 1 : 0.35 + 0.65 * seen)));
    }
    context.putImageData(image, 0, 0);
}
