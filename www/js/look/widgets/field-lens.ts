/** Shows the cell that is pointed at enlarged, in the corner away from it, where fields are small. */
import type { Theme } from '../../kit/colormap.ts';
import type { CellWeights } from '../cell-weights.ts';
import { SIDE } from './field-atlas.ts';

/** A cell that the pointer only passes over is not asked for. */
const PASSING_MS = 60;

export class FieldLens {
    canvas: HTMLCanvasElement;
    cellWeights: CellWeights;
    cell: number | null = null;

    constructor(canvas: HTMLCanvasElement, cellWeights: CellWeights) {
        this.canvas = canvas;
        this.cellWeights = cellWeights;
    }

    hide() {
        this.cell = null;
        this.canvas.hidden = true;
    }

    /**
     * @param fields of all cells
     * @param corner where to stand: `left`, `low`, both or neither
     */
    async show(cell: number, theme: Theme, fields: Uint8Array, corner: string) {
        this.cell = cell;
        this.canvas.dataset.corner = corner;
        await new Promise((then) => setTimeout(then, PASSING_MS));
        const there = cell === this.cell && (await this.cellWeights.want([cell]));
        const weights = this.cellWeights.weights.get(cell);
        if (there && weights && cell === this.cell) {
            const field = fields.subarray(cell * SIDE * SIDE, (cell + 1) * SIDE * SIDE);
            this.cellWeights.strokes?.drawLarge(this.canvas, theme, { field, weights }, null);
            this.canvas.hidden = false;
        }
    }
}
