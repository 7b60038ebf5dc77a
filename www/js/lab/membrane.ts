/** One cell over time: draggable input spikes, potential and threshold, conductances. */

import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Words } from '../../words/en/lab.ts';
import { at } from '../kit/arrays.ts';
import type { Value } from '../kit/config.ts';
import type { Constant } from '../kit/constants.ts';
import { reveal } from '../kit/dom.ts';
import { fieldValue } from '../kit/form-field.ts';
import type { CellSetup, Setup, Weighted } from '../kit/lab-setup.ts';
import { cellConfig, cellValue, inputOf, spellNumber } from '../kit/lab-setup.ts';
import { factsOf, reasonOf } from '../kit/library-error.ts';
import { Chart } from './chart.ts';
import { Clock } from './clock.ts';
import { MEMBRANE } from './equations.ts';
import { Lanes } from './lanes.ts';
import { membranePlots } from './membrane-plots.ts';
import { parameter, slider, twin } from './params.ts';
import type { Recording } from './recording.ts';
import { drawnTimes, record, spikeTimes, spread, stepOf } from './recording.ts';

/** The constants of a cell, the most telling first. */
export const CONSTANTS = [
    'theta.adaptive',
    'exc.tau_m',
    'exc.tau_g_e',
    'exc.tau_g_i',
    'exc.v_thresh',
    'theta.plus',
    'exc.t_ref',
    'exc.v_rest',
    'exc.v_reset',
    'exc.e_exc',
    'exc.e_inh',
    'theta.init',
    'theta.offset',
    'theta.tau',
    'refractory',
    'dt',
];
/** Weights of new spikes. */
const WEIGHT = { exc: 6, inh: 17 };
/** The paper's argument (sect. 2.1): a white pixel, and a membrane with 20 ms beside one with 100. */
const ARGUMENT: Partial<CellSetup> = {
    exc: [],
    inh: [],
    duration: 1000,
    poisson: [1, 63.75, 2, 2015],
    beside: 20,
    synapses: 'conductance',
};
/** Time between two rows of the table, in ms. */
const EVERY = 10;

interface Parts extends Pick<MembraneLab, 'Cell' | 'words' | 'onSet'> {
    constants: readonly Constant[];
    /** whether nothing may glide */
    still: () => boolean;
}

export class MembraneLab {
    root: HTMLElement;
    Cell: typeof import('../../../pkg/stdp_digits.js').Cell;
    words: Words;
    onSet: (changes: Partial<CellSetup>) => void;
    constants: Constant[];
    problem = '';
    /** The constant that caused the problem, or ''. */
    wrongField = '';
    clock: Clock;
    /** The cell, and the one beside it. */
    recorded: [] | [Recording] | [Recording, Recording] = [];
    recordedOf = '';
    place: (name: string) => HTMLElement;
    lanes: Lanes<'exc' | 'inh'>;
    charts: { time: Chart };
    setup: CellSetup | undefined;

