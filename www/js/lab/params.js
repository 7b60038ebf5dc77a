/** Controls of numbers: a slider to feel, a field to be exact, and what the library says of it. */
import { html, nothing } from 'lit-html';
import { keyOf } from '../kit/constants.js';

/** @typedef {import('../kit/constants.js').Constant} Constant */
/** @typedef {import('../kit/lab-setup.js').Value} Value */

/** From where to where a slider goes and by what steps, by the end of the constant's name. @type {readonly [RegExp, number, number, number][]} */
const RANGES = [
    [/nu_(pre|post)$/, 0, 0.1, 0.0001],
    [/tau_(x_\w+|m)$/, 1, 200, 1],
    [/tau_g_[ei]$/, 0.5, 50, 0.5],
    [/x_tar$/, 0, 1, 0.01],
    [/mu$/, 0, 2, 0.05],
    [/beta$/, 0, 10, 0.1],
    [/w_max$/, 0.1, 2, 0.05],
    [/t_ref$/, 0, 50, 0.5],
    [/theta\.plus$/, 0, 5, 0.05],
    [/(v_\w+|e_inh)$/, -120, -20, 0.5],
    [/e_exc$/, -60, 40, 1],
    [/theta\.(init|offset)$/, 0, 60, 0.5],
    [/^dt$/, 0.1, 1, 0.1],
];

/**
 * A number with its slider.
 * @param {object} parts
 * @param {string} parts.id       also the test id
 * @param {unknown} parts.label
 * @param {number} parts.value
 * @param {readonly [number, number, number] | null} parts.range  least, most, step; null: no slider
 * @param {boolean} [parts.wrong]
 * @param {string} [parts.about]  id of what describes it
 * @param {boolean} [parts.patient]  waits until a typed number is whole
 * @param {(value: number) => void} parts.onSet
 */
export function slider({ id, label, value, range, wrong = false, about, patient = false, onSet }) {
    const typed = (/** @type {Event} */ event) => {
        const { value: text } = /** @type {HTMLInputElement} */ (event.target);
        if (text.trim() !== '' && Number.isFinite(Number(text))) {
            onSet(Number(text));
        }
    };
    return html`<div class="dial">
        <label for=${id}>${label}</label>
        <input id=${id} data-testid=${id} class="dial__number" type="number" step="any" aria-invalid=${String(wrong)} aria-describedby=${about ?? nothing} .value=${String(value)} @input=${patient ? nothing : typed} @change=${typed} />
        ${range === null
            ? nothing
            : html`<input class="dial__slider" type="range" min=${range[0]} max=${range[1]} step=${range[2]} tabindex="-1" aria-hidden="true" .value=${String(value)} @input=${typed} />`}
    </div>`;
}

/**
 * A constant, as the library documents it.
 * @param {object} parts
 * @param {string} parts.prefix of the ids
 * @param {Constant} parts.constant
 * @param {string} [parts.rule]  to which it belongs
 * @param {Value} parts.now
 * @param {Value} parts.start
 * @param {boolean} parts.wrong
 * @param {import('./words-en.js').Words} parts.words
 * @param {(value: Value | null) => void} parts.onSet  null: as at the start
 */
export function parameter({ prefix, constant, rule = '', now, start, wrong, words, onSet }) {
    const { path, kind, choices, unit, meaning, initial } = constant;
    const id = `${prefix}-${path}`;
    const name = html`<span class="mono">${path.replace(/^(rule|exc)\./, '')}</span>${unit === '' ? nothing : html` <span class="dial__unit">(${unit})</span>`}`;
    const set = (/** @type {Value} */ value) => onSet(value === start ? null : value);
    const range = RANGES.find(([pattern]) => pattern.test(path));
    const control =
        kind === 'switch'
            ? html`<div class="dial dial--switch"><label for=${id}>${name}</label><input id=${id} data-testid=${id} type="checkbox" aria-describedby="${id}-says" .checked=${now === true} @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)} /></div>`
            : kind === 'choice'
              ? html`<div class="dial dial--switch"><label for=${id}>${name}</label><select id=${id} data-testid=${id} aria-describedby="${id}-says" @change=${(/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value)}>
                    ${choices.map((choice) => html`<option value=${choice} .selected=${choice === now}>${choice}</option>`)}
                </select></div>`
              : slider({ id, label: name, value: Number(now), range: range ? [range[1], range[2], range[3]] : null, wrong, about: `${id}-says`, onSet: set });
    return html`<div class="parameter ${now === start ? '' : 'parameter--changed'}">
        ${control}
        <p id="${id}-says" class="says">${words.meaning(keyOf(constant, rule), meaning)} ${words.usually(initial)}</p>
    </div>`;
}

/**
 * A table that says what a picture shows.
 * @param {string} name  test id
 * @param {string} title
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function twin(name, title, head, rows) {
    return html`<details class="lab-twin" data-testid=${name}>
        <summary>${title}</summary>
        <div class="twin" tabindex="0" role="region" aria-label=${title}>
            <table class="table">
                <thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
                <tbody>${rows.map((row) => html`<tr>${row.map((cell, at) => (at === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`))}</tr>`)}</tbody>
            </table>
        </div>
    </details>`;
}
