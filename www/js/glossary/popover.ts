/** Explains a term in a popover beside it, on hover, tap or keyboard focus. */

import type { Term, Words } from '../../words/en/glossary.ts';
import { staysHere } from '../kit/dom.ts';
import { EQUATIONS } from './equations.ts';
import { SOURCES } from './sources.ts';
import type { Glossary } from './terms.ts';
import { entryOf } from './terms.ts';

/** Delays: a pointer that only passes by opens nothing, and one on its way to the popover does not close it. */
const OPEN_MS = 200;
const CLOSE_MS = 300;
/** Gap between term and popover, and between popover and window edge, in px. */
const GAP = 6;

const termOf = (target: EventTarget | null): HTMLElement | null =>
    target instanceof Element ? target.closest('[data-term]') : null;

/**
 * Listens on the document, because terms (elements with `data-term`) come and go.
 * @param go opens the entry of a term
 */
export function listen(glossary: Glossary, go: (hash: string) => void) {
    new Popover(glossary, go).listen();
}

class Popover {
    terms: Glossary['terms'];
    words: Words;
    go: (hash: string) => void;
    box: HTMLElement;
    /** The term that is explained. */
    shown: HTMLElement | null = null;
    waiting = 0;
    /** Closing restores focus; ignore that focus event, the reader did not move to the term. */
    closing = false;

    constructor({ terms, words }: Glossary, go: (hash: string) => void) {
        this.terms = terms;
        this.words = words;
        this.go = go;
        const box = document.createElement('aside');
        box.className = 'glossary-popover';
        box.dataset.testid = 'glossary-popover';
        box.id = 'glossary-popover';
        box.ariaLabel = words.title;
        box.popover = 'auto';
        this.box = box;
    }

    listen() {
        document.body.append(this.box);
        this.box.addEventListener('beforetoggle', (event) => {
            if ((event as ToggleEvent).newState === 'closed') {
                this.#closed();
            }
        });
        document.addEventListener('pointerover', (event) => this.#over(event));
        document.addEventListener('pointerout', (event) => this.#out(event));
        document.addEventListener('focusin', ({ target }) => {
            const term = termOf(target);
            if (!this.closing && term?.matches(':focus-visible')) {
                this.#show(term);
            }
        });
        document.addEventListener('focusout', ({ target, relatedTarget }) => {
            if (this.shown && (termOf(target) || this.#has(target)) && !this.#has(relatedTarget)) {
                this.#hide();
            }
        });
        document.addEventListener('click', (event) => this.#press(event));
        document.addEventListener('keydown', (event) => {
            if (termOf(event.target) && (event.key === ' ' || event.key === 'Enter')) {
                this.#press(event);
            }
        });
        addEventListener('scroll', () => this.shown && this.#hide(), { passive: true });
    }

    #has(target: EventTarget | null) {
        return target instanceof Node && this.box.contains(target);
    }

    #later(then: () => void, delay: number) {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(then, delay);
    }

    #show(target: HTMLElement) {
        clearTimeout(this.waiting);
        const { box, terms, words } = this;
        const id = target.dataset.term ?? '';
        const term = terms[id];
        if (!term || this.shown === target) {
            return;
        }
        this.#hide();
        fill(box, id, term, words);
        // Tab moves from the term into its explanation.
        (box.showPopover as (options?: object) => void).call(box, { source: target });
        place(box, target);
        this.shown = target;
        target.ariaExpanded = 'true';
        target.setAttribute('aria-describedby', box.id);
    }

    #hide() {
        clearTimeout(this.waiting);
        this.box.hidePopover();
    }

    #closed() {
        this.shown?.removeAttribute('aria-describedby');
        this.shown?.setAttribute('aria-expanded', 'false');
        this.shown = null;
        this.closing = true;
        setTimeout(() => (this.closing = false));
    }

    #over({ target, pointerType }: PointerEvent) {
        const term = termOf(target);
        if (pointerType === 'mouse' && term) {
            this.#later(() => this.#show(term), OPEN_MS);
        } else if (this.#has(target)) {
            clearTimeout(this.waiting);
        }
    }

    #out({ target, pointerType }: PointerEvent) {
        if (pointerType === 'mouse' && (termOf(target) || this.#has(target))) {
            this.#later(() => this.#hide(), CLOSE_MS);
        }
    }

    #press(event: MouseEvent | KeyboardEvent) {
        const link = event.target instanceof Element ? event.target.closest('.glossary-popover a') : null;
        const term = termOf(event.target);
        // With a modifier key, the browser opens the entry in a new tab or window.
        if ((term || link) && staysHere(event)) {
            event.preventDefault();
            if (link) {
                this.#hide();
                this.go(link.getAttribute('href') ?? '');
            } else if (term) {
                this.#show(term);
            }
        }
    }
}

function fill(box: HTMLElement, id: string, { name, text }: Term, words: Words) {
    const line = (className: string, content: string) =>
        Object.assign(document.createElement('p'), { className, textContent: content });
    const all = Object.assign(document.createElement('a'), { href: entryOf(id), textContent: words.all });
    const equation = document.createElement('div');
    equation.innerHTML = EQUATIONS[id] ?? '';
    const source = SOURCES[id];
    const foot = line('says', source ? `${words.source}${source}. ` : '');
    foot.append(all);
    box.replaceChildren(
        line('glossary-popover__name', name),
        line('', text),
        ...(EQUATIONS[id] ? [equation] : []),
        foot,
    );
}

/** Below the first line of the term, or above it if there is no room. */
function place(box: HTMLElement, target: HTMLElement) {
    const at = target.getClientRects()[0] ?? target.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(GAP, Math.min(at.left, clientWidth - width - GAP));
    const below = at.bottom + GAP;
    const top = below + height > clientHeight && at.top - GAP - height > 0 ? at.top - GAP - height : below;
    Object.assign(box.style, { left: `${left}px`, top: `${top}px` });
}
