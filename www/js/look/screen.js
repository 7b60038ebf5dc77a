/** What the reader sees and hears of a session: hands it to the widgets, and puts the rest into words. */
import { find, notice } from '../kit/dom.js';
import { conclude, lead, measured, standing, sureness } from './narrate.js';

/** @typedef {import('./protocol.js').Frame} Frame */
/** @typedef {import('./protocol.js').NetworkInfo} NetworkInfo */
/** @typedef {import('./session.js').Watcher} Watcher */
/** @typedef {'idle' | 'drawing' | 'looking' | 'sure' | 'unsure' | 'failed'} Mood */

const NO_VOTES = Array.from({ length: 10 }, () => 0);

/** @implements {Watcher} */
export class Screen {
    /**
     * @param {object} parts
     * @param {import('../kit/net-input.js').NetInput} parts.netInput
     * @param {import('./widgets/front-end.js').FrontEnd} parts.frontEnd
     * @param {import('./near.js').Near} parts.near
     * @param {Pick<import('./widgets/echo.js').Echo, 'update' | 'vote'>} parts.echo
     * @param {import('./widgets/fields.js').Fields} parts.fields
     * @param {import('./widgets/vote-bars.js').VoteBars} parts.bars
     * @param {import('./record.js').Look} parts.record
     * @param {Pick<import('./widgets/why.js').Why, 'update' | 'sees'>} parts.why
     * @param {import('./widgets/raster.js').Raster} parts.raster
     * @param {Pick<import('./widgets/traces.js').Traces, 'update'>} parts.traces
     * @param {Pick<import('./widgets/inspector.js').Inspector, 'update'>} parts.inspector
     * @param {Pick<import('./widgets/threshold.js').Threshold, 'update'>} parts.threshold
     * @param {import('../shell/strings.js').Strings} parts.strings
     * @param {() => void} parts.request  asks for an animation frame
     * @param {() => boolean} parts.still whether the reader wants no motion
     */
    constructor({ netInput, frontEnd, near, echo, fields, bars, record, why, raster, traces, inspector, threshold, strings, request, still }) {
        this.echo = echo;
        this.netInput = netInput;
        this.frontEnd = frontEnd;
        this.near = near;
        this.fields = fields;
        this.bars = bars;
        this.record = record;
        this.why = why;
        this.raster = raster;
        this.traces = traces;
        this.inspector = inspector;
        this.threshold = threshold;
        this.strings = strings;
        this.request = request;
        this.still = still;
        this.root = document.documentElement;
        this.answer = find('answer');
        this.sureness = find('sureness');
        this.status = find('status');
        this.reason = find('reason');
        this.retry = find('retry');
        this.timeBar = find('time-bar');
        this.time = find('time');
        this.inputRate = find('input-rate');
        this.inputCount = find('input-count');
        this.fieldsCount = find('fields-count');
        this.measured = find('measured');
        this.lead = find('lead');
        /** @type {NetworkInfo | null} */
        this.info = null;
        this.attempt = 1;
        this.lastPhase = 'done';
    }

    loading() {
        this.retry.hidden = true;
        this.reason.hidden = true;
        this.#mood('idle', this.strings.loading);
    }

    /** @param {NetworkInfo} info */
    loaded(info) {
        this.info = info;
        this.frontEnd.update(info.frontEnd);
        this.netInput.frontEnd = info.frontEnd;
        this.near.reset();
        this.fields.update(info);
        this.record.resize(info.neurons);
        this.why.update(info);
        this.raster.update(info);
        this.traces.update(info);
        this.inspector.update(info);
        this.threshold.update(info);
        this.measured.textContent = measured(info, this.strings);
        this.lead.textContent = lead(info, this.strings);
        this.root.dataset.network = 'ready';
        this.request();
    }

    /** @param {number} neurons that there are */
    lost(neurons) {
        notice(this.strings.lostCells(neurons - 1));
    }

    /**
     * @param {'wasm' | 'model' | 'worker'} part
     * @param {string} why
     */
    failed(part, why) {
        this.#darken();
        this.retry.hidden = false;
        this.reason.hidden = false;
        this.reason.textContent = this.strings.cause(why);
        this.#mood('failed', this.strings.failed[part]);
    }

    blank() {
        this.netInput.update(null);
        this.echo.update(null);
        this.#darken();
        this.#mood('idle', this.info ? this.strings.invite : this.strings.loading);
    }

    waiting() {
        this.#mood('idle', this.strings.waiting);
    }

    drawing() {
        this.netInput.update(null);
        this.echo.update(null);
        this.#darken();
        this.#mood('drawing', this.info ? this.strings.drawing : this.strings.loading);
    }

