/**
 * One look after another: turns the content of the pad into a run of the network and reports its progress.
 * Knows neither the DOM nor the worker, only a client and a screen.
 */

import { isUndistorted } from '../kit/input.ts';
import { factsOf } from '../kit/library-error.ts';
import type { ModelFiles } from '../kit/models.ts';
import type { Picture } from '../kit/picture.ts';
import { flatten, isBlank } from '../kit/picture.ts';
import type { State } from '../shell/state.ts';
import { PROPS } from '../shell/state.ts';
import type { Client } from './client.ts';
import type { Frame, NetworkInfo, Play, Sight } from './protocol.ts';
import { partOf } from './protocol.ts';

/** Simulated milliseconds a second at which nothing is slowed down. */
const REAL_TIME = 1000;

/** what a session tells the screen */
export interface Watcher {
    loading: () => void;
    loaded: (info: NetworkInfo) => void;
    failed: (part: 'wasm' | 'model' | 'worker', error: unknown) => void;
    /** nothing on the pad */
    blank: () => void;
    /** a picture, but no network yet */
    waiting: () => void;
    /** the pen is down */
    drawing: () => void;
    /** not enough ink to be a digit */
    nothing: () => void;
    /** a run begins */
    looks: (slowly: boolean) => void;
    /** what becomes spikes */
    sees: (sight: Sight) => void;
    frame: (frame: Frame, playing: boolean) => void;
    /** cells that were to be watched are not there */
    lost: (neurons: number) => void;
}

/** Later than any presentation ends. */
const END = 0xffff_ffff;

export class Session {
    files: () => ModelFiles;
    client: Pick<Client, 'load' | 'simulation'>;
    state: State;
    screen: Watcher;
    samples: ReadonlyMap<number, Uint8Array>;
    still: () => boolean;
    onTime: () => void;
    watching = false;
    thresholdApplied = false;
    /** Whether the worker is making a preview. */
    previewing = false;
    /** Whether time passes. */
    playing = false;
    /** The position of this look; null if there is none. */
    now: Frame | null = null;
    info: NetworkInfo | null = null;
    broken = false;
    /** Whether a network has ever been asked for. */
    asked = false;
    /** Counts looks, so that what belongs to an old one is dropped. */
    run = 0;
    /** What is being looked at. */
    shown: Play | null = null;

    constructor({
        client,
        state,
        screen,
        samples,
        files,
        still,
        onTime = () => {},
    }: {
        client: Pick<Client, 'load' | 'simulation'>;
        state: State;
        screen: Watcher;
        /** pixels by digit */
        samples: ReadonlyMap<number, Uint8Array>;
        /** of the network that is wanted */
        files: () => ModelFiles;
        /** whether the reader wants no motion */
        still: () => boolean;
        /** it is now playing or paused, or has moved */
        onTime?: () => void;
    }) {
        this.files = files;
        this.client = client;
        this.state = state;
        this.screen = screen;
        this.samples = samples;
        this.still = still;
        this.onTime = onTime;
    }

    /** Fetches the network, or fetches it again after a failure. */
    async load() {
        this.info = null;
        this.broken = false;
        this.asked = true;
        this.screen.loading();
        try {
            await this.#take(await this.client.load(this.files(), true));
        } catch (error) {
            this.fail(error as Error);
        }
    }

    /** Changes to the network that is wanted now; until it has come, and if it does not, the old one stays. Fails as that load does. */
    async change() {
        if (this.info === null) {
            await this.load();
            return;
        }
        await this.#take(await this.client.load(this.files(), false));
    }

