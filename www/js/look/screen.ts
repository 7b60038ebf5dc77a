/** What the reader sees and hears of a session: hands it to the widgets, and puts the rest into words. */

import { find, notice } from '../kit/dom.ts';
import { reasonOf } from '../kit/library-error.ts';
import { lack, missed } from '../kit/missed.ts';
import type { NetInput } from '../kit/net-input.ts';
import type { Strings } from '../shell/strings.ts';
import type { CellWeights } from './cell-weights.ts';
import { chargesOf } from './charge.ts';
import { conclude, lead, measured, standing, sureness } from './narrate.ts';
import type { Narration } from './narration.ts';
import type { Frame, NetworkInfo, Sight } from './protocol.ts';
import type { Look } from './record.ts';
import type { Score } from './score.ts';
import type { Watcher } from './session.ts';
import type { Fields } from './widgets/fields.ts';
import type { FrontEnd } from './widgets/front-end.ts';
import type { InputPreview } from './widgets/input-preview.ts';
import type { Inspector } from './widgets/inspector.ts';
import type { Race } from './widgets/race.ts';
import type { Raster } from './widgets/raster.ts';
import type { Threshold } from './widgets/threshold.ts';
import type { Traces } from './widgets/traces.ts';
import type { Track } from './widgets/track.ts';
import type { VoteBars } from './widgets/vote-bars.ts';
import type { Why } from './widgets/why.ts';

type Mood = 'idle' | 'drawing' | 'looking' | 'sure' | 'unsure' | 'failed';

const NO_VOTES = Array.from({ length: 10 }, () => 0);

interface Parts {
    netInput: NetInput;
    frontEnd: FrontEnd;
    cellWeights: CellWeights;
    inputPreview: Pick<InputPreview, 'update' | 'vote'>;
    fields: Fields;
    bars: VoteBars;
    race: Pick<Race, 'update' | 'fire' | 'reset'>;
    narration: Pick<Narration, 'say' | 'follow' | 'reset'>;
    record: Look;
    why: Pick<Why, 'update' | 'sees'>;
    raster: Pick<Raster, 'update'>;
    track: Pick<Track, 'update'>;
    score: Pick<Score, 'reset' | 'ask'>;
    traces: Pick<Traces, 'update'>;
    inspector: Pick<Inspector, 'update'>;
    threshold: Pick<Threshold, 'update'>;
    strings: Strings;
    /** whether what is looked at was drawn by the reader */
    ownDrawing: () => boolean;
    /** asks for an animation frame */
    request: () => void;
    /** whether the reader wants no motion */
    still: () => boolean;
}

export class Screen implements Watcher {
    inputPreview: Pick<InputPreview, 'update' | 'vote'>;
    netInput: NetInput;
    frontEnd: FrontEnd;
    cellWeights: CellWeights;
    fields: Fields;
    bars: VoteBars;
    race: Pick<Race, 'update' | 'fire' | 'reset'>;
    narration: Pick<Narration, 'say' | 'follow' | 'reset'>;
    record: Look;
    why: Pick<Why, 'update' | 'sees'>;
    raster: Pick<Raster, 'update'>;
    track: Pick<Track, 'update'>;
    score: Pick<Score, 'reset' | 'ask'>;
    traces: Pick<Traces, 'update'>;
    inspector: Pick<Inspector, 'update'>;
    threshold: Pick<Threshold, 'update'>;
    strings: Strings;
    ownDrawing: () => boolean;
    request: () => void;
    still: () => boolean;
    root: HTMLElement;
    answer: HTMLElement;
    sureness: HTMLElement;
    status: HTMLElement;
    reason: HTMLElement;
    retry: HTMLElement;
    timeBar: HTMLElement;
    time: HTMLElement;
    inputRate: HTMLElement;
    inputCount: HTMLElement;
    fieldsCount: HTMLElement;
    measured: HTMLElement;
    lead: HTMLElement;
    info: NetworkInfo | null = null;
    attempt = 1;
    lastPhase = 'done';

    constructor(parts: Parts) {
        this.inputPreview = parts.inputPreview;
        this.netInput = parts.netInput;
        this.frontEnd = parts.frontEnd;
        this.cellWeights = parts.cellWeights;
        this.fields = parts.fields;
        this.bars = parts.bars;
        this.race = parts.race;
        this.narration = parts.narration;
        this.record = parts.record;
        this.why = parts.why;
        this.raster = parts.raster;
        this.track = parts.track;
        this.score = parts.score;
        this.ownDrawing = parts.ownDrawing;
        this.traces = parts.traces;
        this.inspector = parts.inspector;
        this.threshold = parts.threshold;
        this.strings = parts.strings;
        this.request = parts.request;
        this.still = parts.still;
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
    }

    loading() {
        this.retry.hidden = true;
        this.reason.hidden = true;
        this.#mood('idle', this.strings.loading);
    }

    loaded(info: NetworkInfo) {
        this.info = info;
        this.frontEnd.update(info.frontEnd);
        this.netInput.frontEnd = info.frontEnd;
        this.cellWeights.reset();
        this.fields.update(info);
        this.record.resize(info.neurons);
        this.why.update(info);
        this.race.update(info);
        this.raster.update(info);
        this.track.update(info);
        this.traces.update(info);
        this.inspector.update(info);
        this.threshold.update(info);
        this.measured.textContent = measured(info, this.strings);
        this.lead.textContent = lead(info, this.strings);
        this.root.dataset.network = 'ready';
        this.request();
    }

    /** @param neurons that there are */
    lost(neurons: number) {
        notice(this.strings.lostCells(neurons - 1));
    }

