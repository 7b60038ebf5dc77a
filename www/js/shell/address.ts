/** The address of the page, which holds all of its state: read once, kept up to date, handed on. */

import { isLanguage, LANGUAGES, type Language } from '../../words/languages.ts';
import { copy } from '../kit/copy.ts';
import { find, notice } from '../kit/dom.ts';
import { read, write } from './link.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';
import { chosenLanguage } from './strings.ts';

/**
 * Browsers refuse more than some hundred changes of the address in half a minute, as many as a slider makes that is
 * dragged. So many are made at once, and then one each time that this has passed.
 */
const AT_ONCE = 30;
const BETWEEN_MS = 500;
/** How long the copy button says that it is done. */
const ANSWER_MS = 4000;

/**
 * Takes over what the address says.
 * @returns the names of what could not be read
 */
export function open(state: State): { language: Language; bad: string[] } {
    const { values, bad } = read(location.hash);
    state.set(values);
    return { language: values.lang ?? chosenLanguage(navigator.languages), bad };
}

/** @returns in a sentence what could not be read; empty: nothing */
export function damage(bad: readonly string[], strings: Strings) {
    const others = bad.filter((name) => name !== 'picture');
    const parts = [
        others.length < bad.length ? strings.cutDrawing : '',
        others.length > 0 ? strings.badLink(others) : '',
    ];
    return parts.filter((part) => part !== '').join(' ');
}

/** Distinguishes a history entry made by this page from a link that was typed or clicked. */
const OWN = { own: true };

/**
 * Writes every change into the address, and lets people copy it. Another view or step of a lesson is a place to come back to.
 * @param apply sets the page up as a link says
 * @returns updates the address immediately
 */
export function keep(state: State, strings: Strings, apply: (hash: string) => Promise<void>): () => void {
    let left = AT_ONCE;
    let counted = performance.now();
    let waiting = 0;
    /** What the address does not say yet. */
    let unsaid = state.values;
    const put = (values = state.values) => {
        clearTimeout(waiting);
        waiting = 0;
        left -= 1;
        history.replaceState(OWN, '', `#${write(values)}`);
    };
    history.replaceState(OWN, '', location.href);
    state.subscribe((_, changed) => {
        if (changed.has('view') || changed.has('lesson')) {
            const { view, lesson } = read(location.hash).values;
            if (view !== state.values.view || lesson !== state.values.lesson) {
                if (waiting !== 0) {
                    // What is left behind is a place to come back to, as it was last.
                    put(unsaid);
                }
                history.pushState(OWN, '', `#${write(state.values)}`);
                return;
            }
        }
        unsaid = state.values;
        const now = performance.now();
        left = Math.min(AT_ONCE, left + (now - counted) / BETWEEN_MS);
        counted = now;
        if (waiting === 0) {
            if (left >= 1) {
                put();
            } else {
                waiting = setTimeout(put, (1 - left) * BETWEEN_MS);
            }
        }
    });
    follow(state, strings, apply);
    const language = find('language', HTMLSelectElement);
    language.replaceChildren(
        ...Object.entries(LANGUAGES).map(([tag, name]) =>
            Object.assign(document.createElement('option'), { value: tag, lang: tag, textContent: name }),
        ),
    );
    language.value = document.documentElement.lang;
    language.addEventListener('change', () => {
        state.set({ lang: isLanguage(language.value) ? language.value : null });
        put();
        // All of the state is in the address, so a reloaded page shows the same.
        location.reload();
    });
    onCopy('share-link', strings.shareDone, async () => {
        put();
        const copied = await copy(location.href);
        return copied ? (state.values.view === 'train' ? strings.sharedRun : strings.shared) : '';
    });
    onCopy('share-embed', strings.shareDone, async () => {
        put();
        return (await copy(embedCode())) ? strings.sharedEmbed : '';
    });
    return put;
}

/** Back and forward, and links that are typed or followed, without reloading the page. */
function follow(state: State, strings: Strings, apply: (hash: string) => Promise<void>) {
    addEventListener('popstate', ({ state: entry }) => {
        if (entry?.own) {
            const { values } = read(location.hash);
            if (values.model !== state.values.model || values.lang !== state.values.lang) {
                location.reload();
                return;
            }
            state.set(values);
        }
    });
    addEventListener('hashchange', () => {
        if (history.state?.own) {
            return;
        }
        // A link that was typed or clicked.
        const { values, bad } = read(location.hash);
        if (values.lang !== null && values.lang !== state.values.lang) {
            location.reload();
            return;
        }
        notice(damage(bad, strings));
        history.replaceState(OWN, '', location.href);
        apply(location.hash);
        scrollTo(0, 0);
    });
}

/** What shows the page as it stands in another one (docs/embed.md). */
function embedCode() {
    const state = location.hash.slice(1).replaceAll('&', '&amp;');
    return `<script src="${new URL('embed.js', document.baseURI)}"></script><stdp-demo state="${state}"></stdp-demo>`;
}

/**
 * A button that copies something.
 * @param done what it says for a while: on a telephone it is far from the notice
 * @param take copies; returns the notice, '' where nothing is in the clipboard
 */
function onCopy(name: string, done: string, take: () => Promise<string>) {
    const button = find(name);
    const says = button.querySelector('span') ?? button;
    const { textContent: before } = says;
    button.addEventListener('click', async () => {
        const sentence = await take();
        if (sentence === '') {
            return;
        }
        notice(sentence);
        says.textContent = done;
        setTimeout(() => {
            says.textContent = before;
            notice('');
        }, ANSWER_MS);
    });
}
