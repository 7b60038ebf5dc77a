/** Time that passes over an experiment once more: in slow motion, or from spike to spike. */

/** The whole of it takes so long, in ms. */
const WHOLE_MS = 8000;

export class Clock {
    /**
     * @param {() => boolean} still  whether nothing may glide: time then jumps from one event to the next
     * @param {() => void} onChange
     */
    constructor(still, onChange) {
        this.still = still;
        this.onChange = onChange;
        /** What has been so far, in ms; null: all of it. @type {number | null} */
        this.at = null;
        this.playing = false;
        this.last = 0;
        /** Where it would be if it did not jump. */
        this.passed = 0;
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

    /** @param {readonly number[]} events ascending times; the next one is gone to, after the last to the end */
    step(events) {
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
     * @param {number} now       ms of the screen
     * @param {number} duration  ms of the experiment
     * @param {readonly number[]} events
     * @returns {boolean} whether it goes on
     */
    tick(now, duration, events) {
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