    constructor(root: HTMLElement, { Cell, words, constants, onSet, still }: Parts) {
        this.root = root;
        this.Cell = Cell;
        this.words = words;
        this.onSet = onSet;
        this.constants = CONSTANTS.flatMap((path) => constants.filter((constant) => constant.path === path));
        this.clock = new Clock(still, () => this.redraw?.());
        render(this.#frame(), root);
        this.place = (name: string) => root.querySelector(`[data-place="${name}"]`) as HTMLElement;
        this.lanes = new Lanes(this.place('cell-lanes'), {
            prefix: 'membrane',
            lanes: [
                { name: 'exc', label: words.excLane, called: words.excSpike },
                { name: 'inh', label: words.inhLane, called: words.inhSpike },
            ],
            says: ({ time, weight }) => words.weighted(time, weight ?? 0),
            onChange: (name, spikes) =>
                onSet({ [name]: spikes.map(({ time, weight }) => [time, weight ?? WEIGHT[name]]) }),
            onSelect: () => this.redraw?.(),
        });
        this.charts = {
            time: new Chart(root.querySelector('[data-testid="membrane-time"]') as HTMLCanvasElement, words.plain),
        };
    }

    /** Set by the view: requests a redraw. */
    redraw: (() => void) | undefined;

    take({ cell }: Setup) {
        this.setup = cell;
        this.clock.rest();
        const spikes = (all: Weighted) => all.map(([time, weight]) => ({ time, weight }));
        this.lanes.update(cell.duration, stepOf(cell), { exc: spikes(cell.exc), inh: spikes(cell.inh) });
    }

    /** Times of all spikes, the inputs' and the cell's own. */
    get events() {
        const { setup, recorded } = this;
        const [first] = recorded;
        const told = first ? [...spikeTimes(first), ...drawnTimes(first)] : [];
        const given = [...(setup?.exc ?? []), ...(setup?.inh ?? [])].map(([time]) => time);
        return [...new Set([...told, ...given])].sort((a, b) => a - b);
    }

    /** @returns whether the clock is still playing */
    tick(now: number): boolean {
        return this.clock.tick(now, this.setup?.duration ?? 1, this.events);
    }

    show({ cell }: Setup) {
        const key = JSON.stringify([cellConfig(cell), inputOf(cell), cell.beside]);
        if (key !== this.recordedOf) {
            this.recordedOf = key;
            this.#ask(cell);
        }
        this.#draw(cell);
    }

    #ask(cell: CellSetup) {
        try {
            const first = record(this.Cell, cell, Number(this.#value(cell, 'exc.tau_m')));
            const other = { ...cell, changed: new Map(cell.changed).set('exc.tau_m', cell.beside) };
            this.recorded = cell.beside > 0 ? [first, record(this.Cell, other, cell.beside)] : [first];
            this.problem = '';
            this.wrongField = '';
        } catch (error) {
            this.problem = reasonOf(error, this.words.faults);
            this.wrongField = factsOf(error)?.field ?? '';
        }
    }

    #draw(cell: CellSetup) {
        const { words } = this;
        const fill = (name: string, template: unknown) => render(template, this.place(name));
        const now = (path: string) => this.#value(cell, path);
        fill('cell-controls', this.#controls());
        fill('cell-spikes', this.#spikes(cell));
        fill('cell-start', this.#start(cell));
        fill('cell-parameters', html`${this.constants.map((constant) => this.#parameter(cell, constant))}`);
        if (this.problem !== '') {
            reveal(this.place('cell-parameters'));
        }
        fill(
            'cell-equation',
            html`${unsafeHTML(MEMBRANE[cell.synapses])}<p class="says">${words.synapsesSay[cell.synapses]}</p>`,
        );
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
        const { at: time } = this.clock;
        this.charts.time.show({
            from: 0,
            to: cell.duration,
            unit: 'ms',
            at: time,
            until: time,
            plots: membranePlots(first, second ?? null, words),
        });
        fill('cell-says', this.#says(cell));
        fill('cell-twin', this.#table(first));
    }

    #table({ dt, v, threshold, gE, gI }: Recording) {
        const { words } = this;
        const every = Math.max(1, Math.round(EVERY / dt));
        const rows = Array.from({ length: Math.floor(v.length / every) }, (_, k) => (k + 1) * every - 1);
        return twin(
            'membrane-table',
            words.membraneTable,
            words.membraneHead,
            rows.map((step) => [
                words.plain(step * dt),
                words.fixed(at(v, step), 2),
                words.fixed(at(threshold, step), 2),
                words.fixed(at(gE, step), 3),
                words.fixed(at(gI, step), 3),
            ]),
        );
    }

    #value(cell: CellSetup, path: string) {
        const constant = this.constants.find((one) => one.path === path);
        return constant === undefined ? 0 : cellValue(cell, constant).now;
    }

    #parameter(cell: CellSetup, constant: Constant) {
        const wrong = this.wrongField === constant.path;
        const onSet = (value: Value | null) => {
            const changed = new Map(cell.changed);
            value === null ? changed.delete(constant.path) : changed.set(constant.path, value);
            this.onSet({ changed });
        };
        return parameter({
            prefix: 'membrane-param',
            constant,
            ...cellValue(cell, constant),
            wrong,
            words: this.words,
            onSet,
        });
    }

    #controls() {
        const { words, onSet } = this;
        return html`
            <div class="lab__row">
                <button type="button" class="button" data-testid="membrane-play" @click=${() => this.clock.toggle()}>${this.clock.playing ? words.pause : words.play}</button>
                <button type="button" class="button" data-testid="membrane-step" @click=${() => this.clock.step(this.events)}>${words.nextSpike}</button>
                <button type="button" class="button" data-testid="membrane-why" @click=${() => onSet(ARGUMENT)}>${words.whyButton}</button>
            </div>
            <p class="problem" role="alert" data-testid="membrane-problem">${this.problem}</p>`;
    }

    /** What changes the spikes, for those who do not drag them. */
    #spikes(cell: CellSetup) {
        const { words, onSet, lanes } = this;
        const { selected } = lanes;
        const spike = selected && cell[selected.name][selected.at];
        return html`<div class="lab__row">
                <button type="button" class="button" data-testid="membrane-exc-add" @click=${() => lanes.add('exc', WEIGHT.exc)}>${words.addExc}</button>
                <button type="button" class="button" data-testid="membrane-inh-add" @click=${() => lanes.add('inh', WEIGHT.inh)}>${words.addInh}</button>
                <button type="button" class="button" data-testid="membrane-remove" ?disabled=${!spike} @click=${() => lanes.remove()}>${words.remove}</button>
                ${
                    spike && selected
                        ? slider({
                              id: 'membrane-weight',
                              label: words.weightOfSpike,
                              value: spike[1],
                              range: [0, 40, 0.5],
                              onSet: (value) =>
                                  onSet({
                                      [selected.name]: cell[selected.name].map((one, at) =>
                                          at === selected.at ? [one[0], value] : one,
                                      ),
                                  }),
                          })
                        : nothing
                }
            </div>`;
    }

    #start(cell: CellSetup) {
        const { words, onSet } = this;
        const [inputs = 0, hertz = 63.75, weight = 2, seed = 2015] = cell.poisson;
        const poisson = (changes: Partial<Record<'inputs' | 'hertz' | 'weight' | 'seed', number>>) => {
            const now = { inputs, hertz, weight, seed, ...changes };
            onSet({ poisson: now.inputs === 0 ? [] : [now.inputs, now.hertz, now.weight, now.seed] });
        };
        return html`<label class="control">${words.synapses}<select data-testid="membrane-synapses" @change=${(event: Event) => onSet({ synapses: fieldValue(event) === 'current' ? 'current' : 'conductance' })}>
                ${(['conductance', 'current'] as const).map((kind) => html`<option value=${kind} .selected=${kind === cell.synapses}>${words.synapseKinds[kind]}</option>`)}
            </select></label>
            ${slider({ id: 'membrane-duration', label: words.duration, value: cell.duration, range: [50, 1000, 10], patient: true, onSet: (value) => onSet({ duration: value, exc: cell.exc.filter(([time]) => time < value), inh: cell.inh.filter(([time]) => time < value) }) })}
            ${slider({ id: 'membrane-beside', label: words.besideTau, value: cell.beside, range: [0, 200, 1], onSet: (value) => onSet({ beside: value }) })}
            ${slider({ id: 'membrane-poisson', label: words.poissonInputs, value: inputs, range: [0, 20, 1], onSet: (value) => poisson({ inputs: Math.round(value) }) })}
            ${
                inputs === 0
                    ? nothing
                    : html`${slider({ id: 'membrane-poisson-hertz', label: words.poissonHertz, value: hertz, range: [0, 128, 0.25], onSet: (value) => poisson({ hertz: value }) })}
                  ${slider({ id: 'membrane-poisson-weight', label: words.poissonWeight, value: weight, range: [0, 10, 0.1], onSet: (value) => poisson({ weight: value }) })}
                  ${slider({ id: 'membrane-poisson-seed', label: words.poissonSeed, value: seed, range: null, onSet: (value) => poisson({ seed: Math.round(value) }) })}`
            }`;
    }

