/**
 * Runs one at a time: sends requests to the workers and holds the current state of the run. Panels read the fields of this
 * object whenever `onChange` is called.
 */

import type { Words } from '../../../words/en/train.ts';
import { reloaded } from '../../kit/dom.ts';
import { factsOf, reasonOf } from '../../kit/library-error.ts';
import { unspellBrain } from './brain.ts';
import type { Part } from './break.ts';
import { BrokenCopy } from './broken-copy.ts';
import { Evaluator } from './evaluator.ts';
import { Hold } from './lock.ts';
import type { Checkpoint, Measured, RunInfo, TrainFrame } from './protocol.ts';
import { SavedRuns } from './saved-runs.ts';
import type { Screen } from './screen.ts';
import type { Settings } from './settings.ts';
import { FEWEST_CELLS, isRunOf, MOST_CELLS, planOf } from './settings.ts';
import type { Kept } from './store.ts';
import { newRun, withPoint } from './store.ts';
import { Workers } from './workers.ts';

export class Session {
    screen: Screen;
    words: Words;
    workers: Workers;
    /** What run it is. */
    run: Kept | null = null;
    info: RunInfo | null = null;
    frame: TrainFrame | null = null;
    measured: Measured | null = null;
    savedRuns: SavedRuns;
    /** What keeps it from starting, and what there is to say. */
    problem = '';
    /** The constant that the problem is about; empty: none. */
    wrongField = '';
    notice = '';
    /** Where the run last stood still. */
    stood: { images: number; digest: string };
    evaluator: Evaluator;
    copy: BrokenCopy;
    /** Whether the workers are there. */
    loaded = false;
    hold: Hold;

    constructor(screen: Screen, words: Words) {
        this.screen = screen;
        this.words = words;
        this.workers = new Workers(
            (frame) => this.#frame(frame),
            (checkpoint) => this.#checkpoint(checkpoint),
        );
        this.savedRuns = new SavedRuns();
        this.stood = { images: -1, digest: '' };
        this.evaluator = new Evaluator(this.workers.evaluation, {
            onMeasured: (measured, broken) => this.#note(measured, broken),
            onError: (error) => this.#fail(this.words.notMeasured(reasonOf(error, this.words.faults))),
            onChange: () => this.screen.onChange(),
        });
        this.copy = new BrokenCopy(this.workers.learner, (begins) => this.screen.onCopy(begins));
        this.hold = new Hold();
    }

    /** Names of the symbols that it learns instead of digits. */
    get names() {
        return this.run?.drawn?.names ?? null;
    }

    /** Of weights and thetas; empty while they change. */
    get digest() {
        const images = this.frame?.images ?? this.info?.presented;
        return !this.running && this.stood.images === images ? this.stood.digest : '';
    }

    /** Whether what was last measured is the network as it stands. */
    get settled() {
        return (
            !this.running &&
            !this.evaluator.busy &&
            this.measured !== null &&
            this.measured.images === (this.frame?.images ?? this.info?.presented)
        );
    }

    get running() {
        return this.frame?.phase === 'running' || this.frame?.phase === 'waiting';
    }

    /**
     * Begins with the network of a link, with the run that was left, or with a new one.
     * @param brain '' for none
     * @param asked whether it has to be the run of these settings
     */
    async open(settings: Settings, brain: string, asked: boolean) {
        try {
            await this.workers.loaded;
        } catch (error) {
            this.#fail(this.words.noWorkers(reasonOf(error, this.words.faults)));
            return;
        }
        this.loaded = true;
        await this.savedRuns.list();
        if (
            brain !== '' &&
            (await this.import(async () => ({
                name: this.words.fromLink,
                bytes: await this.workers.evaluation.unpack(await unspellBrain(brain)),
            })))
        ) {
            return;
        }
        const { problem } = this;
        await this.#openLast(settings, asked);
        this.problem ||= problem;
        this.screen.onChange();
    }

