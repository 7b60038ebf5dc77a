/** The lessons view: the list, a teacher's own file, and material for teachers. Loaded when first opened. */

import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import type { Words } from '../../words/en/learn.ts';
import { type InLanguages, inLanguage } from '../../words/languages.ts';
import { staysHere } from '../kit/dom.ts';
import { chosenFiles } from '../kit/form-field.ts';
import { loadStyles } from '../kit/styles.ts';
import { write } from '../shell/link.ts';
import type { Page } from '../shell/page.ts';
import { State } from '../shell/state.ts';
import { lessonsIn, OWN, ownLesson, readOwn } from './lessons.ts';
import type { Lesson } from './parse.ts';
import type { Progress } from './progress.ts';
import { progress } from './progress.ts';

const STYLES = [
    new URL('../../css/learn/view.css', import.meta.url),
    new URL('../../css/learn/print.css', import.meta.url),
];

type Paper = 'plan' | 'worksheet';
const WORDS = import.meta.glob<Words>('../../words/*/learn.ts', { import: 'words' });
const PAPERS: Readonly<Record<Paper, InLanguages<string>>> = {
    plan: import.meta.glob<string>('../../words/*/plan.md', { import: 'default' }),
    worksheet: import.meta.glob<string>('../../words/*/worksheet.md', { import: 'default' }),
};

export async function openLessons(root: HTMLElement, { state, language }: Page) {
    const [words, lessons, own] = await Promise.all([
        inLanguage(WORDS, language),
        lessonsIn(language),
        ownLesson(),
        loadStyles(...STYLES.map(String)),
    ]);
    new Lessons(root, state, words, language, lessons, own).open();
}

class Lessons {
    root: HTMLElement;
    state: State;
    words: Words;
    language: string;
    lessons: ReadonlyMap<string, Lesson>;
    kept: Progress;
    own: Lesson | null;
    /** Counts what was kept or looked up, so that an old one does not come back. */
    turn = 0;
    says = '';
    problem = '';
    /** A page for teachers that is open, as HTML. */
    paper: { name: Paper; text: string } | null = null;

    constructor(
        root: HTMLElement,
        state: State,
        words: Words,
        language: string,
        lessons: ReadonlyMap<string, Lesson>,
        own: Lesson | null,
    ) {
        this.root = root;
        this.state = state;
        this.words = words;
        this.language = language;
        this.lessons = lessons;
        this.kept = progress();
        this.own = own;
    }

    open() {
        this.state.subscribe((_, changed) => {
            if (changed.has('view') || changed.has('lesson')) {
                this.#lookUp();
            } else if (changed.has('present')) {
                this.#show();
            }
        });
        this.#show();
    }

