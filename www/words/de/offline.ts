/** German: what is said of a new version. */
import type { Words } from '../en/offline.ts';

export const words: Words = {
    here: 'Eine neue Fassung dieser Seite ist da. Sie beginnt, wo du gerade bist.',
    take: 'Übernehmen',
    later: 'Später',
};
