/** Has networks measured one after the other: the run's, and that of the broken copy. What comes too fast is skipped. */

/** @typedef {import('./protocol.js').Measured} Measured */

export class Examiner {
    /**
     * @param {{ measure: (bytes: Uint8Array, votes: boolean) => Promise<Measured> }} judge
     * @param {object} listeners
     * @param {(measured: Measured, broken: Measured | null) => void} listeners.onMeasured
     * @param {(error: unknown) => void} listeners.onError
     * @param {() => void} listeners.onChange when it begins or ends to measure
     */
    constructor(judge, { onMeasured, onError, onChange }) {
        this.judge = judge;
        this.listeners = { onMeasured, onError, onChange };
        this.busy = false;
        /** @type {{ bytes: Uint8Array, broken: Uint8Array | null } | null} */
        this.next = null;
        /** Number of the run: results of an older one are dropped. */
        this.run = 0;
    }

    /** Another run: what is under way is of no interest any more. */
    forget() {
        this.run += 1;
        this.next = null;
    }

    /**
     * @param {Uint8Array} bytes of the network to measure, next if one is being measured now
     * @param {Uint8Array | null} broken
     */
    async measure(bytes, broken) {
        this.next = { bytes, broken };
        if (this.busy) {
            return;
        }
        this.busy = true;
        this.listeners.onChange();
        while (this.next) {
            const { next, run } = this;
            this.next = null;
            try {
                const measured = await this.judge.measure(next.bytes, true);
                const copy = next.broken && (await this.judge.measure(next.broken, false));
                if (run === this.run) {
                    this.listeners.onMeasured(measured, copy);
                }
            } catch (error) {
                this.listeners.onError(error);
            }
        }
        this.busy = false;
        this.listeners.onChange();
    }
}