    /** One may have been built meanwhile. */
    async #lookUp() {
        this.turn += 1;
        const { turn } = this;
        const found = await ownLesson();
        if (turn === this.turn) {
            this.own = found;
            this.#show();
        }
    }

    #show() {
        render(this.paper ? this.#paper(this.paper) : this.#list(), this.root);
        this.root.dataset.ready = 'yes';
    }

    async #read(name: Paper) {
        this.paper = { name, text: await inLanguage(PAPERS[name], this.language) };
        this.#show();
        scrollTo(0, 0);
        this.#focus('lesson-back-to-list');
    }

    #leavePaper(name: Paper) {
        this.paper = null;
        this.#show();
        this.#focus(`lesson-${name}`);
    }

    #focus(testid: string) {
        this.root.querySelector<HTMLElement>(`[data-testid="${testid}"]`)?.focus();
    }

    async #openFile(file: File) {
        this.problem = this.says = '';
        try {
            const source = await file.text();
            this.own = await readOwn(source, file.name);
            this.kept.keepOwn({ name: file.name, source });
            this.turn += 1;
            this.says = this.words.ownOpened(this.own.title);
        } catch (error) {
            this.problem = (error as Error).message;
        }
        this.#show();
    }

    #forget() {
        this.kept.forget();
        this.says = this.words.forgotten;
        this.#show();
    }

    #present() {
        const { present, lesson } = this.state.values;
        const [first] = this.lessons.keys();
        this.state.set({ present: !present, ...(!present && lesson === '' && { lesson: `${first}.1` }) });
    }

    #list() {
        return html`
            <p class="learn__lead">${this.words.lead}</p>
            ${this.#lessons()}
            <div class="learn__side">${this.#ofOnesOwn()} ${this.#teaching()}</div>
        `;
    }

    #lessons() {
        const { words, lessons, kept } = this;
        const minutes = [...lessons.values()].reduce((sum, lesson) => sum + lesson.minutes, 0);
        return html`<section aria-labelledby="lessons-title">
            <h2 id="lessons-title">${words.title}</h2>
            <p class="figures">${words.whole(lessons.size, minutes)}</p>
            <ol class="lessons" data-testid="lesson-list">${[...lessons].map(([name, lesson]) => this.#item(name, lesson))}</ol>
            <button type="button" class="button" data-testid="lesson-forget" ?disabled=${Object.keys(kept.ways).length === 0} @click=${() => this.#forget()}>${words.forget}</button>
        </section>`;
    }

    #item(name: string, lesson: Lesson) {
        const { words, state } = this;
        const { at, done } = this.kept.of(name);
        const all = done.length >= lesson.steps.length;
        const link = `${name}.${all ? 1 : at}`;
        const address = `#${write({ ...new State().values, lang: state.values.lang, lesson: link })}`;
        const follow = (event: MouseEvent) => {
            // A new tab opens what the link says.
            if (staysHere(event)) {
                event.preventDefault();
                state.set({ lesson: link });
            }
        };
        return html`<li data-lesson=${name} data-done=${done.length} data-steps=${lesson.steps.length}>
            <h3><a href=${address} data-testid="lesson-open" @click=${follow}>${lesson.title}</a></h3>
            <p>${lesson.goal}</p>
            <p class="figures"><span>${words.minutes(lesson.minutes)}</span> <span class="lessons__way">${words.steps(done.length, lesson.steps.length)}</span></p>
            <span class="button" aria-hidden="true">${all ? words.again : done.length > 0 ? words.goOn : words.begin}</span>
        </li>`;
    }

    #ofOnesOwn() {
        const { words, state, problem, says, own } = this;
        const chosen = (event: Event) => chosenFiles(event).forEach((file) => this.#openFile(file));
        return html`<section class="learn__own" aria-labelledby="own-title">
            <h2 id="own-title">${words.ownTitle}</h2>
            <p class="says">${words.ownText}</p>
            <div class="learn__buttons">
                <label class="button file-button"
                    ><span>${words.openFile}</span>
                    <input class="spoken" type="file" data-testid="lesson-file" accept=".md,.txt,text/markdown,text/plain" @change=${chosen}
                /></label>
                <button type="button" class="button" data-testid="open-builder" @click=${() => state.set({ lesson: 'builder', view: 'look' })}>${words.builder}</button>
            </div>
            ${problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="lesson-problem">${problem}</p>`}
            <p class="says" role="status">${says}</p>
            ${own ? html`<ul class="lessons">${this.#item(OWN, own)}</ul>` : nothing}
        </section>`;
    }

    #teaching() {
        const { words, state } = this;
        return html`<section aria-labelledby="teach-title">
            <h2 id="teach-title">${words.teachTitle}</h2>
            <p class="says">${words.teachText}</p>
            <div class="learn__buttons">
                <button type="button" class="button" data-testid="lesson-plan" @click=${() => this.#read('plan')}>${words.plan}</button>
                <button type="button" class="button" data-testid="lesson-worksheet" @click=${() => this.#read('worksheet')}>${words.worksheet}</button>
                <button type="button" class="button" data-testid="present" aria-pressed=${String(state.values.present)} @click=${() => this.#present()}>${words.present}</button>
            </div>
            <p class="says">${words.presentText}</p>
        </section>`;
    }

    #paper({ name, text }: { name: Paper; text: string }) {
        const { words } = this;
        return html`
            <div class="learn__buttons learn__paper-tools">
                <button type="button" class="button" data-testid="lesson-back-to-list" @click=${() => this.#leavePaper(name)}>${words.backToList}</button>
                <button type="button" class="button" data-testid="lesson-print" @click=${() => print()}>${words.print}</button>
            </div>
            <article class="paper" data-testid="paper" data-paper=${name}>${unsafeHTML(text)}</article>
        `;
    }
}
