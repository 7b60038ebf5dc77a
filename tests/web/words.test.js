import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conclude, indexOfLargest, measured, narrate, sureness } from '../../www/js/narrate.js';
import { en } from '../../www/js/words-en.js';

const html = readFileSync(new URL('../../www/index.html', import.meta.url), 'utf8');
const counts = (changes) => Object.assign(Array(10).fill(0), changes);

describe('words', () => {
    it('has every text that the page asks for', () => {
        const keys = [...html.matchAll(/data-(?:text|label)="([^"]+)"/g)].map(([, key]) => key);
        expect(keys.length).toBeGreaterThan(20);
        for (const key of keys) expect(typeof en[key], key).toBe('string');
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
        ['a weak answer', { digit: 9, votes: counts({ 9: 13 }), spikes: 13, evidence: counts({ 9: 0.39, 4: 0.2 }) }, 'with doubts: 13 of 13 spikes voted for it, but such spikes may also come from a 4'],
        ['a split vote', { digit: null, votes: counts({ 4: 7, 9: 8 }), spikes: 15, evidence: counts({ 4: 0.5, 9: 0.4 }) }, 'Not sure: it could be a 4 or a 9.'],
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

    it('tells the accuracy that is in the model, and only that', () => {
        expect(measured({ neurons: 400, metadata: { accuracy: { images: 10000, correct: 9234 } } }, en)).toBe(
            'This network has 400 cells and read 9,234 of 10,000 unseen test digits rightly: 92.3\u00a0%.',
        );
        expect(measured({ neurons: 400, metadata: { accuracy: null } }, en)).toContain('not been measured');
    });
});
