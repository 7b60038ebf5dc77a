import { describe, expect, it } from 'vitest';
import { pitch, score } from '../../www/js/look/sound.ts';

const labels = Int8Array.of(0, 3, 3, -1);
const clock = { first: 100, start: 5, stepsPerSecond: 200 };
const silence = () => new Float64Array(11).fill(-1);

describe('sound', () => {
    it('has a pitch of its own for each digit, rising, and a low one for none', () => {
        const pitches = Array.from({ length: 10 }, (_, digit) => pitch(digit));
        expect(pitches.toSorted((a, b) => a - b)).toEqual(pitches);
        expect(new Set(pitches).size).toBe(10);
        expect(pitch(-1)).toBeLessThan(pitch(0));
    });

    it('places spikes by their step and the pace', () => {
        expect(score(Uint32Array.of(100, 0, 140, 1, 300, 3), labels, clock, silence())).toEqual([
            { at: 5, digit: 0 }, { at: 5.2, digit: 3 }, { at: 6, digit: -1 },
        ]);
    });

    it('makes one click of those of a digit that no ear can tell apart, also over the edge of a frame', () => {
        const last = silence();
        const fast = { ...clock, stepsPerSecond: 2000 };
        expect(score(Uint32Array.of(100, 1, 101, 2, 107, 1, 107, 0, 115, 1), labels, fast, last)).toEqual([
            { at: 5, digit: 3 }, { at: 5.0035, digit: 0 }, { at: 5.0075, digit: 3 },
        ]);
        expect(score(Uint32Array.of(117, 2), labels, fast, last)).toEqual([]);
    });
});
