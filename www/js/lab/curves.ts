/** The curves of a rule: what pairs of spikes do to a weight, against their interval, the weight and their frequency. */
import { html, render } from 'lit-html';
import type { Synapse } from '../../../pkg/stdp_digits.js';
import type { Words } from '../../words/en/lab.ts';
import { at } from '../kit/arrays.ts';
import type { SynapseSetup } from '../kit/lab-setup.ts';
import { synapseConfig } from '../kit/lab-setup.ts';
import type { Plot } from './chart.ts';
import { Chart, limits } from './chart.ts';
import { slider, twin } from './params.ts';

/** What the library answers: Δw at some places, of one kind of pairs or of two. */
interface Curve {
    x: number[];
    columns: Float32Array[];
}

/** Range of the window on either side, in ms. */
const WINDOW = 100;
/** End of the frequency curve, in Hz. */
const FASTEST = 50;
const SIZE = 150;

const span = (from: number, to: number, parts: number) =>
    Array.from({ length: parts + 1 }, (_, k) => Number((from + ((to - from) * k) / parts).toPrecision(9)));

export class Curves {
    words: Words;
    onSet: (changes: Partial<SynapseSetup>) => void;
    answers: { window: Curve; weight: Curve; hertz: Curve } | null = null;
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
        const curve = (over: 'interval' | 'weight' | 'hertz', x: number[], intervals: readonly number[]): Curve => ({
            x,
            columns: intervals.map((one) => synapse.curve({ ...pairs, interval: one }, over, Float32Array.from(x))),
        });
        const far = Math.abs(interval);
        this.answers = {
            window: curve('interval', span(-WINDOW, WINDOW, 200), [interval]),
            weight: curve('weight', span(0, Number(synapseConfig(setup).w_max ?? 1), 50), [far, -far]),
            hertz: curve('hertz', span(1, FASTEST, FASTEST - 1), [far, -far]),
        };
        this.of = key;
    }

    draw(setup: SynapseSetup) {
        const { words, charts, answers } = this;
        const fill = (name: string, template: unknown) => render(template, this.place(name));
        fill('pairs', this.#controls(setup));
        if (answers === null) {
            return;
        }
        const { window, weight, hertz } = answers;
        Object.assign(charts.window.canvas.dataset, {
            repetitions: String(setup.repetitions),
            hertz: String(setup.hertz),
        });
        const far = Math.abs(setup.interval);
        const signs = [far, -far].map((one) => `Δt = ${words.plain(one)} ms`);
        charts.window.show({ from: -WINDOW, to: WINDOW, unit: 'ms', plots: [plotOf(window, [''], words)] });
        charts.weight.show({
            from: 0,
            to: Math.max(...weight.x),
            unit: '',
            at: setup.weight,
            plots: [plotOf(weight, signs, words)],
        });
        charts.hertz.show({
            from: 0,
            to: FASTEST,
            unit: 'Hz',
            at: setup.hertz <= FASTEST ? setup.hertz : null,
            plots: [plotOf(hertz, signs, words)],
        });
        fill('window-twin', twin('lab-window-table', words.windowTable, ['Δt (ms)', 'Δw'], rowsOf(window, words)));
        fill('weight-twin', twin('lab-weight-table', words.weightTable, ['w', ...signs], rowsOf(weight, words)));
        fill('hertz-twin', twin('lab-frequency-table', words.hertzTable, ['Hz', ...signs], rowsOf(hertz, words)));
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

/** @param names of its columns */
function plotOf({ x, columns }: Curve, names: readonly string[], { short }: Words): Plot {
    const [low, high] = limits(columns, 1e-6);
    return {
        name: 'Δw',
        low,
        high,
        size: SIZE,
        ticks: [[low, short(low)], [high, short(high)], ...(low < 0 && high > 0 ? [[0, '0'] as const] : [])],
        lines: columns.map((y, nth) => ({
            name: names[nth] ?? '',
            x,
            y,
            colour: nth === 0 ? 'ink' : 'spark',
            dash: nth === 0 ? [] : [5, 4],
        })),
    };
}

const rowsOf = ({ x, columns }: Curve, { plain, short }: Words) =>
    x.map((place, nth) => [plain(place), ...columns.map((column) => short(at(column, nth)))]);
