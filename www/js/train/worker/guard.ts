/** Watches a learning network: whether it still responds, and its last healthy state. */

import type { Finding } from '../../../../pkg/stdp_digits.js';

/** It is ill after this many images in a row without a spike, or with a spike for every cell. */
export const IN_A_ROW = 50;

/** Silent: no cell fires any more. Loud: all cells fire at every image. */
export type Ailment = 'silent' | 'loud';

export class Guard {
    crowd: number;
    silent = 0;
    loud = 0;
    /** Model file of the last healthy state. */
    good: Uint8Array;

    /**
     * @param enough spikes after which a look ends, 0: it never ends early
     * @param good a model file of the initial network
     */
    constructor(cells: number, enough: number, good: Uint8Array) {
        // In a network this small, all cells may fire without anything being wrong.
        this.crowd = cells > Math.max(enough, 20) ? cells : Infinity;
        this.good = good;
    }

    /** @param spikes caused by an image */
    note(spikes: number) {
        this.silent = spikes === 0 ? this.silent + 1 : 0;
        this.loud = spikes >= this.crowd ? this.loud + 1 : 0;
    }

    get ailment(): Ailment | null {
        return this.silent >= IN_A_ROW ? 'silent' : this.loud >= IN_A_ROW ? 'loud' : null;
    }

    /** @param bytes of the current network; ignored unless it is healthy */
    keep(bytes: Uint8Array) {
        if (this.silent === 0 && this.loud === 0) {
            this.good = bytes.slice();
        }
    }
}

/** The findings that may explain each ailment. */
const TELLING: Readonly<Record<Ailment, readonly Finding['kind'][]>> = {
    silent: ['shown-again', 'too-few-spikes', 'too-many-spikes'],
    loud: ['restless', 'alike', 'too-few-spikes', 'too-many-spikes'],
};

export const telling = (ailment: Ailment, findings: readonly Finding[]) =>
    findings.filter(({ kind }) => TELLING[ailment].includes(kind));
