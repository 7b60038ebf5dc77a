/** The lessons in English, as the build has read them (scripts/lessons.mjs). */
import type { Lesson } from './parse.ts';

export const files: Record<string, Lesson> = import.meta.glob('../../lessons/*.en.md', {
    eager: true,
    import: 'default',
});
