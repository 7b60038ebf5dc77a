/**
 * The clock of the simulation: plays a network at a given number of steps per second, one frame in flight.
 *
 * The pace decides only how many steps go into a frame, never what happens in them: the same picture and seed give the
 * same spikes at any pace, on any screen, however late the page asks for its next frame.
 */

import type { Recognizer } from '../../../pkg/look/stdp_digits.js';
import { carrierOf, WINDOW_MS } from './carriers.ts';
import type { Carrier, Play } from './protocol.ts';
import { fatal, frame } from './protocol.ts';

interface Surroundings {
    post: (message: object, transfer: Transferable[]) => void;
    /** ms */
    now: () => number;
    /** ms */
    wait: (then: () => void, delay: number) => void;
}

/** How much of a second the first frame shows: one frame of a common screen. */
const FIRST_FRAME_MS = 1000 / 60;
/** A page that was hidden for longer continues where it stopped instead of jumping ahead. */
const LONGEST_FRAME_MS = 50;
/** If more cells fire in one frame, only the last volley is reported with the spikes that drove it. */
const MOST_FIRED = 6;
/** Input spikes that are looked through for that. */
const MOST_RECENT = 4000;
/**
 * The lens of time: where a look takes some ten seconds, the moments around a volley do, and what lies between passes in less than
 * `WAIT` seconds. Slower and faster paces are even.
 */
const LENS = { slowest: 30, fastest: 99, before: 8, after: 14 };
const WAIT = 1.2;
/** Later than any presentation ends. */
const END = 0xffff_ffff;

export class Player {
    network: Recognizer;
    post: (message: object, transfer: Transferable[]) => void;
    now: () => number;
    wait: (then: () => void, delay: number) => void;
    /** What is being shown, playing or not. */
    shown: Play | null = null;
    running = false;
    /** Steps of the whole presentation. */
    total = 0;
    /** Frames of this run that the page has not drawn yet. */
    inFlight = 0;
    /** Distinguishes a pause that was waited for from one that has been overtaken. */
    waits = 0;
    traced: number[] = [];
    sentAt = 0;
    /** Steps earned by the time passed but not yet played; a fraction at ordinary paces. */
    due = 0;
    /** Steps in which cells fire, of the whole presentation; ascending. */
    volleys: number[] = [];
    /** Input spikes of this look that may still carry a cell: step, input, step, input, … */
    recent: number[] = [];

    constructor(network: Recognizer, { post, now, wait }: Surroundings) {
        this.network = network;
        this.post = post;
        this.now = now;
        this.wait = wait;
    }

    /** Begins from rest and sends the first frame. */
    play(play: Play) {
        this.shown = play;
        this.inFlight = 0;
        this.#guard(() => {
            // A rehearsal, less than a millisecond: how long it lasts depends on how often it has to look.
            this.network.begin(play.pixels, play.seed, play.pieces);
            this.network.advanceTo(END);
            this.total = this.network.status().step;
            this.volleys = volleysOf(this.network.takeExcSpikes());
            this.#forget();
            this.network.begin(play.pixels, play.seed, play.pieces);
            this.recent = [];
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

    /** Continues from the current position. */
    resume(stepsPerSecond: number) {
        this.pace(stepsPerSecond);
        if (this.shown !== null && !this.running) {
            this.#guard(() => this.#run());
        }
    }

    /** @param stepsPerSecond from now on */
    pace(stepsPerSecond: number) {
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
     */
    seek(step: number) {
        this.running = false;
        if (this.shown !== null) {
            this.#guard(() => this.#replay(step));
        }
    }

    /** Records the membranes of some cells, from the beginning of this presentation on. */
    trace(cells: Uint16Array) {
        this.#guard(() => {
            this.network.trace(cells);
            this.traced = Array.from(cells);
            if (this.shown !== null) {
                this.#replay(this.network.status().step);
            }
        });
    }

