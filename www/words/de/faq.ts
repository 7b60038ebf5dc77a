/** German: the words around the questions; they and their answers stand in questions.md. */
import type { Words } from '../en/faq.ts';

export const words: Words = {
    title: 'Fragen zum Netz',
    search: 'Suchen',
    found: (count, all) =>
        count === 0
            ? 'Diese Wörter hat keine Frage oder Antwort.'
            : count === all
              ? `${all} Fragen`
              : `${count} von ${all} Fragen`,
};
