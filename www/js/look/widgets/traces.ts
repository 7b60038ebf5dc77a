/** The membranes of the watched cells over time: v with its threshold, g_e and g_i, each on an axis with its unit. */
import { context2d, fit } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';
import type { Strings } from '../../shell/strings.ts';
import type { NetworkInfo } from '../protocol.ts';
import type { Look } from '../record.ts';
import { axisSteps } from './raster.ts';

/** Heights of the plots of one cell, and of what is between them, in CSS pixels. */
const HEAD = 22;
const V_HIGH = 96;
const G_HIGH = 40;
const GAP = 8;
const ROW = HEAD + V_HIGH + 2 * (G_HIGH + GAP) + 10;
const AXIS = 24;
const GUTTER = 78;
/** What inhibition pulls towards: no potential is lower [mV]. */
const LOWEST = -100;

/** The top of an axis: 1, 2 or 5 times a power of ten. */
export function niceTop(most: number) {
    const power = 10 ** Math.floor(Math.log10(Math.max(most, 0.1)));
    return [1, 2, 5, 10].map((times) => times * power).find((top) => top >= most * 0.999) ?? 10 * power;
}

export class Traces {
    canvas: HTMLCanvasElement;
    table: HTMLElement;
    context: CanvasRenderingContext2D;
    record: Look;
    strings: Strings;
    info: NetworkInfo | null = null;
    theme: Theme | null = null;
    cells: readonly number[] = [];
    drawn = '';
    /** Tops of the axes of g_e and g_i: the same for all cells, and never lower again, so that they do not jump. */
    tops: number[] = [2, 20];

    constructor(
        canvas: HTMLCanvasElement,
        {
            record,
            strings,
            table,
        }: {
            record: Look;
            strings: Strings;
            /** where its twin opens */
            table: HTMLElement;
        },
    ) {
        this.canvas = canvas;
        this.table = table;
        this.context = context2d(canvas);
        this.record = record;
        this.strings = strings;
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.drawn = '';
    }

    watch(cells: readonly number[]) {
        this.cells = cells;
        this.canvas.style.height = `${cells.length * ROW + AXIS}px`;
        this.canvas.hidden = cells.length === 0;
        this.table.hidden = cells.length === 0;
        this.resize();
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.drawn = '';
    }

    resize() {
        if (fit(this.canvas)) {
            this.drawn = '';
        }
    }

    draw() {
        const { info, theme, record, cells } = this;
        const key = `${record.version} ${record.traces.length} ${record.traced.join()} ${cells.join()}`;
        if (info === null || theme === null || cells.length === 0 || key === this.drawn) {
            return false;
        }
        this.drawn = key;
        const { context, canvas } = this;
        const ratio = window.devicePixelRatio || 1;
        const width = canvas.width / ratio;
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, canvas.height / ratio);
        context.font = `12px ${theme.type}`;
        const axis = axisSteps(info, record.length);
        this.tops = this.tops.map((top, place) =>
            Math.max(top, ...record.traced.map((_, at) => niceTop(record.peak(at, 1 + place)))),
        );
        cells.forEach((cell, at) => this.#cell(cell, at * ROW, width, axis, info, theme));
        this.#time(cells.length * ROW, width, axis * info.dt, theme);
        canvas.dataset.points = String(record.rows());
        return false;
    }

