/** Marks terms in texts that lit-html renders, and renders again. */
import { html } from 'lit-html';
import { entryOf, finder, glossaryOf } from './terms.js';

/**
 * @param {string} language
 * @returns {Promise<(text: string) => unknown>} what to render for a text: its terms marked, at each of which Tab stops once
 */
export async function explainer(language) {
    const { terms } = await glossaryOf(language);
    const find = finder(terms);
    /** @type {Map<string, unknown>} */
    const made = new Map();
    /** @type {Set<string>} */
    const reached = new Set();
    return (text) => {
        if (!made.has(text)) {
            made.set(
                text,
                find(text).map((piece) => {
                    if (typeof piece === 'string') {
                        return piece;
                    }
                    const { id, text: form } = piece;
                    const tab = reached.has(id) ? -1 : 0;
                    reached.add(id);
                    return html`<a class="term" data-testid="glossary-term" data-term=${id} href=${entryOf(id)} role="button" aria-expanded="false" tabindex=${tab}>${form}</a>`;
                }),
            );
        }
        return made.get(text);
    };
}

/**
 * A table of words, some of whose texts are explained.
 * @template {object} T
 * @param {T} words
 * @param {string} language
 * @param {readonly (keyof T)[]} names of texts, or of tables of texts
 * @returns {Promise<T>}
 */
export async function explained(words, language, names) {
    const explain = await explainer(language);
    /** @param {any} value @returns {unknown} */
    const each = (value) => (typeof value === 'string' ? explain(value) : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, each(inner)])));
    return { ...words, ...Object.fromEntries(names.map((name) => [name, each(words[name])])) };
}
