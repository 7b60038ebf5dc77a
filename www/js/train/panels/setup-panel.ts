/** The form of a run: cells, rule, images, and every constant. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import type { Value } from '../../kit/config.ts';
import type { Constant } from '../../kit/constants.ts';
import { keyOf } from '../../kit/constants.ts';
import { fieldValue, isChecked } from '../../kit/form-field.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Form } from '../run/form.ts';
import { FEWEST_CELLS, FRONT_ENDS, MOST_CELLS } from '../run/settings.ts';
import { AMOUNTS } from '../worker/shards.ts';

const GROUPS = ['', 'rule', 'theta', 'exc', 'inh'];

const numberOf = (event: Event) => Number(fieldValue(event));

export class SetupPanel {
    form: Form;
    words: Words;

    constructor(form: Form, words: Words) {
        this.form = form;
        this.words = words;
    }

    panel() {
        const { words } = this;
        const { settings } = this.form;
        return html`<section class="train-setup" aria-labelledby="setup-title">
            <h2 id="setup-title">${words.setupTitle}</h2>
            <div class="train-setup__main">${this.#network()} ${this.#lesson()}</div>
            <p class="says" data-testid="train-front-end-says">${words.frontEndSays[settings.frontEnd]}</p>
            <p class="says">${words.setupText}</p>
            <details class="train-constants" data-testid="train-constants">
                <summary>${words.allConstants(settings.changed.size)}</summary>
                <p class="says">${words.constantsText}</p>
                ${GROUPS.map((group) => this.#group(group))}
            </details>
        </section>`;
    }

    /** The field that the library refuses; empty: none. */
    get #wrong() {
        const { problem, wrongField } = this.form.session;
        return problem === '' ? '' : wrongField;
    }

    /** What learns. */
    #network() {
        const { form, words } = this;
        const { settings, rules } = form;
        return html`<label class="control"
                >${words.frontEnd}
                <select data-testid="train-front-end" @change=${(event: Event) => form.set({ frontEnd: fieldValue(event) as FrontEnd })}>
                    ${FRONT_ENDS.map((one) => html`<option value=${one} .selected=${one === settings.frontEnd}>${words.frontEnds[one]}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.neurons}
                <input
                    data-testid="train-neurons"
                    type="number"
                    min=${FEWEST_CELLS}
                    max=${MOST_CELLS}
                    step="1"
                    .value=${String(settings.neurons)}
                    aria-invalid=${String(this.#wrong === 'neurons')}
                    @change=${(event: Event) => form.set({ neurons: numberOf(event) })}
                />
            </label>
            <label class="control"
                >${words.rule}
                <select data-testid="train-rule" @change=${(event: Event) => form.setRule(fieldValue(event))}>
                    ${[...rules.keys()].map((kind) => html`<option value=${kind} .selected=${kind === settings.rule}>${words.rules[kind]}</option>`)}
                </select>
            </label>`;
    }

    /** What it learns from. */
    #lesson() {
        const { form, words } = this;
        const { drawn, images, passes, seed } = form.settings;
        return html`<label class="control"
                >${words.data}
                <select data-testid="train-data" @change=${(event: Event) => form.set({ images: numberOf(event), drawn: null })}>
                    ${drawn === null ? nothing : html`<option .selected=${true}>${words.symbolsData(drawn.names, images)}</option>`}
                    ${[...new Set(drawn === null ? [...AMOUNTS, images] : AMOUNTS)].map((amount) => html`<option value=${amount} .selected=${drawn === null && amount === images}>${words.amount(amount)}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.passes}
                <input data-testid="train-passes" type="number" min="1" max="100" step="1" .value=${String(passes)} @change=${(event: Event) => form.set({ passes: numberOf(event) })} />
            </label>
            <label class="control"
                >${words.seed}
                <input data-testid="train-seed" type="number" min="0" max="4294967295" step="1" .value=${String(seed)} @change=${(event: Event) => form.set({ seed: numberOf(event) })} />
            </label>`;
    }

    #group(group: string) {
        const { form, words } = this;
        const { rule } = form.settings;
        const text = form.rules.get(rule)?.text ?? '';
        return html`<fieldset>
            <legend>${words.groups[group]}</legend>
            ${group === 'rule' ? html`<p class="says">${words.meaning(`rule.${rule}`, text)}</p>` : nothing}
            ${form.constants.filter((constant) => constant.group === group).map((constant) => this.#field(constant))}
        </fieldset>`;
    }

    #field(constant: Constant) {
        const { form, words } = this;
        const { path, unit, meaning, initial } = constant;
        const { changed, rule } = form.settings;
        const value = changed.get(path) ?? initial;
        const id = `constant-${path}`;
        return html`<div class="constant ${value === initial ? '' : 'constant--changed'}">
            <label for=${id}>${path.split('.').at(-1)}${unit === '' ? nothing : html` <span class="constant__unit">(${unit})</span>`}</label>
            ${this.#control(constant, value, id)}
            <p id="${id}-meaning" class="says">${words.meaning(keyOf(constant, rule), meaning)} ${words.usually(initial)}</p>
        </div>`;
    }

    #control({ path, kind, choices, initial }: Constant, value: Value, id: string) {
        const set = (now: Value) => this.form.setConstant(path, now === initial || Number.isNaN(now) ? undefined : now);
        if (kind === 'switch') {
            return html`<input id=${id} data-testid="train-param-${path}" type="checkbox" aria-describedby="${id}-meaning" .checked=${value === true} @change=${(event: Event) => set(isChecked(event))} />`;
        }
        if (kind === 'choice') {
            return html`<select id=${id} data-testid="train-param-${path}" aria-describedby="${id}-meaning" @change=${(event: Event) => set(fieldValue(event))}>
                ${choices.map((choice) => html`<option value=${choice} .selected=${choice === value}>${choice}</option>`)}
            </select>`;
        }
        const typed = (event: Event) => set(fieldValue(event).trim() === '' ? NaN : numberOf(event));
        return html`<input id=${id} data-testid="train-param-${path}" type="number" step="any" aria-describedby="${id}-meaning" aria-invalid=${String(this.#wrong === path)} .value=${String(value)} @change=${typed} />`;
    }
}
