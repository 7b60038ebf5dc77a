/**
 * The languages of the page: a folder for each, which holds all that is said in it, and a line here.
 * English comes first; a text that another language does not have yet is shown in English.
 */
export const LANGUAGES = { en: 'English', de: 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(LANGUAGES, tag);

/** Files of the same name, one for each language, as `import.meta.glob` gives them: by path, each fetched when called. */
export type InLanguages<T> = Readonly<Record<string, () => Promise<T>>>;

/** @returns what the file of this language exports; only that file is fetched */
export async function inLanguage<T>(files: InLanguages<T>, language: string): Promise<T> {
    const of = (tag: string) => Object.entries(files).find(([path]) => path.includes(`/words/${tag}/`))?.[1];
    const load = of(language) ?? of('en');
    if (!load) {
        throw new Error(`no text in ${language} or English`);
    }
    return load();
}
