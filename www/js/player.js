/**
 * The clock of the simulation: plays a network at a pace of so many steps a second, one frame in flight.
 *
 * The pace decides only how many steps go into a frame, never what happens in them: the same picture and seed give the
 * same spikes at any pace, on any screen, however late the page asks for its next frame.
 */
import { fatal, frame } from './protocol.js';

/** @typedef {import('./protocol.js').Play} Play */
/** @typedef {import('./protocol.js').Verdict} Verdict */

/**
 * What the player needs of a network; the `Recognizer` of pkg/ has it.
 * @typedef {object} Playable
 * @property {number} stepsPerLook
 * @property {(pixels: Uint8Array, seed: number) => void} begin
 * @property {(steps: number) => number} advance
 * @property {() => { step: number, attempt: number, maxRateHz: number, phase: 'look' | 'rest' | 'done' }} status
 * @property {() => Uint32Array} takeInputSpikes
 * @property {() => Uint32Array} takeExcSpikes
 * @property {() => Uint32Array} takeInhSpikes
 * @property {() => Verdict} verdict
 */

/**
 * @typedef {object} Surroundings
 * @property {(message: object, transfer: Transferable[]) => void} post
 * @property {() => number} now                                   ms
 * @property {(then: () => void, delay: number) => void} wait     ms
 */

/** How much of a second the first frame shows: one frame of a common screen. */
const FIRST_FRAME_MS = 1000 / 60;
/** A page that was away for longer goes on where it stopped instead of leaping. */
const LONGEST_FRAME_MS = 50;

export class Player {
    /**
     * @param {Playable} network
     * @param {Surroundings} surroundings
     */
    constructor(network, { post, now, wait }) {
        this.network = network;
        this.post = post;
        this.now = now;
        this.wait = wait;
        /** @type {Play | null} */
        this.playing = null;
        this.sentAt = 0;
        /** Steps earned by the time passed but not yet played; a fraction at ordinary paces. */
        this.due = 0;
    }

    /**
     * Begins from rest and sends the first frame.
     * @param {Play} play
     */
    play(play) {
        this.network.begin(play.pixels, play.seed);
        this.playing = play;
        this.due = 0;
        this.#earn(FIRST_FRAME_MS);
        this.#send();
    }

    stop() {
        this.playing = null;
    }

    /**
     * The page has drawn the last frame of that run: send the next.
     * @param {number} run
     */
    drawn(run) {
        const play = this.playing;
        if (play === null || play.run !== run) {
            return;
        }
        this.#earn(Math.min(this.now() - this.sentAt, LONGEST_FRAME_MS));
        if (this.due >= 1) {
            this.#send();
            return;
        }
        // In slow motion a step is longer than a frame.
        this.sentAt = this.now();
        const delay = ((1 - this.due) / play.stepsPerSecond) * 1000;
        this.wait(() => this.#resume(play), delay);
    }

    /** @param {Play} play */
    #resume(play) {
        if (this.playing === play) {
            this.due = 1;
            this.#send();
        }
    }

    /** @param {number} milliseconds */
    #earn(milliseconds) {
        this.due += ((this.playing?.stepsPerSecond ?? 0) * milliseconds) / 1000;
    }

    #send() {
        const { network, playing } = this;
        if (playing === null) {
            return;
        }
        try {
            const over = this.#advance();
            const { step, attempt, maxRateHz, phase } = network.status();
            const [message, transfer] = frame({
                run: playing.run,
                step,
                attempt,
                maxRateHz,
                phase: over ? 'done' : phase,
                input: network.takeInputSpikes(),
                exc: network.takeExcSpikes(),
                inh: network.takeInhSpikes(),
                verdict: network.verdict(),
            });
            if (message.phase === 'done') {
                this.playing = null;
            }
            this.sentAt = this.now();
            this.post(message, transfer);
        } catch (error) {
            this.playing = null;
            this.post(fatal(playing.run, error), []);
        }
    }

    /** Plays the steps that are due, but never parts of two looks in one frame; tells whether the run is over. */
    #advance() {
        const { network } = this;
        const all = this.due === Infinity;
        let left = Math.floor(this.due);
        this.due = all ? 0 : this.due - left;
        while (left > 0) {
            const { phase, attempt } = network.status();
            const steps = phase === 'rest' ? 1 : Math.min(left, network.stepsPerLook);
            const played = network.advance(steps);
            if (played < steps) {
                return true;
            }
            left -= played;
            if (network.status().attempt !== attempt) {
                if (!all) {
                    this.due += left;
                    return false;
                }
                this.#forget();
            }
        }
        return network.status().phase === 'done';
    }

    /** Drops the spikes of a look that was too faint to count. */
    #forget() {
        this.network.takeInputSpikes();
        this.network.takeExcSpikes();
        this.network.takeInhSpikes();
    }
}
