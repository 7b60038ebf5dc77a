/**
 * Learns one image after the other at the pace that is asked for, and tells the page how it stands: a frame at a time,
 * the next only when the last has been drawn; and a checkpoint now and then, from which the run can go on bit for bit.
 */

import type { Finding, Trainer } from '../../../../pkg/stdp_digits.js';
import { at } from '../../kit/arrays.ts';
import type { WholeConfig } from '../../kit/config.ts';
import type { Checkpoint, Ill, Phase, Shown, TrainFrame } from '../run/protocol.ts';
import type { Digits } from './digits.ts';
import type { Ailment } from './guard.ts';
import { Guard, telling } from './guard.ts';

/** Work at a stretch, in ms: a pause is heard between two. */
const SLICE = 12;
/** Least time between two frames while it runs, in ms: drawing takes time from learning where there are few cores. */
const FRAME = 80;
/** Making a frame may take this share of the time: fields of many cells come more rarely. */
const FRAME_SHARE = 0.05;
/** Number of last images that figures are averaged over. */
export const LATELY = 500;
/** At this pace and below, spikes are recorded and shown. */
const WATCHABLE = 10;
/** Slow motion: one image takes so long, in ms, its spikes as they come. */
export const SLOW_MS = 7000;

/** The number of images at which the next checkpoint is made. */
export function nextCheckpoint(images: number) {
    const stride = images < 1000 ? 250 : images < 5000 ? 500 : images < 20_000 ? 2500 : 5000;
    return (Math.floor(images / stride) + 1) * stride;
}

/** What a learner lives in. */
interface Surroundings {
    post: (frame: TrainFrame, transfer: Transferable[]) => void;
    keep: (checkpoint: Checkpoint) => void;
    /** ms */
    now: () => number;
    wait: (then: () => void, delay: number) => void;
    resume: (bytes: Uint8Array) => Trainer;
    /** what the library finds wrong with a network */
    diagnose: (bytes: Uint8Array) => readonly Finding[];
}

export class Learner {
    trainer: Trainer;
    digits: Digits;
    around: Surroundings;
    guard: Guard;
    /** Why it stopped itself. */
    ill: Ill | null = null;
    pace = Infinity;
    stopAt = Infinity;
    phase: Phase;
    turn = 0;
    inFlight = false;
    owed = true;
    lastFrame = -Infinity;
    frameCost = 0;
    /** Spikes and looks of the last images, in a ring. */
    spikes: Uint32Array;
    looks: Uint8Array;
    seen = 0;
    /** Times and image counts, to compute the rate. */
    marks: { time: number; images: number }[] = [];
    /** The broken copy. */
    beside: Trainer | null = null;
    besideSpikes: number[] = [];
    shown: Shown | null = null;
    checkpointAt: number;

    constructor(trainer: Trainer, digits: Digits, around: Surroundings) {
        this.trainer = trainer;
        this.digits = digits;
        this.around = around;
        this.guard = new Guard(trainer.neurons, (trainer.config() as WholeConfig).max_spikes, trainer.toBytes());
        this.phase = this.#atEnd() ? 'done' : 'paused';
        this.spikes = new Uint32Array(LATELY);
        this.looks = new Uint8Array(LATELY);
        this.checkpointAt = nextCheckpoint(trainer.presented);
    }

    /**
     * @param pace images a second; 0: slow motion; Infinity: as fast as it goes
     * @param stopAt images
     */
    run(pace: number, stopAt: number) {
        this.pace = pace;
        this.stopAt = stopAt;
        if (this.#atEnd() || this.trainer.presented >= stopAt) {
            this.#stop();
            return;
        }
        this.marks = [];
        this.ill = null;
        this.#become('running');
        this.#schedule(0);
    }

    pause() {
        if (this.phase === 'running' || this.phase === 'waiting') {
            this.#stop();
        }
    }

    /** One image, then a pause. */
    step() {
        if (!this.#atEnd() && this.#next() === null && !this.digits.failure) {
            // The image is still on its way: learned when it comes.
            this.run(0, this.trainer.presented + 1);
            return;
        }
        this.turn += 1;
        this.ill = null;
        const next = this.#next();
        if (next !== null) {
            this.#learn(next, true);
        }
        this.guard.ailment ? this.#rescue() : this.#stop();
    }

    /** More images have come, or will not. */
    more() {
        if (this.phase === 'waiting') {
            if (this.digits.failure) {
                this.#stop();
            } else {
                this.#become('running');
                this.#schedule(0);
            }
        }
    }

    /** The last frame is on the screen. */
    drawn() {
        this.inFlight = false;
        // At full speed, the next slice of work sends what is due.
        if (this.owed && (this.phase !== 'running' || this.pace !== Infinity)) {
            this.#frame();
        }
    }

    /**
     * Gives the network a copy that learns the same images beside it.
     * @param copy null: none any more
     */
    set copy(copy: Trainer | null) {
        this.beside?.free();
        this.beside = copy;
        this.besideSpikes = [];
        this.#frame();
    }

    /**
     * The run as it is.
     * @param stands whether it does not go on by itself
     */
    checkpoint(stands: boolean) {
        const { trainer } = this;
        return {
            images: trainer.presented,
            bytes: trainer.toBytes(),
            stands,
            digest: stands ? trainer.digest() : '',
            broken: this.beside?.toBytes() ?? null,
        };
    }