    failed(part: 'wasm' | 'model' | 'worker', error: unknown) {
        this.#darken();
        this.retry.hidden = false;
        this.reason.hidden = false;
        this.#mood('failed', this.strings.failed[part]);
        missed();
        lack().then((sentence) => sentence && this.#mood('failed', sentence));
        this.strings.faults().then((faults) => {
            this.reason.textContent = this.strings.cause(reasonOf(error, faults));
        });
    }

    blank() {
        this.netInput.update(null);
        this.inputPreview.update(null);
        this.#darken();
        this.#mood('idle', this.info ? this.strings.invite : this.strings.loading);
    }

    waiting() {
        this.#mood('idle', this.strings.waiting);
    }

    drawing() {
        this.netInput.update(null);
        this.inputPreview.update(null);
        this.#darken();
        this.#mood('drawing', this.info ? this.strings.drawing : this.strings.loading);
    }

    nothing() {
        this.netInput.update(null);
        this.inputPreview.update(null);
        this.#darken();
        this.#mood('unsure', this.strings.nothing);
    }

    /** @param sight what becomes spikes */
    sees(sight: Sight) {
        this.why.sees(sight);
        this.netInput.update(sight.seen, sight.inputs);
        this.inputPreview.update(sight.seen);
    }

    /** @param slowly whether it takes longer to watch than it would in a brain */
    looks(slowly: boolean) {
        this.#darken();
        this.#mood('looking', slowly ? this.strings.lookingSlowly : this.strings.looking);
    }

    /** @param playing whether time passes */
    frame(frame: Frame, playing: boolean) {
        const still = this.still() || frame.rewound;
        if (frame.rewound) {
            this.#rewind(frame);
        } else if (frame.attempt !== this.attempt) {
            this.#newLook(frame);
        }
        this.record.add(frame);
        this.netInput.spike(frame.input, still);
        this.fields.spike(frame.exc, still);
        this.#run(frame, playing, still);
        const { verdict, phase } = frame;
        this.bars.update(verdict.votes, phase === 'done' ? verdict.digit : null);
        this.inputPreview.vote(verdict.votes, phase === 'done' ? verdict.digit : null);
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
            if (this.ownDrawing()) {
                this.score.ask(frame);
            }
        } else if (!playing) {
            const { dt } = this.info ?? { dt: 0.5 };
            this.#mood('looking', standing(frame, dt, this.strings));
        }
    }

    /** The race: charges, who carried whom, ballots, and the sentence that tells it. */
    #run(frame: Frame, playing: boolean, still: boolean) {
        const { info } = this;
        if (info === null) {
            return;
        }
        const { labels, dt, neurons, thresholds, metadata } = info;
        const over = frame.phase === 'done';
        const rest = Number(metadata.config?.exc?.v_rest ?? -65);
        this.fields.charge(over ? null : chargesOf(frame.membranes, thresholds, rest));
        this.race.fire(over && still ? [] : frame.carriers, labels, !playing && !over);
        const ballots = [];
        for (let at = 0; at < frame.exc.length; at += 2) {
            const [step = 0, cell = 0] = frame.exc.subarray(at, at + 2);
            const digit = labels[cell] ?? -1;
            if (digit >= 0) {
                ballots.push({ cell, digit, step, at: (step - this.record.began) * dt });
            }
        }
        this.bars.cast(ballots, still || over);
        if (!over) {
            this.narration.follow(frame, { cells: neurons, labels, dt }, !playing);
        }
    }

    /** @param frame that holds its look from the beginning */
    #rewind(frame: Frame) {
        const { attempt, phase } = frame;
        this.#darken();
        this.attempt = attempt;
        this.lastPhase = phase;
        this.root.dataset.mood = 'looking';
    }

    /** Forgets all that was seen. */
    #darken() {
        this.fields.reset();
        this.race.reset();
        this.score.reset();
        this.narration.reset();
        this.bars.clear();
        this.bars.update(NO_VOTES, null);
        this.inputPreview.vote(NO_VOTES, null);
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

    /** @param frame the first of a brighter look */
    #newLook(frame: Frame) {
        this.attempt = frame.attempt;
        this.fields.reset();
        this.bars.clear();
        this.narration.reset();
        this.record.reset();
        this.#say(this.strings.lookAgain(frame.attempt, frame.maxRateHz, this.info?.frontEnd ?? ''));
    }

    #count({ verdict, maxRateHz }: Frame) {
        this.inputRate.textContent = this.strings.inputRate(maxRateHz, this.info?.frontEnd ?? '');
        this.inputCount.textContent = this.strings.inputCount(this.record.input.length / 2);
        this.fieldsCount.textContent = this.strings.fieldsCount(
            verdict.spikes,
            this.fields.litCount,
            this.record.inh.length / 2,
        );
    }

    #clock({ lookStep, phase }: Frame) {
        const { stepsPerLook, dt } = this.info ?? { stepsPerLook: 700, dt: 0.5 };
        const steps = Math.min(stepsPerLook, lookStep);
        this.timeBar.style.transform = `scaleX(${phase === 'done' ? 1 : steps / stepsPerLook})`;
        this.time.textContent = this.strings.time((phase === 'done' ? stepsPerLook : steps) * dt, stepsPerLook * dt);
    }

    #mood(mood: Mood, sentence: string) {
        this.root.dataset.mood = mood;
        this.#say(sentence);
    }

    #say(sentence: string) {
        // Setting the same text again would make a screen reader say it again.
        if (this.status.textContent !== sentence) {
            this.status.textContent = sentence;
        }
        if (this.root.dataset.mood !== 'looking') {
            this.narration.say(sentence);
        }
    }
}
