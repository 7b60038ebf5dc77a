/** German: the words around the questions; they and their answers stand in docs/faq.de.md. */
import type { Words } from './words-en.ts';

export const de: Words = {
    title: 'Fragen zum Netz',
    search: 'Suchen',
    found: (count, all) =>
        count === 0
            ? 'Diese Wörter hat keine Frage oder Antwort.'
            : count === all
              ? `${all} Fragen`
              : `${count} von ${all} Fragen`,
};
