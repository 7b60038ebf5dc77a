/** The view of the lessons: all of them, a file of one's own, and what teachers need. Fetched when it is opened. */
import { html, nothing, render } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import { loadStyles } from '../kit/styles.ts';
import { write } from '../shell/link.ts';
import type { Page } from '../shell/page.ts';
import { State } from '../shell/state.ts';
import { lessonsIn, OWN, ownLesson, readOwn } from './lessons.ts';
import type { Lesson } from './parse.ts';
import { progress } from './progress.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';

const STYLES = [
    new URL('../../css/learn/view.css', import.meta.url),
    new URL('../../css/learn/print.css', import.meta.url),
];

const PAGES: Record<string, Record<string, () => Promise<{ default: string }>>> = {
    en: {
        plan: () => import('../../lessons/teaching/plan.en.md'),
        worksheet: () => import('../../lessons/teaching/worksheet.en.md'),
    },
    de: {
        plan: () => import('../../lessons/teaching/plan.de.md'),
        worksheet: () => import('../../lessons/teaching/worksheet.de.md'),
    },
};

export async function openLessons(root: HTMLElement, { state, language }: Page) {
    const words = language === 'de' ? de : en;
    const [lessons, opened] = await Promise.all([lessonsIn(language), ownLesson(), loadStyles(...STYLES.map(String))]);
    const kept = progress();
    let own = opened;
    /** Counts what was kept or looked up, so that an old one does not come back. */
    let turn = 0;
    let says = '';
    let problem = '';
    /** A page for teachers that is open, as HTML. */
    let article: { name: string; text: string } | null = null;

    const go = (lesson: string) => state.set({ lesson });
    const follow = (event: MouseEvent, then: () => void) => {
        // A new tab opens what the link says.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            then();
        }
    };
    const address = (lesson: string) => `#${write({ ...new State().values, lang: state.values.lang, lesson })}`;

    const item = (name: string, lesson: Lesson) => {
        const { at, done } = kept.of(name);
        const all = done.length >= lesson.steps.length;
        const link = `${name}.${all ? 1 : at}`;
        return html`<li data-lesson=${name} data-done=${done.length} data-steps=${lesson.steps.length}>
            <h3><a href=${address(link)} data-testid="lesson-open" @click=${(event: MouseEvent) => follow(event, () => go(link))}>${lesson.title}</a></h3>
            <p>${lesson.goal}</p>
            <p class="figures"><span>${words.minutes(lesson.minutes)}</span> <span class="lessons__way">${words.steps(done.length, lesson.steps.length)}</span></p>
            <span class="button" aria-hidden="true">${all ? words.again : done.length > 0 ? words.goOn : words.begin}</span>
        </li>`;
    };

    const read = async (name: 'plan' | 'worksheet') => {
        const pages = (PAGES[language] ?? PAGES['en']) as Record<string, () => Promise<{ default: string }>>;
        article = { name, text: (await (pages[name] as () => Promise<{ default: string }>)()).default };
        show();
        scrollTo(0, 0);
        (root.querySelector('[data-testid="lesson-back-to-list"]') as HTMLElement | null)?.focus();
    };

    const open = async (file: File | undefined) => {
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
            problem = (error as Error).message;
        }
        show();
    };

    const list = () => html`
        <p class="learn__lead">${words.lead}</p>
        <section aria-labelledby="lessons-title">
            <h2 id="lessons-title">${words.title}</h2>
            <p class="figures">${words.whole(
                lessons.size,
                [...lessons.values()].reduce((sum, { minutes }) => sum + minutes, 0),
            )}</p>
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
                            @change=${(event: Event) => {
                                const input = event.target as HTMLInputElement;
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

    const paper = ({ name, text }: { name: string; text: string }) => html`
        <div class="learn__buttons learn__paper-tools">
            <button
                type="button"
                class="button"
                data-testid="lesson-back-to-list"
                @click=${() => {
                    article = null;
                    show();
                    (root.querySelector(`[data-testid="lesson-${name}"]`) as HTMLElement | null)?.focus();
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
