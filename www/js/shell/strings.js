/**
 * The languages of the page, one table each (words-….js).
 * Static texts are put in by `data-text` and `data-label` in index.html.
 */
import { de } from './words-de.js';
import { en } from './words-en.js';

/** @typedef {typeof en} Strings */

/** @type {Readonly<Record<string, Strings>>} */
export const languages = { en, de };

/**
 * The first of the reader's languages that the page speaks.
 * @param {readonly string[]} wanted say `de-AT`
 * @returns {string}
 */
export function chosenLanguage(wanted) {
    return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in languages) ?? 'en';
}

/**
 * Fills in what index.html leaves to the table.
 * @param {ParentNode} root
 * @param {Strings} strings
 */
export function fillIn(root, strings) {
    const table = /** @type {Record<string, any>} */ (strings);
    for (const element of root.querySelectorAll('[data-text]')) {
        element.textContent = text(table, element.getAttribute('data-text'));
    }
    for (const element of root.querySelectorAll('[data-label]')) {
        element.setAttribute('aria-label', text(table, element.getAttribute('data-label')));
    }
}

/**
 * @param {Record<string, any>} table
 * @param {string | null} key
 * @returns {string}
 */
function text(table, key) {
    const value = key === null ? undefined : table[key];
    if (typeof value !== 'string') {
        throw new Error(`no text for '${key}'`);
    }
    return value;
}
