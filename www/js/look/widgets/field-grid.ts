/** The place of each cell: ordered by digit, on a square grid; the view shows a part of it. */
import { places } from './field-atlas.ts';
import type { FieldView } from './field-view.ts';

export interface Box {
    left: number;
    top: number;
    wide: number;
    high: number;
}

export class FieldGrid {
    canvas: HTMLCanvasElement;
    view: FieldView;
    /** The place of each cell. */
    place: Uint32Array = new Uint32Array(0);
    /** The cell at each place. */
    order: Uint32Array = new Uint32Array(0);
    columns = 1;
    rows = 1;

    constructor(canvas: HTMLCanvasElement, view: FieldView) {
        this.canvas = canvas;
        this.view = view;
    }

    update(labels: Int8Array) {
        this.place = places(labels);
        this.order = new Uint32Array(labels.length);
        this.place.forEach((place, cell) => {
            this.order[place] = cell;
        });
        this.columns = Math.ceil(Math.sqrt(labels.length));
        this.rows = Math.ceil(labels.length / this.columns);
    }

    box(place: number): Box {
        const { columns, canvas, view } = this;
        const edge = (at: number, corner: number) => Math.round((at / columns - corner) * view.scale * canvas.width);
        const [column, row] = [place % columns, Math.floor(place / columns)];
        const [left, top] = [edge(column, view.x), edge(row, view.y)];
        return { left, top, wide: edge(column + 1, view.x) - left, high: edge(row + 1, view.y) - top };
    }

    /** Where a cell is on the canvas; null: out of sight. */
    inSight(cell: number): Box | null {
        const { width, height } = this.canvas;
        const box = this.box(this.place[cell] ?? 0);
        const { left, top, wide, high } = box;
        return left + wide <= 0 || top + high <= 0 || left >= width || top >= height ? null : box;
    }

    /** The middle of a cell and how wide it is, in CSS pixels; null: out of sight. */
    middleOf(cell: number) {
        const box = cell < this.order.length ? this.inSight(cell) : null;
        const ratio = this.canvas.width / this.canvas.clientWidth;
        return (
            box && {
                x: (box.left + box.wide / 2) / ratio,
                y: (box.top + box.high / 2) / ratio,
                wide: box.wide / ratio,
            }
        );
    }

    /** The middle of a place, from 0 to 1 along the width of the grid. */
    middle(place: number) {
        const { columns } = this;
        return { x: ((place % columns) + 0.5) / columns, y: (Math.floor(place / columns) + 0.5) / columns };
    }

    /** @param x 0…1 along the width of the grid */
    placeAt(x: number, y: number) {
        const column = Math.min(this.columns - 1, Math.max(0, Math.floor(x * this.columns)));
        return Math.max(0, Math.floor(y * this.columns)) * this.columns + column;
    }

    cellAt(place: number | null) {
        return place !== null && place < this.order.length ? (this.order[place] ?? 0) : null;
    }
}
