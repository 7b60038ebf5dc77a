// The questions: one text for docs/ and page, the same in both languages, every set-up a link that the page can read.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import de from '../../www/words/de/questions.md?questions';
import en from '../../docs/faq.md?questions';
import { mathml } from '../../scripts/mathml.mjs';
import { read as readLab } from '../../www/js/kit/lab-setup.ts';
import { read } from '../../www/js/shell/link.ts';
import { PROPS } from '../../www/js/shell/state.ts';
import { configuration } from '../../www/js/kit/config.ts';
import { rules } from '../../www/js/kit/constants.ts';
import { unspell } from '../../www/js/train/run/spelling.ts';
import { constantsOf, schema } from './defaults.js';

const files = ['docs/faq.md', 'www/words/de/questions.md'].map((path) => new URL(`../../${path}`, import.meta.url));
const texts = files.map((file) => readFileSync(file, 'utf8'));
const links = (html) => [...html.matchAll(/<a class="live button" href="#([^"]*)">/g)].map(([, state]) => state.replaceAll('&amp;', '&'));

describe('questions', () => {
    it('are the same in both languages, with the same commands, equations and set-ups', () => {
        const shape = ({ questions }) => questions.map(({ anchor, html }) => [anchor, links(html)]);
        expect(shape(de)).toEqual(shape(en));
        const blocks = (text) => text.match(/^```[^]*?^```$/gm);
        expect(blocks(texts[1])).toEqual(blocks(texts[0]));
        expect(blocks(texts[0]).length).toBeGreaterThan(16);
        for (const [at, { title }] of de.questions.entries()) expect(title).not.toBe(en.questions[at].title);
    });

    it('have anchors of their own that a link can name', () => {
        const anchors = en.questions.map(({ anchor }) => anchor);
        expect(new Set(anchors).size).toBe(anchors.length);
        for (const anchor of anchors) expect(PROPS.ask.accepts(anchor), anchor).toBe(true);
    });

    it('have a set-up each, which the page can read', () => {
        const book = rules(schema);
        for (const { anchor, html } of en.questions) {
            expect(links(html), anchor).toHaveLength(1);
            const { values, bad } = read(links(html)[0]);
            expect(bad, anchor).toEqual([]);
            const said = unspell(values.train, [...book.keys()], constantsOf);
            expect(said.bad, anchor).toEqual([]);
            expect(readLab(values.lab).bad, anchor).toEqual([]);
            expect(() => configuration(said.settings.neurons, said.settings.rule, said.settings.changed)).not.toThrow();
        }
    });

    it('name no file that is not there, and no address that does not work from a file', () => {
        texts.forEach((text, at) => {
            for (const [, target] of text.matchAll(/\]\(([^)#]+)[^)]*\)/g)) expect(existsSync(new URL(target, files[at])), target).toBe(true);
        });
        for (const { html } of [...en.questions, ...de.questions]) expect(html).not.toMatch(/href="(?!#)/);
    });
});

describe('equations', () => {
    const membrane = mathml('\\tau_m \\frac{dv}{dt} = (v_{\\mathrm{rest}} - v) + g_e\\,(E_e - v)', true);

    it('are MathML, with a name for readers who cannot see them', () => {
        expect(membrane).toMatch(/^<math .*<mfrac>.*<\/math>$/);
        expect(membrane).toContain('aria-label="τ_m dv/dt = (v_rest − v) + g_e (E_e − v)"');
        expect(mathml('\\frac{n}{N+1} \\leq \\sqrt{2}')).toContain('aria-label="n/(N + 1) ≤ √(2)"');
    });

    it('have no styles in them, which the policy of the page would refuse', () => {
        for (const html of [membrane, ...en.questions.map((question) => question.html)]) expect(html).not.toMatch(/ style=/);
        expect(en.questions.some(({ html }) => html.includes('<math'))).toBe(true);
    });

    it('with a mistake in them stop the build', () => {
        expect(() => mathml('\\frac{1}{')).toThrow();
    });
});
