// What goes wrong crosses from the library to the page, and from a worker to the page, with its facts.
import { readFileSync } from 'node:fs';
import * as Comlink from 'comlink';
import { describe, expect, it } from 'vitest';
import { keepErrorProperties } from '../../www/js/kit/error-transfer.ts';
import { factsOf, reasonOf } from '../../www/js/kit/library-error.ts';
import { faults as faultsDe } from '../../www/words/de/faults.ts';
import { faults as faultsEn } from '../../www/words/en/faults.ts';
import { words as de } from '../../www/words/de/train.ts';
import { words as en } from '../../www/words/en/train.ts';
import { library } from './defaults.js';

const declared = readFileSync('src/wasm/types.ts', 'utf8');

function thrown(work) {
    try {
        work();
    } catch (error) {
        return error;
    }
    throw new Error('nothing was thrown');
}

const badConfig = () => thrown(() => new library.Trainer({ neurons: 0 }, 1, 1, 1));

describe('errors', () => {
    it('of the library say which field is wrong, what was found and what would work', () => {
        const error = badConfig();
        expect(factsOf(error)).toMatchObject({ kind: 'config', field: 'neurons', found: '0' });
        expect(error.message).toBe(`config: neurons is 0, expected ${factsOf(error).expected}`);
        expect(reasonOf(error, faultsEn)).toBe(error.message.slice('config: '.length));
        expect(reasonOf(error, faultsDe)).toMatch(/^neurons ist 0, erwartet/);
    });

    it('of a file are told apart by kind', () => {
        const error = thrown(() => library.Judge.load(new Uint8Array(3)));
        expect(factsOf(error)).toMatchObject({ kind: 'model-not-safetensors', field: null, expected: null });
        expect(error.message).toBe(`model: ${factsOf(error).found}`);
        expect(reasonOf(error, faultsEn)).toBe('not a complete safetensors file');
    });

    it('have words for every kind in each language', () => {
        const kinds = [...declared.split('export type ErrorKind =')[1].split(';')[0].matchAll(/'([a-z-]+)'/g)].map(([, kind]) => kind).sort();
        expect(kinds.length).toBeGreaterThan(20);
        for (const faults of [faultsEn, faultsDe]) {
            expect(Object.keys(faults).sort()).toEqual(kinds);
            for (const kind of kinds) {
                expect(faults[kind]({ kind, field: 'dt', found: '7', expected: '8' })).toMatch(/^\S.*[^.]$/);
            }
        }
    });

    it('of anybody else have no facts', () => {
        expect(factsOf(new RangeError('no'))).toBeNull();
        expect(reasonOf('no', faultsEn)).toBe('no');
    });

    it('keep their facts on their way from a worker', async () => {
        keepErrorProperties();
        const { port1, port2 } = new MessageChannel();
        Comlink.expose({ fail: () => { throw badConfig(); } }, port1);
        const error = await Comlink.wrap(port2).fail().catch((caught) => caught);
        port1.close();
        port2.close();
        expect(error).toBeInstanceOf(Error);
        expect(factsOf(error)).toMatchObject({ kind: 'config', field: 'neurons', found: '0' });
    });
});

describe('findings', () => {
    const all = [
        { kind: 'restless', cells: 1, of: 30 },
        { kind: 'dead', cells: 1, of: 30 },
        { kind: 'alike', likeness: 0.95 },
        { kind: 'unformed', likeness: 0.75 },
        { kind: 'idle', cells: 9, of: 30 },
        { kind: 'silent', cells: 9, of: 30 },
        { kind: 'too-few-spikes', spikes: 1.5, least: 5 },
        { kind: 'too-many-spikes', spikes: 150 },
        { kind: 'shown-again', share: 0.9 },
        { kind: 'missing-digits', digits: [3, 5] },
    ];

    it.each(all)('have a sentence with their figures in each language: $kind', (finding) => {
        const said = [en, de].map((words) => words.finding(finding));
        expect(new Set(said).size).toBe(2);
        for (const sentence of said) {
            expect(sentence).toMatch(/^\S.*\.$/);
            expect(sentence).toMatch(/\d/);
        }
    });

    it('of a network that has just begun are told by kind', () => {
        const evaluation = library.Judge.load(new library.Trainer({ neurons: 20 }, 1, 100, 1).toBytes());
        expect(evaluation.health().findings.map(({ kind }) => kind)).toContain('unformed');
        evaluation.free();
    });
});
