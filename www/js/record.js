/** What has happened in this look so far: every spike, in order, and how often each cell spiked. */

/** Numbers that only grow in number, without a new array for each. */
export class Log {
    constructor() {
        this.values = new Uint32Array(4096);
        this.length = 0;
    }

    /** @param {Uint32Array} more */
    push(more) {
        if (this.length + more.length > this.values.length) {
            const larger = new Uint32Array(2 * (this.length + more.length));
            larger.set(this.values.subarray(0, this.length));
            this.values = larger;
        }
        this.values.set(more, this.length);
        this.length += more.length;
    }
}

export class Look {
    constructor() {
        this.input = new Log();
        this.exc = new Log();
        this.inh = new Log();
        this.counts = new Uint16Array(0);
        /** Step of the run at which this look began. */
        this.began = 0;
        /** Steps from there to the end of the run. */
        this.length = 0;
        /** Grows with each beginning, so that readers know that what they have drawn is void. */
        this.version = 0;
    }

    /** @param {number} cells */
    resize(cells) {
        this.counts = new Uint16Array(cells);
        this.reset();
    }

    reset() {
        this.counts.fill(0);
        for (const log of [this.input, this.exc, this.inh]) {
            log.length = 0;
        }
        this.version += 1;
    }

    /** @param {import('./protocol.js').Frame} frame */
    add(frame) {
        this.began = frame.step - frame.lookStep;
        this.length = frame.total - this.began;
        this.input.push(frame.input);
        this.inh.push(frame.inh);
        this.exc.push(frame.exc);
        for (let at = 1; at < frame.exc.length; at += 2) {
            const cell = Number(frame.exc[at]);
            this.counts[cell] = Number(this.counts[cell]) + 1;
        }
    }

    /**
     * The cells of a digit that have spiked, those that spiked most first.
     * @param {Int8Array} labels
     * @param {number} digit
     */
    voters(labels, digit) {
        const cells = Array.from(this.counts, (spikes, cell) => ({ cell, spikes }));
        return cells.filter(({ cell, spikes }) => spikes > 0 && labels[cell] === digit).sort((a, b) => b.spikes - a.spikes || a.cell - b.cell);
    }
}
