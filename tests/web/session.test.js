import { describe, expect, it } from 'vitest';
import { BLANK, ofSample, withStroke } from '../../www/js/kit/picture.ts';
import { LoadError } from '../../www/js/look/protocol.ts';
import { Session } from '../../www/js/look/session.ts';
import { State } from '../../www/js/shell/state.ts';

const info = { neurons: 4, dt: 0.5, stepsPerLook: 700, labels: new Int8Array(4), fields: new Uint8Array(4 * 784), metadata: {} };
const stroke = Float32Array.of(0.2, 0.2, 0.8, 0.8);
const three = new Uint8Array(784).fill(3);

/** A session whose client and screen only note what they are told. */
function setUp({ still = false } = {}) {
    const log = [];
    const note = (name) => (...told) => void log.push(told.length > 0 ? [name, ...told] : name);
    const client = {
        get simulation() {
            return client;
        },
        loads: () => Promise.resolve(info),
        load: () => client.loads(),
        images: async () => new Uint8Array(784).fill(1),
        image: (...told) => client.images(...told),
        play: async ({ run, ...play }) => void log.push(['play', { ...play, pixels: play.pixels[0] }, run]),
        stop: async () => void log.push('stop'),
        pieces: async ({ lengths }) => lengths.length,
        sight: async (pixels) => ({ seen: pixels.map((value) => value + 100), inputs: pixels }),
        freshSeed: async () => 99,
    };
    const screen = Object.fromEntries(['loading', 'loaded', 'failed', 'blank', 'waiting', 'drawing', 'nothing', 'looks', 'frame'].map((name) => [name, note(name)]));
    screen.sees = ({ seen }) => (screen.seen = seen[0]);
    const state = new State();
    const session = new Session({ client, state, screen, samples: new Map([[3, three]]), files: () => ({ url: 'some' }), still: () => still });
    state.subscribe(() => session.look());
    const names = () => log.map((entry) => (Array.isArray(entry) ? entry[0] : entry));
    return { session, state, client, log, names, screen };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('session', () => {
    it('lets people draw before the network is there and looks as soon as it is', async () => {
        const { session, state, names } = setUp();
        state.show(withStroke(BLANK, stroke));
        expect(names()).toEqual(['waiting']);
        await session.load();
        expect(names()).toEqual(['waiting', 'loading', 'loaded', 'looks', 'play']);
    });

    it('gives a sample’s pixels to the network as they are, with seed and pace of the state', async () => {
        const { session, state, log } = setUp();
        await session.load();
        state.set({ seed: 12, picture: ofSample(3) });
        await settle();
        expect(log.at(-1).slice(0, 2)).toEqual(['play', { pixels: 3, seed: 12, pieces: 1, stepsPerSecond: 700 }]);
    });

    it('tells the network how many pieces a drawing is in', async () => {
        const { session, state, log } = setUp();
        await session.load();
        for (const pieces of [1, 2, 3]) {
            state.show(withStroke(state.values.picture, stroke));
            await settle();
            expect(log.at(-1)[1]).toMatchObject({ pieces });
        }
    });

    it('shows what becomes spikes, and leaves that to the network', async () => {
        const { session, state, log, screen } = setUp();
        await session.load();
        state.show(ofSample(3));
        await settle();
        expect(screen.seen).toBe(103);
        expect([log.at(-1)[0], log.at(-1)[1].pixels]).toEqual(['play', 3]);
    });

    it('plays all at once for readers who want no motion', async () => {
        const { session, state, log } = setUp({ still: true });
        await session.load();
        state.show(ofSample(3));
        await settle();
        expect(log.at(-1)[1].stepsPerSecond).toBe(Infinity);
    });

    it('says that there is nothing to see, and asks the network nothing', async () => {
        const { session, state, client, names } = setUp();
        await session.load();
        client.images = async () => {
            throw Object.assign(new Error('nothing to see'), { kind: 'nothing-to-see', found: 'no ink' });
        };
        state.show(withStroke(BLANK, stroke));
        await settle();
        expect(names()).toContain('nothing');
        expect(names()).not.toContain('play');
        expect(session.broken).toBe(false);
    });

    it('drops a look that another has overtaken', async () => {
        const { session, state, client, log } = setUp();
        await session.load();
        const slow = [];
        client.images = () => new Promise((resolve) => slow.push(resolve));
        state.show(withStroke(BLANK, stroke));
        state.show(withStroke(state.values.picture, stroke));
        slow[1](new Uint8Array(784).fill(2));
        slow[0](new Uint8Array(784).fill(1));
        await settle();
        expect(log.filter(([name]) => name === 'play').map(([, { pixels }]) => pixels)).toEqual([2]);
    });

    it('shows frames of the present look only', async () => {
        const { session, state, log, names } = setUp();
        await session.load();
        state.show(ofSample(3));
        await settle();
        const run = log.at(-1)[2];
        session.receive({ run: run - 1 });
        expect(names()).not.toContain('frame');
        session.receive({ run });
        expect(names().at(-1)).toBe('frame');
        session.interrupt();
        session.receive({ run });
        expect(names().filter((name) => name === 'frame')).toHaveLength(1);
    });

    it('stops looking when the pad is cleared', async () => {
        const { session, state, names } = setUp();
        await session.load();
        state.show(ofSample(3));
        await settle();
        state.clear();
        await settle();
        expect(names().slice(-2)).toEqual(['blank', 'stop']);
    });

    it('says which file failed, stays silent until asked, and looks again after a retry', async () => {
        const { session, state, client, log, names } = setUp();
        const { loads } = client;
        client.loads = () => Promise.reject(new LoadError('model', 'the server answered 404'));
        await session.load();
        expect(log.at(-1)).toEqual(['failed', 'model', expect.objectContaining({ message: 'the server answered 404' })]);
        state.show(ofSample(3));
        session.interrupt();
        await settle();
        expect(names().at(-1)).toBe('failed');
        client.loads = loads;
        await session.load();
        expect(names().slice(-4)).toEqual(['loading', 'loaded', 'looks', 'play']);
    });

    it('says so when the simulation breaks down', async () => {
        const { session, state, client, log } = setUp();
        await session.load();
        client.play = async () => {
            throw new WebAssembly.RuntimeError('unreachable');
        };
        state.show(ofSample(3));
        await settle();
        expect(log.at(-1)).toEqual(['failed', 'worker', expect.objectContaining({ message: 'unreachable' })]);
    });
});
