/** Measures networks one at a time: the run's and the broken copy's. Skips networks that come too fast. */
import type { Measured } from './protocol.ts';

/** The first measurements of a run are made without a break: the curve is steepest then, and the run may be short. */
export const FREE = 6;
/** After that, measuring may take this share of the time, because it slows learning down on few cores. */
const SHARE = 1 / 3;

/** Whoever measures a network. */
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
    /** Number of measurements so far, and the earliest time of the next. */
    count = 0;
    due = -Infinity;
    wake: () => void;

    /** @param now ms */
    constructor(
        evaluation: { measure: (bytes: Uint8Array, votes: boolean) => Promise<Measured> },
        {
            onMeasured,
            onError,
            onChange,
        }: {
            onMeasured: (measured: Measured, broken: Measured | null) => void;
            onError: (error: unknown) => void;
            /** called when measuring starts or ends */
            onChange: () => void;
        },
        now: () => number = () => performance.now(),
    ) {
        this.evaluation = evaluation;
        this.listeners = listeners;
        this.now = now;
        this.wake = () => {};
    }

    /** There is another run: the result of a measurement under way is dropped. */
    forget() {
        this.run += 1;
        this.next = null;
        this.count = 0;
        this.wake();
    }

    /**
     * @param bytes of the network to measure, as soon as the current measurement is done
     * @param stands whether the run has stopped; its network is then measured without delay
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

    /** Waits until the next measurement is due. */
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
