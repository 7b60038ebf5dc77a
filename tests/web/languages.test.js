// Every language has its folder, whole: what is missing or left over is named here.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inLanguage, isLanguage, LANGUAGES } from '../../www/words/languages.ts';

const TOP = new URL('../../www/words/', import.meta.url);
const filesOf = (language) => readdirSync(new URL(`${language}/`, TOP), { recursive: true }).sort();
/** What English has elsewhere: meanings of constants in the library's schema, questions in docs/faq.md. */
const ELSEWHERE = ['meanings.ts', 'questions.md'];
const others = Object.keys(LANGUAGES).filter((language) => language !== 'en');

describe('languages', () => {
    it('are the folders of www/words/', () => {
        const folders = readdirSync(TOP, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
        expect(folders.sort()).toEqual(Object.keys(LANGUAGES).sort());
        expect(['en', 'de', 'fr', 'toString'].map(isLanguage)).toEqual([true, true, false, false]);
    });

    it.each(others)('%s has every file of English, and no other', (language) => {
        expect(filesOf(language)).toEqual([...filesOf('en'), ...ELSEWHERE].sort());
    });

    it.each(others)('%s has each word that English has', async (language) => {
        for (const room of filesOf('en').filter((file) => file.endsWith('.ts') && file !== 'lessons.ts')) {
            const [english, other] = await Promise.all(['en', language].map((tag) => import(`../../www/words/${tag}/${room.replace('.ts', '')}.ts`)));
            for (const table of Object.keys(english)) {
                expect(Object.keys(other[table]).sort(), `${language}/${room}`).toEqual(Object.keys(english[table]).sort());
            }
        }
    });

    it('fall back to English, file by file, and say when there is none', async () => {
        const files = { '../../words/en/lab.ts': async () => 'English', '../../words/de/lab.ts': async () => 'Deutsch' };
        expect(await Promise.all(['de', 'en', 'fr'].map((tag) => inLanguage(files, tag)))).toEqual(['Deutsch', 'English', 'English']);
        await expect(inLanguage({}, 'de')).rejects.toThrow('no text in de or English');
    });
});
