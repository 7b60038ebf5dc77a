/** Watches over a network that learns: whether it still answers, and how it was when it last did. */

/** So many images in a row without a spike, or with a spike of every cell, are enough to say so. */
export const IN_A_ROW = 50;

/** @typedef {'silent' | 'loud'} Ailment  no cell fires any more; all cells fire at every image */

export class Guard {
    /**
     * @param {number} cells
     * @param {number} enough    spikes after which a look ends, 0: none are
     * @param {Uint8Array} good  a model file of the network as it begins
     */
    constructor(cells, enough, good) {
        // So few cells may all fire in good health.
        this.crowd = cells > Math.max(enough, 20) ? cells : Infinity;
        this.silent = 0;
        this.loud = 0;
        /** The same of when it was last well. */
        this.good = good;
    }

    /** @param {number} spikes that an image earned */
    note(spikes) {
        this.silent = spikes === 0 ? this.silent + 1 : 0;
        this.loud = spikes >= this.crowd ? this.loud + 1 : 0;
    }

    /** @returns {Ailment | null} */
    get ailment() {
        return this.silent >= IN_A_ROW ? 'silent' : this.loud >= IN_A_ROW ? 'loud' : null;
    }

    /** @param {Uint8Array} bytes of the network as it is; forgotten unless it is well */
    keep(bytes) {
        if (this.silent === 0 && this.loud === 0) {
            this.good = bytes.slice();
        }
    }
}

/** What the library says of each, among all that it finds. @type {Readonly<Record<Ailment, RegExp>>} */
const TELLING = {
    silent: /shown again|spikes an image/,
    loud: /fire without input|learned the same|spikes an image/,
};

/**
 * @param {Ailment} ailment
 * @param {readonly string[]} findings of the library
 */
export const telling = (ailment, findings) => findings.filter((finding) => TELLING[ailment].test(finding));