    async #openLast(settings: Settings, asked: boolean) {
        const left = this.savedRuns.runs.find((run) => !asked || isRunOf(settings, run));
        // After a reload, even a finished run should be there, although it would otherwise start over.
        const goesOn = left && left.images < left.total && left.images > 0;
        if (left && (goesOn || reloaded()) && (await this.reopen(left.id))) {
            this.notice ||= goesOn ? this.words.goesOn(left.name, left.images) : this.words.isBack(left.name);
            this.screen.onChange();
        } else {
            await this.begin(settings);
        }
    }

    /** A new run from its random start. */
    async begin(settings: Settings) {
        if (!(settings.neurons >= FEWEST_CELLS && settings.neurons <= MOST_CELLS)) {
            this.#fail(this.words.badCells(settings.neurons, FEWEST_CELLS, MOST_CELLS), 'neurons');
            return false;
        }
        const { drawn } = settings;
        const plan = planOf(settings);
        const info = await this.attempt(() => this.workers.learner.begin(plan, drawn));
        if (info) {
            const name = drawn ? drawn.names.join(', ') : this.words.runName(plan);
            await this.#take(newRun({ name, plan, drawn, total: info.total }), info);
        }
        return info !== null;
    }

    /** @param id of a run that was kept */
    async reopen(id: string) {
        const about = this.savedRuns.runs.find((run) => run.id === id);
        const bytes = await this.savedRuns.load(id);
        if (!about || !bytes) {
            this.#fail(this.words.gone);
            return false;
        }
        const info = await this.attempt(() => this.workers.learner.resume(bytes, about.drawn));
        if (info === null) {
            return false;
        }
        // The checkpoint has all constants; an older run may have omitted some that were defaults then.
        return this.#take({ ...about, plan: { ...about.plan, config: info.config } }, info, bytes);
    }

    /**
     * Goes on with a model file.
     * @returns whether there is one
     */
    async import(find: () => Promise<{ name: string; bytes: Uint8Array }>): Promise<boolean> {
        const found = await this.attempt(async () => {
            const model = await find();
            await this.leave();
            return { ...model, info: await this.workers.learner.resume(model.bytes, null) };
        });
        if (found) {
            const { name, bytes, info } = found;
            const { config, images, passes, seed, presented, total } = info;
            await this.#take(
                newRun({ name, plan: { config, images, passes, seed }, drawn: null, images: presented, total }),
                info,
                bytes,
            );
            await this.#save(bytes);
        }
        return found !== null;
    }

    /** The same random start again, or that of other settings; what was going on is kept. */
    async reset(settings: Settings) {
        await this.leave();
        this.notice = '';
        await this.begin(settings);
    }

    async start(settings: Settings) {
        this.problem = '';
        this.notice = '';
        if (this.run === null || !this.isOf(settings)) {
            if (!(await this.begin(settings))) {
                return;
            }
        }
        await this.workers.learner.run(settings.pace, settings.stopAt ?? Infinity);
    }

    /** @param settings whether the run at hand is the one that they describe */
    isOf(settings: Settings) {
        return this.run !== null && isRunOf(settings, this.run);
    }

    /** @param settings another way to say what the run at hand is */
    adopt(settings: Settings) {
        if (this.run) {
            this.run = { ...this.run, plan: planOf(settings) };
        }
    }

    pause() {
        return this.workers.learner.pause();
    }

    step() {
        return this.workers.learner.step();
    }

    /** @param settings while it runs, too */
    async pace({ pace, stopAt }: Settings) {
        if (this.running) {
            await this.workers.learner.run(pace, stopAt ?? Infinity);
        }
    }

    async vote(pixels: Uint8Array, seed: number) {
        if (this.measured === null) {
            return null;
        }
        const { bytes } = await this.workers.learner.checkpoint();
        return this.workers.evaluation.vote(bytes, pixels, seed);
    }

    /** @param parts of the copy beside the whole network, which is made if need be */
    async takeOut(parts: ReadonlySet<Part>) {
        const { run } = this;
        if (run) {
            await this.attempt(() => this.copy.takeOut(parts, run.plan.config));
            this.screen.onChange();
        }
    }

    /** Without the copy from here on. */
    async mend() {
        if (this.copy.exists) {
            await this.copy.end();
            this.screen.onMeasured(this.measured);
            this.screen.onChange();
        }
    }

    async rename(name: string) {
        if (this.run) {
            this.run = { ...this.run, name };
            await this.saveNow();
        }
    }

    async remove(id: string) {
        await this.savedRuns.remove(id);
        this.screen.onChange();
    }

    /** Brings the run back that was deleted last. */
    async restore() {
        await this.savedRuns.restore();
        this.screen.onChange();
    }

    /** Keeps the run as it stands. */
    async saveNow() {
        if (this.run) {
            const { bytes } = await this.workers.learner.checkpoint();
            await this.#save(bytes);
        }
    }

    async #take(about: Kept, info: RunInfo, bytes?: Uint8Array) {
        if (!(await this.hold.take(about.id))) {
            // Two tabs must not write over each other's work.
            about = { ...about, id: Date.now().toString(36), name: this.words.copyOf(about.name) };
            this.notice = this.words.elsewhere;
            await this.hold.take(about.id);
        }
        await this.workers.evaluation.use(about.drawn);
        this.run = about;
        this.info = info;
        this.frame = null;
        this.measured = null;
        this.evaluator.forget();
        this.copy.forget();
        this.problem = '';
        this.savedRuns.savedAt = -Infinity;
        this.stood = { images: info.presented, digest: info.digest };
        this.screen.onFields(info.fields, info.neurons);
        this.screen.onMeasured(null);
        this.screen.onChange();
        this.evaluator.measure(bytes ?? (await this.workers.learner.checkpoint()).bytes, null, true);
        return true;
    }

    /** What is going on stops, and is kept. */
    async leave() {
        if (this.running) {
            await this.pause();
            await this.saveNow();
        }
    }

    #frame(frame: TrainFrame) {
        const well = !this.frame?.ill;
        this.frame = frame;
        if (frame.phase === 'failed') {
            this.problem = this.words.noImages(frame.failure ?? '');
        }
        if (frame.ill && well) {
            this.problem = this.words.ill(frame.ill, frame.images);
            this.copy.forget();
        }
        this.screen.onFrame(frame);
    }

    async #checkpoint({ images, bytes, stands, digest, broken }: Checkpoint) {
        if (!this.run) {
            return;
        }
        this.run = { ...this.run, images };
        if (stands) {
            this.stood = { images, digest };
            this.screen.onChange();
        }
        this.evaluator.measure(bytes, broken, stands);
        if (stands || this.savedRuns.due) {
            await this.#save(bytes);
        }
    }

    #note(measured: Measured, broken: Measured | null) {
        if (!this.run) {
            return;
        }
        this.run = { ...this.run, points: withPoint(this.run.points, measured) };
        if (broken && this.copy.exists) {
            this.copy.points = withPoint(this.copy.points, broken);
        }
        this.measured = measured;
        this.screen.onMeasured(measured);
        this.savedRuns.note(this.run).then(() => this.screen.onChange());
    }

    async #save(bytes: Uint8Array) {
        if (this.run) {
            await this.savedRuns.save(this.run, bytes);
            this.screen.onChange();
        }
    }

    /** @returns null after an error, which is told */
    async attempt<T>(call: () => Promise<T>, sentence: (why: string) => string = String): Promise<T | null> {
        try {
            return await call();
        } catch (error) {
            this.#fail(sentence(reasonOf(error, this.words.faults)), factsOf(error)?.field ?? '');
            return null;
        }
    }

    /** @param notice of something that went well */
    say(notice: string) {
        this.notice = notice;
        this.screen.onChange();
    }

    #fail(problem: string, field = '') {
        this.problem = problem;
        this.wrongField = field;
        this.screen.onChange();
    }
}
