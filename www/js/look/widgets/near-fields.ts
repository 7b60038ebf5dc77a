/** What fields that are shown large are made of: the edges of each cell, drawn once and kept. */
import type { Theme } from '../../kit/colormap.ts';
import type { CellWeights } from '../cell-weights.ts';
import { PITCH } from './field-atlas.ts';

/** How many of them are kept. */
const MOST = 160;

type Pictures = Map<number, HTMLCanvasElement>;

export class NearFields {
    cellWeights: CellWeights;
    /** In the colours of their directions. */
    plain: Pictures = new Map();
    /** In that of the ground, to stand on the colour of a digit. */
    lit: Pictures = new Map();

    constructor(cellWeights: CellWeights) {
        this.cellWeights = cellWeights;
    }

    clear() {
        this.plain.clear();
        this.lit.clear();
    }

    /**
     * @param lit on the colour of a digit
     * @returns null: its weights are not there yet
     */
    of(cell: number, theme: Theme, lit: boolean): HTMLCanvasElement | null {
        const pictures = lit ? this.lit : this.plain;
        const { weights, strokes } = this.cellWeights;
        const known = pictures.get(cell);
        const own = weights.get(cell);
        if (known || !own || !strokes) {
            return known ?? null;
        }
        if (pictures.size >= MOST) {
            pictures.clear();
        }
        const made = strokes.dashesOf(own, lit ? theme.ways.map(() => theme.tile) : theme.ways);
        pictures.set(cell, made);
        return made;
    }
}

/** Draws the picture of a field within the gap around it. */
export function inset(
    context: CanvasRenderingContext2D,
    picture: HTMLCanvasElement,
    { left, top, wide }: { left: number; top: number; wide: number },
) {
    const gap = wide / PITCH;
    context.drawImage(picture, left + gap, top + gap, wide - 2 * gap, wide - 2 * gap);
}
