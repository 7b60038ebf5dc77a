/** One step of a lesson: text, prediction, task and answer. */
import { html, nothing } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Words } from '../../words/en/learn.ts';
import type { Place } from './place.ts';
import type { Way } from './progress.ts';

/** How a step stands. */
export interface Standing {
    place: Place;
    /** through its lesson */
    way: Way;
    done: boolean;
    /** predicted already, or nothing to predict */
    asked: boolean;
    /** whether the answer is shown */
    revealed: boolean;
    folded: boolean;
    present: boolean;
    /** what comes next */
    onward: string;
}

/** What users can do with it. */
interface Deeds {
    say: (choice: number) => void;
    next: () => void;
    back: () => void;
    /** puts the page as the step says */
    set: () => void;
    fold: () => void;
    present: () => void;
    close: () => void;
}

const button = (name: string, text: string, then: () => void) =>
    html`<button type="button" class="button button--small" data-testid=${name} @click=${then}>${text}</button>`;

/** Texts of a lesson are HTML that parse.ts has made, with nothing in it but what it makes. */
export class StepPanel {
    words: Words;
    explain: (html: string) => string;
    deeds: Deeds;

    /** @param explain marks the terms of a text */
    constructor(words: Words, explain: (html: string) => string, deeds: Deeds) {
        this.words = words;
        this.explain = explain;
        this.deeds = deeds;
    }

    panel(standing: Standing) {
        const { words } = this;
        const { step } = standing.place;
        return html`
            ${this.#head(standing)}
            <div class="guide__body" ?hidden=${standing.folded}>
                <h2 tabindex="-1">${step.heading}</h2>
                <div class="guide__text">${unsafeHTML(this.explain(step.text))}</div>
                ${this.#predict(standing)} ${this.#task(standing)} ${this.#answer(standing)}
                <p class="says" data-part="guide-says" role="status"></p>
                <p class="spoken" role="status">${standing.done && step.task !== '' ? words.doneSays : ''}</p>
                <p class="spoken">${words.keyL}</p>
            </div>
            ${this.#foot(standing)}
        `;
    }

    #head({ place: { lesson, at }, folded, present }: Standing) {
        const { words, deeds } = this;
        return html`<div class="guide__head">
            <p class="guide__where">${words.where(lesson.title, at, lesson.steps.length)}</p>
            <span class="guide__tools">
                ${button('lesson-fold', folded ? words.unfold : words.fold, deeds.fold)} ${button('presenter', present ? words.presentEnd : words.present, deeds.present)} ${button('lesson-close', words.close, deeds.close)}
            </span>
        </div>`;
    }

    #predict({ place, way, done, asked }: Standing) {
        const { words, deeds } = this;
        const { predict } = place.step;
        const said = way.said[place.at];
        return predict === null
            ? nothing
            : html`<fieldset class="guide__predict" data-testid="lesson-predict">
                  <legend><strong>${words.predict}:</strong> ${unsafeHTML(predict.question)}</legend>
                  ${[...predict.choices.keys(), -1].map(
                      (choice) =>
                          html`<label><input type="radio" name="lesson-predict" value=${choice} .checked=${said === choice} ?disabled=${done && said !== undefined} @change=${() => deeds.say(choice)} /> <span>${choice < 0 ? words.unsure : unsafeHTML(predict.choices[choice])}</span></label>`,
                  )}
                  ${asked ? nothing : html`<p class="says">${words.afterChoice}</p>`}
              </fieldset>`;
    }

    #task({ place, done, asked }: Standing) {
        const { words, deeds } = this;
        const { task } = place.step;
        return !asked || task === ''
            ? nothing
            : html`<div class="guide__task" data-done=${done ? 'yes' : 'no'}>
                  <h3>${words.task}</h3>
                  ${unsafeHTML(task)}
                  ${done ? html`<p class="guide__done" data-testid="lesson-done"><span aria-hidden="true">✓</span> ${words.done}</p>` : html`<p class="says">${words.wait}${place.set === '' ? nothing : html` ${button('lesson-set', words.setAgain, deeds.set)}`}</p>`}
              </div>`;
    }

    #answer({ place, way, revealed }: Standing) {
        const { words } = this;
        const { predict, answer } = place.step;
        const said = way.said[place.at];
        return !revealed || answer === ''
            ? nothing
            : html`<div class="guide__answer" data-testid="lesson-answer">
                  <h3>${words.answer}</h3>
                  ${predict && said !== undefined ? html`<p class="guide__said">${said < 0 ? words.saidUnsure : words.said(plain(predict.choices[said]), said === predict.right)}</p>` : nothing}
                  ${unsafeHTML(this.explain(answer))}
              </div>`;
    }

    #foot({ place: { lesson, at }, way, done, onward }: Standing) {
        const { words, deeds } = this;
        return html`<div class="guide__foot">
            <button type="button" class="button" data-testid="lesson-back" ?disabled=${at === 1} @click=${deeds.back}>${words.back}</button>
            <ol class="guide__dots" aria-hidden="true">
                ${lesson.steps.map((_, index) => html`<li data-done=${way.done.includes(index + 1) ? 'yes' : 'no'} data-now=${index + 1 === at ? 'yes' : 'no'}></li>`)}
            </ol>
            <button type="button" class="button ${done ? 'button--main' : ''}" data-testid="lesson-next" @click=${deeds.next}>${onward}</button>
        </div>`;
    }
}

/**
 * A choice as a sentence: plain text, ending in a full stop.
 * @param choice HTML
 */
function plain(choice: string | undefined) {
    const text = (new DOMParser().parseFromString(choice ?? '', 'text/html').body.textContent ?? '').trim();
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