    nothing() {
        this.netInput.update(null);
        this.echo.update(null);
        this.#darken();
        this.#mood('unsure', this.strings.nothing);
    }

    /** @param {import('./protocol.js').Sight} sight what becomes spikes */
    sees(sight) {
        this.why.sees(sight);
        this.netInput.update(sight.seen, sight.inputs);
        this.echo.update(sight.seen);
    }

    /** @param {boolean} slowly  whether it takes longer to watch than it would in a brain */
    looks(slowly) {
        this.#darken();
        this.#mood('looking', slowly ? this.strings.lookingSlowly : this.strings.looking);
    }

    /**
     * @param {Frame} frame
     * @param {boolean} playing  whether time passes
     */
    frame(frame, playing) {
        const still = this.still() || frame.rewound;
        if (frame.rewound) {
            this.#rewind(frame);
        } else if (frame.attempt !== this.attempt) {
            this.#newLook(frame);
        }
        this.record.add(frame);
        this.netInput.spike(frame.input, still);
        this.fields.spike(frame.exc, still);
        const { verdict, phase } = frame;
        this.bars.update(verdict.votes, phase === 'done' ? verdict.digit : null);
        this.echo.vote(verdict.votes, phase === 'done' ? verdict.digit : null);
        this.#count(frame);
        this.#clock(frame);
        if (phase === 'rest' && this.lastPhase !== 'rest') {
            this.#say(this.strings.brighter);
        }
        this.lastPhase = phase;
        if (phase === 'done') {
            this.answer.textContent = verdict.digit === null ? '?' : String(verdict.digit);
            this.answer.dataset.digit = verdict.digit === null ? '' : String(verdict.digit);
            this.answer.dataset.reason = verdict.reason ?? '';
            this.sureness.textContent = sureness(verdict, this.strings);
            this.#mood(verdict.digit === null ? 'unsure' : 'sure', conclude(frame, this.strings));
        } else if (!playing) {
            const { dt } = this.info ?? { dt: 0.5 };
            this.#mood('looking', standing(frame, dt, this.strings));
        }
    }

    /** @param {Frame} frame that holds its look from the beginning */
    #rewind(frame) {
        const { attempt, phase } = frame;
        this.#darken();
        this.attempt = attempt;
        this.lastPhase = phase;
        this.root.dataset.mood = 'looking';
    }

    /** Forgets all that was seen. */
    #darken() {
        this.fields.reset();
        this.bars.update(NO_VOTES, null);
        this.echo.vote(NO_VOTES, null);
        this.answer.textContent = '?';
        this.answer.dataset.digit = '';
        this.answer.dataset.reason = '';
        this.sureness.textContent = '';
        this.time.textContent = '';
        this.timeBar.style.transform = 'scaleX(0)';
        this.inputRate.textContent = '';
        this.inputCount.textContent = '';
        this.fieldsCount.textContent = '';
        this.attempt = 1;
        this.record.reset();
        this.lastPhase = 'look';
        this.request();
    }

    /** @param {Frame} frame the first of a brighter look */
    #newLook(frame) {
        this.attempt = frame.attempt;
        this.fields.reset();
        this.record.reset();
        this.#say(this.strings.lookAgain(frame.attempt, frame.maxRateHz, this.info?.frontEnd ?? ''));
    }

    /** @param {Frame} frame */
    #count({ verdict, maxRateHz }) {
        this.inputRate.textContent = this.strings.inputRate(maxRateHz, this.info?.frontEnd ?? '');
        this.inputCount.textContent = this.strings.inputCount(this.record.input.length / 2);
        this.fieldsCount.textContent = this.strings.fieldsCount(verdict.spikes, this.fields.litCount, this.record.inh.length / 2);
    }

    /** @param {Frame} frame */
    #clock({ lookStep, phase }) {
        const { stepsPerLook, dt } = this.info ?? { stepsPerLook: 700, dt: 0.5 };
        const steps = Math.min(stepsPerLook, lookStep);
        this.timeBar.style.transform = `scaleX(${phase === 'done' ? 1 : steps / stepsPerLook})`;
        this.time.textContent = this.strings.time((phase === 'done' ? stepsPerLook : steps) * dt, stepsPerLook * dt);
    }

    /**
     * @param {Mood} mood
     * @param {string} sentence
     */
    #mood(mood, sentence) {
        this.root.dataset.mood = mood;
        this.#say(sentence);
    }

    /** @param {string} sentence */
    #say(sentence) {
        // Setting the same text again would make a screen reader say it again.
        if (this.status.textContent !== sentence) {
            this.status.textContent = sentence;
        }
    }
}
