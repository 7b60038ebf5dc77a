/** The form of a run: cells, rule, images, and every constant. */
import { html, nothing } from 'lit-html';
import type { Value } from '../../kit/config.ts';
import type { Constant, Rule } from '../../kit/constants.ts';
import { keyOf } from '../../kit/constants.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Settings } from '../run/settings.ts';
import { FEWEST_CELLS, FRONT_ENDS, MOST_CELLS } from '../run/settings.ts';
import type { Words } from '../words-en.ts';
import { AMOUNTS } from '../worker/shards.ts';

/** undefined: as usual */
type OnConstant = (path: string, value: Value | undefined) => void;

export function setupPanel({
    settings,
    words,
    constants,
    rules,
    wrong,
    onSet,
    onRule,
    onConstant,
}: {
    settings: Settings;
    words: Words;
    /** all, with their usual values */
    constants: readonly Constant[];
    rules: ReadonlyMap<string, Rule>;
    /** the field that the library refuses; empty: none */
    wrong: string;
    onSet: (changes: Partial<Settings>) => void;
    onRule: (rule: string) => void;
    onConstant: OnConstant;
}) {
    const rule = rules.get(settings.rule);
    const groups = ['', 'rule', 'theta', 'exc', 'inh'];
    const number = (event: Event) => Number((event.target as HTMLInputElement).value);
    return html`<section class="train-setup" aria-labelledby="setup-title">
        <h2 id="setup-title">${words.setupTitle}</h2>
        <div class="train-setup__main">
            <label class="control"
                >${words.frontEnd}
                <select data-testid="train-front-end" @change=${(event: Event) => onSet({ frontEnd: (event.target as HTMLSelectElement).value as FrontEnd })}>
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
                    @change=${(event: Event) => onSet({ neurons: number(event) })}
                />
            </label>
            <label class="control"
                >${words.rule}
                <select data-testid="train-rule" @change=${(event: Event) => onRule((event.target as HTMLSelectElement).value)}>
                    ${[...rules.keys()].map((kind) => html`<option value=${kind} .selected=${kind === settings.rule}>${words.rules[kind]}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.data}
                <select data-testid="train-data" @change=${(event: Event) => onSet({ images: number(event) })}>
                    ${[...new Set([...AMOUNTS, settings.images])].map((amount) => html`<option value=${amount} .selected=${amount === settings.images}>${words.amount(amount)}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.passes}
                <input data-testid="train-passes" type="number" min="1" max="100" step="1" .value=${String(settings.passes)} @change=${(event: Event) => onSet({ passes: number(event) })} />
            </label>
            <label class="control"
                >${words.seed}
                <input data-testid="train-seed" type="number" min="0" max="4294967295" step="1" .value=${String(settings.seed)} @change=${(event: Event) => onSet({ seed: number(event) })} />
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

/** @param wrong the constant that was refused */
function field(constant: Constant, settings: Settings, words: Words, wrong: string, onConstant: OnConstant) {
    const { path, kind, choices, unit, meaning, initial } = constant;
    const value = settings.changed.get(path) ?? initial;
    const id = `constant-${path}`;
    const set = (now: Value) => onConstant(path, now === initial || Number.isNaN(now) ? undefined : now);
    const typed = (event: Event) => {
        const { value: text } = event.target as HTMLInputElement;
        set(text.trim() === '' ? NaN : Number(text));
    };
    const control =
        kind === 'switch'
            ? html`<input id=${id} data-testid="train-param-${path}" type="checkbox" aria-describedby="${id}-meaning" .checked=${value === true} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />`
            : kind === 'choice'
              ? html`<select id=${id} data-testid="train-param-${path}" aria-describedby="${id}-meaning" @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
                    ${choices.map((choice) => html`<option value=${choice} .selected=${choice === value}>${choice}</option>`)}
                </select>`
              : html`<input id=${id} data-testid="train-param-${path}" type="number" step="any" aria-describedby="${id}-meaning" aria-invalid=${String(wrong === path)} .value=${String(value)} @change=${typed} />`;
    return html`<div class="constant ${value === initial ? '' : 'constant--changed'}">
        <label for=${id}>${path.split('.').at(-1)}${unit === '' ? nothing : html` <span class="constant__unit">(${unit})</span>`}</label>
        ${control}
        <p id="${id}-meaning" class="says">${words.meaning(keyOf(constant, settings.rule), meaning)} ${words.usually(initial)}</p>
    </div>`;
}
