/** The lessons, in order: those of the page in a language, and one of a teacher's own. */
import { read } from '../shell/link.js';
import { progress } from './progress.js';

/** @typedef {import('./parse.js').Lesson} Lesson */

/** What the teacher's own is called. */
export const OWN = 'own';

/** @type {Record<string, () => Promise<{ files: Record<string, Lesson> }>>} */
const TABLES = { en: () => import('./lessons-en.js'), de: () => import('./lessons-de.js') };

/**
 * @param {string} language
 * @returns {Promise<Map<string, Lesson>>} by name, `spike` for 01-spike.en.md
 */
export async function lessonsIn(language) {
    const { files } = await /** @type {() => Promise<{ files: Record<string, Lesson> }>} */ (TABLES[language] ?? TABLES['en'])();
    const names = Object.keys(files).sort();
    return new Map(names.map((path) => [String(/\d+-([a-z]+)\./.exec(path)?.[1]), /** @type {Lesson} */ (files[path])]));
}

/**
 * @param {string} source
 * @param {string} name of the file
 * @returns {Promise<Lesson>} fails with what is wrong with it, and where
 */
export async function readOwn(source, name) {
    const { parseLesson } = await import('./parse.js');
    return parseLesson(source, name, (set) => read(set).bad);
}

/** The teacher's own lesson that was opened last, if it can still be read. */
export async function ownLesson() {
    const { own } = progress();
    return own && readOwn(own.source, own.name).catch(() => null);
}
