/** Watches over a network that learns: whether it still answers, and how it was when it last did. */

import type { Finding } from '../../../../pkg/stdp_digits.js';

/** So many images in a row without a spike, or with a spike of every cell, are enough to say so. */
export const IN_A_ROW = 50;

/** no cell fires any more; all cells fire at every image */
export type Ailment = 'silent' | 'loud';

export class Guard {
    crowd: number;
    silent = 0;
    loud = 0;
    /** The same of when it was last well. */
    good: Uint8Array;

    /**
     * @param enough spikes after which a look ends, 0: none are
     * @param good a model file of the network as it begins
     */
    constructor(cells: number, enough: number, good: Uint8Array) {
        // So few cells may all fire in good health.
        this.crowd = cells > Math.max(enough, 20) ? cells : Infinity;
        this.good = good;
    }

    /** @param spikes that an image earned */
    note(spikes: number) {
        this.silent = spikes === 0 ? this.silent + 1 : 0;
        this.loud = spikes >= this.crowd ? this.loud + 1 : 0;
    }

    get ailment(): Ailment | null {
        return this.silent >= IN_A_ROW ? 'silent' : this.loud >= IN_A_ROW ? 'loud' : null;
    }

    /** @param bytes of the network as it is; forgotten unless it is well */
    keep(bytes: Uint8Array) {
        if (this.silent === 0 && this.loud === 0) {
            this.good = bytes.slice();
        }
    }
}

/** The findings that explain each. */
const TELLING: Readonly<Record<Ailment, readonly Finding['kind'][]>> = {
    silent: ['shown-again', 'too-few-spikes', 'too-many-spikes'],
    loud: ['restless', 'alike', 'too-few-spikes', 'too-many-spikes'],
};

export const telling = (ailment: Ailment, findings: readonly Finding[]) =>
    findings.filter(({ kind }) => TELLING[ailment].includes(kind));
