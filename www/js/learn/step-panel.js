/** One step of a lesson: what it says, what it asks, what is to be done, and what came of it. */
import { html, nothing } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';

/**
 * Texts of a lesson are HTML that parse.js has made, with nothing in it but what it makes.
 * @param {object} parts
 * @param {import('./words-en.js').Words} parts.words
 * @param {import('./parse.js').Lesson} parts.lesson
 * @param {number} parts.at        step, from 1
 * @param {boolean} parts.done
 * @param {boolean} parts.asked    predicted, or nothing to predict
 * @param {boolean} parts.revealed whether the answer is shown
 * @param {boolean} parts.folded
 * @param {boolean} parts.present
 * @param {number | undefined} parts.said  the choice; -1 for none
 * @param {import('./progress.js').Way} parts.ways
 * @param {string} parts.onward    what comes next
 * @param {(html: string) => string} parts.explain  marks the terms of a text
 * @param {boolean} parts.sets     whether the step says how the page is to be
 * @param {(choice: number) => void} parts.onSay
 * @param {() => void} parts.onNext
 * @param {() => void} parts.onBack
 * @param {() => void} parts.onSet
 * @param {() => void} parts.onFold
 * @param {() => void} parts.onPresent
 * @param {() => void} parts.onClose
 */
export function stepPanel({ words, lesson, at, done, asked, revealed, folded, present, said, ways, onward, explain, sets, onSay, onNext, onBack, onSet, onFold, onPresent, onClose }) {
    const step = /** @type {import('./parse.js').Step} */ (lesson.steps[at - 1]);
    const { predict } = step;
    const button = (/** @type {string} */ name, /** @type {string} */ text, /** @type {() => void} */ then) => html`<button type="button" class="button button--small" data-testid=${name} @click=${then}>${text}</button>`;
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
            ${predict
                ? html`<fieldset class="guide__predict" data-testid="lesson-predict">
                      <legend><strong>${words.predict}:</strong> ${unsafeHTML(predict.question)}</legend>
                      ${[...predict.choices.keys(), -1].map(
                          (choice) =>
                              html`<label><input type="radio" name="lesson-predict" value=${choice} .checked=${said === choice} ?disabled=${done && said !== undefined} @change=${() => onSay(choice)} /> <span>${choice < 0 ? words.unsure : unsafeHTML(predict.choices[choice])}</span></label>`,
                      )}
                      ${asked ? nothing : html`<p class="says">${words.afterChoice}</p>`}
                  </fieldset>`
                : nothing}
            ${asked && step.task !== ''
                ? html`<div class="guide__task" data-done=${done ? 'yes' : 'no'}>
                      <h3>${words.task}</h3>
                      ${unsafeHTML(step.task)}
                      ${done ? html`<p class="guide__done" data-testid="lesson-done"><span aria-hidden="true">✓</span> ${words.done}</p>` : html`<p class="says">${words.wait}${!sets ? nothing : html` ${button('lesson-set', words.setAgain, onSet)}`}</p>`}
                  </div>`
                : nothing}
            ${revealed && step.answer !== ''
                ? html`<div class="guide__answer" data-testid="lesson-answer">
                      <h3>${words.answer}</h3>
                      ${predict && said !== undefined ? html`<p class="guide__said">${said < 0 ? words.saidUnsure : words.said(plain(predict.choices[said]), said === predict.right)}</p>` : nothing}
                      ${unsafeHTML(explain(step.answer))}
                  </div>`
                : nothing}
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

/** A choice within a sentence: without its marks, with a full stop. @param {string | undefined} choice HTML */
function plain(choice) {
    const text = (new DOMParser().parseFromString(choice ?? '', 'text/html').body.textContent ?? '').trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
