/** Questions and answers: those of docs/faq.md, each with a set-up of the page one click away. Fetched when it is opened. */

import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Words } from '../../words/en/faq.ts';
import type { Term } from '../../words/en/glossary.ts';
import { inLanguage } from '../../words/languages.ts';
import { EQUATIONS } from '../glossary/equations.ts';
import { marker } from '../glossary/mark.ts';
import { SOURCES } from '../glossary/sources.ts';
import { type Glossary, glossaryOf } from '../glossary/terms.ts';
import { fieldValue } from '../kit/form-field.ts';
import { loadStyles } from '../kit/styles.ts';
import '../kit/math-font.ts';
import { find, staysHere } from '../kit/dom.ts';
import type { Page } from '../shell/page.ts';
import type { State } from '../shell/state.ts';

type Question = { anchor: string; title: string; html: string };
type Text = { lead: string; questions: readonly Question[] };

const STYLES = [new URL('../../css/math.css', import.meta.url), new URL('../../css/faq.css', import.meta.url)];
const WORDS = import.meta.glob<Words>('../../words/*/faq.ts', { import: 'words' });
/** The English text is in docs/, where readers of the repository look for it. */
const TEXTS = {
    '../../words/en/': () => import('../../../docs/faq.md?questions').then((text) => text.default),
    ...import.meta.glob<Text>('../../words/*/questions.md', { import: 'default', query: '?questions' }),
};

export async function openQuestions(root: HTMLElement, { state, language, apply }: Page) {
    const [words, text, glossary] = await Promise.all([
        inLanguage(WORDS, language),
        inLanguage(TEXTS, language),
        glossaryOf(language),
        loadStyles(...STYLES.map(String)),
    ]);
    new Questions(root, { state, language, words, text, glossary }).open(apply);
    marker(glossary.terms)(root.querySelectorAll('.question__answer'));
    root.dataset.ready = 'yes';
}

interface Given {
    state: State;
    language: string;
    words: Words;
    text: Text;
    glossary: Glossary;
}

class Questions {
    root: HTMLElement;
    given: Given;
    terms: [string, Term][];
    sought = '';

    constructor(root: HTMLElement, given: Given) {
        const { glossary, language } = given;
        this.root = root;
        this.given = given;
        this.terms = Object.entries(glossary.terms).sort(([, a], [, b]) => a.name.localeCompare(b.name, language));
    }

    /** @param apply sets the page up as a link says */
    open(apply: Page['apply']) {
        const { root } = this;
        root.addEventListener('click', (event) => {
            const link = event.target instanceof Element ? event.target.closest('a.live') : null;
            if (link && staysHere(event)) {
                event.preventDefault();
                apply(link.getAttribute('href') ?? '');
            }
        });
        this.given.state.subscribe(({ view }, changed) => {
            if (view !== 'faq' && root.contains(document.activeElement)) {
                // What had the focus is not shown any more: the name of the view that is there instead gets it.
                scrollTo(0, 0);
                find(`view-${view}`).focus();
            } else if (changed.has('ask')) {
                this.#show();
                this.#reveal();
            }
        });
        this.#show();
        this.#reveal();
    }

    #show() {
        const { words, text, glossary, state } = this.given;
        const { ask } = state.values;
        const found = text.questions.filter((question) => has(question, this.sought));
        const terms = this.terms.filter(([, { name, text }]) => contains(`${name} ${text}`, this.sought));
        // Where no term has the words, all of them stay: the words were meant for a question.
        const shown = new Set((terms.length > 0 ? terms : this.terms).map(([id]) => id));
        render(
            html`<section data-testid="faq" aria-labelledby="faq-title">
                <h2 id="faq-title">${words.title}</h2>
                <label class="control faq__search">${words.search}<input type="search" data-testid="faq-search" .value=${this.sought} @input=${this.#search} /></label>
                <p class="says" role="status">${words.found(found.length, text.questions.length)}</p>
                ${text.questions.map((question) => this.#question(question, question.anchor === ask, found.includes(question)))}
                <div class="faq__lead">${unsafeHTML(text.lead)}</div>
            </section>
            <section data-testid="glossary" tabindex="0" aria-labelledby="glossary-title">
                <h2 id="glossary-title">${glossary.words.title}</h2>
                <dl class="terms">${this.terms.map(([id, term]) => this.#term(id, term, ask === `term-${id}`, shown.has(id)))}</dl>
            </section>`,
            this.root,
        );
    }

    #search = (event: Event) => {
        this.sought = fieldValue(event);
        this.#show();
    };

    #question({ anchor, title, html: answer }: Question, open: boolean, wanted: boolean) {
        return html`
        <details class="question" name="faq" id="faq-${anchor}" ?hidden=${!wanted} .open=${open} @toggle=${(event: Event) => this.#toggled(anchor, event)}>
            <summary><h3>${unsafeHTML(title)}</h3></summary>
            <div class="question__answer">${unsafeHTML(answer)}</div>
        </details>
    `;
    }

    #term(id: string, { name, text }: Term, asked: boolean, shown: boolean) {
        const { source } = this.given.glossary.words;
        return html`<div id="faq-term-${id}" class=${asked ? 'terms__asked' : ''} ?hidden=${!shown}>
            <dt>${name}</dt>
            <dd>
                <p>${text}</p>
                ${EQUATIONS[id] ? unsafeHTML(EQUATIONS[id]) : nothing} ${SOURCES[id] ? html`<p class="says">${source}${SOURCES[id]}</p>` : nothing}
            </dd>
        </div>`;
    }

    #toggled(anchor: string, { target }: Event) {
        const { state } = this.given;
        const { open } = target as HTMLDetailsElement;
        if (open !== (state.values.ask === anchor)) {
            state.set({ ask: open ? anchor : '' });
        }
    }

    #reveal() {
        const { ask } = this.given.state.values;
        this.root.querySelector(`#faq-${ask || 'none'}`)?.scrollIntoView({ block: 'nearest' });
    }
}

function has({ title, html: answer }: Question, sought: string) {
    return contains(`${title} ${answer}`.replace(/<math aria-label="([^"]*)".*?<\/math>|<[^>]*>/g, '$1'), sought);
}

/** @param sought words, all of which it must have */
function contains(text: string, sought: string) {
    return sought
        .toLowerCase()
        .split(/\s+/)
        .every((word) => text.toLowerCase().includes(word));
}
