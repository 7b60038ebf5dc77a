import { describe, expect, it } from 'vitest';
import { BLANK, MOST_UNDO, flatten, isBlank, ofSample, withStroke } from '../../www/js/kit/picture.ts';
import { PROPS, State } from '../../www/js/shell/state.ts';

const one = Float32Array.of(0.25, 0.5, 0.75, 0.5);
const two = Float32Array.of(0.5, 0.125);

describe('picture', () => {
    it('grows by strokes and leaves the old picture as it was', () => {
        const first = withStroke(BLANK, one);
        const second = withStroke(first, two);
        expect([BLANK, first, second].map(({ strokes }) => strokes.length)).toEqual([0, 1, 2]);
        expect([BLANK, first, ofSample(0)].map(isBlank)).toEqual([true, false, false]);
    });

    it('becomes a drawing of one’s own when drawn on a sample', () => {
        expect(withStroke(ofSample(4), one)).toEqual({ strokes: [one], sample: null, image: null });
    });

    it('is handed over as all points and the lengths of the strokes', () => {
        const { xy, lengths } = flatten(withStroke(withStroke(BLANK, one), two));
        expect(Array.from(xy)).toEqual([0.25, 0.5, 0.75, 0.5, 0.5, 0.125]);
        expect(Array.from(lengths)).toEqual([2, 1]);
        expect(xy).toBeInstanceOf(Float32Array);
        expect(lengths).toBeInstanceOf(Uint32Array);
    });
});

describe('state', () => {
    it('undoes strokes, samples and clearing, in turn', () => {
        const state = new State();
        const drawn = withStroke(BLANK, one);
        state.show(drawn);
        state.show(ofSample(7));
        state.clear();
        const seen = [state.values.picture];
        for (let back = 0; back < 4; back += 1) {
            state.undo();
            seen.push(state.values.picture);
        }
        expect(seen).toEqual([BLANK, ofSample(7), drawn, BLANK, BLANK]);
    });

    it('clears a blank pad without a step to undo', () => {
        const state = new State();
        state.clear();
        expect(state.past).toHaveLength(0);
    });

    it('keeps a limited way back', () => {
        const state = new State();
        for (let stroke = 0; stroke < MOST_UNDO + 20; stroke += 1) state.show(withStroke(state.values.picture, one));
        expect(state.past).toHaveLength(MOST_UNDO);
    });

    it.each([[-1], [4294967296], [1.5], [Number.NaN], ['7'], [null]])('refuses the seed %s and keeps the old one', (seed) => {
        const state = new State();
        let told = 0;
        state.subscribe(() => (told += 1));
        expect(state.set({ seed })).toBe(false);
        expect([state.values.seed, told]).toEqual([PROPS.seed.initial, 0]);
    });

    it('takes the seeds 0 and 2³² − 1 and tells', () => {
        const state = new State();
        const told = [];
        state.subscribe(({ seed }) => told.push(seed));
        expect([state.set({ seed: 0 }), state.set({ seed: 4294967295 })]).toEqual([true, true]);
        expect(told).toEqual([0, 4294967295]);
    });

    it('refuses a pace that is not offered', () => {
        const state = new State();
        expect([state.set({ speed: 2 }), state.set({ speed: 1 }), state.set({ speed: Infinity })]).toEqual([false, true, true]);
    });
});
