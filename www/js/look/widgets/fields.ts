/** The receptive fields of all cells, in order of their digits; cells that spike light up in their digit's colour. */
import { context2d, fadingOf, fit, hidden } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css } from '../../kit/colormap.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { CellWeights } from '../cell-weights.ts';
import { HUSHED } from '../charge.ts';
import { indexOfLargest } from '../narrate.ts';
import type { NetworkInfo } from '../protocol.ts';
import type { Box } from './charge-layer.ts';
import { drawCharges } from './charge-layer.ts';
import { PITCH, paintFields, paintSpiking, places, SIDE } from './field-atlas.ts';
import { FieldView } from './field-view.ts';

/** How long a spike flashes on the screen, in ms of real time. */
const FLASH_MS = 240;
/** A cell that has spiked stays lit, the more the more it has spiked. */
const LIT = 0.6;
const LIT_BY_SPIKE = 0.12;
const LIT_MOST = 0.95;
const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));
/** At the largest zoom, so many fields stand side by side. */
const FEWEST = 4;
/** Fields so large, in CSS pixels, show the edges that they are made of. */
const NEAR = 64;
/** A cell is looked at, and not passed over, from then on. */
const PASSING_MS = 60;
/** So many of them are kept as they were drawn. */
const MOST_NEAR = 160;
/** Under these, their pictures are shown so much fainter. */
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
    lens: HTMLCanvasElement;
    frontEnd: FrontEnd = 'pixels';
    /** The dashes of cells that see edges: in the colours of their ways, and in that of the ground. */
    dashes: Map<number, HTMLCanvasElement>[] = [new Map(), new Map()];
    onPick: (cell: number) => void;
    onName: (cell: number | null) => void;
    onChange: () => void;
    context: CanvasRenderingContext2D;
    labels: Int8Array = new Int8Array(0);
    fields: Uint8Array = new Uint8Array(0);
    place: Uint32Array = new Uint32Array(0);
    /** The cell at each place. */
    order: Uint32Array = new Uint32Array(0);
    counts: Uint16Array = new Uint16Array(0);
    flash: Float32Array = new Float32Array(0);
    /** How far each cell is charged, see charge.ts; null where nothing races. */
    charges: Float32Array | null = null;
    /** Cells that have spiked in this look; only they need drawing. */
    lit: Uint16Array = new Uint16Array(0);
    litCount = 0;
    columns = 1;
    rows = 1;
    coloured = false;
    /** The place that is pointed at, by mouse or keys. */
    pointed: number | null = null;
    /** All fields, as they were learnt, pixel by pixel. */
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
        this.lens = lens;
        this.onPick = onPick;
        this.onName = onName;
        this.onChange = onChange;
        this.context = context2d(canvas);
        this.atlas = hidden(1, 1);
        this.cold = hidden(1, 1);
        this.view = new FieldView(canvas, {
            onChange: () => {
                this.stale = true;
                lens.hidden = lens.hidden || this.isNear;
                onChange();
            },
            onClick: (x, y) => {
                const cell = this.#cellAt(this.#placeAt(x, y));
                if (cell !== null) {
                    onPick(cell);
                }
            },
        });
        canvas.addEventListener('pointermove', (event) => this.#point(this.#placeAt(...this.view.place(event))));
        canvas.addEventListener('pointerleave', () => this.#point(null));
        canvas.addEventListener('blur', () => this.#point(null));
        canvas.addEventListener('keydown', (event) => this.#key(event));
    }

    update({ fields, labels, frontEnd }: Pick<NetworkInfo, 'fields' | 'labels' | 'frontEnd'>) {
        const cells = labels.length;
        this.frontEnd = frontEnd;
        this.fields = fields;
        this.labels = labels;
        this.place = places(labels);
        this.order = new Uint32Array(cells);
        this.place.forEach((place, cell) => {
            this.order[place] = cell;
        });
        this.counts = new Uint16Array(cells);
        this.flash = new Float32Array(cells);
        this.lit = new Uint16Array(cells);
        this.litCount = 0;
        this.columns = Math.ceil(Math.sqrt(cells));
        this.rows = Math.ceil(cells / this.columns);
        this.painted = false;
        this.view.limit(this.columns / FEWEST);
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
            this.dashes.forEach((made) => made.clear());
            this.atlas = paintFields(this, this.theme, this.coloured);
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
            drawCharges(context, this.charges, (cell) => this.#inSight(cell), this.labels, this.theme);
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
            const { left, top, wide, high } = this.#box(this.pointed);
            const line = Math.max(2, Math.round(wide / 14));
            context.strokeStyle = css(this.theme.ink);
            context.lineWidth = line;
            context.strokeRect(left, top, wide, high);
        }
        return moving;
    }

    #box(place: number) {
        const { columns, canvas, view } = this;
        const edge = (at: number, corner: number) => Math.round((at / columns - corner) * view.scale * canvas.width);
        const [column, row] = [place % columns, Math.floor(place / columns)];
        const [left, top] = [edge(column, view.x), edge(row, view.y)];
        return { left, top, wide: edge(column + 1, view.x) - left, high: edge(row + 1, view.y) - top };
    }

    /** Where a cell is on the canvas; null: nowhere. */
    #inSight(cell: number): Box | null {
        const { canvas } = this;
        const box = this.#box(this.place[cell] ?? 0);
        const { left, top, wide, high } = box;
        return left + wide <= 0 || top + high <= 0 || left >= canvas.width || top >= canvas.height ? null : box;
    }

    /** The middle of a cell and how wide it is, in CSS pixels; null: out of sight. */
    middleOf(cell: number) {
        const box = cell < this.labels.length ? this.#inSight(cell) : null;
        const ratio = this.canvas.width / this.canvas.clientWidth;
        return (
            box && {
                x: (box.left + box.wide / 2) / ratio,
                y: (box.top + box.high / 2) / ratio,
                wide: box.wide / ratio,
            }
        );
    }

    #light(cell: number, strength: number, theme: Theme) {
        const { context } = this;
        const box = this.#inSight(cell);
        if (box === null) {
            return;
        }
        const { left, top, wide, high } = box;
        context.globalAlpha = strength;
        const digit = this.labels[cell] ?? -1;
        const dashes = this.isNear && this.#dashes(cell, theme, true);
        if (dashes) {
            // On a ground of its own: two pictures, one over the other, would be neither.
            context.fillStyle = css(theme.digits[digit] ?? theme.silent);
            context.fillRect(left, top, wide, high);
            context.globalAlpha = 1;
            this.#inset(context, dashes, left, top, wide);
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
            context.font = `700 ${size}px system-ui, sans-serif`;
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
        return this.frontEnd === 'edges' && (this.view.scale * this.canvas.clientWidth) / this.columns >= NEAR;
    }

    /** The edges of the fields that are in sight, over their pictures. */
    #drawLarge(context: CanvasRenderingContext2D, theme: Theme) {
        const { canvas } = this;
        context.globalAlpha = VEIL;
        context.fillStyle = css(theme.tile);
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.globalAlpha = 1;
        const missing = [];
        for (let place = 0; place < this.order.length; place += 1) {
            const { left, top, wide, high } = this.#box(place);
            if (left + wide > 0 && top + high > 0 && left < canvas.width && top < canvas.height) {
                const cell = this.order[place] ?? 0;
                const dashes = this.#dashes(cell, theme, false);
                if (dashes) {
                    this.#inset(context, dashes, left, top, wide);
                } else {
                    missing.push(cell);
                }
            }
        }
        if (missing.length > 0) {
            this.cellWeights.want(missing).then((there) => {
                this.stale = this.stale || there;
                this.onChange();
            });
        }
    }

    /** A picture on its field, within the gap around it. */
    #inset(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, left: number, top: number, wide: number) {
        const gap = wide / PITCH;
        context.drawImage(picture, left + gap, top + gap, wide - 2 * gap, wide - 2 * gap);
    }

    /**
     * @param lit on the colour of a digit
     * @returns null: not there yet
     */
    #dashes(cell: number, theme: Theme, lit: boolean): HTMLCanvasElement | null {
        const [plain, ...more] = this.dashes;
        const all = (lit ? more[0] : plain) ?? new Map();
        const weights = this.cellWeights.weights.get(cell);
        const known = all.get(cell);
        if (known || !weights || !this.cellWeights.strokes) {
            return known ?? null;
        }
        if (all.size >= MOST_NEAR) {
            all.clear();
        }
        const made = this.cellWeights.strokes.dashesOf(weights, lit ? theme.ways.map(() => theme.tile) : theme.ways);
        all.set(cell, made);
        return made;
    }

    /** A cell that is only passed over is not asked for. */
    async #want(cell: number) {
        await new Promise((then) => setTimeout(then, PASSING_MS));
        return cell === this.#cellAt(this.pointed) && this.cellWeights.want([cell]);
    }

    /** Shows the cell that is pointed at near, beside it, where it is small. */
    #magnify() {
        const { pointed, lens, theme, columns, view } = this;
        const cell = this.#cellAt(pointed);
        if (cell === null || pointed === null || theme === null || this.frontEnd !== 'edges' || this.isNear) {
            lens.hidden = true;
            return;
        }
        const across = ((pointed % columns) + 0.5) / columns;
        const down = (Math.floor(pointed / columns) + 0.5) / columns;
        const half = 0.5 / view.scale;
        lens.dataset.corner = `${across > view.x + half ? 'left' : ''} ${down > view.y + half ? '' : 'low'}`;
        this.#want(cell).then((there) => {
            const weights = this.cellWeights.weights.get(cell);
            if (there && weights && pointed === this.pointed && !this.isNear) {
                this.cellWeights.strokes?.drawLarge(
                    lens,
                    theme,
                    { field: this.fields.subarray(cell * SIDE * SIDE, (cell + 1) * SIDE * SIDE), weights },
                    null,
                );
                lens.hidden = false;
            }
        });
    }

    /** @param x 0…1 along the width of the grid */
    #placeAt(x: number, y: number) {
        const column = Math.min(this.columns - 1, Math.max(0, Math.floor(x * this.columns)));
        return Math.max(0, Math.floor(y * this.columns)) * this.columns + column;
    }

    #cellAt(place: number | null) {
        return place !== null && place < this.order.length ? (this.order[place] ?? 0) : null;
    }

    #point(place: number | null) {
        const pointed = this.#cellAt(place) === null ? null : place;
        if (pointed !== this.pointed) {
            this.pointed = pointed;
            this.onName(this.#cellAt(pointed));
            this.#magnify();
            this.onChange();
        }
    }

    /** Keeps the field that is pointed at in sight. */
    #reveal() {
        const { pointed, columns } = this;
        if (pointed !== null) {
            this.view.reveal(
                ((pointed % columns) + 0.5) / columns,
                (Math.floor(pointed / columns) + 0.5) / columns,
                0.5 / columns,
            );
        }
    }

    #key(event: KeyboardEvent) {
        const arrow = ARROWS[event.key];
        const cell = this.#cellAt(this.pointed);
        if (event.ctrlKey || event.metaKey || event.altKey || this.order.length === 0) {
            return;
        }
        if (arrow) {
            const { columns, order } = this;
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
