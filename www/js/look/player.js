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
 * @property {(pixels: Uint8Array) => Uint8Array} seen
 * @property {(pixels: Uint8Array) => Uint8Array} inputs
 * @property {(cell: number) => Float32Array | undefined} weightsOf
 * @property {(pixels: Uint8Array, seed: number) => void} begin
 * @property {(steps: number) => number} advance
 * @property {(step: number) => void} advanceTo
 * @property {() => void} advanceToSpike
 * @property {() => { step: number, lookStep: number, attempt: number, maxRateHz: number, phase: 'look' | 'rest' | 'done' }} status
 * @property {() => Uint32Array} takeInputSpikes
 * @property {() => Uint32Array} takeExcSpikes
 * @property {() => Uint32Array} takeInhSpikes
 * @property {(cells: Uint16Array) => void} trace
 * @property {() => Float32Array} takeTraces
 * @property {(threshold: number) => void} setThreshold
 * @property {() => string} digest
 * @property {() => Verdict} verdict
 * @property {() => void} free
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
/** Later than any presentation ends. */
const END = 0xffff_ffff;

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
        /** What is being shown, playing or not. @type {Play | null} */
        this.shown = null;
        this.running = false;
        /** Steps of the whole presentation. */
        this.total = 0;
        /** Frames of this run that the page has not drawn yet. */
        this.inFlight = 0;
        /** Tells a pause that was waited for from one that has been overtaken. */
        this.waits = 0;
        /** @type {number[]} */
        this.traced = [];
        this.sentAt = 0;
        /** Steps earned by the time passed but not yet played; a fraction at ordinary paces. */
        this.due = 0;
    }

    /**
     * Begins from rest and sends the first frame.
     * @param {Play} play
     */
    play(play) {
        this.shown = play;
        this.inFlight = 0;
        this.#guard(() => {
            // A rehearsal, less than a millisecond: how long it lasts depends on how often it has to look.
            this.network.begin(play.pixels, play.seed);
            this.network.advanceTo(END);
            this.total = this.network.status().step;
            this.network.begin(play.pixels, play.seed);
            this.#run();
        });
    }

    /** Forgets what was shown. */
    stop() {
        this.shown = null;
        this.running = false;
    }

    pause() {
        this.running = false;
    }

    /**
     * Goes on from where it stands.
     * @param {number} stepsPerSecond
     */
    resume(stepsPerSecond) {
        this.pace(stepsPerSecond);
        if (this.shown !== null && !this.running) {
            this.#guard(() => this.#run());
        }
    }

    /** @param {number} stepsPerSecond from now on */
    pace(stepsPerSecond) {
        if (this.shown !== null) {
            this.shown = { ...this.shown, stepsPerSecond };
        }
    }

    /** One step of the simulation. */
    step() {
        this.#stepBy(() => this.network.advance(1));
    }

    /** To the next spike of an excitatory cell. */
    stepSpike() {
        this.#stepBy(() => this.network.advanceToSpike());
    }

    /**
     * Stands still at a step, earlier or later. Going back is going again: a whole look takes less than a millisecond,
     * so there is nothing to store, and the same seed gives the same spikes, which the digest in the frame shows.
     * @param {number} step
     */
    seek(step) {
        this.running = false;
        if (this.shown !== null) {
            this.#guard(() => this.#replay(step));
        }
    }

    /**
     * Records the membranes of some cells, from the beginning of this presentation on.
     * @param {Uint16Array} cells
     */
    trace(cells) {
        this.#guard(() => {
            this.network.trace(cells);
            this.traced = Array.from(cells);
            if (this.shown !== null) {
                this.#replay(this.network.status().step);
            }
        });
    }

    /** @param {number} threshold least evidence for an answer, 0…1: what has been seen is judged anew */
    threshold(threshold) {
        this.#guard(() => {
            this.network.setThreshold(threshold);
            if (this.shown !== null) {
                this.#replay(this.network.status().step);
            }
        });
    }

    /**
     * The page has drawn the last frame of that run: send the next.
     * @param {number} run
     */
    drawn(run) {
        const play = this.shown;
        if (play === null || play.run !== run) {
            return;
        }
        this.inFlight -= 1;
        if (!this.running || this.inFlight > 0) {
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
        this.waits += 1;
        const wait = this.waits;
        this.wait(() => this.#wake(play.run, wait), delay);
    }

    /**
     * @param {number} run
     * @param {number} wait
     */
    #wake(run, wait) {
        if (this.running && this.shown?.run === run && this.waits === wait && this.inFlight === 0) {
            this.due = 1;
            this.#send();
        }
    }

    #run() {
        this.running = true;
        this.waits += 1;
        this.due = 0;
        this.#earn(FIRST_FRAME_MS);
        if (this.inFlight === 0) {
            this.#send();
        }
    }

    /** @param {number} milliseconds */
    #earn(milliseconds) {
        this.due += ((this.shown?.stepsPerSecond ?? 0) * milliseconds) / 1000;
    }

    /** @param {() => void} advance */
    #stepBy(advance) {
        this.running = false;
        if (this.shown === null) {
            return;
        }
        this.#guard(() => {
            const { attempt } = this.network.status();
            advance();
            const { step, attempt: now } = this.network.status();
            if (now === attempt) {
                this.#post(false);
            } else {
                this.#replay(step);
            }
        });
    }

    /** @param {number} step */
    #replay(step) {
        const { network, shown } = this;
        if (shown !== null) {
            network.begin(shown.pixels, shown.seed);
            network.advanceTo(step);
            this.#post(true);
        }
    }

    #send() {
        this.#guard(() => {
            this.#advance();
            this.#post(false);
        });
    }

    /** @param {() => void} work that ends the run if the network breaks */
    #guard(work) {
        const run = this.shown?.run ?? 0;
        try {
            work();
        } catch (error) {
            this.stop();
            this.post(fatal(run, error), []);
        }
    }

    /** @param {boolean} rewound whether the frame holds all of this look, not only what is new */
    #post(rewound) {
        const { network, shown, total } = this;
        if (shown === null) {
            return;
        }
        const { step, lookStep, attempt, maxRateHz, phase } = network.status();
        const began = rewound ? step - lookStep : 0;
        const [message, transfer] = frame({
            run: shown.run,
            step,
            lookStep,
            total,
            attempt,
            maxRateHz,
            phase,
            rewound,
            input: since(network.takeInputSpikes(), began, 2),
            exc: since(network.takeExcSpikes(), began, 2),
            inh: since(network.takeInhSpikes(), began, 2),
            traces: since(network.takeTraces(), began, 1 + 3 * this.traced.length),
            traced: this.traced,
            digest: network.digest(),
            verdict: network.verdict(),
        });
        if (phase === 'done') {
            this.running = false;
        }
        this.sentAt = this.now();
        this.inFlight += 1;
        this.post(message, transfer);
    }

    /** Plays the steps that are due, but never parts of two looks in one frame. */
    #advance() {
        const { network } = this;
        const all = this.due === Infinity;
        let left = Math.floor(this.due);
        this.due = all ? 0 : this.due - left;
        while (left > 0) {
            const { phase, attempt, lookStep } = network.status();
            // Not beyond the end of the look: what belongs to it would be taken for the next one's, after a rest that takes no time.
            const steps = phase === 'look' ? Math.min(left, network.stepsPerLook - lookStep) : 1;
            const played = network.advance(steps);
            if (played < steps) {
                return;
            }
            left -= played;
            const now = network.status();
            if (now.attempt !== attempt || now.phase !== phase) {
                if (!all) {
                    this.due += left;
                    return;
                }
                if (now.attempt !== attempt) {
                    this.#forget();
                }
            }
        }
    }

    /** Drops the spikes of a look that was too faint to count. */
    #forget() {
        this.network.takeInputSpikes();
        this.network.takeExcSpikes();
        this.network.takeInhSpikes();
        this.network.takeTraces();
    }
}

/**
 * @template {Uint32Array | Float32Array} T
 * @param {T} rows  each with its step first, in order of steps
 * @param {number} step
 * @param {number} width of a row
 * @returns {T} those from that step on
 */
function since(rows, step, width) {
    let at = 0;
    while (at < rows.length && Number(rows[at]) < step) {
        at += width;
    }
    return /** @type {T} */ (at === 0 ? rows : rows.slice(at));
}
