/** One cell on an axis of time: input spikes that one drags, its potential and threshold, its conductances. */
import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import { Chart } from './chart.js';
import { Clock } from './clock.js';
import { MEMBRANE } from './equations.js';
import { Lanes } from './lanes.js';
import { parameter, slider, twin } from './params.js';
import { cellConfig, inputOf, spellNumber, valueOf } from '../kit/lab-setup.js';

/** @typedef {import('../kit/lab-setup.js').Setup} Setup */
/** @typedef {import('../kit/lab-setup.js').CellSetup} CellSetup */
/** @typedef {import('./words-en.js').Words} Words */

/**
 * @typedef {object} Recorded
 * @property {Float32Array} v
 * @property {Float32Array} threshold
 * @property {Float32Array} gE
 * @property {Float32Array} gI
 * @property {Uint32Array} spikes  steps
 * @property {number} peak         mV
 * @property {Uint32Array} drawn   step, input, …
 */

/** The constants that have sliders beside the picture, in their order. */
const BESIDE = ['exc.tau_m', 'exc.tau_g_e', 'exc.tau_g_i', 'exc.v_thresh', 'theta.plus', 'exc.t_ref'];
/** The others that a cell reads. */
const OTHERS = ['exc.v_rest', 'exc.v_reset', 'exc.e_exc', 'exc.e_inh', 'theta.init', 'theta.offset', 'theta.tau', 'refractory', 'dt'];
/** Weights that new spikes get. */
const WEIGHT = { exc: 6, inh: 17 };
/** The paper's argument (sect. 2.1): a white pixel, and a membrane of 20 ms beside that of 100. @type {Partial<CellSetup>} */
const ARGUMENT = { exc: [], inh: [], duration: 1000, poisson: [1, 63.75, 2, 2015], beside: 20, synapses: 'conductance' };
/** A row of the table so often, in ms. */
const EVERY = 10;

/** @param {Float32Array} values */
export function spread(values) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}

