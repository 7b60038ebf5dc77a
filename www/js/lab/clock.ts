/** Time that passes over an experiment once more: in slow motion, or from spike to spike. */

/** The whole of it takes so long, in ms. */
const WHOLE_MS = 8000;

export class Clock {
    still: () => boolean;
    onChange: () => void;
    /** What has been so far, in ms; null: all of it. */
    at: number | null = null;
    playing = false;
    last = 0;
    /** Where it would be if it did not jump. */
    passed = 0;

    /** @param still whether nothing may glide: time then jumps from one event to the next */
    constructor(still: () => boolean, onChange: () => void) {
        this.still = still;
        this.onChange = onChange;
    }

    /** Plays on, from the beginning if all of it has been seen, or pauses. */
    toggle() {
        this.playing = !this.playing;
        if (this.playing) {
            this.passed = this.at ?? 0;
            this.at = this.passed;
            this.last = 0;
        }
        this.onChange();
    }

    /** @param events ascending times; the next one is gone to, after the last to the end */
    step(events: readonly number[]) {
        this.playing = false;
        const { at } = this;
        this.at = events.find((event) => at === null || event > at) ?? null;
        this.onChange();
    }

    /** All of it is shown. */
    rest() {
        this.playing = false;
        this.at = null;
    }

    /**
     * @param now ms of the screen
     * @param duration ms of the experiment
     * @returns whether it goes on
     */
    tick(now: number, duration: number, events: readonly number[]): boolean {
        if (!this.playing) {
            return false;
        }
        this.passed += this.last === 0 ? 0 : ((now - this.last) / WHOLE_MS) * duration;
        this.last = now;
        if (this.passed >= duration) {
            this.rest();
        } else {
            this.at = this.still() ? Math.max(0, ...events.filter((event) => event <= this.passed)) : this.passed;
        }
        this.onChange();
        return this.playing;
    }
}
