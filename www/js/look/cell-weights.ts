/** What only a close view of a cell needs: its weights, and the code that draws them. Both are loaded on first use. */

import type { Client } from './client.ts';

type Strokes = typeof import('./widgets/strokes.ts');

/** Number of cells per request: between two requests the network continues looking. */
const AT_ONCE = 8;

export class CellWeights {
    client: Pick<Client, 'simulation'>;
    weights = new Map<number, Float32Array>();
    strokes: Strokes | null = null;
    /** Cells that are on their way. */
    asked = new Set<number>();
    /** Cells to ask for. */
    next: number[] = [];
    turn: Promise<void> = Promise.resolve();
    /** Counts networks. */
    version = 0;

    constructor(client: Pick<Client, 'simulation'>) {
        this.client = client;
    }

    /** Another network: forgets the cells of the previous one. */
    reset() {
        this.version += 1;
        this.weights = new Map();
        this.asked.clear();
        this.next = [];
    }

    /**
     * Has the weights of cells and their painter fetched.
     * @returns whether they are there now
     */
    async want(cells: readonly number[]): Promise<boolean> {
        const { version } = this;
        for (const cell of cells) {
            if (!this.weights.has(cell) && !this.asked.has(cell)) {
                this.asked.add(cell);
                this.next.push(cell);
            }
        }
        this.turn = this.turn.then(
            () => this.#fetch(),
            () => this.#fetch(),
        );
        try {
            await this.turn;
            this.strokes ??= await import('./widgets/strokes.ts');
        } catch {
            // Without them, the distant view stays.
            return false;
        }
        return version === this.version && cells.every((cell) => this.weights.has(cell));
    }

    async #fetch() {
        const { version } = this;
        while (this.next.length > 0 && version === this.version) {
            const cells = this.next.splice(0, AT_ONCE);
            try {
                const all = await this.client.simulation.weights(Uint16Array.from(cells));
                if (version === this.version) {
                    cells.forEach((cell, at) => this.weights.set(cell, all.subarray(784 * at, 784 * (at + 1))));
                }
            } finally {
                cells.forEach((cell) => this.asked.delete(cell));
            }
        }
    }
}
