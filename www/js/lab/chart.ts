/** Curves over one axis, plots one above the other, on a canvas. Each has its unit, its limits and names of its lines. */
import { at } from '../kit/arrays.ts';
import { context2d, fit } from '../kit/canvas.ts';
import type { Theme } from '../kit/colormap.ts';
import { css, mix } from '../kit/colormap.ts';

export type Colour = 'ink' | 'spark' | 'cool' | 'quiet';

export interface Line {
    /** '' for none */
    name: string;
    x: ArrayLike<number>;
    y: ArrayLike<number>;
    colour: Colour;
    dash?: readonly number[];
    /** stems: from 0 to each value; ticks: the whole height at each x */
    shape?: 'line' | 'stems' | 'ticks';
}

type Point = readonly [number, number];

/** The position of a plot, and of values in it. */
interface Frame {
    top: number;
    wide: number;
    size: number;
    x: (value: number) => number;
    y: (value: number) => number;
}

export interface Plot {
    name: string;
    low: number;
    high: number;
    /** values that are written beside it */
    ticks: readonly (readonly [number, string])[];
    lines: readonly Line[];
    /** its height in CSS pixels */
    size?: number;
}

interface Picture {
    from: number;
    to: number;
    unit: string;
    /** position of a marker line */
    at?: number | null;
    /** how far the curves are drawn; null: to the end */
    until?: number | null;
    plots: readonly Plot[];
}

/** Width beside the plots, in CSS pixels. Draggable spikes line up with the same axis. */
export const GUTTER = 64;
export const MARGIN = 10;
const SIZE = 64;
const GAP = 20;
const AXIS = 20;

/** The colour of words beside a plot. */
const faint = ({ tile, ink }: Theme) => css(mix(tile, ink, 0.72));

/** Round numbers that divide an axis into a handful of parts. */
export function ticks(from: number, to: number, most: number) {
    const rough = (to - from) / Math.max(1, most);
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= rough * 0.999) ?? rough;
    const first = Math.ceil(from / step - 1e-9);
    return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, k) =>
        Number(((first + k) * step).toPrecision(12)),
    );
}

/** Round limits that include all values and 0. */
export function limits(columns: readonly ArrayLike<number>[], least: number): [number, number] {
    const values = columns.flatMap((column) => Array.from(column));
    const low = values.reduce((one, value) => Math.min(one, value), 0);
    const high = values.reduce((one, value) => Math.max(one, value), 0);
    const span = Math.max(high - low, least);
    const step = 10 ** Math.floor(Math.log10(span)) / 2;
    return [Math.floor(low / step + 1e-6) * step, Math.max(Math.ceil(high / step - 1e-6) * step, low + least)];
}

export class Chart {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    format: (value: number) => string;
    theme: Theme | null = null;
    picture: Picture | null = null;
    stale = true;

