import { describe, expect, it } from 'vitest';
import { damage } from '../../www/js/shell/address.ts';
import { read, write } from '../../www/js/shell/link.ts';
import { BLANK, ofSample, withStroke } from '../../www/js/kit/picture.ts';
import { PROPS, State } from '../../www/js/shell/state.ts';
import { chosenLanguage } from '../../www/js/shell/strings.ts';
import { words as de } from '../../www/words/de/shell.ts';
import { words as en } from '../../www/words/en/shell.ts';

const drawn = withStroke(withStroke(BLANK, Float32Array.of(0, 1, 0.123456, 0.9)), Float32Array.of(0.5, 0.25));

describe('a link', () => {
    it('says nothing about what is as at first', () => {
        expect(write(new State().values)).toBe('');
        expect(read('')).toEqual({ values: new State().values, bad: [] });
    });

    it.each([
        ['a drawing', { picture: drawn }],
        ['a sample', { picture: ofSample(0) }],
        ['all at once', { lang: 'de', seed: 0, speed: Infinity, why: 0, order: 'activity', cells: [399, 0, 7], picture: drawn }],
        ['the slowest pace', { speed: 1, seed: 4294967295 }],
    ])('brings back %s, to the bit', (_, changes) => {
        const state = new State();
        expect(state.set(changes)).toBe(true);
        expect(read(`#${write(state.values)}`)).toEqual({ values: state.values, bad: [] });
    });

    it('stays short enough to send: a digit of 200 points in less than a thousand letters', () => {
        const stroke = Float32Array.from({ length: 400 }, (_, at) => (at % 97) / 97);
        expect(write({ ...new State().values, picture: withStroke(BLANK, stroke) }).length).toBeLessThan(1000);
    });

    it.each([
        ['seed=-1'], ['seed=4294967296'], ['seed=1e3'], ['seed='], ['speed=2'], ['why=10'], ['order=size'], ['cells=1,1'], ['cells=1,2,3,4,5'],
        ['cells=a'], ['picture=abc'], ['picture=____'], ['picture=12'], ['lang=xx'], ['nonsense=1'], ['%%%'], ['__proto__=1'], ['constructor=1'],
    ])('with %s falls back to what is usual, and says which part', (part) => {
        const { values, bad } = read(`#${part}&seed=5`);
        expect(values).toEqual({ ...new State().values, seed: 5 });
        expect(bad).toEqual([part.split('=')[0]]);
    });

    it('is read as mail programs spell it', () => {
        const state = new State();
        state.set({ cells: [399, 0, 7], train: 'cells:20,rate:0.5', seed: 5, picture: drawn });
        const link = write(state.values);
        const spelled = [
            link.replaceAll(',', '%2C').replaceAll(':', '%3a'),
            link.replaceAll('&', '&amp;'),
            encodeURIComponent(link),
            encodeURIComponent(encodeURIComponent(link)),
        ];
        for (const other of spelled) {
            expect(other).not.toBe(link);
            expect(read(`#${other}`)).toEqual({ values: state.values, bad: [] });
        }
    });

    it('with half a drawing says that it is cut, in a sentence of its own', () => {
        const link = write({ ...new State().values, seed: 5, picture: drawn });
        const { values, bad } = read(link.slice(0, -3));
        expect([values.seed, bad]).toEqual([5, ['picture']]);
        for (const strings of [en, de]) {
            expect(damage([], strings)).toBe('');
            expect(damage(bad, strings)).toBe(strings.cutDrawing);
            expect(damage(['seed', ...bad], strings)).toBe(`${strings.cutDrawing} ${strings.badLink(['seed'])}`);
        }
    });

    it('can say everything that can be set', () => {
        for (const [name, prop] of Object.entries(PROPS)) expect(prop.accepts(prop.initial), name).toBe(true);
    });
});

describe('languages', () => {
    const shape = (value) => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)])) : typeof value);

    it('have the same texts, none of them empty', () => {
        expect(shape(de)).toEqual(shape(en));
        const texts = (value) => (typeof value === 'object' ? Object.values(value).flatMap(texts) : [value]);
        for (const text of [...texts(en), ...texts(de)]) expect(text).not.toBe('');
    });

    it('take the same values and put every one of them in', () => {
        for (const [key, text] of Object.entries(en)) {
            if (typeof text !== 'function' || key === 'decimal' || key === 'faults') continue;
            const values = Array.from({ length: text.length }, (_, at) => 3 + at);
            if (key === 'whySum') values[0] = [3, 4];
            if (key === 'badLink') values[0] = ['seed'];
            if (key === 'strongest') values[0] = ['input 3', 'input 4'];
            if (key === 'tellFire') values[2] = [5, 6];
            if (key === 'notSure') values[0] = 'Reason 3';
            const numbers = (said) => said.replace(/[.,]/g, '').match(/\d+/g)?.toSorted();
            expect(numbers(de[key](...values)), key).toEqual(numbers(text(...values)));
        }
    });

    it('are chosen by the browser’s, English where there is none of ours', () => {
        expect([['de-AT', 'en'], ['fr', 'de'], ['en-GB', 'de'], ['fr'], []].map(chosenLanguage)).toEqual(['de', 'de', 'en', 'en', 'en']);
    });
});
