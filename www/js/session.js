/**
 * One look after another: turns what is on the pad into a run of the network and says how it goes.
 * Knows neither the DOM nor the worker, only a client and a screen.
 */
import { flatten, isBlank } from './picture.js';
import { loadFailure } from './protocol.js';

/** @typedef {import('./protocol.js').Frame} Frame */
/** @typedef {import('./protocol.js').NetworkInfo} NetworkInfo */
/** @typedef {import('./protocol.js').Play} Play */

/**
 * @typedef {object} Caller  the part of the client that a session uses
 * @property {() => Promise<NetworkInfo>} load
 * @property {(xy: Float32Array, lengths: Uint32Array) => Promise<Uint8Array>} image
 * @property {(play: Play) => Promise<void>} play
 * @property {() => Promise<void>} stop
 * @property {() => Promise<number>} freshSeed
 */

/**
 * @typedef {object} Watcher  what a session tells the screen
 * @property {() => void} loading
 * @property {(info: NetworkInfo) => void} loaded
 * @property {(part: 'wasm' | 'model' | 'worker', why: string) => void} failed
 * @property {() => void} blank                       nothing on the pad
 * @property {() => void} waiting                     a picture, but no network yet
 * @property {() => void} drawing                     the pen is down
 * @property {() => void} nothing                     not enough ink to be a digit
 * @property {(pixels: Uint8Array) => void} looks     a run begins
 * @property {(frame: Frame) => void} frame
 */

export class Session {
    /**
     * @param {object} parts
     * @param {Caller} parts.client
     * @param {import('./state.js').State} parts.state
     * @param {Watcher} parts.screen
     * @param {ReadonlyMap<number, Uint8Array>} parts.samples  pixels by digit
     * @param {() => boolean} parts.still                      whether the reader wants no motion
     */
    constructor({ client, state, screen, samples, still }) {
        this.client = client;
        this.state = state;
        this.screen = screen;
        this.samples = samples;
        this.still = still;
        /** @type {NetworkInfo | null} */
        this.info = null;
        this.broken = false;
        /** Counts looks, so that what belongs to an old one is dropped. */
        this.run = 0;
    }

    /** Fetches the network, or fetches it again after a failure. */
    async load() {
        this.info = null;
        this.broken = false;
        this.screen.loading();
        try {
            this.info = await this.client.load();
        } catch (error) {
            this.fail(/** @type {Error} */ (error));
            return;
        }
        this.screen.loaded(this.info);
        await this.look();
    }

    /** @param {{ name: string, message: string }} error */
    fail(error) {
        this.info = null;
        this.broken = true;
        this.run += 1;
        const { part, why } = loadFailure(error);
        this.screen.failed(part, why);
    }

    /** The pen is down: what was seen before is out of date. */
    hush() {
        this.run += 1;
        if (this.broken) {
            return;
        }
        this.screen.drawing();
        if (this.info) {
            this.#call(this.client.stop());
        }
    }

    /** Looks at what is on the pad now, from the beginning. */
    async look() {
        const run = ++this.run;
        const { picture, seed, speed } = this.state.values;
        if (this.broken) {
            return;
        }
        if (isBlank(picture)) {
            this.screen.blank();
            if (this.info) {
                await this.#call(this.client.stop());
            }
            return;
        }
        if (this.info === null) {
            this.screen.waiting();
            return;
        }
        const pixels = await this.#pixels(picture, run);
        if (pixels === null || run !== this.run || this.info === null) {
            return;
        }
        this.screen.looks(pixels);
        const stepsPerSecond = this.still() ? Infinity : speed / this.info.dt;
        await this.#call(this.client.play({ run, pixels, seed, stepsPerSecond }));
    }

    /** A seed of the browser's own randomness; before the network has come, the one in force. */
    freshSeed() {
        return this.info ? this.client.freshSeed() : Promise.resolve(this.state.values.seed);
    }

    /** @param {Frame} frame */
    receive(frame) {
        if (frame.run === this.run) {
            this.screen.frame(frame);
        }
    }

    /**
     * @param {import('./picture.js').Picture} picture
     * @param {number} run
     */
    async #pixels(picture, run) {
        if (picture.sample !== null) {
            return this.samples.get(picture.sample) ?? null;
        }
        try {
            const { xy, lengths } = flatten(picture);
            return await this.client.image(xy, lengths);
        } catch (error) {
            const cause = /** @type {Error} */ (error);
            if (run === this.run && cause.name === 'NothingToSee') {
                this.screen.nothing();
                await this.#call(this.client.stop());
            } else if (cause.name !== 'NothingToSee') {
                this.fail(cause);
            }
            return null;
        }
    }

    /** @param {Promise<void>} call whose failure ends the session until the next load */
    async #call(call) {
        try {
            await call;
        } catch (error) {
            this.fail(/** @type {Error} */ (error));
        }
    }
}
