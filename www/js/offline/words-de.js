/** German: what is said of a new version. */

/** @type {import('./words-en.js').Words} */
export const de = {
    here: 'Eine neue Fassung dieser Seite ist da. Sie beginnt, wo du gerade bist.',
    take: 'Übernehmen',
    later: 'Später',
};
