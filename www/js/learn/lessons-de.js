/** The lessons in German, as the build has read them (scripts/lessons.mjs). */

/** @type {Record<string, import('./parse.js').Lesson>} */
export const files = import.meta.glob('../../lessons/*.de.md', { eager: true, import: 'default' });
