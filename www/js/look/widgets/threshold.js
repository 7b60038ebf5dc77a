/** How sure the network must be before it answers: a slider, and what was measured of each of its places. */
import { find } from '../../kit/dom.js';

/** @typedef {import('../../shell/strings.js').Strings} Strings */
/** @typedef {{ threshold: number, answered: number, correct: number }} Measured */

/**
 * What was measured at a threshold; none in models of before this was measured.
 * @param {import('../protocol.js').NetworkInfo | null} info
 * @param {number} percent
 * @returns {{ answered: number, correct: number, images: number } | null}
 */
export function worth(info, percent) {
    const { images = 0, thresholds = [] } = info?.metadata.accuracy ?? {};
    const at = /** @type {Measured[]} */ (thresholds).find(({ threshold }) => Math.round(threshold * 100) === percent);
    return at && images > 0 ? { answered: at.answered, correct: at.correct, images } : null;
}

export class Threshold {
    /**
     * @param {Strings} strings
     * @param {(percent: number) => void} onSet
     */
    constructor(strings, onSet) {
        this.strings = strings;
        this.slider = /** @type {HTMLInputElement} */ (find('threshold'));
        this.now = find('threshold-now');
        this.words = find('threshold-measured');
        this.slider.addEventListener('input', () => onSet(Number(this.slider.value)));
        this.percent = 0;
        /** @type {import('../protocol.js').NetworkInfo | null} */
        this.info = null;
    }

    /** @param {number} percent */
    show(percent) {
        this.percent = percent;
        this.#say();
    }

    /** @param {import('../protocol.js').NetworkInfo} info */
    update(info) {
        this.info = info;
        this.#say();
    }

    #say() {
        const { strings, percent, info } = this;
        const found = worth(info, percent);
        this.slider.value = String(percent);
        this.slider.setAttribute('aria-valuetext', strings.percent(percent / 100));
        this.now.textContent = strings.percent(percent / 100);
        const words = info === null ? '' : found === null ? strings.thresholdUnmeasured : strings.thresholdMeasured(found.answered, found.correct, found.images);
        if (this.words.textContent !== words) {
            this.words.textContent = words;
        }
    }
}
