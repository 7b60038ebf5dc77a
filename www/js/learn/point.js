/** Finds what a lesson speaks of on the page, and outlines it. */

/** What has a name; a term is a word of a text, which the glossary explains. */
const NAMED = 'button, summary, a:not(.term), label, option, h2, h3, [aria-label]';

/** @param {string | null} text */
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

/** What a label says, without the choices of the list inside it. @param {Element} element */
function ownText(element) {
    const parts = [...element.childNodes].filter((node) => !(node instanceof Element) || !node.matches('input, select, textarea, .spoken'));
    return plain(parts.map((node) => node.textContent).join(''));
}

/** @param {Element} element what is to be seen and used, for a label its control */
function used(element) {
    if (element instanceof HTMLOptionElement) {
        return element.closest('select') ?? element;
    }
    const control = element instanceof HTMLLabelElement ? element.control : null;
    return control && control.getClientRects().length > 0 && !control.matches('.spoken') ? control : element;
}

/** @param {Element} element */
const visible = (element) => element.getClientRects().length > 0 && element.closest('.guide, .learn') === null;

/**
 * @param {string} word a name that stands on the page
 * @returns {Element | null}
 */
export function named(word) {
    const wanted = plain(word);
    for (const element of document.querySelectorAll(NAMED)) {
        const says = element instanceof HTMLLabelElement ? ownText(element) : plain(element.textContent);
        if ((says === wanted || plain(element.getAttribute('aria-label')) === wanted) && visible(used(element))) {
            return used(element);
        }
    }
    return null;
}

/** @param {Iterable<Element>} elements all that are outlined from now on */
export function outline(elements) {
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

/** What it does is seen below it, as a rule. @param {Element} element */
export function bringNear(element) {
    element.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

/** Whether all of it can be seen, beside or above the lesson. @param {Element} element */
export function inSight(element) {
    const { top, bottom } = element.getBoundingClientRect();
    const guide = document.querySelector('.guide')?.getBoundingClientRect();
    const floor = guide && guide.left < innerWidth / 4 ? guide.top : innerHeight;
    return top >= 0 && bottom <= floor;
}
