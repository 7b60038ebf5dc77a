// The glossary: the same terms in both languages, found where texts have them, and no term of the page without an entry.
import { describe, expect, it } from 'vitest';
import de from '../../www/words/de/questions.md?questions';
import en from '../../docs/faq.md?questions';
import { EQUATIONS } from '../../www/js/glossary/equations.ts';
import { SOURCES } from '../../www/js/glossary/sources.ts';
import * as german from '../../www/words/de/glossary.ts';
import * as english from '../../www/words/en/glossary.ts';
import { finder } from '../../www/js/glossary/terms.ts';
import { PROPS } from '../../www/js/shell/state.ts';

const tables = import.meta.glob(['../../www/words/*/*.ts', '!**/{lessons,glossary}.ts'], { eager: true });
const texts = (value) => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : typeof value === 'function' ? [String(value)] : []);
const page = (language) => Object.entries(tables).flatMap(([path, table]) => (path.includes(`/words/${language}/`) ? texts({ ...table }) : []));
const marks = (pieces) => pieces.filter((piece) => typeof piece === 'object').map(({ id, text }) => [id, text]);

describe('the glossary', () => {
    it('has the same terms in both languages, each with a name, a meaning and forms of its own', () => {
        expect(Object.keys(german.terms)).toEqual(Object.keys(english.terms));
        expect(Object.keys(german.words)).toEqual(Object.keys(english.words));
        for (const { terms } of [english, german]) {
            for (const [id, { name, forms, text }] of Object.entries(terms)) {
                expect(name.length, id).toBeGreaterThan(2);
                expect(text, id).toMatch(/^\p{Lu}|^\d/u);
                expect(text, id).toMatch(/\.$/);
                expect(forms, `${id}: groups would be counted`).not.toMatch(/\((?!\?)/);
                expect(PROPS.ask.accepts(`term-${id}`), id).toBe(true);
            }
        }
    });

    it('has equations and sources of its terms alone, made into MathML', () => {
        for (const id of [...Object.keys(EQUATIONS), ...Object.keys(SOURCES)]) expect(english.terms, id).toHaveProperty(id);
        for (const [id, equation] of Object.entries(EQUATIONS)) expect(equation, id).toMatch(/^<math aria-label="[^"]+"/);
    });

    it.each([
        ['en', english, en, ['theta', 'adaptive threshold', 'g_e', 'g_i', 'v_rest', 'x_pre', 'membrane potential', 'conductance', 'Poisson coding', 'receptive field', 'front end', 'edge cell', 'simple cell', 'complex cell', 'likeness', 'STDP', 'triplet', 'normalisation', 'lateral inhibition', 'refractory time', 'presentation', 'retry', 'readout', 'seed', 'digest', 'confusion matrix', 'held-out', 'tau_m', 'x_tar', 'w_norm']],
        ['de', german, de, ['theta', 'Anpassung der Schwelle', 'g_e', 'g_i', 'v_rest', 'x_pre', 'Membranpotential', 'Leitwert', 'Poisson-Kodierung', 'rezeptives Feld', 'Vorstufe', 'Kantenzelle', 'einfache Zelle', 'komplexe Zelle', 'Ähnlichkeit', 'STDP', 'Triplett', 'Normierung', 'laterale Hemmung', 'Refraktärzeit', 'Darbietung', 'Wiederholung', 'Auslesen', 'Startwert', 'Prüfwert', 'Konfusionsmatrix', 'zurückgehaltene Bilder', 'tau_m', 'x_tar', 'w_norm']],
    ])('knows each name in full, and what the page and the answers have of it (%s)', (language, { terms }, { questions }, names) => {
        const find = finder(terms);
        for (const name of names) expect(marks(find(`… ${name}.`)).map(([, text]) => text), name).toEqual([name]);
        // Whatever looks like a technical term in a text of the page: a name with a subscript, a Greek letter, an abbreviation.
        const said = [...page(language), ...questions.map(({ html }) => html.replace(/<(pre|code|math)[^]*?<\/\1>|<[^>]*>/g, ' '))].join('\n').replace(/\$\{[^}]*\}/g, ' ');
        const known = new Set(['x_post1', 'x_post2', 'tau_g_e', 'tau_g_i']);
        const stems = [...new Set(said.match(/(?<![\w.])(?:theta|θ|η|[vgxw]_\w+|tau_\w+|STDP|MNIST|Poisson)(?!\w)/g))].filter((stem) => !known.has(stem));
        expect(stems.length).toBeGreaterThan(8);
        for (const stem of stems) expect(marks(find(stem)), stem).toHaveLength(1);
    });

    it('marks a term where it first stands, in one piece, and nothing inside another word', () => {
        const find = finder(english.terms);
        expect(find('Adaptive thresholds: a threshold and thetas, multithreshold.')).toEqual([{ id: 'theta', text: 'Adaptive thresholds' }, ': a ', { id: 'threshold', text: 'threshold' }, ' and thetas, multithreshold.']);
        const known = new Set(['spike']);
        expect(marks(find('Spikes of the membrane', known))).toEqual([['membrane-potential', 'membrane']]);
        expect(known.has('membrane-potential')).toBe(true);
        expect(find('')).toEqual([]);
        expect(marks(finder(german.terms)('Überfeuert, aber gefeuert an der Schwelle.'))).toEqual([['spike', 'gefeuert'], ['threshold', 'Schwelle']]);
    });
});
