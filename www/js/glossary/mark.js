/** Marks terms in texts that stay as they are. */
import { entryOf, finder, glossaryOf } from './terms.js';

/** What is left alone in a text: what can be pressed already (names of the page's parts, in a lesson), code and equations. */
const NOT_IN = 'a, button, strong, .word, code, pre, math, summary, label, [data-term]';

/**
 * @param {Readonly<Record<string, import('./terms.js').Term>>} terms
 * @returns {(panels: Iterable<Element | DocumentFragment>) => void} marks each term once in each panel; Tab stops at the first of all
 */
export function marker(terms) {
    const find = finder(terms);
    /** @type {Set<string>} */
    const reached = new Set();
    return (panels) => {
        for (const panel of panels) {
            const known = new Set();
            const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest(NOT_IN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
            const nodes = [];
            while (walker.nextNode()) {
                nodes.push(/** @type {Text} */ (walker.currentNode));
            }
            for (const node of nodes) {
                const pieces = find(node.data, known);
                if (pieces.length > 1 || typeof pieces[0] === 'object') {
                    node.replaceWith(...pieces.map((piece) => (typeof piece === 'string' ? piece : mark(piece.id, piece.text, reached))));
                }
            }
        }
    };
}

/**
 * Marks terms in HTML that is shown somewhere and goes again: Tab stops at each.
 * @param {string} language
 * @returns {Promise<(html: string) => string>}
 */
export async function htmlMarker(language) {
    const { terms } = await glossaryOf(language);
    /** @type {Map<string, string>} */
    const made = new Map();
    return (html) => {
        if (!made.has(html)) {
            const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
            marker(terms)([content]);
            const place = document.createElement('div');
            place.append(content);
            made.set(html, place.innerHTML);
        }
        return made.get(html) ?? html;
    };
}

/** @param {string} id @param {string} text @param {Set<string>} reached */
function mark(id, text, reached) {
    const link = document.createElement('a');
    link.className = 'term';
    link.href = entryOf(id);
    link.textContent = text;
    link.dataset.term = id;
    link.dataset.testid = 'glossary-term';
    link.role = 'button';
    link.ariaExpanded = 'false';
    link.tabIndex = reached.has(id) ? -1 : 0;
    reached.add(id);
    return link;
}
