/** The copy of the network that learns the same images with parts removed, and its accuracy. */

import type { Config } from '../../kit/config.ts';
import type { Part } from './break.ts';
import { without } from './break.ts';
import type { Point } from './store.ts';
import type { Workers } from './workers.ts';

export class BrokenCopy {
    learner: Workers['learner'];
    onCopy: (begins: boolean) => void;
    /** Parts removed. */
    parts: ReadonlySet<Part> = new Set();
    exists = false;
    points: readonly Point[] = [];

    constructor(learner: Workers['learner'], onCopy: (begins: boolean) => void) {
        this.learner = learner;
        this.onCopy = onCopy;
    }

    /**
     * Removes these parts from the copy and restores all others; creates the copy if there is none.
     * @param config of the whole network
     */
    async takeOut(parts: ReadonlySet<Part>, config: Config) {
        if (!this.exists) {
            // Announced before it exists, because its first frame contains all its fields.
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

    /** The copy is gone, along with its network. */
    forget() {
        this.parts = new Set();
        this.points = [];
        if (this.exists) {
            this.exists = false;
            this.onCopy(false);
        }
    }
}
