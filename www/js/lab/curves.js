/** The curves of a rule: what pairs of spikes do to a weight, over their interval, over the weight, and over how often they come. */
import { html, render } from 'lit-html';
import { Chart, limits } from './chart.js';
import { slider, twin } from './params.js';
import { synapseConfig } from '../kit/lab-setup.js';

/** @typedef {import('../kit/lab-setup.js').SynapseSetup} SynapseSetup */
/** @typedef {import('./words-en.js').Words} Words */
/** @typedef {{ window: Float32Array, weight: Float32Array[], hertz: Float32Array[], at: { window: number[], weight: number[], hertz: number[] } }} Answers */

/** The window goes so far to either side, in ms. */
const WINDOW = 100;
/** The curve of frequencies goes so far, in Hz. */
const FASTEST = 50;
const SIZE = 150;

/** @param {number} from @param {number} to @param {number} parts */
const span = (from, to, parts) => Array.from({ length: parts + 1 }, (_, k) => Number((from + ((to - from) * k) / parts).toPrecision(9)));

export class Curves {
    /**
     * @param {HTMLElement} root
     * @param {Words} words
     * @param {(changes: Partial<SynapseSetup>) => void} onSet
     */
    constructor(root, words, onSet) {
        this.words = words;
        this.onSet = onSet;
        /** @type {Answers | null} */
        this.answers = null;
        this.of = '';
        render(this.#frame(), root);
        this.place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-place="${name}"]`));
        const chart = (/** @type {string} */ name) => new Chart(/** @type {HTMLCanvasElement} */ (root.querySelector(`[data-testid="${name}"]`)), words.plain);
        this.charts = { window: chart('lab-window'), weight: chart('lab-weight'), hertz: chart('lab-frequency') };
    }

    /**
     * @param {import('../../../pkg/stdp_digits.js').Synapse} synapse
     * @param {SynapseSetup} setup
     */
    ask(synapse, setup) {
        const { weight, repetitions, hertz, interval } = setup;
        const key = JSON.stringify([synapseConfig(setup), weight, repetitions, hertz, interval]);
        if (key === this.of) {
            return;
        }
        const pairs = { weight, repetitions, hertz, interval };
        const at = { window: span(-WINDOW, WINDOW, 200), weight: span(0, Number(synapseConfig(setup).w_max ?? 1), 50), hertz: span(1, FASTEST, FASTEST - 1) };
        const far = Math.abs(interval);
        const both = (/** @type {'weight' | 'hertz'} */ over) => [far, -far].map((one) => synapse.curve({ ...pairs, interval: one }, over, Float32Array.from(at[over])));
        this.answers = { at, window: synapse.curve(pairs, 'interval', Float32Array.from(at.window)), weight: both('weight'), hertz: both('hertz') };
        this.of = key;
    }

    /** @param {SynapseSetup} setup */
    draw(setup) {
        const { words, charts, answers } = this;
        const { short, plain } = words;
        const fill = (/** @type {string} */ name, /** @type {unknown} */ template) => render(template, this.place(name));
        fill('pairs', this.#controls(setup));
        if (answers === null) {
            return;
        }
        const { at, window, weight, hertz } = answers;
        Object.assign(charts.window.canvas.dataset, { repetitions: String(setup.repetitions), hertz: String(setup.hertz) });
        const plot = (/** @type {readonly Float32Array[]} */ columns) => {
            const [low, high] = limits(columns, 1e-6);
            return { name: 'Δw', low, high, size: SIZE, ticks: /** @type {[number, string][]} */ ([[low, short(low)], [high, short(high)], ...(low < 0 && high > 0 ? [[0, '0']] : [])]) };
        };
        const far = Math.abs(setup.interval);
        const signs = [far, -far].map((one) => `Δt = ${plain(one)} ms`);
        const pair = (/** @type {readonly number[]} */ x, /** @type {readonly Float32Array[]} */ columns) =>
            columns.map((y, k) => ({ name: String(signs[k]), x, y, colour: k === 0 ? /** @type {const} */ ('ink') : /** @type {const} */ ('spark'), dash: k === 0 ? [] : [5, 4] }));
        charts.window.show({ from: -WINDOW, to: WINDOW, unit: 'ms', plots: [{ ...plot([window]), lines: [{ name: '', x: at.window, y: window, colour: 'ink' }] }] });
        charts.weight.show({ from: 0, to: Number(at.weight.at(-1)), unit: '', at: setup.weight, plots: [{ ...plot(weight), lines: pair(at.weight, weight) }] });
        charts.hertz.show({ from: 0, to: FASTEST, unit: 'Hz', at: setup.hertz <= FASTEST ? setup.hertz : null, plots: [{ ...plot(hertz), lines: pair(at.hertz, hertz) }] });
        const rows = (/** @type {readonly number[]} */ x, /** @type {readonly Float32Array[]} */ columns) => x.map((value, k) => [plain(value), ...columns.map((column) => short(Number(column[k])))]);
        fill('window-twin', twin('lab-window-table', words.windowTable, ['Δt (ms)', 'Δw'], rows(at.window, [window])));
        fill('weight-twin', twin('lab-weight-table', words.weightTable, ['w', ...signs], rows(at.weight, weight)));
        fill('hertz-twin', twin('lab-frequency-table', words.hertzTable, ['Hz', ...signs], rows(at.hertz, hertz)));
    }

    /** @param {SynapseSetup} setup */
    #controls({ repetitions, hertz, interval, rule }) {
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
        const figure = (/** @type {string} */ id, /** @type {string} */ title, /** @type {string} */ over, /** @type {string} */ says, /** @type {string} */ table) => html`<section class="lab__curve" aria-labelledby="${id}-title">
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
