/** The form of a run: cells, rule, images, and every constant. */
import { html, nothing } from 'lit-html';
import { keyOf } from '../../kit/constants.js';
import { FEWEST_CELLS, FRONT_ENDS, MOST_CELLS } from '../run/settings.js';
import { AMOUNTS } from '../worker/shards.js';

/** @typedef {import('../run/settings.js').Settings} Settings */
/** @typedef {import('../../kit/constants.js').Constant} Constant */
/** @typedef {import('../words-en.js').Words} Words */
/** @typedef {(path: string, value: number | boolean | string | undefined) => void} OnConstant undefined: as usual */

/**
 * @param {object} parts
 * @param {Settings} parts.settings
 * @param {Words} parts.words
 * @param {readonly Constant[]} parts.constants  all, with their usual values
 * @param {ReadonlyMap<string, import('../../kit/constants.js').Rule>} parts.rules
 * @param {string} parts.problem
 * @param {(changes: Partial<Settings>) => void} parts.onSet
 * @param {(rule: string) => void} parts.onRule
 * @param {OnConstant} parts.onConstant
 */
export function setupPanel({ settings, words, constants, rules, problem, onSet, onRule, onConstant }) {
    const wrong = /^config: (\S+) is /.exec(problem)?.[1] ?? '';
    const rule = rules.get(settings.rule);
    const groups = ['', 'rule', 'theta', 'exc', 'inh'];
    const number = (/** @type {Event} */ event) => Number(/** @type {HTMLInputElement} */ (event.target).value);
    return html`<section class="train-setup" aria-labelledby="setup-title">
        <h2 id="setup-title">${words.setupTitle}</h2>
        <div class="train-setup__main">
            <label class="control"
                >${words.frontEnd}
                <select data-testid="train-front-end" @change=${(/** @type {Event} */ event) => onSet({ frontEnd: /** @type {import('../run/settings.js').FrontEnd} */ (/** @type {HTMLSelectElement} */ (event.target).value) })}>
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
                    aria-invalid=${String(wrong === 'neurons')}
                    @change=${(/** @type {Event} */ event) => onSet({ neurons: number(event) })}
                />
            </label>
            <label class="control"
                >${words.rule}
                <select data-testid="train-rule" @change=${(/** @type {Event} */ event) => onRule(/** @type {HTMLSelectElement} */ (event.target).value)}>
                    ${[...rules.keys()].map((kind) => html`<option value=${kind} .selected=${kind === settings.rule}>${words.rules[kind]}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.data}
                <select data-testid="train-data" @change=${(/** @type {Event} */ event) => onSet({ images: number(event) })}>
                    ${[...new Set([...AMOUNTS, settings.images])].map((amount) => html`<option value=${amount} .selected=${amount === settings.images}>${words.amount(amount)}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.passes}
                <input data-testid="train-passes" type="number" min="1" max="100" step="1" .value=${String(settings.passes)} @change=${(/** @type {Event} */ event) => onSet({ passes: number(event) })} />
            </label>
            <label class="control"
                >${words.seed}
                <input data-testid="train-seed" type="number" min="0" max="4294967295" step="1" .value=${String(settings.seed)} @change=${(/** @type {Event} */ event) => onSet({ seed: number(event) })} />
            </label>
        </div>
        <p class="says" data-testid="train-front-end-says">${words.frontEndSays[settings.frontEnd]}</p>
        <p class="says">${words.setupText}</p>
        <details class="train-constants" data-testid="train-constants">
            <summary>${words.allConstants(settings.changed.size)}</summary>
            <p class="says">${words.constantsText}</p>
            ${groups.map(
                (group) => html`<fieldset>
                    <legend>${words.groups[group]}</legend>
                    ${group === 'rule' ? html`<p class="says">${words.meaning(`rule.${settings.rule}`, rule?.text ?? '')}</p>` : nothing}
                    ${constants.filter((constant) => constant.group === group).map((constant) => field(constant, settings, words, wrong, onConstant))}
                </fieldset>`,
            )}
        </details>
    </section>`;
}

/**
 * @param {Constant} constant
 * @param {Settings} settings
 * @param {Words} words
 * @param {string} wrong the constant that was refused
 * @param {OnConstant} onConstant
 */
function field(constant, settings, words, wrong, onConstant) {
    const { path, kind, choices, unit, meaning, initial } = constant;
    const value = settings.changed.get(path) ?? initial;
    const id = `constant-${path}`;
    const set = (/** @type {number | boolean | string} */ now) => onConstant(path, now === initial || Number.isNaN(now) ? undefined : now);
    const typed = (/** @type {Event} */ event) => {
        const { value: text } = /** @type {HTMLInputElement} */ (event.target);
        set(text.trim() === '' ? NaN : Number(text));
    };
    const control =
        kind === 'switch'
            ? html`<input id=${id} data-testid="train-param-${path}" type="checkbox" aria-describedby="${id}-meaning" .checked=${value === true} @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)} />`
            : kind === 'choice'
              ? html`<select id=${id} data-testid="train-param-${path}" aria-describedby="${id}-meaning" @change=${(/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value)}>
                    ${choices.map((choice) => html`<option value=${choice} .selected=${choice === value}>${choice}</option>`)}
                </select>`
              : html`<input id=${id} data-testid="train-param-${path}" type="number" step="any" aria-describedby="${id}-meaning" aria-invalid=${String(wrong === path)} .value=${String(value)} @change=${typed} />`;
    return html`<div class="constant ${value === initial ? '' : 'constant--changed'}">
        <label for=${id}>${path.split('.').at(-1)}${unit === '' ? nothing : html` <span class="constant__unit">(${unit})</span>`}</label>
        ${control}
        <p id="${id}-meaning" class="says">${words.meaning(keyOf(constant, settings.rule), meaning)} ${words.usually(initial)}</p>
    </div>`;
}
