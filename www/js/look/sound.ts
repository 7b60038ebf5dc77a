/**
 * A click for each spike of an excitatory cell, its pitch the digit of the cell. Loaded when somebody wants to hear it.
 *
 * Spikes are put on the clock of the sound card at the distances that they have at the pace of the playback, so that
 * their rhythm does not depend on when the screen is drawn. Clicks that no ear could tell apart are one.
 */
import type { Frame } from './protocol.ts';

/** How far ahead of now clicks are put on the clock, in s: longer than a frame takes. */
const AHEAD = 0.03;
/** The clock of the clicks may lag behind that of the frames by so much, in s, before it leaps. */
const LONGEST_LAG = 0.15;
/** A cell of the same digit clicks again after so long at the earliest, in s: faster clicks are a hum of their own. */
const APART = 0.004;
/** The sound of a look that is shown all at once lasts as long as the look does in a brain, in s. */
const ALL_AT_ONCE = 0.35;
/** 0 is an A below the middle of a piano; the ten steps are of a scale in which any two sound well together. */
const LOWEST_HZ = 220;
const SCALE = [0, 2, 4, 7, 9, 12, 14, 16, 19, 21];
const CLICK_S = 0.06;
const FADE_S = 0.012;
const LOUD = 0.22;

/** @param digit −1 for none: a dull knock */
export function pitch(digit: number) {
    return digit < 0 ? LOWEST_HZ / 2 : LOWEST_HZ * 2 ** ((SCALE[digit] ?? 0) / 12);
}

/**
 * When clicks are to be heard.
 * @param spikes step, cell, step, cell, …
 * @param last when each digit clicked last (one longer, for none), s; is brought up to date
 */
export function score(
    spikes: Uint32Array,
    labels: Int8Array,
    {
        first,
        start,
        stepsPerSecond,
    }: {
        /** step that is heard at `start` */
        first: number;
        /** s */
        start: number;
        stepsPerSecond: number;
    },
    last: Float64Array,
): { at: number; digit: number }[] {
    const clicks = [];
    for (let place = 0; place < spikes.length; place += 2) {
        const digit = labels[spikes[place + 1] ?? 0] ?? -1;
        const at = start + ((spikes[place] ?? 0) - first) / stepsPerSecond;
        const voice = digit < 0 ? 10 : digit;
        if (at - (last[voice] ?? 0) >= APART) {
            last[voice] = at;
            clicks.push({ at, digit });
        }
    }
    return clicks;
}

export class Sound {
    context: AudioContext;
    out: DynamicsCompressorNode;
    /** A click of each digit, and of none. */
    clicks: AudioBuffer[];
    last: Float64Array<ArrayBuffer>;
    /** Clicks that are still to be heard. */
    coming = new Set<AudioBufferSourceNode>();
    /** The last step that was put on the clock, −1 for none, and when it is heard, s. */
    heard = -1;
    next = 0;

    constructor() {
        this.context = new AudioContext();
        this.out = new DynamicsCompressorNode(this.context);
        this.out.connect(this.context.destination);
        this.clicks = Array.from({ length: 11 }, (_, voice) => this.#click(pitch(voice < 10 ? voice : -1)));
        this.last = new Float64Array(11).fill(-1);
    }

    play({ exc, step, lookStep, rewound }: Frame, labels: Int8Array, stepsPerSecond: number) {
        if (rewound || document.hidden) {
            return;
        }
        const now = this.context.currentTime;
        const all = !Number.isFinite(stepsPerSecond);
        const pace = all ? lookStep / ALL_AT_ONCE : stepsPerSecond;
        const first = all || this.heard < 0 ? Number(exc[0] ?? step) : this.heard;
        if (all || this.next < now || this.next > now + LONGEST_LAG) {
            this.next = now + AHEAD;
        }
        this.heard = step;
        for (const { at, digit } of score(exc, labels, { first, start: this.next, stepsPerSecond: pace }, this.last)) {
            this.#ring(at, digit);
        }
        this.next += (step - first) / pace;
    }

    /** Nothing more is heard. */
    silence() {
        for (const source of this.coming) {
            source.stop();
        }
        this.coming.clear();
        this.heard = -1;
        this.last.fill(-1);
    }

    close() {
        this.silence();
        return this.context.close();
    }

    /** @param at s */
    #ring(at: number, digit: number) {
        const source = new AudioBufferSourceNode(this.context, { buffer: this.clicks[digit < 0 ? 10 : digit] ?? null });
        source.connect(this.out);
        this.coming.add(source);
        source.onended = () => this.coming.delete(source);
        source.start(at);
    }

    #click(hertz: number) {
        const { sampleRate } = this.context;
        const buffer = new AudioBuffer({ length: Math.round(CLICK_S * sampleRate), sampleRate });
        const wave = Float32Array.from({ length: buffer.length }, (_, at) => {
            const time = at / sampleRate;
            return LOUD * Math.exp(-time / FADE_S) * Math.sin(2 * Math.PI * hertz * time);
        });
        buffer.copyToChannel(wave, 0);
        return buffer;
    }
}
