/** The copy of the network that learns the same images beside it with parts taken out, and what it is worth. */
import { without } from './break.js';

/** @typedef {import('./break.js').Part} Part */

export class BrokenCopy {
    /**
     * @param {import('./crew.js').Crew['learner']} learner
     * @param {(begins: boolean) => void} onCopy
     */
    constructor(learner, onCopy) {
        this.learner = learner;
        this.onCopy = onCopy;
        /** What is taken out. @type {ReadonlySet<Part>} */
        this.parts = new Set();
        this.exists = false;
        /** @type {readonly import('./store.js').Point[]} */
        this.points = [];
    }

    /**
     * Takes these parts out of it and puts all others back; makes the copy where there is none.
     * @param {ReadonlySet<Part>} parts
     * @param {Record<string, any>} config of the whole network
     */
    async takeOut(parts, config) {
        if (!this.exists) {
            // Before it is there, for its first frame holds all of its fields.
            this.exists = true;
            this.onCopy(true);
        }
        await this.learner.breakCopy(without(config, parts));
        this.parts = parts;
    }

    async end() {
        await this.learner.breakCopy(null);
        this.forget();
    }

    /** It went with its network. */
    forget() {
        this.parts = new Set();
        this.points = [];
        if (this.exists) {
            this.exists = false;
            this.onCopy(false);
        }
    }
}
