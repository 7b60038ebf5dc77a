/** The lesson bar beside or below the page; it stays open across views. Loaded on first use. */

import { html, render } from 'lit-html';
import type { Words } from '../../words/en/learn.ts';
import { inLanguage } from '../../words/languages.ts';
import { htmlMarker } from '../glossary/mark.ts';
import { reveal } from '../kit/dom.ts';
import { loadStyles } from '../kit/styles.ts';
import { read, write } from '../shell/link.ts';
import type { Page } from '../shell/page.ts';
import { State } from '../shell/state.ts';
import { elementsOf, Watch } from './check.ts';
import { lessonsIn, OWN, ownLesson } from './lessons.ts';
import type { Lesson } from './parse.ts';
import { Place } from './place.ts';
import { bringNear, inSight, isPutAway, named, outline } from './point.ts';
import { presenterKeys } from './presenter.ts';
import type { Progress } from './progress.ts';
import { progress } from './progress.ts';
import { StepPanel } from './step-panel.ts';

const WORDS = import.meta.glob<Words>('../../words/*/learn.ts', { import: 'words' });
const STYLE = new URL('../../css/learn/guide.css', import.meta.url);
/** How often the page is checked, and how long the elements of a step may take to appear, in ms. */
const LOOK_MS = 200;
const COMES_MS = 5000;
/** Elements that handle letters or arrow keys themselves. */
const OWN_KEYS = 'input, select, textarea, [role="application"], [contenteditable]';

/** @param byLink whether the lesson was in the link that opened the page */
export async function openGuide(page: Page, byLink: boolean) {
    const [words, lessons, explain] = await Promise.all([
        inLanguage(WORDS, page.language),
        lessonsIn(page.language),
        htmlMarker(page.language),
        loadStyles(String(STYLE)),
    ]);
    new Guide(page, words, lessons, explain).begin(byLink);
}

class Guide {
    page: Page;
    state: State;
    words: Words;
    lessons: Map<string, Lesson>;
    panel: StepPanel;
    kept: Progress;
    aside: HTMLElement;
    now: Place | null = null;
    /** Where it was before. */
    before: Place | null = null;
    watch: Watch | null = null;
    done = false;
    folded = false;
    /** When presenting, the answer may be shown before the task is done. */
    revealed = false;
    /** Until this time, the element to use is scrolled into view when it appears. */
    bringUntil = 0;
    problem = '';
    timer = 0;
    builder: { show: (aside: HTMLElement) => void; end: () => void } | null = null;

    /** @param explain marks the terms of a text */
    constructor(page: Page, words: Words, lessons: Map<string, Lesson>, explain: (html: string) => string) {
        this.page = page;
        this.state = page.state;
        this.words = words;
        this.lessons = lessons;
        this.panel = new StepPanel(words, explain, {
            say: (choice) => this.#say(choice),
            next: () => this.#step(1),
            back: () => this.#step(-1),
            set: () => this.#setPage(),
            fold: () => {
                this.folded = !this.folded;
                this.#show();
            },
            present: () => this.state.set({ present: !this.state.values.present }),
            close: () => this.#close(),
        });
        this.kept = progress();
        this.aside = document.createElement('aside');
        this.aside.className = 'guide';
    }

