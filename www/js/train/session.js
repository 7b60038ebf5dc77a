/**
 * One run after the other: what is asked of the workers, and what is known of the run at the moment. Whoever shows it
 * reads the fields of this object whenever `onChange` was called.
 */
import { Crew } from './crew.js';
import { Examiner } from './examiner.js';
import { hold } from './lock.js';
import { FEWEST_CELLS, MOST_CELLS, planOf } from './settings.js';
import { without } from './break.js';
import * as store from './store.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./protocol.js').TrainFrame} TrainFrame */
/** @typedef {import('./protocol.js').Measured} Measured */
/** @typedef {import('./store.js').Point} Point */
/** @typedef {import('./store.js').Kept} Kept */

/**
 * Who shows the run.
 * @typedef {object} Screen
 * @property {() => void} onChange
 * @property {(fields: Uint8Array, cells: number) => void} onFields  all fields, of a network that has just come
 * @property {(frame: TrainFrame) => void} onFrame
 * @property {(measured: Measured | null) => void} onMeasured
 * @property {(begins: boolean) => void} onCopy  a broken copy begins to learn beside it, or is gone
 */

/** Least time between two savings while it runs, in ms. */
const SAVE_EVERY = 2000;

/**
 * @param {readonly Point[]} points
 * @param {Measured} measured takes the place of points that come later
 */
const withPoint = (points, { images, correct, undecided, shown }) => [...points.filter((point) => point.images < images), { images, correct, undecided, shown }];

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

