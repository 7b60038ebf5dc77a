/** Accuracy against images learned from, for one or more runs. uPlot is loaded when there is a curve to draw. */

import type { Words } from '../../../words/en/train.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css } from '../../kit/colormap.ts';
import type { Point } from '../run/store.ts';

export type Line = { name: string; points: readonly Point[] };

const HEIGHT = 200;
/** Dash patterns tell the lines apart without colour. */
const DASHES = [[], [8, 4], [2, 3], [8, 3, 2, 3]];

/**
 * All lines on a shared axis.
 * @returns image counts, then the accuracy of each line in percent, null where it has no point
 */
export function table(lines: readonly Line[]): [number[], ...(number | null)[][]] {
    const images = [...new Set(lines.flatMap(({ points }) => points.map((point) => point.images)))].sort(
        (a, b) => a - b,
    );
    const columns = lines.map(({ points }) => {
        const of = new Map(points.map((point) => [point.images, (100 * point.correct) / point.shown]));
        return images.map((at) => of.get(at) ?? null);
    });
    return [images, ...columns];
}

export class Curve {
    place: HTMLElement;
    words: Words;
    lines: readonly Line[] = [];
    theme: Theme | null = null;
    plot: import('uplot') | null = null;
    drawing = false;

    constructor(place: HTMLElement, words: Words) {
        this.place = place;
        this.words = words;
    }

    /** @param lines the current run first */
    async update(lines: readonly Line[]) {
        this.lines = lines;
        if (this.plot && this.plot.series.length === lines.length + 1) {
            this.plot.setData(table(lines));
        } else {
            await this.#make();
        }
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.#make();
    }

    resize() {
        this.plot?.setSize({ width: this.place.clientWidth, height: HEIGHT });
    }

    async #make() {
        if (this.drawing || this.theme === null || this.lines.every(({ points }) => points.length === 0)) {
            return;
        }
        this.drawing = true;
        const { default: Plot } = await import('uplot');
        this.drawing = false;
        const { theme, words } = this;
        const ink = css(theme.ink);
        const colours = [theme.spark, theme.digits[0], theme.digits[3], theme.digits[4]];
        const axis = {
            stroke: ink,
            font: `12px ${theme.type}`,
            labelFont: `12px ${theme.type}`,
            labelSize: 18,
            grid: { stroke: css(theme.tile) },
            ticks: { stroke: css(theme.silent), size: 4 },
        };
        this.plot?.destroy();
        this.plot = new Plot(
            {
                width: Math.max(200, this.place.clientWidth),
                height: HEIGHT,
                // Names alone: beside them uPlot would write `--` until a curve is pointed at.
                legend: { show: this.lines.length > 1, live: false },
                cursor: { drag: { x: false, y: false } },
                scales: { x: { time: false }, y: { range: [0, 100] } },
                axes: [
                    { ...axis, label: words.axisImages, values: (_, ticks) => ticks.map((tick) => words.short(tick)) },
                    { ...axis, label: words.axisRight, size: 40 },
                ],
                series: [
                    { label: words.axisImages },
                    ...this.lines.map(({ name }, at) => ({
                        label: name,
                        stroke: css(colours[at % colours.length] ?? theme.ink),
                        width: at === 0 ? 2 : 1.5,
                        dash: DASHES[at % DASHES.length] ?? [],
                        spanGaps: true,
                        points: { show: true, size: 5 },
                    })),
                ],
            },
            table(this.lines),
            this.place,
        );
    }
}
