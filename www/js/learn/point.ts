/** Finds what a lesson speaks of on the page, and outlines it. */
import { foldAround, reveal } from '../kit/dom.ts';

/** Elements that have a name. Glossary terms are just words in a text, so they are left out. */
const NAMED = 'button, summary, a:not(.term), label, option, h2, h3, [aria-label]';

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/** A label's text, without the options of a select inside it. */
function ownText(element: Element) {
    const parts = [...element.childNodes].filter(
        (node) => !(node instanceof Element) || !node.matches('input, select, textarea, .spoken'),
    );
    return plain(parts.map((node) => node.textContent).join(''));
}

/** The element to outline and focus: for a label, its control; for an option, its select. */
function used(element: Element) {
    if (element instanceof HTMLOptionElement) {
        return element.closest('select') ?? element;
    }
    const control = element instanceof HTMLLabelElement ? element.control : null;
    return control && control.getClientRects().length > 0 && !control.matches('.spoken') ? control : element;
}

/** Whether it is folded away or lies behind a closed tab. */
export const isPutAway = (element: Element) =>
    foldAround(element) !== null || element.closest('[role="tabpanel"][hidden]') !== null;

/** What is put away counts: it is brought out when it is pointed at. */
const visible = (element: Element) =>
    (element.getClientRects().length > 0 || isPutAway(element)) && element.closest('.guide, .learn') === null;

/** @param word the name of something on the page */
export function named(word: string): Element | null {
    const wanted = plain(word);
    for (const element of document.querySelectorAll(NAMED)) {
        const says = element instanceof HTMLLabelElement ? ownText(element) : plain(element.textContent);
        if ((says === wanted || plain(element.getAttribute('aria-label')) === wanted) && visible(used(element))) {
            return used(element);
        }
    }
    return null;
}

/** @param elements all elements to outline from now on */
export function outline(elements: Iterable<Element>) {
    const wanted = new Set(elements);
    for (const element of document.querySelectorAll('[data-asked]')) {
        if (!wanted.has(element)) {
            element.removeAttribute('data-asked');
        }
    }
    for (const element of wanted) {
        element.setAttribute('data-asked', '');
    }
}

/** Scrolls it to the top, because its effect usually shows below it. */
export function bringNear(element: Element) {
    reveal(element);
    element.scrollIntoView({
        block: 'start',
        behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
}

/** Whether all of it is visible, beside or above the lesson. */
export function inSight(element: Element) {
    const { top, bottom } = element.getBoundingClientRect();
    const guide = document.querySelector('.guide')?.getBoundingClientRect();
    const floor = guide && guide.left < innerWidth / 4 ? guide.top : innerHeight;
    return top >= 0 && bottom <= floor;
}
