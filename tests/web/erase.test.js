import { describe, expect, it } from 'vitest';
import { erase } from '../../www/js/kit/erase.ts';

const rounded = (strokes) => strokes.map((stroke) => Array.from(stroke, (place) => Number(place.toFixed(3))));
const line = Float32Array.of(0.1, 0.5, 0.9, 0.5);

describe('erase', () => {
    it('cuts a leg where the rubber crosses it, however few points it has', () => {
        expect(rounded(erase([line], 0.5, 0.5, 0.1))).toEqual([[0.1, 0.5, 0.4, 0.5], [0.6, 0.5, 0.9, 0.5]]);
    });

    it('takes an end off, and a whole stroke that lies under it', () => {
        expect(rounded(erase([line], 0.1, 0.5, 0.2))).toEqual([[0.3, 0.5, 0.9, 0.5]]);
        expect(erase([line], 0.5, 0.5, 0.6)).toEqual([]);
        expect(erase([Float32Array.of(0.5, 0.5)], 0.5, 0.45, 0.1)).toEqual([]);
    });

    it('follows a stroke around its corners', () => {
        const corner = Float32Array.of(0.2, 0.2, 0.8, 0.2, 0.8, 0.8);
        expect(rounded(erase([corner], 0.8, 0.2, 0.1))).toEqual([[0.2, 0.2, 0.7, 0.2], [0.8, 0.3, 0.8, 0.8]]);
    });

    it('gives back the same strokes where it touches none', () => {
        const strokes = [line, Float32Array.of(0.5, 0.1)];
        expect(erase(strokes, 0.5, 0.8, 0.1)).toBe(strokes);
    });
});
