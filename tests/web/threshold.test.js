import { describe, expect, it } from 'vitest';
import { Player } from '../../www/js/look/player.ts';
import { PROPS } from '../../www/js/shell/state.ts';
import { worth } from '../../www/js/look/widgets/threshold.ts';
import { fakeNetwork } from './fake-network.js';

const info = { metadata: { accuracy: { images: 100, thresholds: [{ threshold: 0.35, answered: 98, correct: 90 }, { threshold: 0.55, answered: 90, correct: 88 }] } } };

describe('threshold', () => {
    it('finds what was measured at its place, also where a share is no round number in binary', () => {
        expect(worth(info, 35)).toEqual({ answered: 98, correct: 90, images: 100 });
        expect(worth(info, 55)).toEqual({ answered: 90, correct: 88, images: 100 });
    });

    it('claims nothing of a place that was not measured', () => {
        expect([worth(info, 60), worth({ metadata: {} }, 35), worth({ metadata: { accuracy: { images: 10, correct: 9 } } }, 35), worth(null, 35)]).toEqual([null, null, null, null]);
    });

    it('takes the steps that were measured, and no others', () => {
        expect([0, 35, 95].every(PROPS.threshold.accepts)).toBe(true);
        expect([-5, 33, 100, 35.5, '35', null].some(PROPS.threshold.accepts)).toBe(false);
    });

    it('judges what has been seen anew, at the same step', () => {
        const network = fakeNetwork();
        const frames = [];
        const player = new Player(network, { post: (message) => frames.push(message), now: () => 0, wait: () => {} });
        player.threshold(0.5);
        expect(frames).toEqual([]);
        player.play({ run: 1, pixels: new Uint8Array(784), seed: 1, stepsPerSecond: 700 });
        player.seek(300);
        player.threshold(0.8);
        expect(network.threshold).toBe(0.8);
        expect(frames.at(-1)).toMatchObject({ step: 300, rewound: true });
        expect(frames.at(-1).exc).toHaveLength(600);
    });
});
