/** Marks terms in texts that do not change after they are shown. */

import type { Term } from '../../words/en/glossary.ts';
import { entryOf, finder, glossaryOf } from './terms.ts';

/** No marks in here: anything clickable (in lessons, also names of parts of the page), code and equations. */
const NOT_IN = 'a, button, strong, .word, code, pre, math, summary, label, [data-term]';

/** @returns marks each term once per panel; only the first mark of each term is a Tab stop */
export function marker(terms: Readonly<Record<string, Term>>): (panels: Iterable<Element | DocumentFragment>) => void {
    const find = finder(terms);
    const reached = new Set<string>();
    return (panels) => {
        for (const panel of panels) {
            const known = new Set<string>();
            const walker = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT, (node) =>
                node.parentElement?.closest(NOT_IN) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
            );
            const nodes = [];
            while (walker.nextNode()) {
                nodes.push(walker.currentNode as Text);
            }
            for (const node of nodes) {
                const pieces = find(node.data, known);
                if (pieces.length > 1 || typeof pieces[0] === 'object') {
                    node.replaceWith(
                        ...pieces.map((piece) =>
                            typeof piece === 'string' ? piece : mark(piece.id, piece.text, reached),
                        ),
                    );
                }
            }
        }
    };
}

/** Marks terms in HTML that is shown temporarily: every mark is a Tab stop. */
export async function htmlMarker(language: string): Promise<(html: string) => string> {
    const { terms } = await glossaryOf(language);
    const made = new Map<string, string>();
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

function mark(id: string, text: string, reached: Set<string>) {
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
