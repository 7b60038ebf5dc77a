/** The sentence below the stage: what happens in the race, in step with it. */
import type { Strings } from '../shell/strings.ts';
import type { Frame } from './protocol.ts';

/** How long a sentence stays before the next replaces it, in ms of real time, so that it can be read. */
const READABLE_MS = 900;
/** Only a cell that fires may come sooner. */
const SOONEST_MS = 350;
/** After a volley, the cells have climbed back above rest by then [ms of the simulation]. */
const CLIMBING_MS = 12;

interface Seen {
    cells: number;
    labels: Int8Array;
    dt: number;
}

/** What there is to say about a moment; the key identifies what has been said already. */
export interface Moment {
    key: string;
    sentence: string;
}

/** The cells of the last volley of a frame, and its step. */
function lastVolley(exc: Uint32Array) {
    const step = exc.at(-2);
    const cells = [];
    for (let at = exc.length - 2; at >= 0 && exc[at] === step; at -= 2) {
        cells.unshift(exc[at + 1] ?? 0);
    }
    return step === undefined ? null : { step, cells };
}

export class Narration {
    element: HTMLElement;
    strings: Strings;
    now: () => number;
    shownAt = -Infinity;
    key = '';
    /** Of this look. */
    volley: { step: number; cells: number[] } | null = null;

    constructor(element: HTMLElement, strings: Strings, now: () => number = () => performance.now()) {
        this.element = element;
        this.strings = strings;
        this.now = now;
    }

    /** A look begins. */
    reset() {
        this.volley = null;
        this.shownAt = -Infinity;
    }

    /** Says something immediately. */
    say(sentence: string) {
        this.#show({ key: sentence, sentence }, true);
    }

    /** @param standing whether time is paused */
    follow(frame: Frame, seen: Seen, standing: boolean) {
        if (frame.rewound) {
            this.reset();
        }
        const last = lastVolley(frame.exc);
        if (last) {
            this.volley = last;
        }
        this.#show(this.moment(frame, seen), standing || frame.rewound);
    }

    /** What happens now. */
    moment(frame: Frame, { cells, labels, dt }: Seen): Moment {
        const { strings, volley } = this;
        if (frame.phase === 'rest') {
            return { key: `rest ${frame.attempt}`, sentence: strings.tellRest(frame.verdict.spikes) };
        }
        if (volley === null) {
            return { key: `charge ${frame.attempt}`, sentence: strings.tellCharge(cells, frame.attempt) };
        }
        if ((frame.step - volley.step) * dt > CLIMBING_MS) {
            return { key: `climb ${volley.step}`, sentence: strings.tellClimb() };
        }
        const [cell, ...others] = volley.cells;
        const digits = [...new Set(volley.cells.map((one) => labels[one] ?? -1).filter((digit) => digit >= 0))];
        return {
            key: `fire ${volley.step}`,
            sentence: strings.tellFire(cell ?? 0, others.length, digits, cells - volley.cells.length),
        };
    }

    #show({ key, sentence }: Moment, atOnce: boolean) {
        const time = this.now();
        const soon = key.startsWith('fire') && !this.key.startsWith('fire');
        const hold = soon ? SOONEST_MS : READABLE_MS;
        if (key !== this.key && (atOnce || time - this.shownAt >= hold)) {
            this.key = key;
            this.shownAt = time;
            this.element.textContent = sentence;
        }
    }
}
