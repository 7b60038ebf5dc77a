/** What only a near view of a cell needs: its weights, and who draws them. Both come when they are first asked for. */

/** @typedef {typeof import('./widgets/strokes.js')} Strokes */

/** So many cells are asked for at once: between two such calls the network goes on looking. */
const AT_ONCE = 8;

export class Near {
    /** @param {{ weights: (cells: Uint16Array) => Promise<Float32Array> }} client */
    constructor(client) {
        this.client = client;
        /** @type {Map<number, Float32Array>} */
        this.weights = new Map();
        /** @type {Strokes | null} */
        this.strokes = null;
        /** Cells that are on their way. @type {Set<number>} */
        this.asked = new Set();
        /** Cells to ask for. @type {number[]} */
        this.next = [];
        /** @type {Promise<void>} */
        this.turn = Promise.resolve();
        /** Counts networks. */
        this.version = 0;
    }

    /** Another network: what is known is of other cells. */
    reset() {
        this.version += 1;
        this.weights = new Map();
        this.asked.clear();
        this.next = [];
    }

    /**
     * Has the weights of cells and their painter fetched.
     * @param {readonly number[]} cells
     * @returns {Promise<boolean>} whether they are there now
     */
    async want(cells) {
        const { version } = this;
        for (const cell of cells) {
            if (!this.weights.has(cell) && !this.asked.has(cell)) {
                this.asked.add(cell);
                this.next.push(cell);
            }
        }
        this.turn = this.turn.then(() => this.#fetch(), () => this.#fetch());
        try {
            await this.turn;
            this.strokes ??= await import('./widgets/strokes.js');
        } catch {
            // Without them what is seen from afar stays.
            return false;
        }
        return version === this.version && cells.every((cell) => this.weights.has(cell));
    }

    async #fetch() {
        const { version } = this;
        while (this.next.length > 0 && version === this.version) {
            const cells = this.next.splice(0, AT_ONCE);
            try {
                const all = await this.client.weights(Uint16Array.from(cells));
                if (version === this.version) {
                    cells.forEach((cell, at) => this.weights.set(cell, all.subarray(784 * at, 784 * (at + 1))));
                }
            } finally {
                cells.forEach((cell) => this.asked.delete(cell));
            }
        }
    }
}
