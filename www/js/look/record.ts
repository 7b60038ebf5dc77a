/** What has happened in this look so far: every spike, in order, and how often each cell spiked. */
import type { Frame } from './protocol.ts';

/** Numbers that only grow in number, without a new array for each. */
export class Log {
    Values: Uint32ArrayConstructor | Float32ArrayConstructor;
    values: Uint32Array | Float32Array;
    length = 0;

    constructor(Values: Uint32ArrayConstructor | Float32ArrayConstructor = Uint32Array) {
        this.Values = Values;
        this.values = new Values(4096);
    }

    push(more: Uint32Array | Float32Array) {
        if (this.length + more.length > this.values.length) {
            const larger = new this.Values(2 * (this.length + more.length));
            larger.set(this.values.subarray(0, this.length));
            this.values = larger;
        }
        this.values.set(more, this.length);
        this.length += more.length;
    }
}

export class Look {
    input: Log;
    exc: Log;
    inh: Log;
    /** Of each step: its number, then v, g_e and g_i of every traced cell. */
    traces: Log;
    traced: readonly number[] = [];
    counts: Uint16Array = new Uint16Array(0);
    /** Step of the run at which this look began. */
    began = 0;
    /** Steps from there to the end of the run. */
    length = 0;
    /** Incremented at each beginning, so that readers know that what they have drawn is outdated. */
    version = 0;

    constructor() {
        this.input = new Log();
        this.exc = new Log();
        this.inh = new Log();
        this.traces = new Log(Float32Array);
    }

    resize(cells: number) {
        this.counts = new Uint16Array(cells);
        this.reset();
    }

    reset() {
        this.counts.fill(0);
        for (const log of [this.input, this.exc, this.inh, this.traces]) {
            log.length = 0;
        }
        this.version += 1;
    }

    add(frame: Frame) {
        this.began = frame.step - frame.lookStep;
        this.length = frame.total - this.began;
        this.input.push(frame.input);
        this.inh.push(frame.inh);
        this.exc.push(frame.exc);
        this.traced = frame.traced;
        this.traces.push(frame.traces);
        for (let at = 1; at < frame.exc.length; at += 2) {
            const cell = frame.exc[at] ?? 0;
            this.counts[cell] = (this.counts[cell] ?? 0) + 1;
        }
    }

    /** The cells of a digit that have spiked, those that spiked most first. */
    voters(labels: Int8Array, digit: number) {
        const cells = Array.from(this.counts, (spikes, cell) => ({ cell, spikes }));
        return cells
            .filter(({ cell, spikes }) => spikes > 0 && labels[cell] === digit)
            .sort((a, b) => b.spikes - a.spikes || a.cell - b.cell);
    }

    /** Steps for which membranes were recorded. */
    rows() {
        return this.traces.length / (1 + 3 * this.traced.length);
    }

    /**
     * The largest value that was recorded.
     * @param at which of the traced cells
     * @param what 0: v, 1: g_e, 2: g_i
     */
    peak(at: number, what: number) {
        const row = 1 + 3 * this.traced.length;
        let most = 0;
        for (let from = 0; at >= 0 && from < this.traces.length; from += row) {
            most = Math.max(most, this.traces.values[from + 1 + 3 * at + what] ?? 0);
        }
        return most;
    }

    /**
     * The membrane as it is now; null where it was not recorded.
     * @param at which of the traced cells
     */
    last(at: number) {
        const from = this.traces.length - 3 * (this.traced.length - at);
        if (at < 0 || from < 1) {
            return null;
        }
        const [v, g_e, g_i] = Array.from(this.traces.values.subarray(from, from + 3), Number);
        return { v: Number(v), g_e: Number(g_e), g_i: Number(g_i) };
    }
}
