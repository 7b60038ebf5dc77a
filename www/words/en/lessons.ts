/** The lessons in English, by path, parsed at build time (scripts/lessons.mjs). */
import type { Lesson } from '../../js/learn/parse.ts';

export const words: Record<string, Lesson> = import.meta.glob('./lessons/*.md', { eager: true, import: 'default' });
