/** Replays one image in slow motion: its spikes flash on the input and the fields in the order they came. */

import { at, pairs } from '../../kit/arrays.ts';
import type { NetInput } from '../../kit/net-input.ts';
import type { Shown } from '../run/protocol.ts';
import { SLOW_MS } from '../worker/learner.ts';
import type { Grid } from './grid.ts';

/** Longest replay of an image at faster paces, in ms. */
const QUICK_MS = 600;

export class Replay {
    input: NetInput;
    grid: Grid;
    shown: Shown | null = null;
    begun = 0;
    length = 0;
    msPerStep = 1;
    at: { input: number; exc: number };
    /** Cell spikes replayed so far. */
    spikes = 0;
    /** Called when the replay is over. */
    onEnd: () => void;

    constructor(input: NetInput, grid: Grid) {
        this.input = input;
        this.grid = grid;
        this.at = { input: 0, exc: 0 };
        this.onEnd = () => {};
    }

    /**
     * @param pace images a second; 0: slow motion
     * @param still shows everything at once
     */
    play(shown: Shown, now: number, pace: number, still: boolean, then: () => void) {
        this.finish();
        const steps = (shown.input.at(-2) ?? 0) + 1;
        this.shown = shown;
        this.begun = now;
        this.length = still
            ? 0
            : pace === 0
              ? SLOW_MS * 0.9
              : pace === Infinity
                ? QUICK_MS
                : Math.min(QUICK_MS, 900 / pace);
        this.msPerStep = this.length / steps;
        this.at = { input: 0, exc: 0 };
        this.spikes = 0;
        this.onEnd = then;
        this.input.frontEnd === 'edges' ? this.input.update(null, shown.seen) : this.input.update(shown.seen);
    }

    /** @returns whether the replay is still running */
    draw(now: number): boolean {
        const { shown } = this;
        if (shown === null) {
            return false;
        }
        const until = this.length === 0 ? Infinity : (now - this.begun) / this.msPerStep;
        for (const kind of ['input', 'exc'] as const) {
            const spikes = shown[kind];
            const from = this.at[kind];
            let to = from;
            while (to < spikes.length && at(spikes, to) < until) {
                to += 2;
            }
            this.at[kind] = to;
            const now = spikes.subarray(from, to);
            if (kind === 'input') {
                this.input.spike(now, false);
            } else {
                pairs(now).forEach(([, cell]) => this.grid.spike(cell));
                this.spikes += (to - from) / 2;
            }
        }
        if (now - this.begun >= this.length) {
            this.finish();
            return false;
        }
        return true;
    }

    finish() {
        if (this.shown) {
            this.shown = null;
            this.onEnd();
        }
    }
}
