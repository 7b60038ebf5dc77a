/** The race on the grid of cells: how far each cell is charged, and which are held down. One pixel for each cell, enlarged. */
import { context2d, hidden } from '../../kit/canvas.ts';
import type { Rgb, Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';
import { HUSHED } from '../charge.ts';
import type { FieldGrid } from './field-grid.ts';

/** Number of distinct strengths of charge. */
const LEVELS = 64;
/** A cell at rest keeps this much of its brightness. */
const DIMMEST = 0.28;
/** How plainly cells that are held down are tinted. */
const TINT = 0.42;
/** On fields as small, in pixels of the canvas, a level at the lower edge would hide what is in them. */
const SMALLEST = 10;

export class ChargeLayer {
    small: HTMLCanvasElement = hidden(1, 1);
    image: ImageData = new ImageData(1, 1);
    pixels: Uint32Array = new Uint32Array(1);
    /** Of each strength of charge, and of each when the cell is held down. */
    veils: Uint32Array = new Uint32Array(2 * LEVELS);
    /** Of the ten digits and of none. */
    colours: string[] = [];

    recolour(theme: Theme) {
        const hush = mix(theme.tile, theme.hush, 0.6);
        this.veils = Uint32Array.from({ length: 2 * LEVELS }, (_, at) => {
            const veil = (1 - DIMMEST) * (1 - ((at % LEVELS) / (LEVELS - 1)) ** 3);
            return at < LEVELS ? packed(theme.tile, veil) : over(hush, TINT, theme.tile, veil);
        });
        this.colours = [...theme.digits, theme.silent].map(css);
    }

    /** @param labels digit of each cell, −1 for none */
    draw(context: CanvasRenderingContext2D, charges: Float32Array, grid: FieldGrid, labels: Int8Array) {
        const { columns, rows } = grid;
        if (this.small.width !== columns || this.small.height !== rows) {
            this.small = hidden(columns, rows);
            this.image = new ImageData(columns, rows);
            this.pixels = new Uint32Array(this.image.data.buffer);
        }
        this.pixels.fill(0);
        for (let cell = 0; cell < charges.length; cell += 1) {
            const charge = charges[cell] ?? 0;
            const level = Math.round(Math.min(1, Math.max(0, charge)) * (LEVELS - 1));
            this.pixels[grid.place[cell] ?? 0] = this.veils[charge < HUSHED ? LEVELS + level : level] ?? 0;
        }
        context2d(this.small).putImageData(this.image, 0, 0);
        const { view } = grid;
        const { width } = context.canvas;
        const seen = columns / view.scale;
        context.imageSmoothingEnabled = false;
        context.drawImage(this.small, view.x * columns, view.y * columns, seen, seen, 0, 0, width, width);
        context.imageSmoothingEnabled = true;
        if (width / seen >= SMALLEST) {
            this.#levels(context, charges, grid, labels);
        }
    }

    /** A level at the lower edge of each field, those of one digit together: cells stand in the order of their digits. */
    #levels(context: CanvasRenderingContext2D, charges: Float32Array, grid: FieldGrid, labels: Int8Array) {
        let shown: string | undefined;
        context.beginPath();
        for (const cell of grid.order) {
            const digit = labels[cell] ?? -1;
            const colour = this.colours[digit < 0 ? 10 : digit];
            if (colour !== shown) {
                context.fill();
                context.beginPath();
                context.fillStyle = colour ?? '';
                shown = colour;
            }
            const box = grid.inSight(cell);
            if (box) {
                const { left, top, wide, high } = box;
                const line = Math.max(1, Math.round(high / 14));
                const charge = Math.min(1, Math.max(0, charges[cell] ?? 0));
                context.rect(left + 1, top + high - line, (wide - 2) * charge, line);
            }
        }
        context.fill();
    }
}

/** One pixel as ImageData holds it, see-through. */
const packed = ([red, green, blue]: Rgb, alpha: number) =>
    ((Math.round(255 * alpha) << 24) | (blue << 16) | (green << 8) | red) >>> 0;

/** Two layers as one. */
function over(upper: Rgb, alpha: number, lower: Rgb, beneath: number) {
    const all = alpha + beneath * (1 - alpha);
    return packed(mix(lower, upper, alpha / all), all);
}
