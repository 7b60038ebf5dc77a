/**
 * The words of the page's frame and of its first view.
 * Static texts are put in by `data-text` and `data-label` in index.html.
 */
import type { Words } from '../../words/en/shell.ts';
import { inLanguage, isLanguage, type Language } from '../../words/languages.ts';

export type Strings = Words;

const STRINGS = import.meta.glob<Strings>('../../words/*/shell.ts', { import: 'words' });

export const stringsOf = (language: string) => inLanguage(STRINGS, language);

/**
 * The first of the reader's languages that the page speaks.
 * @param wanted say `de-AT`
 */
export function chosenLanguage(wanted: readonly string[]): Language {
    return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** Fills in what index.html leaves to the table. */
export function fillIn(root: ParentNode, strings: Strings) {
    const table: Readonly<Record<string, unknown>> = strings;
    for (const element of root.querySelectorAll('[data-text]')) {
        element.textContent = text(table, element.getAttribute('data-text'));
    }
    for (const element of root.querySelectorAll('[data-label]')) {
        element.setAttribute('aria-label', text(table, element.getAttribute('data-label')));
    }
}

function text(table: Readonly<Record<string, unknown>>, key: string | null): string {
    const value = (key ?? '').split('.').reduce<unknown>((of, name) => (of as Record<string, unknown>)?.[name], table);
    if (typeof value !== 'string') {
        throw new Error(`no text for '${key}'`);
    }
    return value;
}