export class Session {
    /**
     * @param {Screen} screen
     * @param {import('./words-en.js').Words} words
     */
    constructor(screen, words) {
        this.screen = screen;
        this.words = words;
        this.crew = new Crew({ onFrame: (frame) => this.#frame(frame), onCheckpoint: (checkpoint) => this.#checkpoint(checkpoint) });
        /** What run it is. @type {Kept | null} */
        this.run = null;
        /** @type {import('./protocol.js').RunInfo | null} */
        this.info = null;
        /** @type {TrainFrame | null} */
        this.frame = null;
        /** @type {Measured | null} */
        this.measured = null;
        /** @type {Kept[]} */
        this.kept = [];
        /** What keeps it from starting, and what there is to say. */
        this.problem = '';
        this.notice = '';
        /** Where the run last stood still. */
        this.stood = { images: -1, digest: '' };
        /** Whether anything is kept: null until it was tried. @type {boolean | null} */
        this.keeps = null;
        this.examiner = new Examiner(this.crew.judge, {
            onMeasured: (measured, broken) => this.#note(measured, broken),
            onError: (error) => this.#fail(this.words.notMeasured(messageOf(error))),
            onChange: () => this.screen.onChange(),
        });
        /** What is broken in the copy, if there is one. @type {ReadonlySet<import('./break.js').Part>} */
        this.broken = new Set();
        this.copied = false;
        /** @type {readonly Point[]} */
        this.brokenPoints = [];
        this.savedAt = -Infinity;
        /** Lets go of the run that this tab holds. */
        this.release = () => {};
    }

    /** Of weights and thetas; empty while they change. */
    get digest() {
        const images = this.frame?.images ?? this.info?.presented;
        return !this.running && this.stood.images === images ? this.stood.digest : '';
    }

    get running() {
        return this.frame?.phase === 'running' || this.frame?.phase === 'waiting';
    }

    /**
     * Begins with the run that was left, or with a new one.
     * @param {Settings} settings
     */
    async open(settings) {
        try {
            await this.crew.loaded;
        } catch (error) {
            this.#fail(this.words.noWorkers(messageOf(error)));
            return;
        }
        await this.#list();
        const left = this.kept[0];
        if (left && left.images < left.total && left.images > 0 && (await this.reopen(left.id))) {
            this.notice ||= this.words.goesOn(left.name, left.images);
            this.screen.onChange();
        } else {
            await this.begin(settings);
        }
    }

    /**
     * A new run from its random start.
     * @param {Settings} settings
     */
    async begin(settings) {
        if (!(settings.neurons >= FEWEST_CELLS && settings.neurons <= MOST_CELLS)) {
            this.#fail(this.words.badCells(settings.neurons, FEWEST_CELLS, MOST_CELLS));
            return false;
        }
        const plan = planOf(settings);
        const info = await this.#try(() => this.crew.learner.begin(plan));
        if (info) {
            const saved = Date.now();
            await this.#take({ id: saved.toString(36), name: this.words.runName(plan), plan, images: 0, total: info.total, saved, points: [] }, info);
        }
        return info !== null;
    }

    /** @param {string} id of a run that was kept */
    async reopen(id) {
        const about = this.kept.find((run) => run.id === id);
        const bytes = await store.load(id).catch(() => undefined);
        if (!about || !bytes) {
            this.#fail(this.words.gone);
            return false;
        }
        const info = await this.#try(() => this.crew.learner.resume(bytes));
        return info !== null && this.#take(about, info, bytes);
    }

    /**
     * Goes on with a model file.
     * @param {string} name
     * @param {Uint8Array} bytes
     */
    async import(name, bytes) {
        const info = await this.#try(() => this.crew.learner.resume(bytes));
        if (info) {
            const { config, images, passes, seed, presented, total } = info;
            const saved = Date.now();
            await this.#take({ id: saved.toString(36), name, plan: { config, images, passes, seed }, images: presented, total, saved, points: [] }, info, bytes);
            await this.#save(bytes);
        }
    }

    /**
     * The same random start again, or that of other settings.
     * @param {Settings} settings
     */
    async reset(settings) {
        this.notice = '';
        await this.begin(settings);
    }

    /** @param {Settings} settings */
    async start(settings) {
        this.problem = '';
        this.notice = '';
        if (this.run === null || !this.isOf(settings)) {
            if (!(await this.begin(settings))) {
                return;
            }
        }
        await this.crew.learner.run(settings.pace, settings.stopAt ?? Infinity);
    }

    /** @param {Settings} settings whether the run at hand is the one that they describe */
    isOf(settings) {
        return this.run !== null && JSON.stringify(planOf(settings)) === JSON.stringify(this.run.plan);
    }

    /** @param {Settings} settings another way to say what the run at hand is */
    adopt(settings) {
        if (this.run) {
            this.run = { ...this.run, plan: planOf(settings) };
        }
    }

    pause() {
        return this.crew.learner.pause();
    }

    step() {
        return this.crew.learner.step();
    }

    /** @param {Settings} settings while it runs, too */
    async pace({ pace, stopAt }) {
        if (this.running) {
            await this.crew.learner.run(pace, stopAt ?? Infinity);
        }
    }

    /** @param {Uint8Array} pixels @param {number} seed */
    async vote(pixels, seed) {
        if (this.measured === null) {
            return null;
        }
        const { bytes } = await this.crew.learner.checkpoint();
        return this.crew.judge.vote(bytes, pixels, seed);
    }

    /**
     * Breaks a part of a copy that learns on beside the whole network, or mends it.
     * @param {import('./break.js').Part} part
     */
    async toggle(part) {
        const { run } = this;
        const broken = new Set(this.broken);
        if (!broken.delete(part)) {
            broken.add(part);
        }
        if (run === null) {
            return;
        }
        const first = !this.copied;
        if (first) {
            // Before it is there, for its first frame holds all of its fields.
            this.copied = true;
            this.screen.onCopy(true);
        }
        if (await this.#try(() => this.crew.learner.breakCopy(without(run.plan.config, broken)).then(() => true))) {
            this.broken = broken;
        } else if (first) {
            this.#forgetCopy();
        }
        this.screen.onChange();
    }

    /** Without the copy from here on. */
    async mend() {
        await this.crew.learner.breakCopy(null);
        this.#forgetCopy();
        this.screen.onMeasured(this.measured);
        this.screen.onChange();
    }

    /** @param {string} name */
    async rename(name) {
        if (this.run) {
            this.run = { ...this.run, name };
            await this.saveNow();
        }
    }

    /** @param {string} id */
    async remove(id) {
        await store.remove(id).catch(() => {});
        await this.#list();
        this.screen.onChange();
    }

    /** Keeps the run as it stands. */
    async saveNow() {
        if (this.run) {
            const { bytes } = await this.crew.learner.checkpoint();
            await this.#save(bytes);
        }
    }

    /**
     * @param {Kept} about
     * @param {import('./protocol.js').RunInfo} info
     * @param {Uint8Array} [bytes]
     */
    async #take(about, info, bytes) {
        this.release();
        const own = await hold(about.id);
        if (own === null) {
            // Two tabs must not write over each other's work.
            about = { ...about, id: Date.now().toString(36), name: this.words.copyOf(about.name) };
            this.notice = this.words.elsewhere;
            this.release = (await hold(about.id)) ?? (() => {});
        } else {
            this.release = own;
        }
        this.run = about;
        this.info = info;
        this.frame = null;
        this.measured = null;
        this.examiner.forget();
        this.#forgetCopy();
        this.problem = '';
        this.savedAt = -Infinity;
        this.stood = { images: info.presented, digest: info.digest };
        this.screen.onFields(info.fields, info.neurons);
        this.screen.onMeasured(null);
        this.screen.onChange();
        this.examiner.measure(bytes ?? (await this.crew.learner.checkpoint()).bytes, null);
        return true;
    }

    #forgetCopy() {
        this.broken = new Set();
        this.brokenPoints = [];
        if (this.copied) {
            this.copied = false;
            this.screen.onCopy(false);
        }
    }