    /** @param threshold least evidence for an answer, 0…1; re-evaluates what has been seen */
    threshold(threshold: number) {
        this.#guard(() => {
            this.network.setThreshold(threshold);
            if (this.shown !== null) {
                this.#replay(this.network.status().step);
            }
        });
    }

    /** The page has drawn the last frame of that run: send the next. */
    drawn(run: number) {
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
        const delay = ((1 - this.due) / this.#rate()) * 1000;
        this.waits += 1;
        const wait = this.waits;
        this.wait(() => this.#wake(play.run, wait), delay);
    }

    #wake(run: number, wait: number) {
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

    #earn(milliseconds: number) {
        this.due += (this.#rate() * milliseconds) / 1000;
    }

    /** Steps a second at this moment. */
    #rate() {
        const { dt } = this.network;
        const even = this.shown?.stepsPerSecond ?? 0;
        if (even * dt < LENS.slowest || even * dt > LENS.fastest) {
            return even;
        }
        const { step } = this.network.status();
        const next = this.volleys.find((volley) => volley + LENS.after / dt > step) ?? this.total;
        const opens = next - LENS.before / dt;
        if (step >= opens) {
            return even;
        }
        const last = this.volleys.filter((volley) => volley + LENS.after / dt <= step).at(-1) ?? -LENS.after / dt;
        return Math.max(even, (opens - (last + LENS.after / dt)) / WAIT);
    }

    #stepBy(advance: () => void) {
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

    #replay(step: number) {
        const { network, shown } = this;
        if (shown !== null) {
            network.begin(shown.pixels, shown.seed, shown.pieces);
            network.advanceTo(step);
            this.recent = [];
            this.#post(true);
        }
    }

    #send() {
        this.#guard(() => {
            this.#advance();
            this.#post(false);
        });
    }

    /** @param work that ends the run if the network breaks */
    #guard(work: () => void) {
        const run = this.shown?.run ?? 0;
        try {
            work();
        } catch (error) {
            this.stop();
            this.post(fatal(run, error), []);
        }
    }

    /** @param rewound whether the frame holds all of this look, not only what is new */
    #post(rewound: boolean) {
        const { network, shown, total } = this;
        if (shown === null) {
            return;
        }
        const { step, lookStep, attempt, maxRateHz, phase } = network.status();
        const began = rewound ? step - lookStep : 0;
        const input = since(network.takeInputSpikes(), began, 2);
        const exc = since(network.takeExcSpikes(), began, 2);
        const [message, transfer] = frame({
            run: shown.run,
            step,
            lookStep,
            total,
            attempt,
            maxRateHz,
            phase,
            rewound,
            input,
            exc,
            inh: since(network.takeInhSpikes(), began, 2),
            traces: since(network.takeTraces(), began, 1 + 3 * this.traced.length),
            traced: this.traced,
            membranes: network.membranes(),
            carriers: this.#carriers(input, exc, step - lookStep),
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

    /**
     * What carried the cells that fired in a frame, or in its last volley where they are many.
     * @param began step with which this look began
     */
    #carriers(input: Uint32Array, exc: Uint32Array, began: number): Carrier[] {
        const { network } = this;
        const window = Math.round(WINDOW_MS / network.dt);
        this.recent.push(...input.subarray(Math.max(0, input.length - 2 * MOST_RECENT)));
        const last = exc.at(-2);
        const fired = [];
        for (let at = 0; at < exc.length; at += 2) {
            const step = exc[at] ?? 0;
            if (exc.length <= 2 * MOST_FIRED || step === last) {
                fired.push({ cell: exc[at + 1] ?? 0, step });
            }
        }
        const carriers = fired
            .slice(-MOST_FIRED)
            .map((spike) =>
                carrierOf(spike, this.recent, (inputs) => network.weightsBetween(inputs, spike.cell), window),
            );
        const oldest = Math.max(began, (this.recent.at(-2) ?? 0) - window);
        const from = this.recent.findIndex((step, at) => at % 2 === 0 && step >= oldest);
        this.recent = from < 0 ? [] : this.recent.slice(from);
        return carriers;
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

/** @param spikes step, cell, step, cell, … */
function volleysOf(spikes: Uint32Array) {
    return [...new Set(spikes.filter((_, at) => at % 2 === 0))];
}

/**
 * @param rows each with its step first, in order of steps
 * @param width of a row
 * @returns those from that step on
 */
function since<T extends Uint32Array | Float32Array>(rows: T, step: number, width: number): T {
    let at = 0;
    while (at < rows.length && (rows[at] ?? 0) < step) {
        at += width;
    }
    return (at === 0 ? rows : rows.slice(at)) as T;
}
