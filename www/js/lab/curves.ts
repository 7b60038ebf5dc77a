/** The curves of a rule: what pairs of spikes do to a weight, over their interval, over the weight, and over how often they come. */
import { html, render } from 'lit-html';
import type { Synapse } from '../../../pkg/stdp_digits.js';
import { at } from '../kit/arrays.ts';
import type { SynapseSetup } from '../kit/lab-setup.ts';
import { synapseConfig } from '../kit/lab-setup.ts';
import { Chart, limits } from './chart.ts';
import { slider, twin } from './params.ts';
import type { Words } from './words-en.ts';

type Answers = {
    window: Float32Array;
    weight: Float32Array[];
    hertz: Float32Array[];
    /** where each was asked */
    x: { window: number[]; weight: number[]; hertz: number[] };
};

/** The window goes so far to either side, in ms. */
const WINDOW = 100;
/** The curve of frequencies goes so far, in Hz. */
const FASTEST = 50;
const SIZE = 150;

const span = (from: number, to: number, parts: number) =>
    Array.from({ length: parts + 1 }, (_, k) => Number((from + ((to - from) * k) / parts).toPrecision(9)));

export class Curves {
    words: Words;
    onSet: (changes: Partial<SynapseSetup>) => void;
    answers: Answers | null = null;
    of = '';
    place: (name: string) => HTMLElement;
    charts: { window: Chart; weight: Chart; hertz: Chart };

    constructor(root: HTMLElement, words: Words, onSet: (changes: Partial<SynapseSetup>) => void) {
        this.words = words;
        this.onSet = onSet;
        render(this.#frame(), root);
        this.place = (name: string) => root.querySelector(`[data-place="${name}"]`) as HTMLElement;
        const chart = (name: string) =>
            new Chart(root.querySelector(`[data-testid="${name}"]`) as HTMLCanvasElement, words.plain);
        this.charts = { window: chart('lab-window'), weight: chart('lab-weight'), hertz: chart('lab-frequency') };
    }

    ask(synapse: Synapse, setup: SynapseSetup) {
        const { weight, repetitions, hertz, interval } = setup;
        const key = JSON.stringify([synapseConfig(setup), weight, repetitions, hertz, interval]);
        if (key === this.of) {
            return;
        }
        const pairs = { weight, repetitions, hertz, interval };
        const x = {
            window: span(-WINDOW, WINDOW, 200),
            weight: span(0, Number(synapseConfig(setup).w_max ?? 1), 50),
            hertz: span(1, FASTEST, FASTEST - 1),
        };
        const far = Math.abs(interval);
        const both = (over: 'weight' | 'hertz') =>
            [far, -far].map((one) => synapse.curve({ ...pairs, interval: one }, over, Float32Array.from(x[over])));
        this.answers = {
            x,
            window: synapse.curve(pairs, 'interval', Float32Array.from(x.window)),
            weight: both('weight'),
            hertz: both('hertz'),
        };
        this.of = key;
    }

    draw(setup: SynapseSetup) {
        const { words, charts, answers } = this;
        const { short, plain } = words;
        const fill = (name: string, template: unknown) => render(template, this.place(name));
        fill('pairs', this.#controls(setup));
        if (answers === null) {
            return;
        }
        const { x, window, weight, hertz } = answers;
        Object.assign(charts.window.canvas.dataset, {
            repetitions: String(setup.repetitions),
            hertz: String(setup.hertz),
        });
        const plot = (columns: readonly Float32Array[]) => {
            const [low, high] = limits(columns, 1e-6);
            return {
                name: 'Δw',
                low,
                high,
                size: SIZE,
                ticks: [[low, short(low)], [high, short(high)], ...(low < 0 && high > 0 ? [[0, '0']] : [])] as [
                    number,
                    string,
                ][],
            };
        };
        const far = Math.abs(setup.interval);
        const signs = [far, -far].map((one) => `Δt = ${plain(one)} ms`);
        const pair = (places: readonly number[], columns: readonly Float32Array[]) =>
            columns.map((y, k) => ({
                name: at(signs, k),
                x: places,
                y,
                colour: k === 0 ? ('ink' as const) : ('spark' as const),
                dash: k === 0 ? [] : [5, 4],
            }));
        charts.window.show({
            from: -WINDOW,
            to: WINDOW,
            unit: 'ms',
            plots: [{ ...plot([window]), lines: [{ name: '', x: x.window, y: window, colour: 'ink' }] }],
        });
        charts.weight.show({
            from: 0,
            to: Math.max(...x.weight),
            unit: '',
            at: setup.weight,
            plots: [{ ...plot(weight), lines: pair(x.weight, weight) }],
        });
        charts.hertz.show({
            from: 0,
            to: FASTEST,
            unit: 'Hz',
            at: setup.hertz <= FASTEST ? setup.hertz : null,
            plots: [{ ...plot(hertz), lines: pair(x.hertz, hertz) }],
        });
        const rows = (places: readonly number[], columns: readonly Float32Array[]) =>
            places.map((place, k) => [plain(place), ...columns.map((column) => short(at(column, k)))]);
        fill('window-twin', twin('lab-window-table', words.windowTable, ['Δt (ms)', 'Δw'], rows(x.window, [window])));
        fill('weight-twin', twin('lab-weight-table', words.weightTable, ['w', ...signs], rows(x.weight, weight)));
        fill('hertz-twin', twin('lab-frequency-table', words.hertzTable, ['Hz', ...signs], rows(x.hertz, hertz)));
    }

    #controls({ repetitions, hertz, interval, rule }: SynapseSetup) {
        const { words, onSet } = this;
        return html`<div class="dials">
                ${slider({ id: 'lab-repetitions', label: words.repetitions, value: repetitions, range: [1, 60, 1], onSet: (value) => onSet({ repetitions: Math.round(value) }) })}
                ${slider({ id: 'lab-hertz', label: words.hertz, value: hertz, range: [1, FASTEST, 1], onSet: (value) => onSet({ hertz: value }) })}
                ${slider({ id: 'lab-interval', label: words.interval, value: interval, range: [1, WINDOW, 1], onSet: (value) => onSet({ interval: value }) })}
            </div>
            <p class="says">${words.ruleSays[rule]}</p>`;
    }

    #frame() {
        const { words } = this;
        const figure = (
            id: string,
            title: string,
            over: string,
            says: string,
            table: string,
        ) => html`<section class="lab__curve" aria-labelledby="${id}-title">
            <h3 id="${id}-title" class="lab__sub">${title}</h3>
            <p class="says">${over}</p>
            <canvas data-testid=${id} role="img" aria-label=${says}></canvas>
            <div data-place=${table}></div>
        </section>`;
        return html`
            <h2>${words.pairsTitle}</h2>
            <p class="says">${words.pairsText}</p>
            <div data-place="pairs"></div>
            <div class="lab__curves">
                ${figure('lab-window', words.windowTitle, words.afterInterval, words.windowLabel, 'window-twin')}
                ${figure('lab-weight', words.weightTitle, words.fromWeight, words.weightLabel, 'weight-twin')}
                ${figure('lab-frequency', words.hertzTitle, words.overHertz, words.hertzLabel, 'hertz-twin')}
            </div>
        `;
    }
}