    /** @param {TrainFrame} frame */
    #frame(frame) {
        this.frame = frame;
        if (frame.phase === 'failed') {
            this.problem = this.words.noImages(frame.failure ?? '');
        }
        this.screen.onFrame(frame);
        this.screen.onChange();
    }

    /** @param {import('./protocol.js').Checkpoint} checkpoint */
    async #checkpoint({ images, bytes, stands, digest, broken }) {
        if (!this.run) {
            return;
        }
        this.run = { ...this.run, images };
        if (stands) {
            this.stood = { images, digest };
            this.screen.onChange();
        }
        this.examiner.measure(bytes, broken);
        if (stands || performance.now() - this.savedAt > SAVE_EVERY) {
            await this.#save(bytes);
        }
    }

    /**
     * @param {Measured} measured
     * @param {Measured | null} broken
     */
    #note(measured, broken) {
        if (!this.run) {
            return;
        }
        this.run = { ...this.run, points: withPoint(this.run.points, measured) };
        if (broken && this.copied) {
            this.brokenPoints = withPoint(this.brokenPoints, broken);
        }
        this.measured = measured;
        this.screen.onMeasured(measured);
        if (this.kept.some(({ id }) => id === this.run?.id)) {
            store
                .note(this.run)
                .then(() => this.#list())
                .then(() => this.screen.onChange(), () => {});
        }
    }

    /** @param {Uint8Array} bytes */
    async #save(bytes) {
        if (!this.run) {
            return;
        }
        this.savedAt = performance.now();
        const { run } = this;
        try {
            await store.save({ ...run, saved: Date.now() }, bytes);
            this.keeps = true;
        } catch (error) {
            if (this.keeps !== false) {
                this.notice = this.words.cannotKeep(messageOf(error));
            }
            this.keeps = false;
        }
        await this.#list();
        this.screen.onChange();
    }

    async #list() {
        this.kept = await store.list().catch(() => []);
    }

    /**
     * @template T
     * @param {() => Promise<T>} call
     * @returns {Promise<T | null>} null after an error, which is told
     */
    async #try(call) {
        try {
            return await call();
        } catch (error) {
            this.#fail(messageOf(error));
            return null;
        }
    }

    /** @param {string} problem */
    #fail(problem) {
        this.problem = problem;
        this.screen.onChange();
    }
}
