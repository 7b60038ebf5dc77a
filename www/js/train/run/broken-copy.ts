/** The copy of the network that learns the same images beside it with parts taken out, and what it is worth. */

import type { Config } from '../../kit/config.ts';
import type { Part } from './break.ts';
import { without } from './break.ts';
import type { Point } from './store.ts';
import type { Workers } from './workers.ts';

export class BrokenCopy {
    learner: Workers['learner'];
    onCopy: (begins: boolean) => void;
    /** What is taken out. */
    parts: ReadonlySet<Part> = new Set();
    exists = false;
    points: readonly Point[] = [];

    constructor(learner: Workers['learner'], onCopy: (begins: boolean) => void) {
        this.learner = learner;
        this.onCopy = onCopy;
    }

    /**
     * Takes these parts out of it and puts all others back; makes the copy where there is none.
     * @param config of the whole network
     */
    async takeOut(parts: ReadonlySet<Part>, config: Config) {
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