    /** @param axis steps */
    #cell(cell: number, top: number, width: number, axis: number, info: NetworkInfo, theme: Theme) {
        const { context, record, strings } = this;
        const own = css(theme.digits[info.labels[cell] ?? -1] ?? theme.silent);
        const at = record.traced.indexOf(cell);
        const threshold = info.thresholds[cell] ?? 0;
        context.textAlign = 'left';
        context.fillStyle = css(theme.ink);
        context.fillText(strings.traceHead(cell, info.labels[cell] ?? -1), GUTTER, top + 15);
        const wide = width - GUTTER - 8;
        const ceiling = Math.max(-40, Math.ceil((threshold + 5) / 10) * 10);
        const v = { top: top + HEAD, high: V_HIGH, low: LOWEST, most: ceiling, wide };
        this.#frame(v, theme, 'v', [
            [LOWEST, strings.decimal(LOWEST, 0)],
            [ceiling, `${strings.decimal(ceiling, 0)} mV`],
        ]);
        const y = v.top + v.high * (1 - (threshold - LOWEST) / (ceiling - LOWEST));
        context.strokeStyle = own;
        context.lineWidth = 1.5;
        context.setLineDash([5, 4]);
        context.beginPath();
        context.moveTo(GUTTER, y);
        context.lineTo(GUTTER + wide, y);
        context.stroke();
        context.setLineDash([]);
        context.fillStyle = css(mix(theme.tile, theme.ink, 0.72));
        context.textAlign = 'right';
        context.fillText(strings.threshold(threshold), GUTTER + wide - 4, y - 4);
        const names = ['g_e', 'g_i'] as const;
        const plots = names.map((name, place) => {
            const most = this.tops[place] ?? 0;
            const plot = { top: v.top + V_HIGH + GAP + place * (G_HIGH + GAP), high: G_HIGH, low: 0, most, wide };
            this.#frame(plot, theme, name, [[most, strings.leak(most)]]);
            return plot;
        });
        if (at < 0) {
            return;
        }
        this.#line(v, at, 0, axis, css(theme.ink));
        plots.forEach((plot, place) =>
            this.#line(plot, at, 1 + place, axis, css(place === 0 ? theme.spark : theme.silent)),
        );
    }

    #frame(
        { top, high, low, most, wide }: { top: number; high: number; low: number; most: number; wide: number },
        theme: Theme,
        name: string,
        ticks: readonly [number, string][],
    ) {
        const { context } = this;
        context.fillStyle = css(theme.tile);
        context.fillRect(GUTTER, top, wide, high);
        context.fillStyle = css(mix(theme.tile, theme.ink, 0.72));
        context.textAlign = 'right';
        for (const [value, label] of ticks) {
            const y = top + high * (1 - (value - low) / (most - low));
            context.fillText(label, GUTTER - 6, Math.max(top + 10, Math.min(top + high, y + 4)));
        }
        context.textAlign = 'left';
        context.fillStyle = css(theme.ink);
        context.fillText(name, 0, top + high / 2 + 4);
    }

    /**
     * @param at which of the traced cells
     * @param what 0: v, 1: g_e, 2: g_i
     */
    #line(
        { top, high, low, most, wide }: { top: number; high: number; low: number; most: number; wide: number },
        at: number,
        what: number,
        axis: number,
        colour: string,
    ) {
        const { context, record } = this;
        const row = 1 + 3 * record.traced.length;
        const values = record.traces.values;
        context.strokeStyle = colour;
        context.lineWidth = 1.25;
        context.beginPath();
        for (let from = 0; from < record.traces.length; from += row) {
            const share = ((values[from + 1 + 3 * at + what] ?? 0) - low) / (most - low);
            const x = GUTTER + (((values[from] ?? 0) - record.began) / axis) * wide;
            context.lineTo(x, top + high * (1 - Math.max(0, Math.min(1, share))));
        }
        context.stroke();
    }

    /** @param all ms */
    #time(top: number, width: number, all: number, theme: Theme) {
        const { context } = this;
        const wide = width - GUTTER - 8;
        const every = wide < 420 ? 100 : 50;
        context.fillStyle = css(mix(theme.tile, theme.ink, 0.72));
        for (let ms = 0; ms <= all; ms += every) {
            const last = ms + every > all;
            const x = GUTTER + (ms / all) * wide;
            context.textAlign = last ? 'right' : 'center';
            context.fillText(last ? `${ms} ms` : String(ms), last ? Math.min(x + 20, width) : x, top + 12);
        }
    }
}
