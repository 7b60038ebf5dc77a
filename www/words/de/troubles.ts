/** German: what the page says where the browser lacks or forbids something. Fetched only then. */
import type { Words } from '../en/troubles.ts';

export const words: Words = {
    copyTitle: 'Von Hand kopieren',
    copyText:
        'Dieser Browser lässt die Seite nicht an die Zwischenablage. Der Text ist markiert: Drück Strg C (auf dem Mac ⌘ C) oder halte einen Finger darauf.',
    close: 'Schließen',
};
