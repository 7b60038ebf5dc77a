/** Every spike of this look on one axis of time: input, excitatory and inhibitory cells, one above the other. */
import { context2d, fit } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';
import { placeOf } from '../../kit/edges.ts';
import type { Strings } from '../../shell/strings.ts';
import type { NetworkInfo } from '../protocol.ts';
import type { Look } from '../record.ts';
import { places } from './field-atlas.ts';

const INPUTS = 784;
/** Heights in CSS pixels; the remainder is shared. */
const LABEL = 18;
const AXIS = 24;
const GUTTER = 16;
/** Below this height there is no room for names, and the bands are closer together. */
const LOW = 160;
const LOW_LABEL = 3;
const LOW_AXIS = 16;
const SHARES = { input: 0.3, exc: 0.46, inh: 0.24 };
/** How near to a spike a click has to be, in CSS pixels. */
const NEAR = 12;

/** The row of each cell: in order of digits, or those that spiked most on top. */
export function rows(order: 'digit' | 'activity', labels: Int8Array, counts: Uint16Array) {
    const byDigit = places(labels);
    if (order === 'digit') {
        return byDigit;
    }
    const cells = Array.from(labels, (_, cell) => cell);
    cells.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || (byDigit[a] ?? 0) - (byDigit[b] ?? 0));
    const row = new Uint32Array(cells.length);
    cells.forEach((cell, at) => {
        row[cell] = at;
    });
    return row;
}

export class Raster {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    record: Look;
    strings: Strings;
    info: NetworkInfo | null = null;
    order: 'digit' | 'activity' = 'digit';
    theme: Theme | null = null;
    colours: string[];
    ways: string[];
    row: Uint32Array = new Uint32Array(0);
    drawn: { input: number; exc: number; inh: number };
    version = -1;
    axis = 0;
    stale = true;

