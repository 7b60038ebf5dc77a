/** The race on the grid of cells: how far each cell is charged, and which are held down. Shapes of one colour are filled together. */
import type { Rgb, Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';
import { HUSHED } from '../charge.ts';

/** Number of distinct strengths of charge. */
const LEVELS = 16;
/** A cell at rest keeps this much of its brightness. */
const DIMMEST = 0.28;
/** How plainly cells that are held down are tinted. */
const TINT = 0.42;

export interface Box {
    left: number;
    top: number;
    wide: number;
    high: number;
}

type Shapes = number[];

function fill(context: CanvasRenderingContext2D, shapes: Shapes, colour: string, alpha: number) {
    if (shapes.length === 0) {
        return;
    }
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    context.beginPath();
    for (let at = 0; at < shapes.length; at += 4) {
        context.rect(shapes[at] ?? 0, shapes[at + 1] ?? 0, shapes[at + 2] ?? 0, shapes[at + 3] ?? 0);
    }
    context.fill();
}

/**
 * @param boxOf null for a cell that is out of sight
 * @param labels digit of each cell, −1 for none
 */
export function drawCharges(
    context: CanvasRenderingContext2D,
    charges: Float32Array,
    boxOf: (cell: number) => Box | null,
    labels: Int8Array,
    theme: Theme,
) {
    const veils: Shapes[] = Array.from({ length: LEVELS }, () => []);
    const bars: Shapes[] = Array.from({ length: 11 }, () => []);
    const hushed: Shapes = [];
    for (let cell = 0; cell < charges.length; cell += 1) {
        const box = boxOf(cell);
        if (box === null) {
            continue;
        }
        const { left, top, wide, high } = box;
        const charge = Math.min(1, Math.max(0, charges[cell] ?? 0));
        veils[Math.round(charge * (LEVELS - 1))]?.push(left, top, wide, high);
        if ((charges[cell] ?? 0) < HUSHED) {
            hushed.push(left, top, wide, high);
        }
        const line = Math.max(1, Math.round(high / 14));
        const digit = labels[cell] ?? -1;
        bars[digit < 0 ? 10 : digit]?.push(left + 1, top + high - line, (wide - 2) * charge, line);
    }
    const ground = css(theme.tile);
    veils.forEach((shapes, level) => {
        fill(context, shapes, ground, (1 - DIMMEST) * (1 - (level / (LEVELS - 1)) ** 3));
    });
    fill(context, hushed, css(mix(theme.tile, theme.hush, 0.6)), TINT);
    [...theme.digits, theme.silent].forEach((colour: Rgb, digit) => {
        fill(context, bars[digit] ?? [], css(colour), 1);
    });
    context.globalAlpha = 1;
}
