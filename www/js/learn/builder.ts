/** Lesson builder: makes a lesson from what the page shows, step by step, as a file to keep. Loaded on first use. */

import { html, nothing, render } from 'lit-html';
import type { Words } from '../../words/en/learn.ts';
import { copy } from '../kit/copy.ts';
import { download } from '../kit/download.ts';
import { fieldValue, isChecked } from '../kit/form-field.ts';
import { write } from '../shell/link.ts';
import type { Page } from '../shell/page.ts';
import type { State } from '../shell/state.ts';
import { OWN, readOwn } from './lessons.ts';
import { checksOf, pick } from './pick.ts';
import type { Progress } from './progress.ts';
import { progress } from './progress.ts';
import { spellHead, spellStep } from './spell.ts';

const FILE = 'lesson.md';
const EMPTY = { heading: '', text: '', question: '', choices: '', task: '', check: '', answer: '' };

export class Builder {
    state: State;
    language: string;
    words: Words;
    kept: Progress;
    source: string;
    draft: {
        heading: string;
        text: string;
        question: string;
        choices: string;
        task: string;
        check: string;
        answer: string;
    };
    sets = true;
    says = '';
    problem = '';
    /** Possible checks for the element that was picked. */
    offers: string[] = [];
    aside: HTMLElement | null = null;
    endPick: () => void;

    constructor({ state, language }: Page, words: Words) {
        this.state = state;
        this.language = language;
        this.words = words;
        this.kept = progress();
        const head = spellHead({ title: words.newLesson, minutes: 5, goal: words.newGoal });
        this.source = this.kept.own?.name === FILE ? this.kept.own.source : head;
        this.draft = { ...EMPTY };
        this.endPick = () => {};
    }

    /** The state of the page as in a link, without the reader's own settings; never empty, even for the initial state. */
    get #set() {
        return (
            write({
                ...this.state.values,
                lesson: '',
                present: false,
                lang: null,
                keys: true,
                sound: false,
                at: null,
            }) || 'view=look'
        );
    }

    end() {
        this.endPick();
        this.aside?.removeAttribute('data-testid');
    }

    show(aside: HTMLElement) {
        this.aside = aside;
        Object.assign(aside.dataset, { testid: 'lesson-builder', folded: 'no' });
        aside.setAttribute('aria-label', this.words.builder);
        render(this.#panel(), aside);
    }

    #again() {
        if (this.aside && this.state.values.lesson === 'builder') {
            render(this.#panel(), this.aside);
        }
    }

    #panel() {
        const { words, draft } = this;
        const area = (name: keyof typeof EMPTY, label: string, rows: number) =>
            html`<label class="control">${label}<textarea data-testid="builder-${name}" rows=${rows} .value=${draft[name]} @input=${(event: Event) => (draft[name] = fieldValue(event))}></textarea></label>`;
        const button = (name: string, text: string, then: () => void) =>
            html`<button type="button" class="button button--small" data-testid=${name} @click=${then}>${text}</button>`;
        return html`<div class="builder">
            <div class="guide__head"><h2 tabindex="-1">${words.builder}</h2>${button('lesson-close', words.close, () => this.state.set({ lesson: '' }))}</div>
            <p class="says">${words.builderLead}</p>
            ${area('heading', words.heading, 1)} ${area('text', words.text, 4)}
            <label class="builder__switch"><input type="checkbox" data-testid="builder-sets" .checked=${this.sets} @change=${(event: Event) => (this.sets = isChecked(event))} /> ${words.setIncluded}</label>
            ${area('question', words.question, 2)} ${area('choices', words.choices, 3)} ${area('task', words.doIt, 2)} ${area('check', words.check, 2)}
            <div class="builder__row">${button('builder-pick', words.pick, () => this.#pick())}</div>
            ${
                this.offers.length > 0
                    ? html`<label class="control"
                      >${words.pickOf}
                      <select
                          data-testid="builder-offers"
                          @change=${(event: Event) => {
                              draft.check = [
                                  ...draft.check
                                      .split('\n')
                                      .filter((line) => line.trim() !== '' && !this.offers.includes(line)),
                                  fieldValue(event),
                              ].join('\n');
                              this.#again();
                          }}
                      >
                          ${this.offers.map((line) => html`<option .selected=${draft.check.split('\n').includes(line)}>${line}</option>`)}
                      </select></label
                  >`
                    : nothing
            }
            ${area('answer', words.answerText, 2)}
            <div class="builder__row"><button type="button" class="button button--main" data-testid="builder-add" @click=${() => this.#add()}>${words.add}</button></div>
            ${this.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="builder-problem">${this.problem}</p>`}
            <p class="says" role="status" data-testid="builder-says">${this.says}</p>
            <label class="control"
                >${words.source}: ${words.sourceText}<textarea data-testid="builder-source" rows="10" spellcheck="false" .value=${this.source} @input=${(event: Event) => (this.source = fieldValue(event))}></textarea>
            </label>
            <div class="builder__row">
                ${button('builder-try', words.tryIt, () => this.#try())} ${button('builder-copy', words.copy, () => this.#copy(this.source))} ${button('builder-save', words.download, () => this.#save())}
                ${button('builder-link', words.copyLink, () => this.#copy(this.#link))} ${button('builder-embed', words.copyEmbed, () => this.#copy(this.#embed))}
            </div>
        </div>`;
    }

    get #link() {
        return `${location.href.split('#')[0]}#${this.#set}`;
    }

    /** The script variant from docs/embed.md. */
    get #embed() {
        const [address = ''] = location.href.split(/[?#]/);
        const escaped = this.#set.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
        return `<script src="${new URL('embed.js', address)}"></script><stdp-demo state="${escaped}" lang="${this.language}"></stdp-demo>`;
    }

    #pick() {
        this.endPick();
        this.says = this.words.picking;
        this.endPick = pick((element) => {
            this.says = '';
            if (element) {
                this.offers = checksOf(element);
                this.draft.check = [
                    ...this.draft.check.split('\n').filter((line) => line.trim() !== ''),
                    String(this.offers.at(-1)),
                ].join('\n');
            }
            this.#again();
        });
        this.#again();
    }

    /** Adds the typed step if the result is a valid lesson. */
    async #add() {
        const source = `${this.source.trimEnd()}\n\n${spellStep({ ...this.draft, set: this.sets ? this.#set : '' })}`;
        try {
            const lesson = await readOwn(source, FILE);
            this.problem = '';
            this.source = source;
            this.draft = { ...EMPTY };
            this.offers = [];
            this.says = this.words.stepAdded(lesson.steps.length);
            this.kept.keepOwn({ name: FILE, source });
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.#again();
    }

    async #try() {
        try {
            await readOwn(this.source, FILE);
            this.kept.keepOwn({ name: FILE, source: this.source });
            this.state.set({ lesson: `${OWN}.1` });
        } catch (error) {
            this.problem = (error as Error).message;
            this.#again();
        }
    }

    async #copy(text: string) {
        this.says = (await copy(text)) ? this.words.copied : '';
        this.#again();
    }

    #save() {
        download(FILE, new Blob([this.source], { type: 'text/markdown' }));
    }
}
