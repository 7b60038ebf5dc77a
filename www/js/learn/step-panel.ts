/** One step of a lesson: what it says, what it asks, what is to be done, and what came of it. */
import { html, nothing } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Lesson, Step } from './parse.ts';
import type { Way } from './progress.ts';
import type { Words } from './words-en.ts';

/** Texts of a lesson are HTML that parse.ts has made, with nothing in it but what it makes. */
export function stepPanel({
    words,
    lesson,
    at,
    done,
    asked,
    revealed,
    folded,
    present,
    said,
    ways,
    onward,
    explain,
    sets,
    onSay,
    onNext,
    onBack,
    onSet,
    onFold,
    onPresent,
    onClose,
}: {
    words: Words;
    lesson: Lesson;
    /** step, from 1 */
    at: number;
    done: boolean;
    /** predicted, or nothing to predict */
    asked: boolean;
    /** whether the answer is shown */
    revealed: boolean;
    folded: boolean;
    present: boolean;
    /** the choice; -1 for none */
    said: number | undefined;
    ways: Way;
    /** what comes next */
    onward: string;
    /** marks the terms of a text */
    explain: (html: string) => string;
    /** whether the step says how the page is to be */
    sets: boolean;
    onSay: (choice: number) => void;
    onNext: () => void;
    onBack: () => void;
    onSet: () => void;
    onFold: () => void;
    onPresent: () => void;
    onClose: () => void;
}) {
    const step = lesson.steps[at - 1] as Step;
    const { predict } = step;
    const button = (name: string, text: string, then: () => void) =>
        html`<button type="button" class="button button--small" data-testid=${name} @click=${then}>${text}</button>`;
    return html`
        <div class="guide__head">
            <p class="guide__where">${words.where(lesson.title, at, lesson.steps.length)}</p>
            <span class="guide__tools">
                ${button('lesson-fold', folded ? words.unfold : words.fold, onFold)} ${button('presenter', present ? words.presentEnd : words.present, onPresent)} ${button('lesson-close', words.close, onClose)}
            </span>
        </div>
        <div class="guide__body" ?hidden=${folded}>
            <h2 tabindex="-1">${step.heading}</h2>
            <div class="guide__text">${unsafeHTML(explain(step.text))}</div>
            ${
                predict
                    ? html`<fieldset class="guide__predict" data-testid="lesson-predict">
                      <legend><strong>${words.predict}:</strong> ${unsafeHTML(predict.question)}</legend>
                      ${[...predict.choices.keys(), -1].map(
                          (choice) =>
                              html`<label><input type="radio" name="lesson-predict" value=${choice} .checked=${said === choice} ?disabled=${done && said !== undefined} @change=${() => onSay(choice)} /> <span>${choice < 0 ? words.unsure : unsafeHTML(predict.choices[choice])}</span></label>`,
                      )}
                      ${asked ? nothing : html`<p class="says">${words.afterChoice}</p>`}
                  </fieldset>`
                    : nothing
            }
            ${
                asked && step.task !== ''
                    ? html`<div class="guide__task" data-done=${done ? 'yes' : 'no'}>
                      <h3>${words.task}</h3>
                      ${unsafeHTML(step.task)}
                      ${done ? html`<p class="guide__done" data-testid="lesson-done"><span aria-hidden="true">✓</span> ${words.done}</p>` : html`<p class="says">${words.wait}${!sets ? nothing : html` ${button('lesson-set', words.setAgain, onSet)}`}</p>`}
                  </div>`
                    : nothing
            }
            ${
                revealed && step.answer !== ''
                    ? html`<div class="guide__answer" data-testid="lesson-answer">
                      <h3>${words.answer}</h3>
                      ${predict && said !== undefined ? html`<p class="guide__said">${said < 0 ? words.saidUnsure : words.said(plain(predict.choices[said]), said === predict.right)}</p>` : nothing}
                      ${unsafeHTML(explain(step.answer))}
                  </div>`
                    : nothing
            }
            <p class="says" data-part="guide-says" role="status"></p>
            <p class="spoken" role="status">${done && step.task !== '' ? words.doneSays : ''}</p>
            <p class="spoken">${words.keyL}</p>
        </div>
        <div class="guide__foot">
            <button type="button" class="button" data-testid="lesson-back" ?disabled=${at === 1} @click=${onBack}>${words.back}</button>
            <ol class="guide__dots" aria-hidden="true">
                ${lesson.steps.map((_, index) => html`<li data-done=${ways.done.includes(index + 1) ? 'yes' : 'no'} data-now=${index + 1 === at ? 'yes' : 'no'}></li>`)}
            </ol>
            <button type="button" class="button ${done ? 'button--main' : ''}" data-testid="lesson-next" @click=${onNext}>${onward}</button>
        </div>
    `;
}

/**
 * A choice within a sentence: without its marks, with a full stop.
 * @param choice HTML
 */
function plain(choice: string | undefined) {
    const text = (new DOMParser().parseFromString(choice ?? '', 'text/html').body.textContent ?? '').trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
