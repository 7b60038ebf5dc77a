/** Replays an experiment: in slow motion, or from spike to spike. */

/** Length of a full replay, in ms. */
const WHOLE_MS = 8000;

export class Clock {
    still: () => boolean;
    onChange: () => void;
    /** Time replayed so far, in ms; null: all of it is shown. */
    at: number | null = null;
    playing = false;
    last = 0;
    /** The same, without the jumps from event to event. */
    passed = 0;

    /** @param still whether motion is reduced: time then jumps from one event to the next */
    constructor(still: () => boolean, onChange: () => void) {
        this.still = still;
        this.onChange = onChange;
    }

    /** Pauses, or plays on (from the start if all of it is shown). */
    toggle() {
        this.playing = !this.playing;
        if (this.playing) {
            this.passed = this.at ?? 0;
            this.at = this.passed;
            this.last = 0;
        }
        this.onChange();
    }

    /** @param events ascending times; jumps to the next one, or to the end after the last */
    step(events: readonly number[]) {
        this.playing = false;
        const { at } = this;
        this.at = events.find((event) => at === null || event > at) ?? null;
        this.onChange();
    }

    /** Stops and shows all of it. */
    rest() {
        this.playing = false;
        this.at = null;
    }

    /**
     * @param now screen time in ms
     * @param duration of the experiment, in ms
     * @returns whether it is still playing
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
