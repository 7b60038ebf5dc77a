// The learner in its worker: slices, frames, checkpoints, and runs that end themselves.
import { describe, expect, it } from 'vitest';
import { Learner, nextCheckpoint } from '../../www/js/train/worker/learner.ts';

const SHOWN_AGAIN = { kind: 'shown-again', share: 1 };
const RESTLESS = { kind: 'restless', cells: 30, of: 30 };

/** A trainer with `total` images that take 1 ms each. */
function bench(total, ready = total) {
    let time = 0;
    const waiting = [];
    const frames = [];
    const kept = [];
    const trainer = {
        presented: 0,
        total,
        looks: 1,
        neurons: 30,
        free() {},
        config: () => ({ max_spikes: 20 }),
        nextImage: () => (trainer.presented < total ? trainer.presented : undefined),
        inputs: (pixels) => pixels.map((pixel) => pixel + 1),
        learn() {
            time += 1;
            trainer.presented += 1;
            return trainer.answers(trainer.presented);
        },
        setMonitor() {},
        takeInputSpikes: () => new Uint32Array(0),
        takeExcSpikes: () => new Uint32Array(0),
        takeChanged: () => new Uint16Array([1]),
        shownFields: () => new Uint8Array(784),
        silent: () => 0,
        toBytes: () => Uint8Array.of(trainer.presented / 10),
        answers: () => 10,
        digest: () => `at ${trainer.presented}`,
    };
    const digits = { ready, failure: null, labels: new Uint8Array(total), image: () => new Uint8Array(784) };
    const learner = new Learner(trainer, digits, { post: (frame) => frames.push(frame), keep: (checkpoint) => kept.push(checkpoint), now: () => time, wait: (then, delay) => waiting.push([then, delay]), resume: ([tens]) => ({ ...trainer, presented: 10 * tens }), diagnose: () => [SHOWN_AGAIN, RESTLESS, { kind: 'dead', cells: 1, of: 30 }] });
    const run = (turns) => {
        for (let turn = 0; turn < turns && waiting.length > 0; turn += 1) {
            const [then, delay] = waiting.shift();
            time += delay;
            then();
        }
    };
    return { trainer, digits, learner, frames, kept, run, waiting };
}

describe('the learner', () => {
    it('makes checkpoints at round numbers, more rarely later', () => {
        expect([0, 249, 250, 1000, 4999, 5000, 60_000].map(nextCheckpoint)).toEqual([250, 250, 500, 1500, 5000, 7500, 65_000]);
    });

    it('works in slices, sends one frame at a time, and stops at the end with a digest', () => {
        const { learner, frames, kept, run, trainer } = bench(300);
        learner.run(Infinity, Infinity);
        run(1);
        expect(trainer.presented).toBe(12);
        run(1000);
        expect(frames).toHaveLength(1);
        learner.drawn();
        expect(frames.at(-1)).toMatchObject({ phase: 'done', images: 300, spikes: 10 });
        expect(kept.map(({ images, stands, digest }) => [images, stands, digest])).toEqual([[250, false, ''], [300, true, 'at 300']]);
    });

    it('stops where it is told and hears a pause', () => {
        const { learner, run, trainer, waiting } = bench(300);
        learner.run(Infinity, 100);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([100, 'paused']);
        learner.run(Infinity, Infinity);
        run(2);
        learner.pause();
        const { presented } = trainer;
        run(1000);
        expect([trainer.presented, learner.phase, waiting.length]).toEqual([presented, 'paused', 0]);
    });

    it('keeps the pace it is given', () => {
        const { learner, run, waiting } = bench(300);
        learner.run(10, Infinity);
        run(1);
        expect(waiting[0][1]).toBe(99);
    });

    it('waits for images and goes on when they come, or tells why they do not', () => {
        const { learner, digits, run, trainer } = bench(300, 20);
        learner.run(Infinity, Infinity);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([20, 'waiting']);
        digits.ready = 40;
        learner.more();
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([40, 'waiting']);
        digits.failure = new Error('no');
        learner.more();
        expect(learner.phase).toBe('failed');
    });

    it('takes the one step that was asked for when its image comes', () => {
        const { learner, digits, run, trainer } = bench(300, 0);
        learner.step();
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([0, 'waiting']);
        digits.ready = 40;
        learner.more();
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([1, 'paused']);
    });

    it('stops at once where what is missing has failed before', () => {
        const { learner, digits, run } = bench(300, 20);
        digits.failure = new Error('no');
        learner.run(Infinity, Infinity);
        run(1000);
        expect(learner.phase).toBe('failed');
    });
});

describe('a run that leads nowhere', () => {
    it.each([
        ['silent', 0, [SHOWN_AGAIN]],
        ['loud', 30, [RESTLESS]],
    ])('stops itself once it is %s, and stands as it last was well', (ailment, spikes, findings) => {
        const { trainer, learner, run, kept, frames } = bench(2000);
        trainer.answers = (image) => (image > 720 ? spikes : 10);
        learner.run(Infinity, Infinity);
        for (let turn = 0; turn < 100; turn += 1) {
            run(1);
            learner.drawn();
        }
        expect(trainer.presented).toBe(770);
        // At 750 it was ill already.
        expect([learner.trainer.presented, learner.phase]).toEqual([500, 'ill']);
        expect(kept.map(({ images, stands }) => [images, stands])).toEqual([[250, false], [500, false], [750, false], [500, true]]);
        expect(frames.at(-1)).toMatchObject({ phase: 'ill', images: 500, ill: { ailment, images: 770, findings }, silent: 0 });
    });

    it('goes on where a few images earn nothing, and where few cells all fire', () => {
        const { trainer, learner, run } = bench(300);
        trainer.answers = (image) => (image % 50 === 0 ? 29 : 0);
        learner.run(Infinity, Infinity);
        run(1000);
        expect([trainer.presented, learner.phase]).toEqual([300, 'done']);
    });
});
