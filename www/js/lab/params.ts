/** Number controls: a slider for quick changes, a field for exact ones, and the library's description. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../words/en/lab.ts';
import type { Value } from '../kit/config.ts';
import type { Constant } from '../kit/constants.ts';
import { keyOf } from '../kit/constants.ts';
import { fieldValue, isChecked } from '../kit/form-field.ts';

/** Slider ranges and steps, by the end of the constant's name. */
const RANGES: readonly [RegExp, number, number, number][] = [
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

/** A number with its slider. */
export function slider({
    id,
    label,
    value,
    range,
    wrong = false,
    about,
    patient = false,
    onSet,
}: {
    /** also the test id */
    id: string;
    label: unknown;
    value: number;
    /** min, max, step; null: no slider */
    range: readonly [number, number, number] | null;
    wrong?: boolean;
    /** id of its description */
    about?: string;
    /** reacts only when typing is finished */
    patient?: boolean;
    onSet: (value: number) => void;
}) {
    const typed = (event: Event) => {
        const text = fieldValue(event);
        if (text.trim() !== '' && Number.isFinite(Number(text))) {
            onSet(Number(text));
        }
    };
    return html`<div class="dial">
        <label for=${id}>${label}</label>
        <input id=${id} data-testid=${id} class="dial__number" type="number" step="any" aria-invalid=${String(wrong)} aria-describedby=${about ?? nothing} .value=${String(value)} @input=${patient ? nothing : typed} @change=${typed} />
        ${
            range === null
                ? nothing
                : html`<input class="dial__slider" type="range" min=${range[0]} max=${range[1]} step=${range[2]} tabindex="-1" aria-hidden="true" .value=${String(value)} @input=${typed} />`
        }
    </div>`;
}

/** A constant, with the library's documentation. */
export function parameter({
    prefix,
    constant,
    rule = '',
    now,
    start,
    wrong,
    words,
    onSet,
}: {
    /** prefix of the ids */
    prefix: string;
    constant: Constant;
    /** the rule it belongs to */
    rule?: string;
    now: Value;
    start: Value;
    wrong: boolean;
    words: Words;
    /** null: back to the start value */
    onSet: (value: Value | null) => void;
}) {
    const { path, kind, choices, unit, meaning, initial } = constant;
    const id = `${prefix}-${path}`;
    const code = path.replace(/^(rule|exc)\./, '');
    const name = html`${words.names[code] ?? code}${unit === '' ? nothing : html` <span class="dial__unit">(${unit})</span>`}`;
    const set = (value: Value) => onSet(value === start ? null : value);
    const range = RANGES.find(([pattern]) => pattern.test(path));
    const control =
        kind === 'switch'
            ? html`<div class="dial dial--switch"><label for=${id}>${name}</label><input id=${id} data-testid=${id} type="checkbox" aria-describedby="${id}-says" .checked=${now === true} @change=${(event: Event) => set(isChecked(event))} /></div>`
            : kind === 'choice'
              ? html`<div class="dial dial--switch"><label for=${id}>${name}</label><select id=${id} data-testid=${id} aria-describedby="${id}-says" @change=${(event: Event) => set(fieldValue(event))}>
                    ${choices.map((choice) => html`<option value=${choice} .selected=${choice === now}>${words.choices[choice] ?? choice}</option>`)}
                </select></div>`
              : slider({
                    id,
                    label: name,
                    value: Number(now),
                    range: range ? [range[1], range[2], range[3]] : null,
                    wrong,
                    about: `${id}-says`,
                    onSet: set,
                });
    return html`<div class="parameter ${now === start ? '' : 'parameter--changed'}">
        ${control}
        <p id="${id}-says" class="says">${words.meaning(keyOf(constant, rule), meaning)} ${words.usually(initial)} <span class="mono">${code}</span></p>
    </div>`;
}

/**
 * A table with the data of a chart.
 * @param name test id
 */
export function twin(
    name: string,
    title: string,
    head: readonly string[],
    rows: readonly (readonly (string | number)[])[],
) {
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
