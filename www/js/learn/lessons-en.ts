/** The lessons in English, parsed at build time (scripts/lessons.mjs). */
import type { Lesson } from './parse.ts';

export const files: Record<string, Lesson> = import.meta.glob('../../lessons/*.en.md', {
    eager: true,
    import: 'default',
});
