/** The receptive fields of all cells, in order of their digits; cells that spike light up in their digit's colour. */
import { context2d, fadingOf, fit, hidden } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css } from '../../kit/colormap.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { CellWeights } from '../cell-weights.ts';
import { HUSHED } from '../charge.ts';
import { indexOfLargest } from '../narrate.ts';
import type { NetworkInfo } from '../protocol.ts';
import { ChargeLayer } from './charge-layer.ts';
import { paintFields, paintSpiking } from './field-atlas.ts';
import { FieldGrid } from './field-grid.ts';
import { FieldLens } from './field-lens.ts';
import { FieldView } from './field-view.ts';
import { inset, NearFields } from './near-fields.ts';

/** How long a spike flashes on the screen, in ms of real time. */
const FLASH_MS = 240;
/** A cell that has spiked stays lit, the more the more it has spiked. */
const LIT = 0.6;
const LIT_BY_SPIKE = 0.12;
const LIT_MOST = 0.95;
const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));
/** Number of fields side by side at the largest zoom. */
const FEWEST = 4;
/** Fields so large, in CSS pixels, show the edges that they are made of. */
const NEAR = 64;
/** Under these edges, their pictures are shown so much fainter. */
const VEIL = 0.6;
/** On smaller fields, in CSS pixels, a numeral cannot be read. */
const READABLE = 11;
/** A numeral as large is read with ease. */
const LARGEST = 20;
/** One press of a key or a button makes the fields so much larger. */
export const ZOOM = 1.5;
/** What the arrow keys move by: columns and rows. */
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

export class Fields {
    canvas: HTMLCanvasElement;
    cellWeights: CellWeights;
    lens: FieldLens;
    near: NearFields;
    layer = new ChargeLayer();
    frontEnd: FrontEnd = 'pixels';
    onPick: (cell: number) => void;
    onName: (cell: number | null) => void;
    onChange: () => void;
    context: CanvasRenderingContext2D;
    labels: Int8Array = new Int8Array(0);
    fields: Uint8Array = new Uint8Array(0);
    counts: Uint16Array = new Uint16Array(0);
    flash: Float32Array = new Float32Array(0);
    /** How far each cell is charged, see charge.ts; null where nothing races. */
    charges: Float32Array | null = null;
    /** Cells that have spiked in this look; only they need drawing. */
    lit: Uint16Array = new Uint16Array(0);
    litCount = 0;
    coloured = false;
    /** The place that is pointed at, by mouse or keys. */
    pointed: number | null = null;
    /** All learned fields, pixel by pixel. */
    atlas: HTMLCanvasElement;
    /** The part of them that is seen, as large as the screen shows it. */
    cold: HTMLCanvasElement;
    /** Fields of cells that have spiked. */
    hot = new Map<number, HTMLCanvasElement>();
    theme: Theme | null = null;
    numeral = '';
    painted = false;
    stale = true;
    last = 0;
    view: FieldView;
    grid: FieldGrid;

