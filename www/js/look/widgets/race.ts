/**
 * What happens between pad, cells and votes, drawn over all three: the input spikes that carried a cell, the hush that spreads
 * from it, and the ballot on its way to its digit.
 */
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css } from '../../kit/colormap.ts';
import { PLACES, placeOf } from '../../kit/edges.ts';
import type { FrontEnd } from '../../kit/models.ts';
import { SIDE } from '../../kit/pixels.ts';
import type { Carrier } from '../protocol.ts';

/** How long each is seen, in ms of real time. */
const THREADS_MS = 400;
const FLASH_MS = 120;
const RING_MS = 350;
export const BALLOT_MS = 450;
/** Rings that follow each other. */
const RINGS = 3;
/** Above this share of the screen, the parts are not side by side: too much to draw on. */
const TALLEST = 1400;
/** Threads, in CSS pixels. */
const THINNEST = 0.6;
const THICKEST = 1.7;

export interface Place {
    x: number;
    y: number;
}

/** A cell that fired: where from, where to. */
interface Volley {
    carrier: Carrier;
    /** digit of the cell, −1 for none */
    digit: number;
    /** when it was first drawn; 0: not yet */
    since: number;
}

interface Sources {
    /** where inputs are seen */
    input: HTMLCanvasElement;
    /** where cells are */
    cells: HTMLCanvasElement;
    /** middle of a cell, within the canvas of cells in CSS pixels, and how wide it is; null: out of sight */
    cellAt: (cell: number) => (Place & { wide: number }) | null;
    /** where votes are counted */
    votes: HTMLElement;
}

export class Race {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    sources: Sources;
    frontEnd: FrontEnd = 'pixels';
    volleys: Volley[] = [];
    /** Whether time is paused: the current picture then stays. */
    standing = false;
    theme: Theme | null = null;
    /** Whether nothing is drawn. */
    blank = true;
    /** Within the canvas, in CSS pixels. */
    boxes: { input: DOMRect; cells: DOMRect; votes: DOMRect } | null = null;

