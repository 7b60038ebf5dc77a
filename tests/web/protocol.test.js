import { describe, expect, it } from 'vitest';
import { factsOf } from '../../www/js/kit/library-error.ts';
import { LoadError, ProtocolError, ack, fatal, frame, fromPage, fromWorker, partOf } from '../../www/js/look/protocol.ts';

const verdict = { digit: null, votes: Array(10).fill(0), spikes: 0, evidence: Array(10).fill(0) };
const parts = () => ({
    run: 3,
    step: 11,
    attempt: 1,
    maxRateHz: 63.75,
    phase: 'look',
    input: Uint32Array.of(1, 2),
    exc: new Uint32Array(0),
    inh: new Uint32Array(0),
    traces: new Float32Array(0),
    membranes: new Float32Array(2),
    carriers: [],
    verdict,
});

describe('protocol', () => {
    it('sends frames whose spikes move instead of being copied', () => {
        const [message, transfer] = frame(parts());
        expect(transfer).toEqual([message.input.buffer, message.exc.buffer, message.inh.buffer, message.traces.buffer, message.membranes.buffer]);
        expect(fromWorker(structuredClone(message, { transfer }))).toMatchObject({ type: 'frame', run: 3, step: 11 });
        expect(message.input).toHaveLength(0);
    });

    it('carries name and message of what went wrong, whatever was thrown', () => {
        expect(fromWorker(fatal(2, new TypeError('no'))).error).toEqual({ name: 'TypeError', message: 'no' });
        expect(fromWorker(fatal(2, 'unreachable')).error).toEqual({ name: 'Error', message: 'unreachable' });
    });

    it.each([
        ['an unknown type', { type: 'fram', run: 1 }],
        ['nothing', null],
        ['a word', 'frame'],
        ['a frame of no run', { type: 'frame' }],
        ['a frame without spikes', { type: 'frame', run: 1 }],
        ['half a spike', { ...frame(parts())[0], exc: Uint32Array.of(1) }],
        ['an ack, which is for the worker', ack(1)],
    ])('does not pass over %s in silence (page)', (_, data) => {
        expect(() => fromWorker(data)).toThrow(ProtocolError);
    });

    it.each([['a frame', frame(parts())[0]], ['nothing', undefined], ['an ack of no run', { type: 'ack' }]])(
        'does not pass over %s in silence (worker)',
        (_, data) => {
            expect(() => fromPage(data)).toThrow(ProtocolError);
            expect(fromPage(ack(7))).toEqual({ type: 'ack', run: 7 });
        },
    );

    it('tells which file did not come', () => {
        expect(partOf(new LoadError('model', 'the server answered 404'))).toBe('model');
        expect(partOf(new LoadError('wasm', new TypeError('Failed to fetch')))).toBe('wasm');
        expect(partOf(new Error('model: said by another'))).toBe('worker');
    });

    it('hands on what the library found', () => {
        const found = Object.assign(new Error('model: cut'), { kind: 'model-damaged', field: null, found: 'cut', expected: null });
        expect(factsOf(new LoadError('model', found))).toMatchObject({ kind: 'model-damaged', found: 'cut' });
        expect(factsOf(new LoadError('model', 'the server answered 404'))).toBeNull();
    });
});