    constructor(
        canvas: HTMLCanvasElement,
        {
            record,
            strings,
            onPin,
        }: {
            record: Look;
            strings: Strings;
            onPin: (cell: number) => void;
        },
    ) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.record = record;
        this.strings = strings;
        this.colours = [] as string[];
        this.ways = [] as string[];
        this.drawn = { input: 0, exc: 0, inh: 0 };
        canvas.addEventListener('click', (event) => {
            const cell = this.#at(event.offsetX, event.offsetY);
            if (cell !== null) {
                onPin(cell);
            }
        });
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.stale = true;
    }

    sort(order: 'digit' | 'activity') {
        this.stale = this.stale || order !== this.order;
        this.order = order;
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.colours = [...theme.digits, theme.silent].map(css);
        this.ways = theme.ways.map(css);
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    draw() {
        const { info, theme, record } = this;
        if (info === null || theme === null || this.canvas.width < 2) {
            return false;
        }
        const axis = axisSteps(info, record.length);
        // Who spiked most may have changed with any spike.
        const moved = this.order === 'activity' && this.drawn.exc !== record.exc.length;
        if (this.stale || this.version !== record.version || this.axis !== axis || moved) {
            this.stale = false;
            this.version = record.version;
            this.axis = axis;
            this.drawn = { input: 0, exc: 0, inh: 0 };
            this.row = rows(this.order, info.labels, record.counts);
            this.#paint(info, theme);
        }
        this.#spikes(info, theme);
        return false;
    }

    #layout() {
        const ratio = window.devicePixelRatio || 1;
        const width = this.canvas.width / ratio;
        const height = this.canvas.height / ratio;
        const low = height < LOW;
        const label = low ? LOW_LABEL : LABEL;
        const plot = height - 3 * label - (low ? LOW_AXIS : AXIS);
        const input = { top: label, high: plot * SHARES.input };
        const exc = { top: input.top + input.high + label, high: plot * SHARES.exc };
        const inh = { top: exc.top + exc.high + label, high: plot * SHARES.inh };
        return { low, ratio, width, height, wide: width - GUTTER - 6, bands: { input, exc, inh } };
    }

    #paint(info: NetworkInfo, theme: Theme) {
        const { context, strings } = this;
        const { low, ratio, width, height, wide, bands } = this.#layout();
        const { dt } = info;
        const muted = css(mix(theme.tile, theme.ink, 0.72));
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        context.clearRect(0, 0, width, height);
        context.font = `12px ${theme.type}`;
        context.textBaseline = 'alphabetic';
        context.textAlign = 'left';
        const names = {
            input: strings.rasterInput(INPUTS, info.frontEnd),
            exc: strings.rasterExc(info.neurons),
            inh: strings.rasterInh(info.neurons),
        };
        for (const name of ['input', 'exc', 'inh'] as const) {
            const { top, high } = bands[name];
            context.fillStyle = css(theme.tile);
            context.fillRect(GUTTER, top, wide, high);
            context.fillStyle = muted;
            if (!low) {
                // Squeezed a little rather than cut off.
                context.fillText(names[name], GUTTER, top - 5, wide);
            }
        }
        if (this.order === 'digit') {
            this.#digits(info, bands.exc);
        }
        const bottom = bands.inh.top + bands.inh.high;
        const all = this.axis * dt;
        const every = wide < 420 ? 100 : 50;
        for (let ms = 0; ms <= all; ms += every) {
            const x = GUTTER + (ms / all) * wide;
            context.fillStyle = muted;
            context.fillRect(x, bottom, 1, 4);
            const last = ms + every > all;
            context.textAlign = last ? 'right' : 'center';
            context.fillText(
                last ? `${ms} ms` : String(ms),
                last ? Math.min(x + 20, width) : x,
                bottom + (low ? 14 : 17),
            );
        }
    }

    #digits({ labels, neurons }: NetworkInfo, { top, high }: { top: number; high: number }) {
        const { context } = this;
        let from = 0;
        for (let digit = 0; digit < 10; digit += 1) {
            const cells = labels.reduce((sum, label) => sum + Number(label === digit), 0);
            const y = top + (from / neurons) * high;
            const tall = (cells / neurons) * high;
            context.fillStyle = this.colours[digit] ?? '';
            context.fillRect(GUTTER - 4, y, 3, Math.max(0, tall - 1));
            if (tall > 9) {
                context.fillText(String(digit), 1, y + tall / 2 + 4);
            }
            from += cells;
        }
    }

    #spikes({ labels, neurons, frontEnd }: NetworkInfo, theme: Theme) {
        const { context, record, drawn, row, axis } = this;
        const { low, ratio, wide, bands } = this.#layout();
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
        const { input, exc, inh } = record;
        const x = (step: number | undefined) => GUTTER + ((Number(step) - record.began) / axis) * wide;
        context.fillStyle = css(theme.spark);
        for (; drawn.input < input.length; drawn.input += 2) {
            const cell = input.values[drawn.input + 1] ?? 0;
            if (frontEnd === 'edges') {
                context.fillStyle = this.ways[placeOf(cell).way] ?? '';
            }
            context.fillRect(
                x(input.values[drawn.input]),
                bands.input.top + (cell / INPUTS) * bands.input.high,
                1.2,
                1.2,
            );
        }
        for (; drawn.exc < exc.length; drawn.exc += 2) {
            const cell = exc.values[drawn.exc + 1] ?? 0;
            const digit = labels[cell] ?? -1;
            context.fillStyle = this.colours[digit < 0 ? 10 : digit] ?? '';
            this.#mark(x(exc.values[drawn.exc]) - 1, ((row[cell] ?? 0) + 0.5) / neurons, bands.exc, 2.5, low ? 4 : 8);
        }
        context.fillStyle = css(mix(theme.tile, theme.ink, 0.72));
        for (; drawn.inh < inh.length; drawn.inh += 2) {
            const cell = inh.values[drawn.inh + 1] ?? 0;
            this.#mark(x(inh.values[drawn.inh]) - 1, ((row[cell] ?? 0) + 0.5) / neurons, bands.inh, 2, low ? 3 : 5);
        }
        this.canvas.dataset.drawn = `${drawn.input / 2} ${drawn.exc / 2} ${drawn.inh / 2}`;
    }

    /**
     * A mark in a band, never over its edge.
     * @param share of the band's height
     */
    #mark(x: number, share: number, { top, high }: { top: number; high: number }, wide: number, tall: number) {
        const y = Math.max(top, Math.min(top + high - tall, top + share * high - tall / 2));
        this.context.fillRect(x, y, wide, tall);
    }

    /** The cell whose spike is nearest to a place. */
    #at(px: number, py: number) {
        const { record, row, axis, info } = this;
        const { wide, bands } = this.#layout();
        let best = NEAR;
        let nearest: number | null = null;
        for (let at = 0; at < record.exc.length; at += 2) {
            const cell = record.exc.values[at + 1] ?? 0;
            const x = GUTTER + (((record.exc.values[at] ?? 0) - record.began) / axis) * wide;
            const y = bands.exc.top + (((row[cell] ?? 0) + 0.5) / (info?.neurons ?? 1)) * bands.exc.high;
            const far = Math.hypot(x - px, y - py);
            if (far < best) {
                best = far;
                nearest = cell;
            }
        }
        return nearest;
    }
}

/**
 * How many steps the axis has: those of a look, and those of the rest where one follows.
 * @param length steps to the end of the run
 */
export function axisSteps({ stepsPerLook, dt, metadata }: NetworkInfo, length: number) {
    const rest = Number(metadata.config?.t_rest ?? 0) / dt;
    return length > stepsPerLook ? stepsPerLook + rest : stepsPerLook;
}
