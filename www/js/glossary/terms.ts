/** The terms of a language, and a finder for them in texts. */

import type { Term, Words } from '../../words/en/glossary.ts';
import { inLanguage } from '../../words/languages.ts';

export type Glossary = { terms: Readonly<Record<string, Term>>; words: Words };
type Piece = string | { id: string; text: string };

const GLOSSARIES = import.meta.glob<Glossary>('../../words/*/glossary.ts');

export const glossaryOf = (language: string) => inLanguage(GLOSSARIES, language);

/**
 * @returns splits a text into pieces and marks the first occurrence of each term; terms in `known` are skipped, and the
 * terms found are added to it
 */
export function finder(terms: Readonly<Record<string, Term>>): (text: string, known?: Set<string>) => Piece[] {
    const ids = Object.keys(terms);
    const any = ids.map((id) => `(${terms[id]?.forms})`).join('|');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, 'giu');
    return (text, known = new Set()) => {
        const pieces: Piece[] = [];
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

/** Link to a term's entry in the questions view. */
export const entryOf = (id: string) => `#view=faq&ask=term-${id}`;