    begin(byLink: boolean) {
        document.querySelector('.masthead')?.after(this.aside);
        this.state.subscribe((_, changed) => {
            if (changed.has('lesson')) {
                this.#follow(true);
            } else if (changed.has('present')) {
                this.#show();
            } else if (this.builder && !changed.has('lesson')) {
                this.builder.show(this.aside);
            }
        });
        presenterKeys(this.state, {
            forward: () => this.#forward(),
            back: () => this.#step(-1),
        });
        document.addEventListener('keydown', (event) => this.#key(event));
        this.aside.addEventListener('click', (event) => this.#word(event));
        // If the link holds more than the lesson, its state wins over the step's.
        const { values } = this.state;
        const alone =
            write({ ...values, lesson: '', present: false, lang: null, keys: true }) === write(new State().values);
        this.#follow(!byLink || alone);
    }

    /** @param sets whether to apply the step's state to the page */
    async #follow(sets: boolean) {
        const { lesson: link } = this.state.values;
        const [name = '', at = ''] = link.split('.');
        this.#leave();
        this.builder?.end();
        this.builder = null;
        this.problem = '';
        if (link === 'builder') {
            const come = await import('./builder.ts').catch((error: Error) => error);
            if (link !== this.state.values.lesson || this.builder !== null) {
                return;
            }
            if (come instanceof Error) {
                this.problem = this.page.strings.noView(come.message);
                this.#show();
                return;
            }
            this.builder = new come.Builder(this.page, this.words);
            this.aside.hidden = false;
            document.documentElement.dataset.guide = 'builder';
            this.builder.show(this.aside);
            return;
        }
        const lesson = link === '' ? null : name === OWN ? await ownLesson() : this.lessons.get(name);
        if (link !== this.state.values.lesson) {
            return;
        }
        if (lesson) {
            const step = Math.min(Math.max(1, Number(at)), lesson.steps.length);
            this.#arrive(new Place(name, lesson, step), sets);
        } else {
            this.problem = link === '' ? '' : name === OWN ? this.words.ownGone : this.words.lost(name);
            this.#show();
        }
    }

    #arrive(now: Place, sets: boolean) {
        const before = this.before?.name === now.name ? this.before.set : '';
        this.now = now;
        this.kept.stand(now.name, now.at);
        this.revealed = false;
        this.folded = false;
        // A step that is set as the one before goes on with what that one has left.
        if (sets && now.set !== before) {
            this.#setPage();
        }
        this.watch = new Watch(now.step.checks);
        this.bringUntil = performance.now() + COMES_MS;
        this.done = false;
        this.timer = setInterval(() => this.#look(), LOOK_MS);
        this.#show();
        (this.aside.querySelector('h2') as HTMLElement | null)?.focus({ preventScroll: true });
        this.aside.querySelector('.guide__body')?.scrollTo(0, 0);
        this.#look();
    }

    /** Applies the step's state to the page. */
    #setPage() {
        const set = this.now?.set ?? '';
        const { train } = read(set).values;
        if (train !== '' && train === this.state.values.train) {
            // The same run, but from the start.
            this.state.set({ train: '' });
        }
        if (set !== '') {
            this.page.apply(set);
        }
    }