    /** What the cells make of their input, in numbers. */
    #says({ poisson }: CellSetup) {
        const { words, recorded } = this;
        const [inputs = 0, hertz = 0] = poisson;
        return html`<table class="table" data-testid="membrane-figures">
                <thead><tr><th scope="col">${words.tauHead}</th>${inputs > 0 ? html`<th scope="col">${words.withinHead}</th>` : nothing}<th scope="col">${words.spikesHead}</th><th scope="col">${words.peakHead}</th><th scope="col">${words.meanHead}</th><th scope="col">${words.spreadHead}</th></tr></thead>
                <tbody>${recorded.map(({ tau, v, spikes, peak }) => {
                    const { mean, deviation } = spread(v);
                    return html`<tr data-tau=${tau} data-spread=${deviation.toFixed(3)}><th scope="row">${words.ms(tau)}</th>${inputs > 0 ? html`<td data-within=${spellNumber((inputs * hertz * tau) / 1000)}>${words.fixed((inputs * hertz * tau) / 1000, 3)}</td>` : nothing}<td>${spikes.length}</td><td>${words.fixed(peak, 2)}</td><td>${words.fixed(mean, 1)}</td><td>${words.fixed(deviation, 2)}</td></tr>`;
                })}</tbody>
            </table>
            ${inputs > 0 && recorded.length > 1 ? html`<p class="says">${words.whySays}</p>` : nothing}`;
    }

    #frame() {
        const { words } = this;
        return html`
            <h2 id="membrane-title">${words.membraneTitle}</h2>
            <p class="says">${words.membraneText}</p>
            <div data-place="cell-controls"></div>
            <div class="lab__bench">
                <div class="lab__stage">
                    <div data-place="cell-lanes" role="group" aria-label=${words.cellLanesLabel}></div>
                    <canvas data-testid="membrane-time" role="img" aria-label=${words.membraneLabel}></canvas>
                    <div data-place="cell-spikes"></div>
                    <p class="says">${words.lanesHelp}</p>
                    <div data-place="cell-twin"></div>
                </div>
                <div class="lab__side">
                    <div class="lab__equation" data-place="cell-equation" role="region" aria-label=${words.cellEquationLabel} tabindex="0"></div>
                    <div class="lab__figures" data-place="cell-says" role="region" aria-label=${words.figuresLabel} tabindex="0"></div>
                </div>
            </div>
            <details class="lab__parameters" data-testid="membrane-parameters">
                <summary>${words.cellParameters}</summary>
                <div class="parameters" data-place="cell-start"></div>
                <div class="parameters" data-place="cell-parameters"></div>
            </details>
        `;
    }
}