export class MembraneLab {
    /**
     * @param {HTMLElement} root
     * @param {object} parts
     * @param {typeof import('../../../pkg/stdp_digits.js').Cell} parts.Cell
     * @param {Words} parts.words
     * @param {readonly import('../kit/constants.js').Constant[]} parts.constants
     * @param {(changes: Partial<CellSetup>) => void} parts.onSet
     * @param {() => boolean} parts.still
     */
    constructor(root, { Cell, words, constants, onSet, still }) {
        this.root = root;
        this.Cell = Cell;
        this.words = words;
        this.onSet = onSet;
        const of = (/** @type {readonly string[]} */ paths) => paths.flatMap((path) => constants.filter((constant) => constant.path === path));
        this.beside = of(BESIDE);
        this.others = of(OTHERS);
        this.adaptive = of(['theta.adaptive']);
        this.problem = '';
        this.clock = new Clock(still, () => this.redraw?.());
        /** The cell, and the one beside it. @type {(Recorded | null)[]} */
        this.recorded = [null, null];
        this.recordedOf = '';
        render(this.#frame(), root);
        this.place = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`[data-place="${name}"]`));
        this.lanes = new Lanes(this.place('cell-lanes'), {
            prefix: 'membrane',
            lanes: [
                { name: 'exc', label: words.excLane, called: words.excSpike },
                { name: 'inh', label: words.inhLane, called: words.inhSpike },
            ],
            says: ({ time, weight }) => words.weighted(time, Number(weight)),
            onChange: (name, spikes) => onSet({ [name]: spikes.map(({ time, weight }) => [time, weight ?? WEIGHT[/** @type {'exc' | 'inh'} */ (name)]]) }),
            onSelect: () => this.redraw?.(),
        });
        this.charts = { time: new Chart(/** @type {HTMLCanvasElement} */ (root.querySelector('[data-testid="membrane-time"]')), words.plain) };
    }

    /** Set by the view: shows again what is known. @type {(() => void) | undefined} */
    redraw;

    /** @param {Setup} setup */
    take({ cell }) {
        this.setup = cell;
        this.clock.rest();
        const spikes = (/** @type {import('../kit/lab-setup.js').Weighted} */ all) => all.map(([time, weight]) => ({ time, weight }));
        this.lanes.update(cell.duration, this.dt, { exc: spikes(cell.exc), inh: spikes(cell.inh) });
    }

    /** Times of all spikes: what comes in, and the cell's own. */
    get events() {
        const { setup, recorded, dt } = this;
        const [first] = recorded;
        const own = Array.from(first?.spikes ?? [], (step) => step * dt);
        const drawn = Array.from(first?.drawn ?? []).filter((_, at) => at % 2 === 0).map((step) => step * dt);
        return [...new Set([...own, ...drawn, ...[...(setup?.exc ?? []), ...(setup?.inh ?? [])].map(([time]) => time)])].sort((a, b) => a - b);
    }

    /** @param {number} now @returns {boolean} whether time goes on */
    tick(now) {
        return this.clock.tick(now, this.setup?.duration ?? 1, this.events);
    }

    get dt() {
        return Number(cellConfig(/** @type {CellSetup} */ (this.setup)).dt ?? 0.5);
    }

    /** @param {Setup} setup */
    show(setup) {
        const { cell } = setup;
        const key = JSON.stringify([cellConfig(cell), inputOf(cell), cell.beside]);
        if (key !== this.recordedOf) {
            this.recordedOf = key;
            this.#ask(cell);
        }
        this.#draw(setup);
    }

    /** @param {CellSetup} cell */
    #ask(cell) {
        try {
            const besides = cell.beside > 0 ? [{ ...cell, changed: new Map([...cell.changed, ['exc.tau_m', cell.beside]]) }] : [];
            this.recorded = [cell, ...besides].map((one) => this.#record(one));
            this.problem = '';
        } catch (error) {
            this.problem = error instanceof Error ? error.message : String(error);
        }
    }

    /** @param {CellSetup} setup @returns {Recorded} */
    #record(setup) {
        const cell = new this.Cell(cellConfig(setup));
        const made = cell.record(inputOf(setup));
        const recorded = { v: made.v(), threshold: made.threshold(), gE: made.gE(), gI: made.gI(), spikes: made.spikes(), peak: made.peak, drawn: made.drawn() };
        made.free();
        cell.free();
        return recorded;
    }

    /** @param {Setup} setup */
    #draw(setup) {
        const { cell } = setup;
        const { words } = this;
        const fill = (/** @type {string} */ name, /** @type {unknown} */ template) => render(template, this.place(name));
        const now = (/** @type {string} */ path) => this.#value(setup, path);
        fill('cell-controls', this.#controls(setup));
        fill('cell-start', this.#start(setup));
        fill('cell-dials', html`${[...this.adaptive, ...this.beside].map((constant) => this.#parameter(setup, constant))}`);
        fill('cell-others', html`${this.others.map((constant) => this.#parameter(setup, constant))}`);
        fill('cell-equation', html`${unsafeHTML(MEMBRANE[cell.synapses])}<p class="says">${words.synapsesSay[cell.synapses]}</p>`);
        const [first, second] = this.recorded;
        if (!first) {
            return;
        }
        Object.assign(this.root.dataset, {
            inputs: String(cell.exc.length + cell.inh.length + first.drawn.length / 2),
            spikes: String(first.spikes.length),
            peak: first.peak.toFixed(3),
            tau: String(now('exc.tau_m')),
            synapse: cell.synapses,
            threshold: now('theta.adaptive') === true ? 'adaptive' : 'fixed',
            refractory: String(now('exc.t_ref')),
            beside: second ? String(second.spikes.length) : '',
        });
        this.#drawTime(setup, first, second ?? null);
        fill('cell-says', this.#says(setup, first, second ?? null));
        const every = Math.max(1, Math.round(EVERY / this.dt));
        const rows = Array.from({ length: Math.floor(first.v.length / every) }, (_, k) => (k + 1) * every - 1);
        fill('cell-twin', twin('membrane-table', words.membraneTable, ['t (ms)', 'v (mV)', words.thresholdName, 'g_e', 'g_i'], rows.map((step) => [words.plain(step * this.dt), words.fixed(Number(first.v[step]), 2), words.fixed(Number(first.threshold[step]), 2), words.fixed(Number(first.gE[step]), 3), words.fixed(Number(first.gI[step]), 3)])));
    }

    /** @param {Setup} setup @param {Recorded} first @param {Recorded | null} second */
    #drawTime({ cell }, first, second) {
        const { words, charts, dt } = this;
        const times = Array.from(first.v, (_, step) => step * dt);
        const all = [first.v, first.threshold, ...(second ? [second.v] : [])];
        const least = Math.floor((all.reduce((low, column) => column.reduce((one, value) => Math.min(one, value), low), Infinity) - 1) / 5) * 5;
        const most = Math.ceil((all.reduce((high, column) => column.reduce((one, value) => Math.max(one, value), high), -Infinity) + 1) / 5) * 5;
        const g = Math.max(1, ...[first.gE, first.gI].map((column) => column.reduce((one, value) => Math.max(one, value), 0)));
        const top = Number(g.toPrecision(2)) >= g ? Number(g.toPrecision(2)) : Number((g * 1.05).toPrecision(2));
        const spikes = (/** @type {Recorded} */ { spikes: steps }, /** @type {import('./chart.js').Colour} */ colour, /** @type {readonly number[]} */ dash) => ({ name: '', x: Array.from(steps, (step) => step * dt), y: Array.from(steps, () => 0), colour, dash, shape: /** @type {const} */ ('ticks') });
        const drawn = Array.from({ length: first.drawn.length / 2 }, (_, k) => Number(first.drawn[2 * k]) * dt);
        charts.time.show({
            from: 0,
            to: cell.duration,
            unit: 'ms',
            at: this.clock.at,
            until: this.clock.at,
            plots: [
                ...(drawn.length > 0 ? [{ name: words.poissonPlot, low: 0, high: 1, size: 18, ticks: [], lines: [{ name: '', x: drawn, y: drawn.map(() => 1), colour: /** @type {const} */ ('ink'), shape: /** @type {const} */ ('ticks') }] }] : []),
                {
                    name: words.vPlot,
                    low: least,
                    high: most,
                    size: 190,
                    ticks: [[least, words.plain(least)], [most, `${words.plain(most)} mV`]],
                    lines: [
                        { name: words.thresholdName, x: times, y: first.threshold, colour: 'quiet', dash: [5, 4] },
                        ...(second ? [{ name: words.tauIs(cell.beside), x: times, y: second.v, colour: /** @type {const} */ ('spark'), dash: [2, 2] }, spikes(second, 'spark', [2, 2])] : []),
                        { name: second ? words.tauIs(Number(this.#value({ cell }, 'exc.tau_m'))) : 'v', x: times, y: first.v, colour: 'ink' },
                        spikes(first, 'ink', []),
                    ],
                },
                { name: words.gPlot, low: 0, high: top, size: 70, ticks: [[0, '0'], [top, words.plain(top)]], lines: [{ name: 'g_e', x: times, y: first.gE, colour: 'spark' }, { name: 'g_i', x: times, y: first.gI, colour: 'cool', dash: [6, 4] }] },
            ],
        });
    }

    /** @param {Pick<Setup, 'cell'>} setup @param {string} path */
    #value(setup, path) {
        const constant = [...this.adaptive, ...this.beside, ...this.others].find((one) => one.path === path);
        return constant === undefined ? 0 : valueOf(/** @type {Setup} */ (setup), 'cell', constant).now;
    }

    /** @param {Setup} setup @param {import('../kit/constants.js').Constant} constant */
    #parameter(setup, constant) {
        const wrong = /^config: (\S+) is /.exec(this.problem)?.[1] === constant.path;
        const onSet = (/** @type {import('../kit/lab-setup.js').Value | null} */ value) => {
            const changed = new Map(setup.cell.changed);
            value === null ? changed.delete(constant.path) : changed.set(constant.path, value);
            this.onSet({ changed });
        };
        return parameter({ prefix: 'membrane-param', constant, ...valueOf(setup, 'cell', constant), wrong, words: this.words, onSet });
    }

    /** @param {Setup} setup */
    #controls({ cell }) {
        const { words, onSet, lanes } = this;
        const { selected } = lanes;
        const spike = selected && cell[/** @type {'exc' | 'inh'} */ (selected.name)][selected.at];
        return html`
            <div class="lab__row">
                <button type="button" class="button" data-testid="membrane-exc-add" @click=${() => lanes.add('exc', WEIGHT.exc)}>${words.addExc}</button>
                <button type="button" class="button" data-testid="membrane-inh-add" @click=${() => lanes.add('inh', WEIGHT.inh)}>${words.addInh}</button>
                <button type="button" class="button" data-testid="membrane-remove" ?disabled=${!spike} @click=${() => lanes.remove()}>${words.remove}</button>
                <button type="button" class="button" data-testid="membrane-play" @click=${() => this.clock.toggle()}>${this.clock.playing ? words.pause : words.play}</button>
                <button type="button" class="button" data-testid="membrane-step" @click=${() => this.clock.step(this.events)}>${words.nextSpike}</button>
                <label class="control">${words.synapses}<select data-testid="membrane-synapses" @change=${(/** @type {Event} */ event) => onSet({ synapses: /** @type {any} */ (event.target).value })}>
                    ${/** @type {const} */ (['conductance', 'current']).map((kind) => html`<option value=${kind} .selected=${kind === cell.synapses}>${words.synapseKinds[kind]}</option>`)}
                </select></label>
                <button type="button" class="button" data-testid="membrane-why" @click=${() => onSet(ARGUMENT)}>${words.whyButton}</button>
            </div>
            <p class="problem" role="alert" data-testid="membrane-problem">${this.problem}</p>`;
    }

    /** @param {Setup} setup */
    #start({ cell }) {
        const { words, onSet } = this;
        const { selected } = this.lanes;
        const spike = selected && cell[/** @type {'exc' | 'inh'} */ (selected.name)][selected.at];
        const [inputs = 0, hertz = 63.75, weight = 2, seed = 2015] = cell.poisson;
        const poisson = (/** @type {Partial<Record<'inputs' | 'hertz' | 'weight' | 'seed', number>>} */ changes) => {
            const now = { inputs, hertz, weight, seed, ...changes };
            onSet({ poisson: now.inputs === 0 ? [] : [now.inputs, now.hertz, now.weight, now.seed] });
        };
        return html`<div class="dials">
                ${spike && selected
                    ? slider({
                          id: 'membrane-weight',
                          label: words.weightOfSpike,
                          value: spike[1],
                          range: [0, 40, 0.5],
                          onSet: (value) => onSet({ [selected.name]: cell[/** @type {'exc' | 'inh'} */ (selected.name)].map((one, at) => (at === selected.at ? [one[0], value] : one)) }),
                      })
                    : nothing}
                ${slider({ id: 'membrane-duration', label: words.duration, value: cell.duration, range: [50, 1000, 10], patient: true, onSet: (value) => onSet({ duration: value, exc: cell.exc.filter(([time]) => time < value), inh: cell.inh.filter(([time]) => time < value) }) })}
                ${slider({ id: 'membrane-poisson', label: words.poissonInputs, value: inputs, range: [0, 20, 1], onSet: (value) => poisson({ inputs: Math.round(value) }) })}
                ${inputs === 0
                    ? nothing
                    : html`${slider({ id: 'membrane-poisson-hertz', label: words.poissonHertz, value: hertz, range: [0, 128, 0.25], onSet: (value) => poisson({ hertz: value }) })}
                      ${slider({ id: 'membrane-poisson-weight', label: words.poissonWeight, value: weight, range: [0, 10, 0.1], onSet: (value) => poisson({ weight: value }) })}
                      ${slider({ id: 'membrane-poisson-seed', label: words.poissonSeed, value: seed, range: null, onSet: (value) => poisson({ seed: Math.round(value) }) })}`}
                ${slider({ id: 'membrane-beside', label: words.besideTau, value: cell.beside, range: [0, 200, 1], onSet: (value) => onSet({ beside: value }) })}
            </div>`;
    }

    /** What the cells make of their input, in numbers. @param {Setup} setup @param {Recorded} first @param {Recorded | null} second */
    #says(setup, first, second) {
        const { words } = this;
        const { cell } = setup;
        const [inputs = 0, hertz = 0] = cell.poisson;
        const rows = [{ tau: Number(this.#value(setup, 'exc.tau_m')), recorded: first }, ...(second ? [{ tau: cell.beside, recorded: second }] : [])];
        return html`<table class="table" data-testid="membrane-figures">
                <thead><tr><th scope="col">tau_m</th>${inputs > 0 ? html`<th scope="col">${words.withinHead}</th>` : nothing}<th scope="col">${words.spikesHead}</th><th scope="col">${words.peakHead}</th><th scope="col">${words.meanHead}</th><th scope="col">${words.spreadHead}</th></tr></thead>
                <tbody>${rows.map(({ tau, recorded }) => {
                    const { mean, deviation } = spread(recorded.v);
                    return html`<tr data-tau=${tau} data-spread=${deviation.toFixed(3)}><th scope="row">${words.ms(tau)}</th>${inputs > 0 ? html`<td data-within=${spellNumber((inputs * hertz * tau) / 1000)}>${words.fixed((inputs * hertz * tau) / 1000, 3)}</td>` : nothing}<td>${recorded.spikes.length}</td><td>${words.fixed(recorded.peak, 2)}</td><td>${words.fixed(mean, 1)}</td><td>${words.fixed(deviation, 2)}</td></tr>`;
                })}</tbody>
            </table>
            ${inputs > 0 && second ? html`<p class="says">${words.whySays}</p>` : nothing}`;
    }

    #frame() {
        const { words } = this;
        return html`
            <h2 id="membrane-title">${words.membraneTitle}</h2>
            <p class="says">${words.membraneText}</p>
            <div data-place="cell-controls"></div>
            <div class="lab__start" data-place="cell-start"></div>
            <div class="lab__bench">
                <div class="lab__stage">
                    <div data-place="cell-lanes" role="group" aria-label=${words.cellLanesLabel}></div>
                    <canvas data-testid="membrane-time" role="img" aria-label=${words.membraneLabel}></canvas>
                    <p class="says">${words.lanesHelp}</p>
                    <div data-place="cell-twin"></div>
                </div>
                <div class="lab__side">
                    <div class="lab__equation" data-place="cell-equation" role="region" aria-label=${words.cellEquationLabel} tabindex="0"></div>
                    <div class="lab__figures" data-place="cell-says" role="region" aria-label=${words.figuresLabel} tabindex="0"></div>
                </div>
            </div>
            <div class="parameters" data-place="cell-dials"></div>
            <details class="lab__parameters"><summary>${words.otherParameters}</summary><div class="parameters" data-place="cell-others"></div></details>
        `;
    }
}
