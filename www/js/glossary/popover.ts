/** Explains a term in a popover beside it, on hover, tap or keyboard focus. */
import { EQUATIONS } from './equations.ts';
import { SOURCES } from './sources.ts';
import type { Glossary } from './terms.ts';
import { entryOf } from './terms.ts';
import type { Term, Words } from './terms-en.ts';

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
export function listen({ terms, words }: Glossary, go: (hash: string) => void) {
    const box = document.createElement('aside');
    box.className = 'glossary-popover';
    box.dataset.testid = 'glossary-popover';
    box.id = 'glossary-popover';
    box.ariaLabel = words.title;
    box.popover = 'auto';
    document.body.append(box);
    let shown: HTMLElement | null = null;
    let waiting = 0;
    /** Closing restores focus; ignore that focus event, the reader did not move to the term. */
    let closing = false;
    const later = (then: () => void, delay: number) => {
        clearTimeout(waiting);
        waiting = setTimeout(then, delay);
    };
    const hide = () => {
        clearTimeout(waiting);
        box.hidePopover();
    };
    const show = (target: HTMLElement) => {
        clearTimeout(waiting);
        const id = target.dataset.term ?? '';
        if (!terms[id] || shown === target) {
            return;
        }
        hide();
        fill(box, id, terms[id], words);
        // With `source`, Tab moves from the term into the popover.
        (box.showPopover as (options?: object) => void).call(box, { source: target });
        place(box, target);
        shown = target;
        target.ariaExpanded = 'true';
        target.setAttribute('aria-describedby', box.id);
    };
    box.addEventListener('beforetoggle', (event) => {
        if ((event as ToggleEvent).newState === 'closed') {
            shown?.removeAttribute('aria-describedby');
            shown?.setAttribute('aria-expanded', 'false');
            shown = null;
            closing = true;
            setTimeout(() => (closing = false));
        }
    });
    document.addEventListener('pointerover', ({ target, pointerType }) => {
        const term = termOf(target);
        if (pointerType === 'mouse' && term) {
            later(() => show(term), OPEN_MS);
        } else if (target instanceof Node && box.contains(target)) {
            clearTimeout(waiting);
        }
    });
    document.addEventListener('pointerout', ({ target, pointerType }) => {
        if (pointerType === 'mouse' && (termOf(target) || (target instanceof Node && box.contains(target)))) {
            later(hide, CLOSE_MS);
        }
    });
    document.addEventListener('focusin', ({ target }) => {
        const term = termOf(target);
        if (!closing && term?.matches(':focus-visible')) {
            show(term);
        }
    });
    document.addEventListener('focusout', ({ target, relatedTarget }) => {
        if (shown && (termOf(target) || box.contains(target as Node)) && !box.contains(relatedTarget as Node | null)) {
            hide();
        }
    });
    const press = (event: MouseEvent | KeyboardEvent) => {
        const link = event.target instanceof Element ? event.target.closest('.glossary-popover a') : null;
        const term = termOf(event.target);
        // With a modifier key, the browser opens the entry in a new tab or window.
        if ((term || link) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            if (link) {
                hide();
                go(link.getAttribute('href') ?? '');
            } else if (term) {
                show(term);
            }
        }
    };
    document.addEventListener('click', press);
    document.addEventListener('keydown', (event) => {
        if (termOf(event.target) && (event.key === ' ' || event.key === 'Enter')) {
            press(event);
        }
    });
    addEventListener('scroll', () => shown && hide(), { passive: true });
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
