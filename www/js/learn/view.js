/** The view of the lessons: all of them, a file of one's own, and what teachers need. Fetched when it is opened. */
import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import { dress } from '../kit/dress.js';
import { write } from '../shell/link.js';
import { State } from '../shell/state.js';
import { OWN, lessonsIn, ownLesson, readOwn } from './lessons.js';
import { progress } from './progress.js';
import { de } from './words-de.js';
import { en } from './words-en.js';

/** @typedef {import('./parse.js').Lesson} Lesson */

const STYLES = [new URL('../../css/learn/view.css', import.meta.url), new URL('../../css/learn/print.css', import.meta.url)];

/** @type {Record<string, Record<string, () => Promise<{ default: string }>>>} */
const PAGES = {
    en: { plan: () => import('../../lessons/teaching/plan.en.md'), worksheet: () => import('../../lessons/teaching/worksheet.en.md') },
    de: { plan: () => import('../../lessons/teaching/plan.de.md'), worksheet: () => import('../../lessons/teaching/worksheet.de.md') },
};

/**
 * @param {HTMLElement} root
 * @param {import('../shell/views.js').Page} page
 */
export async function openLessons(root, { state, language }) {
    const words = language === 'de' ? de : en;
    const [lessons, opened] = await Promise.all([lessonsIn(language), ownLesson(), dress(...STYLES.map(String))]);
    const kept = progress();
    let own = opened;
    /** Counts what was kept or looked up, so that an old one does not come back. */
    let turn = 0;
    let says = '';
    let problem = '';
    /** A page for teachers that is open, as HTML. @type {{ name: string, text: string } | null} */
    let article = null;

    const go = (/** @type {string} */ lesson) => state.set({ lesson });
    /** @param {MouseEvent} event @param {() => void} then */
    const follow = (event, then) => {
        // A new tab opens what the link says.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            then();
        }
    };
    const address = (/** @type {string} */ lesson) => `#${write({ ...new State().values, lang: state.values.lang, lesson })}`;

    /** @param {string} name @param {Lesson} lesson */
    const item = (name, lesson) => {
        const { at, done } = kept.of(name);
        const all = done.length >= lesson.steps.length;
        const link = `${name}.${all ? 1 : at}`;
        return html`<li data-lesson=${name} data-done=${done.length} data-steps=${lesson.steps.length}>
            <h3><a href=${address(link)} data-testid="lesson-open" @click=${(/** @type {MouseEvent} */ event) => follow(event, () => go(link))}>${lesson.title}</a></h3>
            <p>${lesson.goal}</p>
            <p class="figures"><span>${words.minutes(lesson.minutes)}</span> <span class="lessons__way">${words.steps(done.length, lesson.steps.length)}</span></p>
            <span class="button" aria-hidden="true">${all ? words.again : done.length > 0 ? words.goOn : words.begin}</span>
        </li>`;
    };

    /** @param {'plan' | 'worksheet'} name */
    const read = async (name) => {
        const pages = /** @type {Record<string, () => Promise<{ default: string }>>} */ (PAGES[language] ?? PAGES['en']);
        article = { name, text: (await /** @type {() => Promise<{ default: string }>} */ (pages[name])()).default };
        show();
        scrollTo(0, 0);
        /** @type {HTMLElement | null} */ (root.querySelector('[data-testid="lesson-back-to-list"]'))?.focus();
    };

    /** @param {File | undefined} file */
    const open = async (file) => {
        if (!file) {
            return;
        }
        problem = says = '';
        try {
            const source = await file.text();
            own = await readOwn(source, file.name);
            kept.keepOwn({ name: file.name, source });
            turn += 1;
            says = words.ownOpened(own.title);
        } catch (error) {
            problem = /** @type {Error} */ (error).message;
        }
        show();
    };

    const list = () => html`
        <p class="learn__lead">${words.lead}</p>
        <section aria-labelledby="lessons-title">
            <h2 id="lessons-title">${words.title}</h2>
            <p class="figures">${words.whole(lessons.size, [...lessons.values()].reduce((sum, { minutes }) => sum + minutes, 0))}</p>
            <ol class="lessons" data-testid="lesson-list">${[...lessons].map(([name, lesson]) => item(name, lesson))}</ol>
            <button
                type="button"
                class="button"
                data-testid="lesson-forget"
                ?disabled=${Object.keys(kept.ways).length === 0}
                @click=${() => {
                    kept.forget();
                    says = words.forgotten;
                    show();
                }}
            >
                ${words.forget}
            </button>
        </section>
        <div class="learn__side">
            <section class="learn__own" aria-labelledby="own-title">
                <h2 id="own-title">${words.ownTitle}</h2>
                <p class="says">${words.ownText}</p>
                <div class="learn__buttons">
                    <label class="button file-button"
                        ><span>${words.openFile}</span>
                        <input
                            class="spoken"
                            type="file"
                            data-testid="lesson-file"
                            accept=".md,.txt,text/markdown,text/plain"
                            @change=${(/** @type {Event} */ event) => {
                                const input = /** @type {HTMLInputElement} */ (event.target);
                                open(input.files?.[0]);
                                input.value = '';
                            }}
                    /></label>
                    <button type="button" class="button" data-testid="open-builder" @click=${() => state.set({ lesson: 'builder', view: 'look' })}>${words.builder}</button>
                </div>
                ${problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="lesson-problem">${problem}</p>`}
                <p class="says" role="status">${says}</p>
                ${own ? html`<ul class="lessons">${item(OWN, own)}</ul>` : nothing}
            </section>
            <section aria-labelledby="teach-title">
                <h2 id="teach-title">${words.teachTitle}</h2>
                <p class="says">${words.teachText}</p>
                <div class="learn__buttons">
                    <button type="button" class="button" data-testid="lesson-plan" @click=${() => read('plan')}>${words.plan}</button>
                    <button type="button" class="button" data-testid="lesson-worksheet" @click=${() => read('worksheet')}>${words.worksheet}</button>
                    <button type="button" class="button" data-testid="present" aria-pressed=${String(state.values.present)} @click=${() => state.set({ present: !state.values.present, ...(!state.values.present && state.values.lesson === '' && { lesson: `${[...lessons.keys()][0]}.1` }) })}>${words.present}</button>
                </div>
                <p class="says">${words.presentText}</p>
            </section>
        </div>
    `;

    const paper = (/** @type {{ name: string, text: string }} */ { name, text }) => html`
        <div class="learn__buttons learn__paper-tools">
            <button
                type="button"
                class="button"
                data-testid="lesson-back-to-list"
                @click=${() => {
                    article = null;
                    show();
                    /** @type {HTMLElement | null} */ (root.querySelector(`[data-testid="lesson-${name}"]`))?.focus();
                }}
            >
                ${words.backToList}
            </button>
            <button type="button" class="button" data-testid="lesson-print" @click=${() => print()}>${words.print}</button>
        </div>
        <article class="paper" data-testid="paper" data-paper=${name}>${unsafeHTML(text)}</article>
    `;

    const show = () => {
        render(article ? paper(article) : list(), root);
        root.dataset.ready = 'yes';
    };
    /** One may have been built meanwhile. */
    const lookUp = async () => {
        const mine = ++turn;
        const found = await ownLesson();
        if (mine === turn) {
            own = found;
            show();
        }
    };
    state.subscribe((_, changed) => {
        if (changed.has('view') || changed.has('lesson')) {
            lookUp();
        } else if (changed.has('present')) {
            show();
        }
    });
    show();
}