    /** Whether it may be done already, or has to be predicted first. */
    #asked({ name, at, step }: Place) {
        return step.predict === null || this.state.values.present || this.kept.of(name).said[at] !== undefined;
    }

    #say(choice: number) {
        const { now } = this;
        if (now === null) {
            return;
        }
        if (!this.#asked(now)) {
            // What was done before does not count.
            this.watch?.end();
            this.watch = new Watch(now.step.checks);
        }
        this.kept.say(now.name, now.at, choice);
        this.bringUntil = performance.now() + COMES_MS;
        this.#show();
        this.#look();
    }

    /** Checks whether the task is done, and outlines what to use. */
    #look() {
        const { now, watch } = this;
        if (now === null || watch === null) {
            return;
        }
        if (!this.done && this.#asked(now) && watch.holds) {
            this.done = true;
            clearInterval(this.timer);
            this.kept.finish(now.name, now.at);
            this.#show();
            this.#bringAnswer();
        }
        this.#point(now);
    }

    /** The answer may be below the visible part of the bar. */
    #bringAnswer() {
        const last = this.aside.querySelector('.guide__answer') ?? this.aside.querySelector('.guide__done');
        last?.scrollIntoView({ block: 'nearest' });
    }

    #point(now: Place) {
        const { step } = now;
        if (this.done || !this.#asked(now)) {
            outline([]);
            return;
        }
        const bold = [...this.aside.querySelectorAll('.guide__task .word')].map((word) =>
            named(word.textContent ?? ''),
        );
        const listed = step.show.flatMap(elementsOf);
        const found = [...bold, ...listed].filter((element) => element !== null);
        const all =
            found.length > 0
                ? found
                : step.checks.filter(({ testid }) => testid !== 'page').flatMap(({ testid }) => elementsOf(testid));
        outline(all);
        const [first] = all;
        const soon = performance.now() < this.bringUntil;
        const behind = all.find(isPutAway);
        if (soon && behind) {
            reveal(behind);
        }
        if (first && soon && first.getClientRects().length > 0) {
            this.bringUntil = 0;
            if (!inSight(first)) {
                bringNear(first);
            }
        }
    }

    #leave() {
        this.before = this.now;
        clearInterval(this.timer);
        this.watch?.end();
        this.watch = null;
        this.now = null;
        outline([]);
    }

    #show() {
        const { present } = this.state.values;
        const shown = this.now !== null || this.problem !== '';
        document.documentElement.toggleAttribute('data-present', present);
        this.aside.hidden = !shown && this.builder === null;
        document.documentElement.toggleAttribute('data-guide', shown || this.builder !== null);
        if (this.builder) {
            return;
        }
        if (this.now) {
            this.#showStep(this.now);
        } else {
            this.#showProblem();
        }
    }

    #showProblem() {
        const { problem, words } = this;
        this.aside.removeAttribute('data-testid');
        render(
            problem === ''
                ? html``
                : html`<p role="alert" class="problem">${problem}</p><button type="button" class="button" @click=${() => this.#close()}>${words.close}</button>`,
            this.aside,
        );
    }

    #showStep(now: Place) {
        const { words, done, folded } = this;
        const following = this.#following;
        Object.assign(this.aside.dataset, {
            testid: 'lesson-step',
            lesson: now.name,
            step: String(now.at),
            done: done ? 'yes' : 'no',
            folded: folded ? 'yes' : 'no',
        });
        this.aside.setAttribute('aria-label', words.bar);
        const panel = this.panel.panel({
            place: now,
            way: this.kept.of(now.name),
            done,
            asked: this.#asked(now),
            revealed: done || this.revealed,
            folded,
            present: this.state.values.present,
            onward: !now.isLast ? words.next : following ? words.nextLesson(following.title) : words.finish,
        });
        render(panel, this.aside);
        this.#point(now);
    }

    /** The lesson after this one. */
    get #following() {
        const names = [...this.lessons.keys()];
        const after = names[names.indexOf(this.now?.name ?? '') + 1];
        return after !== undefined && this.now?.name !== OWN
            ? { name: after, title: String(this.lessons.get(after)?.title) }
            : null;
    }

    /** For a clicker: shows the answer first, then moves on. */
    #forward() {
        if (this.now && !this.done && !this.revealed && this.now.step.answer !== '') {
            this.revealed = true;
            this.#show();
            this.#bringAnswer();
        } else {
            this.#step(1);
        }
    }

    #step(by: 1 | -1) {
        const { now } = this;
        if (now === null) {
            const [first] = this.lessons.keys();
            this.state.set({ lesson: `${first}.1` });
            return;
        }
        const at = now.at + by;
        const following = this.#following;
        if (at > now.lesson.steps.length) {
            this.state.set(following ? { lesson: `${following.name}.1` } : { lesson: '', view: 'learn' });
        } else if (at >= 1) {
            this.state.set({ lesson: `${now.name}.${at}` });
        }
    }

    #close() {
        this.state.set({ lesson: '', present: false });
        const back = document.querySelector('[data-testid="view-learn"]');
        if (back instanceof HTMLElement) {
            back.focus();
        }
    }

    /** L moves the focus back to the lesson, from anywhere on the page. */
    #key(event: KeyboardEvent) {
        const typing =
            event.target instanceof Element &&
            event.target.matches(OWN_KEYS) &&
            !event.target.matches('[type="range"], [type="radio"], [type="checkbox"], select, canvas');
        if (
            event.key.toLowerCase() === 'l' &&
            this.now &&
            this.state.values.keys &&
            !typing &&
            !event.ctrlKey &&
            !event.metaKey &&
            !event.altKey
        ) {
            event.preventDefault();
            this.aside.querySelector('h2')?.focus();
        }
    }

    /** A bold word takes the reader to what it names. */
    #word(event: Event) {
        const word = event.target instanceof Element ? event.target.closest('.word') : null;
        if (!word) {
            return;
        }
        const element = named(word.textContent ?? '');
        const says = this.aside.querySelector('[data-part="guide-says"]');
        if (element instanceof HTMLElement) {
            bringNear(element);
            element.focus({ preventScroll: true });
            if (says) {
                says.textContent = '';
            }
        } else if (says) {
            says.textContent = this.words.notHere(word.textContent ?? '');
        }
    }
}
