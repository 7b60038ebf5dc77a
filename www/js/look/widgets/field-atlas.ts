/** Pictures of what cells have learned: all of them at rest on one canvas, and those that have spiked in the colour of their digit. */
import { context2d, hidden } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { ramp } from '../../kit/colormap.ts';

export const SIDE = 28;
/** A field and the gap to the next, in its own pixels. */
export const PITCH = SIDE + 2;
/** The shading is full at this share of w_max: hardly a synapse is stronger, and fainter ones would be lost. */
const FULL = 0.5;

/**
 * The place of each cell: sorted by digit, cells without one last.
 * @returns place of each cell
 */
export function places(labels: Int8Array): Uint32Array {
    const key = (cell: number) => ((labels[cell] ?? -1) < 0 ? 10 : (labels[cell] ?? -1));
    const order = Array.from(labels, (_, cell) => cell).sort((a, b) => key(a) - key(b) || a - b);
    const place = new Uint32Array(labels.length);
    order.forEach((cell, at) => {
        place[cell] = at;
    });
    return place;
}

/** A network's fields, as they are laid out. */
export interface Layout {
    /** 784 bytes a cell */
    fields: Uint8Array;
    /** digit of each cell, −1 for none */
    labels: Int8Array;
    place: Uint32Array;
    columns: number;
    rows: number;
}

/**
 * Every field at rest, once for each network and theme.
 * @param coloured each in the colour of its digit
 */
export function paintFields({ fields, labels, place, columns, rows }: Layout, theme: Theme, coloured: boolean) {
    const atlas = hidden(columns * PITCH, rows * PITCH);
    const context = context2d(atlas);
    const image = context.createImageData(atlas.width, atlas.height);
    const out = new Uint32Array(image.data.buffer);
    const plain = ramp(theme.tile, theme.field, FULL);
    const own = [...theme.digits, theme.silent].map((colour) => ramp(theme.tile, colour, FULL));
    for (let cell = 0; cell < labels.length; cell += 1) {
        const digit = labels[cell] ?? -1;
        const colours = (coloured ? own[digit < 0 ? 10 : digit] : plain) ?? plain;
        const at = place[cell] ?? 0;
        const corner = (Math.floor(at / columns) * PITCH + 1) * atlas.width + (at % columns) * PITCH + 1;
        for (let row = 0; row < SIDE; row += 1) {
            for (let column = 0; column < SIDE; column += 1) {
                out[corner + row * atlas.width + column] =
                    colours[fields[(cell * SIDE + row) * SIDE + column] ?? 0] ?? 0;
            }
        }
    }
    context.putImageData(image, 0, 0);
    return atlas;
}

/** A field as it looks when its cell spikes. */
export function paintSpiking({ fields, labels }: Pick<Layout, 'fields' | 'labels'>, cell: number, theme: Theme) {
    const tile = hidden(PITCH, PITCH);
    const context = context2d(tile);
    const image = context.createImageData(SIDE, SIDE);
    const colours = ramp(theme.digits[labels[cell] ?? -1] ?? theme.silent, theme.tile, FULL);
    const out = new Uint32Array(image.data.buffer);
    for (let pixel = 0; pixel < out.length; pixel += 1) {
        out[pixel] = colours[fields[cell * SIDE * SIDE + pixel] ?? 0] ?? 0;
    }
    context.putImageData(image, 1, 1);
    return tile;
}