    /** @param delay ms */
    #schedule(delay: number) {
        this.turn += 1;
        const { turn } = this;
        this.around.wait(() => {
            if (turn === this.turn) {
                this.#work();
            }
        }, delay);
    }

    #work() {
        const begun = this.around.now();
        const { pace } = this;
        do {
            const next = this.#next();
            if (next === null) {
                this.digits.failure ? this.#stop() : this.#become('waiting');
                return;
            }
            this.#learn(next, pace <= WATCHABLE);
            if (this.guard.ailment) {
                this.#rescue();
                return;
            }
            if (this.#atEnd() || this.trainer.presented >= this.stopAt) {
                this.#stop();
                return;
            }
        } while (pace === Infinity && this.around.now() - begun < SLICE && this.trainer.presented < this.checkpointAt);
        if (this.trainer.presented >= this.checkpointAt) {
            this.#keep(false);
        }
        const since = this.around.now() - this.lastFrame;
        if (pace <= WATCHABLE || since >= Math.max(FRAME, this.frameCost / FRAME_SHARE)) {
            this.#frame();
        }
        const delay =
            pace === Infinity ? 0 : pace === 0 ? SLOW_MS : Math.max(0, 1000 / pace - (this.around.now() - begun));
        this.#schedule(delay);
    }

    /**
     * @param index of the image
     * @param watched whether its spikes are recorded
     */
    #learn(index: number, watched: boolean) {
        const { trainer, digits } = this;
        const pixels = digits.image(index);
        trainer.setMonitor(watched);
        const place = this.seen % LATELY;
        const spikes = trainer.learn(pixels);
        this.guard.note(spikes);
        this.spikes[place] = spikes;
        this.looks[place] = trainer.looks;
        this.seen += 1;
        if (this.beside) {
            this.besideSpikes = [...this.besideSpikes.slice(1 - LATELY), this.beside.learn(pixels)];
        }
        this.shown = watched
            ? {
                  seen: trainer.inputs(pixels),
                  label: at(digits.labels, index),
                  input: trainer.takeInputSpikes(),
                  exc: trainer.takeExcSpikes(),
              }
            : null;
    }

    /** Ends a run that leads nowhere, with the network as it was when it last answered. */
    #rescue() {
        const { guard, trainer } = this;
        const ailment = guard.ailment as Ailment;
        this.ill = {
            ailment,
            images: trainer.presented,
            findings: telling(ailment, this.around.diagnose(trainer.toBytes())),
        };
        this.trainer = this.around.resume(guard.good);
        trainer.free();
        this.beside?.free();
        this.beside = null;
        this.seen = guard.silent = guard.loud = 0;
        this.shown = null;
        this.#stop();
    }

    #atEnd() {
        return this.trainer.nextImage() === undefined;
    }

    /** The next image; null where it has not come yet, or there is none. */
    #next(): number | null {
        const next = this.trainer.nextImage();
        return next !== undefined && next < this.digits.ready ? next : null;
    }

    #stop() {
        this.turn += 1;
        this.#keep(true);
        this.#become(
            this.ill
                ? 'ill'
                : this.digits.failure && this.#next() === null && !this.#atEnd()
                  ? 'failed'
                  : this.#atEnd()
                    ? 'done'
                    : 'paused',
        );
    }

    #keep(stands: boolean) {
        const checkpoint = this.checkpoint(stands);
        this.guard.keep(checkpoint.bytes);
        this.around.keep(checkpoint);
        this.checkpointAt = nextCheckpoint(this.trainer.presented);
    }

    #become(phase: Phase) {
        this.phase = phase;
        this.#frame();
    }

    #frame() {
        if (this.inFlight) {
            this.owed = true;
            return;
        }
        this.inFlight = true;
        this.owed = false;
        const begun = this.around.now();
        const { trainer, shown } = this;
        const lately = Math.min(this.seen, LATELY);
        const sum = (values: ArrayLike<number>) =>
            Array.from(values)
                .slice(0, lately)
                .reduce((all, value) => all + value, 0);
        const cells = trainer.takeChanged();
        const shades = trainer.shownFields(cells);
        this.shown = null;
        this.around.post(
            {
                type: 'frame',
                phase: this.phase,
                images: trainer.presented,
                total: trainer.total,
                ready: this.digits.ready,
                rate: this.#rate(begun),
                spikes: lately > 0 ? sum(this.spikes) / lately : null,
                retried: lately > 0 ? this.looks.slice(0, lately).filter((looks) => looks > 1).length / lately : null,
                silent: trainer.presented >= LATELY ? trainer.silent(LATELY) : null,
                cells,
                shades,
                shown,
                broken: this.#beside(),
                failure: this.digits.failure?.message ?? null,
                ill: this.ill,
            },
            [cells.buffer, shades.buffer],
        );
        this.lastFrame = this.around.now();
        this.frameCost = this.lastFrame - begun;
    }

    #beside() {
        if (this.beside === null) {
            return null;
        }
        const cells = this.beside.takeChanged();
        const count = this.besideSpikes.length;
        return {
            cells,
            shades: this.beside.shownFields(cells),
            spikes: count > 0 ? this.besideSpikes.reduce((sum, spikes) => sum + spikes, 0) / count : null,
        };
    }

    #rate(time: number) {
        if (this.phase !== 'running') {
            return null;
        }
        this.marks.push({ time, images: this.trainer.presented });
        while (this.marks.length > 2 && time - at(this.marks, 0).time > 2000) {
            this.marks.shift();
        }
        const first = at(this.marks, 0);
        return time > first.time ? ((this.trainer.presented - first.images) / (time - first.time)) * 1000 : null;
    }
}
