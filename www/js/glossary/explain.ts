/** Marks terms in texts that lit-html renders repeatedly. */
import { html } from 'lit-html';
import { entryOf, finder, glossaryOf } from './terms.ts';

/** @returns a function from a text to its template, with terms marked; only the first mark of each term is a Tab stop */
export async function explainer(language: string): Promise<(text: string) => unknown> {
    const { terms } = await glossaryOf(language);
    const find = finder(terms);
    const made = new Map<string, unknown>();
    const reached = new Set<string>();
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
 * A copy of a table of words with terms marked in some of its texts.
 * @param names of those texts, or of nested tables of texts
 */
export async function explained<T extends object>(words: T, language: string, names: readonly (keyof T)[]): Promise<T> {
    const explain = await explainer(language);
    const each = (value: unknown): unknown =>
        typeof value === 'string'
            ? explain(value)
            : Object.fromEntries(Object.entries(value ?? {}).map(([name, inner]) => [name, each(inner)]));
    return { ...words, ...Object.fromEntries(names.map((name) => [name, each(words[name])])) };
}
