/** The lessons in English, as the build has read them (scripts/lessons.mjs). */

/** @type {Record<string, import('./parse.js').Lesson>} */
export const files = import.meta.glob('../../lessons/*.en.md', { eager: true, import: 'default' });