    async #take(info: NetworkInfo) {
        this.#leave();
        this.info = info;
        this.broken = false;
        this.screen.loaded(info);
        this.watching = false;
        this.thresholdApplied = false;
        await this.begin();
    }

    /** Looks according to the whole state, with its cells watched, up to the step at which it pauses. */
    async begin() {
        const { cells, at } = this.state.values;
        const { neurons } = this.info ?? { neurons: Infinity };
        if (cells.some((cell) => cell >= neurons)) {
            this.state.set({ cells: cells.filter((cell) => cell < neurons) });
            this.screen.lost(neurons);
        }
        await this.watch();
        await this.applyThreshold();
        await this.look();
        if (at !== null) {
            await this.seek(at);
        }
    }

    /** Has answers given from the chosen evidence on. */
    async applyThreshold() {
        const { threshold } = this.state.values;
        if (this.info && (this.thresholdApplied || threshold !== PROPS.threshold.initial)) {
            this.thresholdApplied = true;
            await this.#call(this.client.simulation.threshold(threshold / 100));
        }
    }

    /** Has the membranes of the chosen cells recorded. */
    async watch() {
        const { cells } = this.state.values;
        if (this.info && (cells.length > 0 || this.watching)) {
            this.watching = cells.length > 0;
            const { neurons } = this.info;
            await this.#call(this.client.simulation.trace(Uint16Array.from(cells.filter((cell) => cell < neurons))));
        }
    }

    fail(error: object) {
        this.info = null;
        this.broken = true;
        this.#leave();
        this.screen.failed(partOf(error), error);
    }

    /** The pen is down: what was seen before is out of date. */
    interrupt() {
        this.#leave();
        if (this.broken) {
            return;
        }
        this.screen.drawing();
        if (this.info) {
            this.#call(this.client.simulation.stop());
        }
    }

    /** While the pen is down: what the network would get of it. Where that takes longer than the pen, some are left out. */
    async preview(picture: Picture) {
        const { run, info } = this;
        if (info === null || this.previewing) {
            return;
        }
        this.previewing = true;
        try {
            const { input, seed } = this.state.values;
            const pixels = await this.client.simulation.image(flatten(picture), input, seed);
            const sight = await this.#sight(pixels);
            if (run === this.run && !this.playing) {
                this.screen.sees(sight);
            }
        } catch {
            // Too little ink so far. Other problems are reported when the pen is up.
        } finally {
            this.previewing = false;
        }
    }

    /**
     * Looks at the content of the pad, from the beginning.
     * @param atOnce not at the pace that is set
     */
    async look(atOnce: boolean = false) {
        const run = this.#leave();
        const { picture } = this.state.values;
        if (this.broken) {
            return;
        }
        if (isBlank(picture)) {
            this.#stand(null);
            this.screen.blank();
            if (this.info) {
                await this.#call(this.client.simulation.stop());
            }
            return;
        }
        if (this.info === null) {
            this.screen.waiting();
            return;
        }
        await this.#play(picture, run, atOnce || this.still() ? Infinity : this.stepsPerSecond);
    }

    /**
     * Looks at a picture that is not on the pad; the pad's content returns with the next look.
     * @param speed simulated milliseconds a second
     */
    async demonstrate(picture: Picture, speed: number) {
        if (this.info && !this.broken) {
            await this.#play(picture, this.#leave(), speed / this.info.dt);
        }
    }

    async #play(picture: Picture, run: number, stepsPerSecond: number) {
        const { seed } = this.state.values;
        const pixels = await this.#pixels(picture, run);
        if (pixels === null || run !== this.run || this.info === null) {
            return;
        }
        this.screen.looks(this.state.values.speed < REAL_TIME);
        const { simulation } = this.client;
        const pieces = picture.strokes.length > 1 ? await simulation.pieces(flatten(picture)) : 1;
        const sight = await this.#sight(pixels);
        if (run !== this.run) {
            return;
        }
        this.screen.sees(sight);
        this.playing = true;
        this.onTime();
        this.shown = { run, pixels, seed, pieces, stepsPerSecond };
        await this.#call(simulation.play(this.shown));
    }

    /** Goes on, or begins again where the look is over. */
    async play() {
        if (this.now?.phase === 'done') {
            await this.seek(0);
        }
        await this.#move(this.client.simulation.resume(this.stepsPerSecond), true);
    }

    /** Goes on at a pace of its own, once. */
    playAt(stepsPerSecond: number) {
        return this.#move(this.client.simulation.resume(stepsPerSecond), true);
    }

    pause() {
        return this.#move(this.client.simulation.pause(), false);
    }

    /** Shows a new pace: at once while it plays, from the beginning where the look is over. */
    async pace() {
        if (this.now === null || this.now.phase === 'done') {
            await this.look();
        } else {
            await this.#call(this.client.simulation.pace(this.stepsPerSecond));
        }
    }

    step() {
        return this.#move(this.client.simulation.step(), false);
    }

    stepSpike() {
        return this.#move(this.client.simulation.stepSpike(), false);
    }

    seek(step: number) {
        return this.#move(this.client.simulation.seek(step), false);
    }

    /** To the end of the presentation; where that is over, another one begins. */
    async finish() {
        if (this.now?.phase === 'done') {
            this.state.set({ seed: await this.freshSeed() });
        } else {
            await this.seek(END);
        }
    }

    /** A seed of the browser's own randomness; before the network has come, the one in force. */
    freshSeed() {
        return this.info ? this.client.simulation.freshSeed() : Promise.resolve(this.state.values.seed);
    }

    receive(frame: Frame) {
        if (frame.run === this.run) {
            this.now = frame;
            this.playing = this.playing && frame.phase !== 'done';
            this.screen.frame(frame, this.playing);
            this.onTime();
            this.#stand(this.playing || frame.phase === 'done' ? null : frame.step);
        }
    }

    /** @param at the step at which time pauses */
    #stand(at: number | null) {
        if (at !== this.state.values.at) {
            this.state.set({ at });
        }
    }

    /** Abandons the current run; returns the number of the next. */
    #leave() {
        this.run += 1;
        this.now = null;
        this.playing = false;
        this.onTime();
        return this.run;
    }

    /** Steps of the simulation in a second of playback. */
    get stepsPerSecond() {
        return this.state.values.speed / (this.info?.dt ?? 1);
    }

    /** @param playing whether time passes from now on */
    async #move(call: Promise<void>, playing: boolean) {
        this.playing = playing;
        this.onTime();
        await this.#call(call);
    }

    /** What becomes spikes when these pixels are shown; where the network cannot be asked, playing will tell why. */
    #sight(pixels: Uint8Array) {
        return this.client.simulation.sight(pixels).catch(() => ({ seen: pixels, inputs: pixels }));
    }

    async #pixels(picture: Picture, run: number) {
        const { input, seed } = this.state.values;
        const pixels = picture.image?.pixels ?? this.samples.get(picture.sample ?? -1);
        if (pixels && isUndistorted(input)) {
            return pixels;
        }
        try {
            return await this.client.simulation.image(pixels ? { pixels } : flatten(picture), input, seed);
        } catch (error) {
            const cause = error as Error;
            const empty = factsOf(error)?.kind === 'nothing-to-see';
            if (run === this.run && empty) {
                this.screen.nothing();
                await this.#call(this.client.simulation.stop());
            } else if (!empty) {
                this.fail(cause);
            }
            return null;
        }
    }

    /** @param call whose failure ends the session until the next load */
    async #call(call: Promise<void>) {
        try {
            await call;
        } catch (error) {
            this.fail(error as Error);
        }
    }
}
