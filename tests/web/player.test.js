import { describe, expect, it } from 'vitest';
import { Player } from '../../www/js/look/player.ts';
import { fakeNetwork, playOut } from './fake-network.js';

function setUp(options) {
    const network = fakeNetwork(options);
    const posted = [];
    const clock = { at: 0, alarms: [] };
    const player = new Player(network, {
        post: (message) => posted.push(message),
        now: () => clock.at,
        wait: (then, delay) => clock.alarms.push({ then, at: clock.at + delay }),
    });
    return { network, posted, clock, player };
}

const play = (changes = {}) => ({ run: 1, pixels: new Uint8Array(784), seed: 5, stepsPerSecond: 700, ...changes });
const steps = (posted) => posted.flatMap(({ exc }) => Array.from(exc).filter((_, at) => at % 2 === 0));

describe('player', () => {
    it('begins with the picture and seed it was given and sends a frame at once', () => {
        const { network, posted, player } = setUp();
        const pixels = new Uint8Array(784).fill(9);
        player.play(play({ pixels, seed: 77 }));
        // A rehearsal, to know how long it takes, and the run itself.
        expect(network.calls).toEqual([{ pixels, seed: 77 }, { pixels, seed: 77 }]);
        expect(posted).toHaveLength(1);
        expect(posted[0]).toMatchObject({ type: 'frame', run: 1, step: 11, attempt: 1, phase: 'look' });
    });

    it('keeps one frame in flight: without an ack no other comes', () => {
        const { posted, clock, player } = setUp();
        player.play(play());
        clock.at += 1000;
        expect(posted).toHaveLength(1);
        player.drawn(1);
        expect(posted).toHaveLength(2);
    });

    it('plays 350 ms in a second, to within a frame', () => {
        const { posted, clock, player } = setUp();
        player.play(play());
        playOut(player, posted, clock, 1000 / 60);
        expect(posted.at(-1)).toMatchObject({ step: 700, phase: 'done' });
        expect(clock.at).toBeGreaterThan(950);
        expect(clock.at).toBeLessThan(1020);
    });

    it('slows down around a volley and hurries in between, where a look would take ten seconds', () => {
        const { posted, clock, player } = setUp({ fires: (step) => step === 300 });
        player.play(play({ stepsPerSecond: 70 }));
        const times = new Map();
        while (posted.at(-1).phase !== 'done') {
            const { length } = posted;
            clock.at += 1000 / 60;
            player.drawn(1);
            while (clock.alarms.length > 0) {
                const alarm = clock.alarms.shift();
                clock.at = Math.max(clock.at, alarm.at);
                alarm.then();
            }
            posted.slice(length).forEach(({ step }) => times.set(step, clock.at));
        }
        const timeOf = (step) => times.get([...times.keys()].find((at) => at >= step));
        expect(timeOf(284)).toBeLessThan(1400);
        expect(timeOf(328) - timeOf(284)).toBeGreaterThan(500);
        expect(clock.at - timeOf(328)).toBeLessThan(1500);
    });

    it.each([
        ['a fast screen', 700, 1000 / 144],
        ['a slow screen', 700, 1000 / 24],
        ['slow motion', 70, 1000 / 60],
        ['slower than a step a frame', 35, 1000 / 60],
        ['all at once', Infinity, 1000 / 60],
    ])('brings every spike once and in order: %s', (_, stepsPerSecond, frameMs) => {
        const { posted, clock, player } = setUp();
        player.play(play({ stepsPerSecond }));
        playOut(player, posted, clock, frameMs);
        expect(steps(posted)).toEqual(Array.from({ length: 700 }, (_, step) => step));
        expect(posted.at(-1).verdict.votes[3]).toBe(700);
    });

    it('goes on where it was when the page has been away', () => {
        const { posted, clock, player } = setUp();
        player.play(play());
        clock.at += 60_000;
        player.drawn(1);
        expect(posted[1].step).toBeLessThanOrEqual(11 + 36);
    });

    it('never mixes two looks in a frame', () => {
        const { posted, clock, player } = setUp({ looks: 3 });
        player.play(play({ stepsPerSecond: 1999 }));
        playOut(player, posted, clock, 1000 / 60);
        const begins = posted.findIndex(({ attempt }) => attempt === 2);
        expect(posted[begins]).toMatchObject({ step: 1000, phase: 'look' });
        expect(posted[begins].exc).toHaveLength(0);
        expect(posted.some(({ phase }) => phase === 'rest')).toBe(true);
        expect(posted.at(-1)).toMatchObject({ attempt: 3, step: 2700, phase: 'done' });
    });

    it('never mixes two looks in a frame, however short the rest between them', () => {
        for (const stepsPerSecond of [700, 2000, 5000]) {
            for (const frameMs of [16, 33, 50]) {
                const { posted, clock, player } = setUp({ looks: 3, rest: 5 });
                player.play(play({ stepsPerSecond }));
                playOut(player, posted, clock, frameMs);
                for (const { exc, attempt, step, lookStep } of posted) {
                    expect(Array.from(exc).filter((at, place) => place % 2 === 0 && at < (attempt === 1 ? 0 : step - lookStep)), `${stepsPerSecond} ${frameMs}`).toEqual([]);
                }
            }
        }
    });

    it('brings only the spikes of the last look when played all at once', () => {
        const { posted, player } = setUp({ looks: 3 });
        player.play(play({ stepsPerSecond: Infinity }));
        expect(posted).toHaveLength(1);
        expect(posted[0]).toMatchObject({ attempt: 3, phase: 'done' });
        expect(steps(posted)).toEqual(Array.from({ length: 700 }, (_, step) => 2000 + step));
    });

    it('ends in step with a network whose look ends at the end of a frame', () => {
        const { posted, clock, player } = setUp({ stepsPerLook: 22 });
        player.play(play({ stepsPerSecond: 660 }));
        playOut(player, posted, clock, 1000 / 60);
        expect(posted.map(({ step }) => step).at(-1)).toBe(22);
        expect(posted.filter(({ phase }) => phase === 'done')).toHaveLength(1);
    });

    it('forgets a run that was stopped or replaced', () => {
        const { posted, clock, player } = setUp();
        player.play(play());
        player.stop();
        player.drawn(1);
        expect(posted).toHaveLength(1);
        player.play(play({ run: 2 }));
        clock.at += 16;
        player.drawn(1);
        expect(posted).toHaveLength(2);
        player.drawn(2);
        expect(posted.map(({ run }) => run)).toEqual([1, 2, 2]);
    });

    it('does not wake up a run that was stopped while it waited for its next step', () => {
        const { posted, clock, player } = setUp();
        player.play(play({ stepsPerSecond: 10 }));
        clock.at += 1;
        player.drawn(1);
        expect(clock.alarms).toHaveLength(1);
        player.stop();
        clock.alarms[0].then();
        expect(posted).toHaveLength(1);
    });

    it('says so when the network breaks, once, and stops', () => {
        const { posted, clock, player } = setUp({ breaksAt: 100 });
        player.play(play());
        playOut(player, posted, clock, 1000 / 60);
        expect(posted.at(-1)).toEqual({ type: 'fatal', run: 1, error: { name: 'RangeError', message: 'the fake broke' } });
        const count = posted.length;
        player.drawn(1);
        expect(posted).toHaveLength(count);
    });

    it('stands still when paused, and goes on without a gap', () => {
        const { posted, clock, player } = setUp();
        player.play(play());
        player.pause();
        clock.at += 500;
        player.drawn(1);
        expect(posted).toHaveLength(1);
        player.resume(700);
        playOut(player, posted, clock, 1000 / 60);
        expect(steps(posted)).toEqual(Array.from({ length: 700 }, (_, step) => step));
    });

    it('keeps one frame in flight when paused and resumed before the page has drawn', () => {
        const { posted, player } = setUp();
        player.play(play());
        player.pause();
        player.resume(700);
        expect(posted).toHaveLength(1);
        player.drawn(1);
        expect(posted).toHaveLength(2);
    });

    it('goes back by playing again: the whole look up to there, under the same digest', () => {
        const { posted, player } = setUp({ looks: 2 });
        player.play(play({ stepsPerSecond: 60 }));
        player.step();
        const there = posted.at(-1);
        player.seek(1300);
        expect(posted.at(-1)).toMatchObject({ step: 1300, lookStep: 300, attempt: 2, rewound: true, total: 1700, phase: 'look' });
        expect(steps([posted.at(-1)])).toEqual(Array.from({ length: 300 }, (_, step) => 1000 + step));
        player.seek(there.step);
        expect(posted.at(-1)).toMatchObject({ step: there.step, digest: there.digest, rewound: true });
    });
});
