/** One synapse on an axis of time: its spikes, traces and weight, each change with its equation; and the curves of its rule. */

import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Words } from '../../words/en/lab.ts';
import { at } from '../kit/arrays.ts';
import type { Value } from '../kit/config.ts';
import type { Constant, Rule } from '../kit/constants.ts';
import { reveal } from '../kit/dom.ts';
import { fieldValue } from '../kit/form-field.ts';
import type { Setup, SynapseSetup } from '../kit/lab-setup.ts';
import { RULES, spellNumber, synapseConfig, synapseValue, TEXTBOOK } from '../kit/lab-setup.ts';
import { factsOf, reasonOf } from '../kit/library-error.ts';
import { Chart } from './chart.ts';
import { Clock } from './clock.ts';
import { Curves } from './curves.ts';
import { RULE, SUM } from './equations.ts';
import type { Change, History } from './history.ts';
import { historyOf, stepOf } from './history.ts';
import { historyPlots } from './history-plots.ts';
import { Lanes } from './lanes.ts';
import { parameter, slider, twin } from './params.ts';
import { filled } from './sums.ts';

/** The constants that any rule has beside its own. */
export const CONSTANTS = ['w_max', 'additive_traces', 'dt'];

interface Parts extends Pick<SynapseLab, 'Synapse' | 'words' | 'rules' | 'onSet'> {
    constants: readonly Constant[];
    /** whether nothing may glide */
    still: () => boolean;
}

export class SynapseLab {
    root: HTMLElement;
    Synapse: typeof import('../../../pkg/stdp_digits.js').Synapse;
    words: Words;
    constants: Constant[];
    rules: ReadonlyMap<string, Rule>;
    onSet: (changes: Partial<SynapseSetup>) => void;
    problem = '';
    /** The constant that causes the problem; empty: none. */
    wrongField = '';
    clock: Clock;
    /** The spike that is explained, where one is chosen. */
    wanted: { cause: 'pre' | 'post'; time: number | undefined } | null = null;
    history: History | null = null;
    historyOf = '';
    place: (name: string) => HTMLElement;
    lanes: Lanes<'pre' | 'post'>;
    curves: Curves;
    charts: { window: Chart; weight: Chart; hertz: Chart; time: Chart };
    setup: SynapseSetup | undefined;

    constructor(root: HTMLElement, { Synapse, words, constants, rules, onSet, still }: Parts) {
        this.root = root;
        this.Synapse = Synapse;
        this.words = words;
        this.constants = constants.filter(({ path }) => CONSTANTS.includes(path));
        this.rules = rules;
        // What is changed is not the real synapse any more.
        this.onSet = (changes: Partial<SynapseSetup>) => onSet({ ...changes, from: [], sees: 'pixels' });
        this.clock = new Clock(still, () => this.redraw?.());
        render(this.#frame(), root);
        const place = (name: string) => root.querySelector(`[data-place="${name}"]`) as HTMLElement;
        const canvas = (name: string) => root.querySelector(`[data-testid="${name}"]`) as HTMLCanvasElement;
        this.place = place;
        this.lanes = new Lanes(place('lanes'), {
            prefix: 'lab',
            lanes: [
                { name: 'pre', label: words.preLane, called: words.preSpike },
                { name: 'post', label: words.postLane, called: words.postSpike },
            ],
            says: ({ time }) => words.ms(time),
            onChange: (name, spikes) => this.onSet({ [name]: spikes.map(({ time }) => time) }),
            onSelect: (name, at) => this.#choose(name, at),
        });
        this.curves = new Curves(place('curves'), words, onSet);
        this.charts = { time: new Chart(canvas('lab-time'), words.plain), ...this.curves.charts };
    }

    /** @param setup what to show from now on, immediately while dragging */
    take({ synapse }: Setup) {
        this.setup = synapse;
        this.clock.rest();
        this.lanes.update(synapse.duration, stepOf(synapse), {
            pre: synapse.pre.map((time) => ({ time, weight: null })),
            post: synapse.post.map((time) => ({ time, weight: null })),
        });
    }

    /** Asks the library and shows what it answers. */
    show(setup: Setup) {
        const { from, ...asked } = setup.synapse;
        const key = JSON.stringify([asked, [...asked.changed]]);
        if (key !== this.historyOf) {
            this.historyOf = key;
            this.#ask(setup.synapse);
        }
        this.#draw(setup);
    }

    #ask(setup: SynapseSetup) {
        try {
            const synapse = new this.Synapse(synapseConfig(setup));
            this.history = historyOf(synapse, setup);
            this.curves.ask(synapse, setup);
            this.problem = '';
            this.wrongField = '';
            synapse.free();
        } catch (error) {
            this.problem = reasonOf(error, this.words.faults);
            this.wrongField = factsOf(error)?.field ?? '';
        }
    }

