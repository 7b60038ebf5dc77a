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
    readonly parts: Parts;
    readonly root = document.documentElement;
    readonly answer = find('answer');
    readonly sureness = find('sureness');
    readonly status = find('status');
    readonly reason = find('reason');
    readonly retry = find('retry');
    readonly timeBar = find('time-bar');
    readonly time = find('time');
    readonly inputRate = find('input-rate');
    readonly inputCount = find('input-count');
    readonly fieldsCount = find('fields-count');
    readonly measured = find('measured');
    readonly lead = find('lead');
    info: NetworkInfo | null = null;
    attempt = 1;
    lastPhase = 'done';

    constructor(parts: Parts) {
        this.parts = parts;
    }

    loading() {
        this.retry.hidden = true;
        this.reason.hidden = true;
        this.#mood('idle', this.parts.strings.loading);
    }

    loaded(info: NetworkInfo) {
        this.info = info;
        this.parts.frontEnd.update(info.frontEnd);
        this.parts.netInput.frontEnd = info.frontEnd;
        this.parts.cellWeights.reset();
        this.parts.fields.update(info);
        this.parts.record.resize(info.neurons);
        this.parts.why.update(info);
        this.parts.race.update(info);
        this.parts.raster.update(info);
        this.parts.track.update(info);
        this.parts.traces.update(info);
        this.parts.inspector.update(info);
        this.parts.threshold.update(info);
        this.measured.textContent = measured(info, this.parts.strings);
        this.lead.textContent = lead(info, this.parts.strings);
        this.root.dataset.network = 'ready';
        this.parts.request();
    }

    /** @param neurons that there are */
    lost(neurons: number) {
        notice(this.parts.strings.lostCells(neurons - 1));
    }

    failed(part: 'wasm' | 'model' | 'worker', error: unknown) {
        this.#darken();
        this.retry.hidden = false;
        this.reason.hidden = false;
        this.#mood('failed', this.parts.strings.failed[part]);
        missed();
        lack().then((sentence) => sentence && this.#mood('failed', sentence));
        this.parts.strings.faults().then((faults) => {
            this.reason.textContent = this.parts.strings.cause(reasonOf(error, faults));
        });
    }

    blank() {
        this.parts.netInput.update(null);
        this.parts.inputPreview.update(null);
        this.#darken();
        this.#mood('idle', this.info ? this.parts.strings.invite : this.parts.strings.loading);
    }

    waiting() {
        this.#mood('idle', this.parts.strings.waiting);
    }

    drawing() {
        this.parts.netInput.update(null);
        this.parts.inputPreview.update(null);
        this.#darken();
        this.#mood('drawing', this.info ? this.parts.strings.drawing : this.parts.strings.loading);
    }

    nothing() {
        this.parts.netInput.update(null);
        this.parts.inputPreview.update(null);
        this.#darken();
        this.#mood('unsure', this.parts.strings.nothing);
    }

    /** @param sight what becomes spikes */
    sees(sight: Sight) {
        this.parts.why.sees(sight);
        this.parts.netInput.update(sight.seen, sight.inputs);
        this.parts.inputPreview.update(sight.seen);
    }

    /** @param slowly whether it takes longer to watch than it would in a brain */
    looks(slowly: boolean) {
        this.#darken();
        this.#mood('looking', slowly ? this.parts.strings.lookingSlowly : this.parts.strings.looking);
    }

    /** @param playing whether time passes */
    frame(frame: Frame, playing: boolean) {
        const still = this.parts.still() || frame.rewound;
        if (frame.rewound) {
            this.#rewind(frame);
        } else if (frame.attempt !== this.attempt) {
            this.#newLook(frame);
        }
        this.parts.record.add(frame);
        this.parts.netInput.spike(frame.input, still);
        this.parts.fields.spike(frame.exc, still);
        this.#run(frame, playing, still);
        const { verdict, phase } = frame;
        this.parts.bars.update(verdict.votes, phase === 'done' ? verdict.digit : null);
        this.parts.inputPreview.vote(verdict.votes, phase === 'done' ? verdict.digit : null);
        this.#count(frame);
        this.#clock(frame);
        if (phase === 'rest' && this.lastPhase !== 'rest') {
            this.#say(this.parts.strings.brighter);
        }
        this.lastPhase = phase;
        if (phase === 'done') {
            this.answer.textContent = verdict.digit === null ? '?' : String(verdict.digit);
            this.answer.dataset.digit = verdict.digit === null ? '' : String(verdict.digit);
            this.answer.dataset.reason = verdict.reason ?? '';
            this.sureness.textContent = sureness(verdict, this.parts.strings);
            this.#mood(verdict.digit === null ? 'unsure' : 'sure', conclude(frame, this.parts.strings));
            if (this.parts.ownDrawing()) {
                this.parts.score.ask(frame);
            }
        } else if (!playing) {
            const { dt } = this.info ?? { dt: 0.5 };
            this.#mood('looking', standing(frame, dt, this.parts.strings));
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
        this.parts.fields.charge(over ? null : chargesOf(frame.membranes, thresholds, rest));
        this.parts.race.fire(over && still ? [] : frame.carriers, labels, !playing && !over);
        const ballots = [];
        for (let at = 0; at < frame.exc.length; at += 2) {
            const [step = 0, cell = 0] = frame.exc.subarray(at, at + 2);
            const digit = labels[cell] ?? -1;
            if (digit >= 0) {
                ballots.push({ cell, digit, step, at: (step - this.parts.record.began) * dt });
            }
        }
        this.parts.bars.cast(ballots, still || over);
        if (!over) {
            this.parts.narration.follow(frame, { cells: neurons, labels, dt }, !playing);
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
        this.parts.fields.reset();
        this.parts.race.reset();
        this.parts.score.reset();
        this.parts.narration.reset();
        this.parts.bars.clear();
        this.parts.bars.update(NO_VOTES, null);
        this.parts.inputPreview.vote(NO_VOTES, null);
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
        this.parts.record.reset();
        this.lastPhase = 'look';
        this.parts.request();
    }

    /** @param frame the first of a brighter look */
    #newLook(frame: Frame) {
        this.attempt = frame.attempt;
        this.parts.fields.reset();
        this.parts.bars.clear();
        this.parts.narration.reset();
        this.parts.record.reset();
        this.#say(this.parts.strings.lookAgain(frame.attempt, frame.maxRateHz, this.info?.frontEnd ?? ''));
    }

    #count({ verdict, maxRateHz }: Frame) {
        this.inputRate.textContent = this.parts.strings.inputRate(maxRateHz, this.info?.frontEnd ?? '');
        this.inputCount.textContent = this.parts.strings.inputCount(this.parts.record.input.length / 2);
        this.fieldsCount.textContent = this.parts.strings.fieldsCount(
            verdict.spikes,
            this.parts.fields.litCount,
            this.parts.record.inh.length / 2,
        );
    }

    #clock({ lookStep, phase }: Frame) {
        const { stepsPerLook, dt } = this.info ?? { stepsPerLook: 700, dt: 0.5 };
        const steps = Math.min(stepsPerLook, lookStep);
        this.timeBar.style.transform = `scaleX(${phase === 'done' ? 1 : steps / stepsPerLook})`;
        this.time.textContent = this.parts.strings.time(
            (phase === 'done' ? stepsPerLook : steps) * dt,
            stepsPerLook * dt,
        );
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
            this.parts.narration.say(sentence);
        }
    }
}
