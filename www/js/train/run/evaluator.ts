/** Has networks measured one after the other: the run's, and that of the broken copy. What comes too fast is skipped. */
import type { Measured } from './protocol.ts';

/** So often a run is measured as fast as it goes: its curve rises steepest then, and it may be a short one. */
export const FREE = 6;
/** While it goes on, measuring may take this share of the time: on few cores it slows learning down. */
const SHARE = 1 / 3;

/** Measures a network. */
interface Measuring {
    measure: (bytes: Uint8Array, votes: boolean) => Promise<Measured>;
}

interface Listeners {
    onMeasured: (measured: Measured, broken: Measured | null) => void;
    onError: (error: unknown) => void;
    /** when it begins or ends to measure */
    onChange: () => void;
}

export class Evaluator {
    evaluation: Measuring;
    listeners: Listeners;
    now: () => number;
    busy = false;
    next: { bytes: Uint8Array; broken: Uint8Array | null; stands: boolean } | null = null;
    /** Number of the run: results of an older one are dropped. */
    run = 0;
    /** How often it was measured, and when that may be again. */
    count = 0;
    due = -Infinity;
    wake: () => void;

    /** @param now ms */
    constructor(evaluation: Measuring, listeners: Listeners, now: () => number = () => performance.now()) {
        this.evaluation = evaluation;
        this.listeners = listeners;
        this.now = now;
        this.wake = () => {};
    }

    /** Another run: what is under way is of no interest any more. */
    forget() {
        this.run += 1;
        this.next = null;
        this.count = 0;
        this.wake();
    }

    /**
     * @param bytes of the network to measure, next if one is being measured now
     * @param stands whether the run does not go on by itself: then it is measured without delay
     */
    async measure(bytes: Uint8Array, broken: Uint8Array | null, stands: boolean) {
        this.next = { bytes, broken, stands };
        if (stands) {
            this.wake();
        }
        if (this.busy) {
            return;
        }
        this.busy = true;
        this.listeners.onChange();
        while (this.next) {
            await this.#rest();
            const { next, run } = this;
            this.next = null;
            if (next === null) {
                break;
            }
            const begun = this.now();
            try {
                const measured = await this.evaluation.measure(next.bytes, true);
                const copy = next.broken && (await this.evaluation.measure(next.broken, false));
                if (run === this.run) {
                    this.listeners.onMeasured(measured, copy);
                }
            } catch (error) {
                this.listeners.onError(error);
            }
            const ended = this.now();
            this.count += 1;
            this.due = this.count < FREE ? ended : ended + (ended - begun) * (1 / SHARE - 1);
        }
        this.busy = false;
        this.listeners.onChange();
    }

    /** Until it may measure what is next. */
    async #rest(): Promise<void> {
        const left = this.due - this.now();
        if (left > 0 && this.next?.stands === false) {
            await new Promise((then) => {
                const clock = setTimeout(then, left);
                this.wake = () => {
                    clearTimeout(clock);
                    then(undefined);
                };
            });
        }
    }
}
