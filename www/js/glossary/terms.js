/** The terms of a language, and where a text has them. */

/** @typedef {import('./terms-en.js').Term} Term */
/** @typedef {{ terms: Readonly<Record<string, Term>>, words: import('./terms-en.js').Words }} Glossary */
/** @typedef {string | { id: string, text: string }} Piece */

/** @param {string} language @returns {Promise<Glossary>} */
export const glossaryOf = (language) => (language === 'de' ? import('./terms-de.js') : import('./terms-en.js'));

/**
 * @param {Readonly<Record<string, Term>>} terms
 * @returns {(text: string, known?: Set<string>) => Piece[]} the pieces of a text, each term marked where it first stands; terms
 *     that are known already are not, and those found are known from then on
 */
export function finder(terms) {
    const ids = Object.keys(terms);
    const any = ids.map((id) => `(${terms[id]?.forms})`).join('|');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
    return (text, known = new Set()) => {
        /** @type {Piece[]} */
        const pieces = [];
        let end = 0;
        for (const match of text.matchAll(pattern)) {
            const id = ids[match.findIndex((group, at) => at > 0 && group !== undefined) - 1] ?? '';
            if (!known.has(id)) {
                known.add(id);
                pieces.push(text.slice(end, match.index), { id, text: match[0] });
                end = match.index + match[0].length;
            }
        }
        return [...pieces, text.slice(end)].filter((piece) => piece !== '');
    };
}

/** Where the entry of a term stands in the view of questions. @param {string} id */
export const entryOf = (id) => `#view=faq&ask=term-${id}`;