    #choose(name: 'pre' | 'post', at: number | null) {
        this.wanted = at === null ? null : { cause: name, time: this.setup?.[name][at] };
        this.clock.rest();
        this.redraw?.();
    }

    /** Set by the view: redraws everything. */
    redraw: (() => void) | undefined;

    #draw(setup: Setup) {
        const { synapse } = setup;
        const { words, history } = this;
        const { short } = words;
        const fill = (name: string, template: unknown) => render(template, this.place(name));
        fill('controls', this.#controls(synapse));
        fill('spikes', this.#spikes(synapse));
        fill('start', this.#start(synapse));
        fill('parameters', this.#parameters(setup));
        if (this.problem !== '') {
            reveal(this.place('parameters'));
        }
        fill('equation', this.#equation(synapse));
        this.curves.draw(synapse);
        if (!history) {
            return;
        }
        const { changes, weight } = history;
        const last = weight.at(-1) ?? synapse.weight;
        Object.assign(this.root.dataset, {
            rule: synapse.rule,
            pre: String(synapse.pre.length),
            post: String(synapse.post.length),
            dw: spellNumber(last - synapse.weight),
            weight: spellNumber(last),
        });
        const { at: time } = this.clock;
        this.charts.time.show({
            from: 0,
            to: synapse.duration,
            unit: 'ms',
            at: time ?? this.#explained()?.time ?? null,
            until: time,
            plots: historyPlots(history, words),
        });
        fill(
            'changes',
            twin(
                'lab-changes',
                words.changesTable,
                words.changesHead,
                changes.map(({ time, cause, before, after }) => [
                    words.ms(time),
                    words.causes[cause],
                    short(before),
                    short(after),
                    words.signed(after - before),
                ]),
            ),
        );
    }

    #controls({ rule, pre, post, from, sees }: SynapseSetup) {
        const { words, onSet } = this;
        return html`
            ${from.length === 3 ? html`<p class="lab__from" data-testid="lab-from">${words.fromReal(sees, at(from, 0), at(from, 1), at(from, 2))}</p>` : nothing}
            <div class="lab__row">
                <label class="control">${words.rule}<select data-testid="lab-rule" @change=${(event: Event) => onSet({ rule: fieldValue(event), changed: new Map() })}>
                    ${RULES.map((kind) => html`<option value=${kind} .selected=${kind === rule}>${words.rules[kind]}</option>`)}
                </select></label>
                <button type="button" class="button" data-testid="lab-play" ?disabled=${pre.length + post.length === 0} @click=${() => this.clock.toggle()}>${this.clock.playing ? words.pause : words.play}</button>
                <button type="button" class="button" data-testid="lab-step" ?disabled=${pre.length + post.length === 0} @click=${() => this.clock.step(this.events)}>${words.nextSpike}</button>
            </div>
            <p class="problem" role="alert" data-testid="lab-problem">${this.problem}</p>`;
    }

    /** What changes the spikes, for those who do not drag them. */
    #spikes({ pre, post }: SynapseSetup) {
        const { words, lanes } = this;
        return html`<div class="lab__row">
            <button type="button" class="button" data-testid="lab-pre-add" @click=${() => lanes.add('pre', null)}>${words.addPre}</button>
            <button type="button" class="button" data-testid="lab-post-add" @click=${() => lanes.add('post', null)}>${words.addPost}</button>
            <button type="button" class="button" data-testid="lab-remove" ?disabled=${lanes.selected === null || pre.length + post.length === 0} @click=${() => lanes.remove()}>${words.remove}</button>
        </div>`;
    }

    #start({ weight, duration, ...setup }: SynapseSetup) {
        const { words, onSet } = this;
        const { rule, constants } = setup;
        const book = rule in TEXTBOOK;
        return html`<label class="control">${words.constantsFrom}<select data-testid="lab-constants" ?disabled=${!book} @change=${(event: Event) => onSet({ constants: fieldValue(event) === 'textbook' ? 'textbook' : 'network', changed: new Map() })}>
                ${book ? html`<option value="textbook" .selected=${constants === 'textbook'}>${words.textbook[rule]}</option>` : nothing}
                <option value="network" .selected=${!book || constants === 'network'}>${words.ofNetwork}</option>
            </select></label>
            ${slider({ id: 'lab-start', label: words.startWeight, value: weight, range: [0, Number(synapseConfig({ weight, duration, ...setup }).w_max ?? 1), 0.01], onSet: (value) => onSet({ weight: value }) })}
            ${slider({ id: 'lab-duration', label: words.duration, value: duration, range: [50, 1000, 10], patient: true, onSet: (value) => this.#setDuration(value) })}`;
    }

    /** A time too short for a spike leaves it out. */
    #setDuration(duration: number) {
        const { pre, post } = this.setup as SynapseSetup;
        this.onSet({
            duration,
            pre: pre.filter((time) => time < duration),
            post: post.filter((time) => time < duration),
        });
    }

    #parameters(setup: Setup) {
        const { words, wrongField: wrong } = this;
        const rule = this.rules.get(setup.synapse.rule);
        const all = [...(rule?.constants ?? []), ...this.constants];
        return html`${all.map((constant) => {
            const onSet = (value: Value | null) => {
                const changed = new Map(setup.synapse.changed);
                value === null ? changed.delete(constant.path) : changed.set(constant.path, value);
                this.onSet({ changed });
            };
            return parameter({
                prefix: 'lab-param',
                constant,
                rule: setup.synapse.rule,
                ...synapseValue(setup.synapse, constant),
                wrong: wrong === constant.path,
                words,
                onSet,
            });
        })}`;
    }

    /** The change that is explained: of the spike that is chosen, else the last so far. */
    #explained(): Change | undefined {
        const { wanted, clock } = this;
        const changes = this.history?.changes ?? [];
        const { at: now } = clock;
        if (now !== null) {
            return changes.filter(({ time }) => time <= now).at(-1);
        }
        return changes.find(({ cause, time }) => cause === wanted?.cause && time === wanted.time) ?? changes.at(-1);
    }

    /** Times of the changes. */
    get events() {
        return (this.history?.changes ?? []).map(({ time }) => time);
    }

    /** @returns whether time goes on */
    tick(now: number): boolean {
        return this.clock.tick(now, this.setup?.duration ?? 1, this.events);
    }

    /** The rule, and its answer to the spike that is chosen. */
    #equation(synapse: SynapseSetup) {
        const { words } = this;
        const [rule = {}, sum = {}] = [RULE[synapse.rule], SUM[synapse.rule]];
        const change = this.#explained();
        const line = (cause: 'pre' | 'post') => html`<dt>${words.atSpike[cause]}</dt>
            <dd>${rule[cause] === undefined ? words.nothing : unsafeHTML(rule[cause])}</dd>`;
        return html`<dl class="rule-lines">${line('pre')}${line('post')}</dl>
            ${
                change === undefined
                    ? html`<p class="says">${words.noSpikes}</p>`
                    : html`<div class="live" data-testid="lab-live" data-cause=${change.cause} data-time=${change.time} data-dw=${spellNumber(change.after - change.before)}>
                      <p>${words.liveHead(change.cause, change.time)}</p>
                      <div class="live__sum">${sum[change.cause] === undefined ? words.nothing : unsafeHTML(filled(String(sum[change.cause]), this.#numbers(synapse, change), words.short))}</div>
                      <p>${words.moved(change.before, change.after)}</p>
                  </div>`
            }`;
    }

    #numbers(synapse: SynapseSetup, change: Change) {
        const constants = [...(this.rules.get(synapse.rule)?.constants ?? []), ...this.constants];
        const values = constants.map((constant) => [
            String(constant.path.split('.').at(-1)),
            Number(synapseValue(synapse, constant).now),
        ]);
        return Object.fromEntries([
            ...values,
            ...(this.history?.names ?? []).map((name, place) => [name, at(change.traces, place)]),
            ['w', change.before],
        ]);
    }

    #frame() {
        const { words } = this;
        return html`
            <h2 id="lab-title">${words.synapseTitle}</h2>
            <p class="says">${words.synapseText}</p>
            <div data-place="controls"></div>
            <div class="lab__bench">
                <div class="lab__stage">
                    <div data-place="lanes" role="group" aria-label=${words.lanesLabel}></div>
                    <canvas data-testid="lab-time" role="img" aria-label=${words.timeLabel}></canvas>
                    <div data-place="spikes"></div>
                    <p class="says">${words.lanesHelp}</p>
                    <div data-place="changes"></div>
                </div>
                <div class="lab__equation" data-place="equation" role="region" aria-label=${words.equationLabel} tabindex="0" aria-live="polite"></div>
            </div>
            <details class="lab__parameters" data-testid="lab-parameters">
                <summary>${words.parameters}</summary>
                <div class="parameters" data-place="start"></div>
                <div class="parameters" data-place="parameters"></div>
            </details>
            <div class="lab__pairs" data-place="curves"></div>
        `;
    }
}
