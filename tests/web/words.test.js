import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conclude, indexOfLargest, measured, narrate, sureness, whyNot } from '../../www/js/look/narrate.ts';
import { words as de } from '../../www/words/de/shell.ts';
import { words as en } from '../../www/words/en/shell.ts';

const html = readFileSync(new URL('../../www/index.html', import.meta.url), 'utf8');
const counts = (changes) => Object.assign(Array(10).fill(0), changes);

describe('words', () => {
    it('has every text that the page asks for', () => {
        const keys = [...html.matchAll(/data-(?:text|label)="([^"]+)"/g)].map(([, key]) => key);
        expect(keys.length).toBeGreaterThan(20);
        const textOf = (key) => key.split('.').reduce((of, name) => of?.[name], en);
        for (const key of keys) expect(typeof textOf(key), key).toBe('string');
    });

    it('asks for no other host and lets no script in', () => {
        const fetched = [...html.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, address]) => address);
        expect(fetched.filter((address) => !address.startsWith('./'))).toEqual(['https://doi.org/10.3389/fncom.2015.00099']);
        expect(html).toContain("script-src 'self' 'wasm-unsafe-eval'");
        expect(html).not.toMatch(/<script>|style="|unsafe-inline| on\w+="/);
    });

    it('finds the largest, the first of equals', () => {
        expect([indexOfLargest([1, 3, 3]), indexOfLargest([0, 0]), indexOfLargest([-2, -1])]).toEqual([1, 0, 1]);
    });

    it.each([
        ['a clear answer', { digit: 3, votes: counts({ 3: 28, 8: 9 }), spikes: 39, evidence: counts({ 3: 1 }) }, 'It reads a 3: 28 of 39 spikes voted for it.'],
        ['an answer against the tallest bar', { digit: 4, votes: counts({ 4: 6, 9: 8 }), spikes: 14, evidence: counts({ 4: 0.8 }) }, 'The 9 has more spikes'],
        ['a tie', { digit: 4, votes: counts({ 4: 7, 5: 7 }), spikes: 14, evidence: counts({ 4: 0.8 }) }, 'The 5 has as many spikes'],
        ['a weak answer', { digit: 9, votes: counts({ 9: 13 }), spikes: 13, evidence: counts({ 9: 0.39, 4: 0.2 }) }, 'is not certain: 13 of 13 spikes voted for it, yet a 4 can cause such spikes too'],
        ['a split vote', { digit: null, votes: counts({ 4: 7, 9: 8 }), spikes: 15, evidence: counts({ 4: 0.5, 9: 0.4 }) }, 'Not sure: it could be a 4 or a 9.'],
        ['two digits that are as likely', { digit: null, reason: 'split', votes: counts({ 3: 7, 5: 8 }), spikes: 15, evidence: counts({ 5: 0.5, 3: 0.4 }) }, 'Not sure: between 3 and 5.'],
        ['a split of few spikes', { digit: null, reason: 'split', votes: counts({ 1: 2 }), spikes: 2, evidence: counts({ 1: 0.4, 7: 0.3 }) }, 'Not sure: between 1 and 7.'],
        ['what is no digit', { digit: null, reason: 'unlike', votes: counts({ 4: 9 }), spikes: 9, evidence: counts({ 4: 1 }), likeness: 0.2 }, 'Not sure: unlike any digit I have seen.'],
        ['silence', { digit: null, votes: counts({}), spikes: 0, evidence: counts({}) }, 'hardly any cell spiked'],
        ['hardly a spike', { digit: null, votes: counts({ 1: 2 }), spikes: 2, evidence: counts({ 1: 0.4 }) }, 'hardly any cell spiked'],
    ])('tells %s', (_, verdict, words) => {
        expect(narrate(verdict, en)).toContain(words);
        expect(conclude({ verdict, attempt: 1 }, en)).toBe(narrate(verdict, en));
        expect(conclude({ verdict, attempt: 3 }, en)).toContain('It took 3 looks');
    });

    it('never claims to be wholly sure', () => {
        const sure = (share) => sureness({ digit: 2, evidence: counts({ 2: share }) }, en);
        expect([sure(1), sure(0.998), sure(0.87), sureness({ digit: null, evidence: [] }, en)]).toEqual(['> 99\u00a0% sure', '> 99\u00a0% sure', '87\u00a0% sure', 'not sure']);
    });

    it('tells the two reasons for no answer apart, in both languages', () => {
        const verdict = { digit: null, evidence: counts({ 8: 0.4, 3: 0.45 }) };
        const said = (words) => [null, 'split', 'unlike'].map((reason) => sureness({ ...verdict, reason }, words));
        expect(said(en)).toEqual(['not sure', 'Between 3 and 8', 'Unlike any digit I have seen']);
        expect(said(de)).toEqual(['nicht sicher', 'Zwischen 3 und 8', 'Anders als jede Ziffer, die ich gesehen habe']);
        expect(sureness({ ...verdict, digit: 3, reason: null }, en)).toContain('sure');
        const why = (one, other) => [one, other].map((reason) => whyNot({ ...verdict, reason }, en));
        expect(en.duel(null, 3, why('unlike', null))).toBe('The first is not sure (unlike any digit I have seen), the second reads a 3.');
        expect(en.duel(null, null, why('split', 'unlike'))).toBe('The first is not sure (between 3 and 8), the second is not sure (unlike any digit I have seen).');
        expect([en.duel(null, null, why('split', 'split')), en.duel(null, null), en.duel(3, 3, ['', ''])]).toEqual(['Neither is sure (between 3 and 8).', 'Neither is sure.', 'Both read a 3.']);
    });

    it('speaks of edges where it means edges, and of pixels where it means pixels', () => {
        for (const words of [en, de]) {
            for (const [name, text] of Object.entries(words)) {
                const edges = typeof text === 'string' ? words[`${name}Edges`] : null;
                if (edges) expect(edges.replace(/With pixels.*|Mit Pixeln.*/, ''), name).not.toMatch(/pixel|Bildpunkt|ink\b|Tinte/i);
            }
            const told = (sees) => [words.inputRate(63.75, sees), words.lookAgain(2, 95, sees), words.rasterInput(784, sees)].join();
            expect(told('edges')).toMatch(/edge|Kante/);
            expect(told('edges')).not.toMatch(/pixel|Bildpunkt|ink\b|Tinte/i);
            expect(told('pixels')).toMatch(/ink\b|Tinte/);
        }
    });

    it('tells the accuracy that is in the model, and only that', () => {
        expect(measured({ neurons: 400, metadata: { accuracy: { images: 10000, correct: 9234 } } }, en)).toBe(
            'This network has 400 cells and read 9,234 of 10,000 unseen test digits correctly: 92.3\u00a0%.',
        );
        expect(measured({ neurons: 400, metadata: { accuracy: null } }, en)).toContain('not been measured');
    });
});