    constructor(canvas: HTMLCanvasElement, sources: Sources) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.sources = sources;
    }

    recolour(theme: Theme) {
        this.theme = theme;
    }

    update({ frontEnd }: { frontEnd: FrontEnd }) {
        this.frontEnd = frontEnd;
    }

    reset() {
        this.volleys = [];
    }

    /**
     * @param labels digit of each cell
     * @param standing whether time is paused after this
     */
    fire(carriers: readonly Carrier[], labels: Int8Array, standing: boolean) {
        if (standing || this.standing) {
            this.volleys = [];
        }
        this.standing = standing;
        if (carriers.length > 0) {
            this.canvas.dataset.carried = carriers.map(({ cell, inputs }) => `${cell}:${inputs.join()}`).join(' ');
        }
        this.volleys.push(...carriers.map((carrier) => ({ carrier, digit: labels[carrier.cell] ?? -1, since: 0 })));
    }

    /** Lies over all three, as far as they stand beside each other. */
    resize() {
        const { canvas } = this;
        const { input, cells, votes } = this.sources;
        const home = (canvas.offsetParent ?? document.body).getBoundingClientRect();
        const boxes = [input, cells, votes].map((element) => element.getBoundingClientRect());
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const right = Math.max(...boxes.map((box) => box.right));
        const bottom = Math.max(...boxes.map((box) => box.bottom));
        const [width, height] = [right - left, bottom - top];
        canvas.hidden = !(width > 0 && height > 0 && height <= TALLEST) || boxes.some((box) => box.width === 0);
        if (canvas.hidden) {
            this.boxes = null;
            return;
        }
        canvas.style.left = `${left - home.left}px`;
        canvas.style.top = `${top - home.top}px`;
        canvas.style.width = `${width}px`;
        canvas.style.height = `${height}px`;
        const ratio = window.devicePixelRatio || 1;
        canvas.width = Math.round(width * ratio);
        canvas.height = Math.round(height * ratio);
        const [inputBox, cellsBox, votesBox] = boxes.map(
            (box) => new DOMRect(box.left - left, box.top - top, box.width, box.height),
        ) as [DOMRect, DOMRect, DOMRect];
        this.boxes = { input: inputBox, cells: cellsBox, votes: votesBox };
    }

    draw(now: number) {
        const { context, canvas, boxes, theme } = this;
        const longest = Math.max(THREADS_MS, RING_MS, BALLOT_MS);
        this.volleys = this.volleys.filter(({ since }) => this.standing || since === 0 || now - since < longest);
        if (boxes === null || theme === null || (this.blank && this.volleys.length === 0)) {
            return false;
        }
        this.blank = this.volleys.length === 0;
        const ratio = window.devicePixelRatio || 1;
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        for (const volley of this.volleys) {
            volley.since ||= now;
            const age = now - volley.since;
            const cell = this.sources.cellAt(volley.carrier.cell);
            if (cell) {
                const at = { x: boxes.cells.left + cell.x, y: boxes.cells.top + cell.y, wide: cell.wide };
                this.#hush(at, age, boxes.cells, theme);
                this.#threads(volley.carrier, at, age, boxes.input, theme);
                this.#flash(at, age, volley.digit, theme);
                if (volley.digit >= 0 && !this.standing) {
                    this.#ballot(at, age, volley.digit, boxes.votes, theme);
                }
            }
        }
        context.globalAlpha = 1;
        return this.volleys.length > 0 && !this.standing;
    }

    /** Where an input stands on the pad, within the box of the inputs. */
    placeOf(input: number, box: DOMRect): Place {
        const { row, column } =
            this.frontEnd === 'edges' ? placeOf(input) : { row: Math.floor(input / SIDE), column: input % SIDE };
        const side = this.frontEnd === 'edges' ? PLACES : SIDE;
        return {
            x: box.left + ((column + 0.5) / side) * box.width,
            y: box.top + ((row + 0.5) / side) * box.height,
        };
    }

    #threads(carrier: Carrier, to: Place, age: number, box: DOMRect, theme: Theme) {
        const fade = this.standing ? 0.8 : 1 - age / THREADS_MS;
        if (fade <= 0) {
            return;
        }
        const { context } = this;
        context.strokeStyle = css(theme.spark);
        carrier.inputs.forEach((input, at) => {
            const from = this.placeOf(input, box);
            const strength = carrier.strengths[at] ?? 0;
            context.globalAlpha = fade * (0.25 + 0.6 * strength);
            context.lineWidth = THINNEST + (THICKEST - THINNEST) * strength;
            context.beginPath();
            context.moveTo(from.x, from.y);
            const away = to.x - from.x;
            context.bezierCurveTo(from.x + 0.6 * away, from.y, to.x - 0.35 * away, to.y, to.x, to.y);
            context.stroke();
        });
    }

    /** Rings that run from the cell over all others. */
    #hush({ x, y, wide }: Place & { wide: number }, age: number, box: DOMRect, theme: Theme) {
        const share = this.standing ? 0.35 : age / RING_MS;
        if (share >= 1) {
            return;
        }
        const { context } = this;
        const far = Math.hypot(box.width, box.height);
        context.save();
        context.beginPath();
        context.rect(box.left, box.top, box.width, box.height);
        context.clip();
        context.strokeStyle = css(theme.hush);
        context.lineWidth = 1.5;
        for (let ring = 0; ring < RINGS; ring += 1) {
            const radius = wide / 2 + far * Math.max(0, share - 0.12 * ring);
            context.globalAlpha = 0.7 * (1 - share) * (1 - ring / RINGS);
            context.beginPath();
            context.arc(x, y, radius, 0, 2 * Math.PI);
            context.stroke();
        }
        context.restore();
    }

    #flash({ x, y, wide }: Place & { wide: number }, age: number, digit: number, theme: Theme) {
        const { context } = this;
        const own = css(theme.digits[digit] ?? theme.silent);
        const fade = this.standing ? 1 : Math.max(0, 1 - age / THREADS_MS);
        const half = wide / 2 + 2;
        context.globalAlpha = fade;
        context.strokeStyle = own;
        context.lineWidth = 2;
        context.strokeRect(x - half, y - half, 2 * half, 2 * half);
        if (!this.standing && age < FLASH_MS) {
            context.globalAlpha = 0.8 * (1 - age / FLASH_MS);
            context.fillStyle = css(theme.ink);
            context.fillRect(x - half, y - half, 2 * half, 2 * half);
        }
    }

    #ballot(from: Place, age: number, digit: number, box: DOMRect, theme: Theme) {
        const share = age / BALLOT_MS;
        if (share >= 1) {
            return;
        }
        const { context } = this;
        const to = { x: box.left + ((digit + 0.5) / 10) * box.width, y: box.bottom - 36 };
        // Over the straight way: a quadratic arc.
        const over = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - 0.12 * Math.abs(to.x - from.x) };
        const along = share * share * (3 - 2 * share);
        const point = (t: number) => ({
            x: (1 - t) ** 2 * from.x + 2 * t * (1 - t) * over.x + t * t * to.x,
            y: (1 - t) ** 2 * from.y + 2 * t * (1 - t) * over.y + t * t * to.y,
        });
        context.fillStyle = css(theme.digits[digit] ?? theme.silent);
        for (let tail = 5; tail >= 0; tail -= 1) {
            const { x, y } = point(Math.max(0, along - 0.035 * tail));
            context.globalAlpha = 1 - tail / 6;
            context.beginPath();
            context.arc(x, y, 5 - 0.6 * tail, 0, 2 * Math.PI);
            context.fill();
        }
    }
}