    constructor(canvas: HTMLCanvasElement, format: (value: number) => string) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.format = format;
    }

    show(picture: Picture) {
        this.picture = picture;
        this.stale = true;
        const height = picture.plots.reduce((sum, { size = SIZE }) => sum + size + GAP, AXIS);
        this.canvas.style.height = `${height}px`;
        this.resize();
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    draw() {
        const { theme, picture, context, canvas } = this;
        if (!this.stale || theme === null || picture === null) {
            return false;
        }
        this.stale = false;
        const ratio = window.devicePixelRatio || 1;
        const wide = canvas.width / ratio - GUTTER - MARGIN;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.font = `12px ${theme.type}`;
        let top = 0;
        for (const plot of picture.plots) {
            this.#plot(plot, top + GAP - 4, wide, picture, theme);
            top += (plot.size ?? SIZE) + GAP;
        }
        this.#axis(top, wide, picture, theme);
        return false;
    }

    #colour(theme: Theme, colour: Colour) {
        return css({ ink: theme.ink, spark: theme.spark, cool: at(theme.digits, 6), quiet: theme.silent }[colour]);
    }

    #plot(plot: Plot, top: number, wide: number, picture: Picture, theme: Theme) {
        const { context } = this;
        const { low, high, size = SIZE } = plot;
        const frame: Frame = {
            top,
            wide,
            size,
            x: (value) => GUTTER + ((value - picture.from) / (picture.to - picture.from)) * wide,
            y: (value) => top + size * (1 - (Math.max(low, Math.min(high, value)) - low) / (high - low)),
        };
        this.#ground(plot, frame, picture, theme);
        this.#write(plot, frame, theme);
        context.save();
        context.beginPath();
        const until = picture.until == null ? wide : frame.x(picture.until) - GUTTER + 1;
        context.rect(GUTTER, top - 2, until, size + 4);
        context.clip();
        for (const line of plot.lines) {
            this.#line(line, frame, theme);
        }
        context.setLineDash([]);
        if (picture.at != null) {
            context.strokeStyle = faint(theme);
            context.lineWidth = 1;
            this.#upright(frame, frame.x(picture.at));
        }
        context.restore();
        context.setLineDash([]);
    }

    /** The place of a plot, with its zeros. */
    #ground({ low, high }: Plot, frame: Frame, { from, to }: Picture, theme: Theme) {
        const { context } = this;
        const { top, wide, size, x, y } = frame;
        context.fillStyle = css(theme.tile);
        context.fillRect(GUTTER, top, wide, size);
        context.strokeStyle = css(mix(theme.tile, theme.ink, 0.3));
        context.lineWidth = 1;
        if (low < 0 && high > 0) {
            this.#path([
                [GUTTER, y(0)],
                [GUTTER + wide, y(0)],
            ]);
        }
        if (from < 0 && to > 0) {
            this.#upright(frame, x(0));
        }
    }

    /** The labels beside and above a plot: its limits, the names of its lines, and its own name. */
    #write({ name, ticks: marks, lines }: Plot, { top, wide, size, y }: Frame, theme: Theme) {
        const { context } = this;
        context.fillStyle = faint(theme);
        context.textAlign = 'right';
        for (const [value, label] of marks) {
            context.fillText(label, GUTTER - 6, Math.max(top + 9, Math.min(top + size, y(value) + 4)));
        }
        context.textAlign = 'left';
        let right = GUTTER + wide;
        for (const line of [...lines].reverse().filter((one) => one.name !== '')) {
            const width = context.measureText(line.name).width;
            context.fillStyle = faint(theme);
            context.fillText(line.name, right - width, top - 5);
            this.#pen(line, theme);
            this.#path([
                [right - width - 24, top - 9],
                [right - width - 5, top - 9],
            ]);
            right -= width + 34;
        }
        // Left out on a narrow screen, where the line names say enough.
        if (GUTTER + context.measureText(name).width < right) {
            context.fillStyle = css(theme.ink);
            context.fillText(name, GUTTER, top - 5);
        }
    }

    #line(line: Line, frame: Frame, theme: Theme) {
        const { context } = this;
        const { x, y } = frame;
        this.#pen(line, theme);
        const points = Array.from(line.x, (value, place): Point => [x(value), y(at(line.y, place))]);
        if (line.shape === 'stems') {
            points.forEach(([left, end]) =>
                this.#path([
                    [left, y(0)],
                    [left, end],
                ]),
            );
            context.fillStyle = this.#colour(theme, line.colour);
            points.forEach(([left, end]) => context.fillRect(left - 3, end - 3, 6, 6));
        } else if (line.shape === 'ticks') {
            points.forEach(([left]) => this.#upright(frame, left));
        } else {
            this.#path(points);
        }
    }

    #pen({ colour, dash = [], shape = 'line' }: Line, theme: Theme) {
        const { context } = this;
        context.strokeStyle = this.#colour(theme, colour);
        context.lineWidth = shape === 'line' ? 1.5 : 2;
        context.setLineDash([...dash]);
    }

    /** A line over the whole height of a plot. */
    #upright({ top, size }: Frame, x: number) {
        this.#path([
            [x, top],
            [x, top + size],
        ]);
    }

    #path(points: readonly Point[]) {
        this.context.beginPath();
        points.forEach(([x, y]) => this.context.lineTo(x, y));
        this.context.stroke();
    }

    #axis(top: number, wide: number, { from, to, unit }: Picture, theme: Theme) {
        const { context } = this;
        context.fillStyle = faint(theme);
        const all = ticks(from, to, wide / 60);
        all.forEach((value, at) => {
            const last = at === all.length - 1;
            const x = GUTTER + ((value - from) / (to - from)) * wide;
            context.textAlign = last ? 'right' : 'center';
            context.fillText(
                last ? `${this.format(value)} ${unit}` : this.format(value),
                last ? Math.min(x + 28, GUTTER + wide + MARGIN) : x,
                top + 12,
            );
        });
    }
}
