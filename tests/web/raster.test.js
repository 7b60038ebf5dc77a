import { describe, expect, it } from 'vitest';
import { Look } from '../../www/js/look/record.ts';
import { axisSteps, rows } from '../../www/js/look/widgets/raster.ts';

const labels = Int8Array.of(1, 0, 1, -1);

describe('what has happened', () => {
    it('counts every spike once and forgets them when it begins again', () => {
        const look = new Look();
        look.resize(4);
        const frame = { step: 20, lookStep: 20, total: 700, input: new Uint32Array(5000), inh: new Uint32Array(0), traces: new Float32Array(0), traced: [] };
        look.add({ ...frame, exc: Uint32Array.of(3, 2, 5, 2, 9, 1) });
        look.add({ ...frame, exc: Uint32Array.of(15, 0) });
        expect(Array.from(look.counts)).toEqual([1, 1, 2, 0]);
        expect([look.input.length, look.exc.length]).toEqual([10_000, 8]);
        expect(look.voters(labels, 1)).toEqual([{ cell: 2, spikes: 2 }, { cell: 0, spikes: 1 }]);
        const { version } = look;
        look.reset();
        expect([look.exc.length, look.counts[2], look.version]).toEqual([0, 0, version + 1]);
    });
});

describe('raster', () => {
    it('puts cells in order of digits, or the most active first', () => {
        const counts = Uint16Array.of(0, 1, 5, 1);
        expect(Array.from(rows('digit', labels, counts))).toEqual([1, 0, 2, 3]);
        expect(Array.from(rows('activity', labels, counts))).toEqual([3, 1, 0, 2]);
    });

    it('has an axis as long as a look, and as a look and its rest where one follows', () => {
        const info = { stepsPerLook: 700, dt: 0.5, metadata: { config: { t_rest: 150 } } };
        expect([axisSteps(info, 700), axisSteps(info, 1700)]).toEqual([700, 1000]);
    });
});
