/** The lessons: the page's own, in order and by language, and one from a teacher. */
import { inLanguage } from '../../words/languages.ts';
import { read } from '../shell/link.ts';
import type { Lesson } from './parse.ts';
import { progress } from './progress.ts';

const LESSONS = import.meta.glob<Record<string, Lesson>>('../../words/*/lessons.ts', { import: 'words' });

/** Name of the teacher's lesson. */
export const OWN = 'own';

/** @returns by name, `spike` for 01-spike.md */
export async function lessonsIn(language: string): Promise<Map<string, Lesson>> {
    const files = await inLanguage(LESSONS, language);
    const inOrder = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
    return new Map(inOrder.map(([path, lesson]) => [/\d+-([a-z]+)\./.exec(path)?.[1] ?? path, lesson]));
}

/**
 * @param name of the file
 * @returns rejects with what is wrong in the file, and where
 */
export async function readOwn(source: string, name: string): Promise<Lesson> {
    const { parseLesson } = await import('./parse.ts');
    return parseLesson(source, name, (set) => read(set).bad);
}

/** The teacher's lesson that was opened last, if it is still valid. */
export async function ownLesson() {
    const { own } = progress();
    return own && readOwn(own.source, own.name).catch(() => null);
}
