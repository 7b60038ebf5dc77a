/** Every spike of this look on one strip, behind the scrubber: input spikes above, votes below. */
import { context2d, fit } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';
import type { NetworkInfo } from '../protocol.ts';
import type { Look } from '../record.ts';

const INPUTS = 784;
/** Share of the height that input spikes have. */
const ABOVE = 0.5;

export class Track {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    record: Look;
    info: NetworkInfo | null = null;
    theme: Theme | null = null;
    drawn = { input: 0, exc: 0 };
    version = -1;
    length = 0;
    stale = true;

    constructor(canvas: HTMLCanvasElement, record: Look) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.record = record;
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.stale = true;
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    draw() {
        const { info, theme, record, context, canvas } = this;
        if (info === null || theme === null) {
            return false;
        }
        const { width, height } = canvas;
        // The whole run: earlier looks are empty, for only this one is on record.
        const length = Math.max(1, record.began + record.length);
        if (this.stale || this.version !== record.version || this.length !== length) {
            this.stale = false;
            this.version = record.version;
            this.length = length;
            this.drawn = { input: 0, exc: 0 };
            context.clearRect(0, 0, width, height);
        }
        const ratio = window.devicePixelRatio || 1;
        const x = (step: number) => (step / length) * width;
        context.fillStyle = css(mix(theme.tile, theme.spark, 0.75));
        const { input, exc } = record;
        for (; this.drawn.input < input.length; this.drawn.input += 2) {
            const at = (input.values[this.drawn.input + 1] ?? 0) / INPUTS;
            context.fillRect(x(input.values[this.drawn.input] ?? 0), at * height * ABOVE, ratio, ratio);
        }
        for (; this.drawn.exc < exc.length; this.drawn.exc += 2) {
            const digit = info.labels[exc.values[this.drawn.exc + 1] ?? 0] ?? -1;
            context.fillStyle = css(theme.digits[digit] ?? theme.silent);
            context.fillRect(x(exc.values[this.drawn.exc] ?? 0) - ratio, height * 0.58, 2.5 * ratio, height * 0.42);
        }
        return false;
    }
}