    constructor(
        canvas: HTMLCanvasElement,
        {
            cellWeights,
            lens,
            onPick,
            onName,
            onChange,
        }: {
            cellWeights: CellWeights;
            /** shows the cell that is pointed at, near */
            lens: HTMLCanvasElement;
            onPick: (cell: number) => void;
            /** the cell that is pointed at */
            onName: (cell: number | null) => void;
            /** it needs drawing */
            onChange: () => void;
        },
    ) {
        this.canvas = canvas;
        this.cellWeights = cellWeights;
        this.lens = new FieldLens(lens, cellWeights);
        this.near = new NearFields(cellWeights);
        this.onPick = onPick;
        this.onName = onName;
        this.onChange = onChange;
        this.context = context2d(canvas);
        this.atlas = hidden(1, 1);
        this.cold = hidden(1, 1);
        this.view = new FieldView(canvas, {
            onChange: () => {
                this.stale = true;
                if (this.isNear) {
                    this.lens.hide();
                }
                onChange();
            },
            onClick: (x, y) => {
                const cell = this.grid.cellAt(this.grid.placeAt(x, y));
                if (cell !== null) {
                    onPick(cell);
                }
            },
        });
        this.grid = new FieldGrid(canvas, this.view);
        canvas.addEventListener('pointermove', (event) => this.#point(this.grid.placeAt(...this.view.place(event))));
        canvas.addEventListener('pointerleave', () => this.#point(null));
        canvas.addEventListener('blur', () => this.#point(null));
        canvas.addEventListener('keydown', (event) => this.#key(event));
    }

    update({ fields, labels, frontEnd }: Pick<NetworkInfo, 'fields' | 'labels' | 'frontEnd'>) {
        const cells = labels.length;
        this.frontEnd = frontEnd;
        this.fields = fields;
        this.labels = labels;
        this.grid.update(labels);
        this.counts = new Uint16Array(cells);
        this.flash = new Float32Array(cells);
        this.lit = new Uint16Array(cells);
        this.litCount = 0;
        this.painted = false;
        this.view.limit(this.grid.columns / FEWEST);
        this.#point(null);
    }

    /** @param coloured each field in the colour of its digit, spiking or not */
    colour(coloured: boolean) {
        if (coloured !== this.coloured) {
            this.coloured = coloured;
            this.painted = false;
        }
    }

    /** @param charges null: the race is over */
    charge(charges: Float32Array | null) {
        this.charges = charges;
        this.canvas.dataset.hushed = String(charges?.reduce((sum, charge) => sum + Number(charge < HUSHED), 0) ?? 0);
        this.canvas.dataset.fullest = charges ? String(indexOfLargest(charges)) : '';
    }

    /** Puts out all lights: a new look begins. */
    reset() {
        this.charges = null;
        this.counts.fill(0);
        this.flash.fill(0);
        this.litCount = 0;
    }

    /**
     * @param spikes step, cell, step, cell, …
     * @param still light them up without a flash
     */
    spike(spikes: Uint32Array, still: boolean) {
        for (let at = 1; at < spikes.length; at += 2) {
            const cell = spikes[at] ?? 0;
            if (this.counts[cell] === 0) {
                this.lit[this.litCount] = cell;
                this.litCount += 1;
            }
            this.counts[cell] = (this.counts[cell] ?? 0) + 1;
            this.flash[cell] = still ? 0 : 1;
        }
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.layer.recolour(theme);
        this.numeral = css(theme.tile);
        this.painted = false;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    draw(now: number) {
        if (this.labels.length === 0 || this.theme === null) {
            return false;
        }
        if (!this.painted) {
            this.painted = true;
            this.stale = true;
            this.hot.clear();
            this.near.clear();
            this.atlas = paintFields(
                { ...this.grid, fields: this.fields, labels: this.labels },
                this.theme,
                this.coloured,
            );
        }
        if (this.stale) {
            this.stale = false;
            this.#scale();
        }
        const { context, lit, litCount, counts, flash } = this;
        const fading = fadingOf(now - this.last, FLASH_MS);
        this.last = now;
        context.globalAlpha = 1;
        context.clearRect(0, 0, this.canvas.width, this.canvas.height);
        context.drawImage(this.cold, 0, 0);
        if (this.charges?.length === counts.length) {
            this.layer.draw(context, this.charges, this.grid, this.labels);
        }
        let moving = false;
        for (let at = 0; at < litCount; at += 1) {
            const cell = lit[at] ?? 0;
            const bright = flash[cell] ?? 0;
            const stays = Math.min(LIT_MOST, LIT + LIT_BY_SPIKE * (counts[cell] ?? 0));
            moving = moving || bright > 0.02;
            flash[cell] = bright * fading;
            this.#light(cell, stays + (1 - stays) * bright, this.theme);
        }
        context.globalAlpha = 1;
        if (this.pointed !== null) {
            const { left, top, wide, high } = this.grid.box(this.pointed);
            const line = Math.max(2, Math.round(wide / 14));
            context.strokeStyle = css(this.theme.ink);
            context.lineWidth = line;
            context.strokeRect(left, top, wide, high);
        }
        return moving;
    }

    #light(cell: number, strength: number, theme: Theme) {
        const { context } = this;
        const box = this.grid.inSight(cell);
        if (box === null) {
            return;
        }
        const { left, top, wide, high } = box;
        context.globalAlpha = strength;
        const digit = this.labels[cell] ?? -1;
        const dashes = this.isNear && this.near.of(cell, theme, true);
        if (dashes) {
            // On a ground of its own: two pictures, one over the other, would be neither.
            context.fillStyle = css(theme.digits[digit] ?? theme.silent);
            context.fillRect(left, top, wide, high);
            context.globalAlpha = 1;
            inset(context, dashes, box);
        } else {
            const tile = this.hot.get(cell) ?? paintSpiking(this, cell, theme);
            this.hot.set(cell, tile);
            context.drawImage(tile, left, top, wide, high);
        }
        if (digit >= 0 && wide >= READABLE * (window.devicePixelRatio || 1)) {
            // The second cue beside the colour.
            context.globalAlpha = 1;
            context.fillStyle = this.numeral;
            const size = Math.max(7, Math.min(Math.round(wide * 0.36), LARGEST * (window.devicePixelRatio || 1)));
            context.font = `700 ${size}px ${theme.type}`;
            context.fillText(String(NUMERALS[digit]), left + size * 0.28, top + size * 1.17);
        }
    }

    /** The part of the atlas that is seen, once for each view. */
    #scale() {
        const { canvas, atlas, view } = this;
        this.cold = hidden(canvas.width, canvas.height);
        const context = context2d(this.cold);
        context.imageSmoothingQuality = 'high';
        const size = atlas.width / view.scale;
        context.drawImage(
            atlas,
            view.x * atlas.width,
            view.y * atlas.width,
            size,
            size,
            0,
            0,
            canvas.width,
            canvas.width,
        );
        if (this.isNear && this.theme) {
            this.#drawLarge(context, this.theme);
        }
    }

    /** Whether fields are so large that what they are made of can be seen. */
    get isNear() {
        return this.frontEnd === 'edges' && (this.view.scale * this.canvas.clientWidth) / this.grid.columns >= NEAR;
    }

    /** The edges of the fields that are in sight, over their pictures. */
    #drawLarge(context: CanvasRenderingContext2D, theme: Theme) {
        const { canvas } = this;
        context.globalAlpha = VEIL;
        context.fillStyle = css(theme.tile);
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.globalAlpha = 1;
        const missing = [];
        for (let place = 0; place < this.grid.order.length; place += 1) {
            const cell = this.grid.order[place] ?? 0;
            const box = this.grid.inSight(cell);
            const dashes = box && this.near.of(cell, theme, false);
            if (box && dashes) {
                inset(context, dashes, box);
            } else if (box) {
                missing.push(cell);
            }
        }
        if (missing.length > 0) {
            this.cellWeights.want(missing).then((there) => {
                this.stale = this.stale || there;
                this.onChange();
            });
        }
    }

    #magnify() {
        const { pointed, lens, theme, grid, view } = this;
        const cell = this.grid.cellAt(pointed);
        if (cell === null || pointed === null || theme === null || this.frontEnd !== 'edges' || this.isNear) {
            lens.hide();
            return;
        }
        const { x, y } = grid.middle(pointed);
        const half = 0.5 / view.scale;
        const corner = `${x > view.x + half ? 'left' : ''} ${y > view.y + half ? '' : 'low'}`;
        lens.show(cell, theme, this.fields, corner);
    }

    #point(place: number | null) {
        const pointed = this.grid.cellAt(place) === null ? null : place;
        if (pointed !== this.pointed) {
            this.pointed = pointed;
            this.onName(this.grid.cellAt(pointed));
            this.#magnify();
            this.onChange();
        }
    }

    /** Keeps the field that is pointed at in sight. */
    #reveal() {
        if (this.pointed !== null) {
            const { x, y } = this.grid.middle(this.pointed);
            this.view.reveal(x, y, 0.5 / this.grid.columns);
        }
    }

    #key(event: KeyboardEvent) {
        const arrow = ARROWS[event.key];
        const cell = this.grid.cellAt(this.pointed);
        if (event.ctrlKey || event.metaKey || event.altKey || this.grid.order.length === 0) {
            return;
        }
        if (arrow) {
            const { columns, order } = this.grid;
            const from = this.pointed ?? -1;
            const to = from < 0 ? 0 : from + arrow[0] + arrow[1] * columns;
            this.#point(Math.min(order.length - 1, Math.max(0, to)));
            this.#reveal();
        } else if (event.key === '+' || event.key === '-') {
            this.view.zoom(event.key === '+' ? ZOOM : 1 / ZOOM);
            this.#reveal();
        } else if (event.key === '0') {
            this.view.whole();
        } else if ((event.key === 'Enter' || event.key === ' ') && cell !== null) {
            this.onPick(cell);
        } else {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
    }
}
