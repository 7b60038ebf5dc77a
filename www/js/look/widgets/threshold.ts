/** How sure the network must be before it answers: a slider, with coverage and accuracy at each position. */
import { find } from '../../kit/dom.ts';
import type { Strings } from '../../shell/strings.ts';
import type { NetworkInfo } from '../protocol.ts';

type Measured = { threshold: number; answered: number; correct: number };

/** Coverage and accuracy at a threshold; none in older models. */
export function worth(
    info: NetworkInfo | null,
    percent: number,
): { answered: number; correct: number; images: number } | null {
    const { images = 0, thresholds = [] } = info?.metadata.accuracy ?? {};
    const at = (thresholds as Measured[]).find(({ threshold }) => Math.round(threshold * 100) === percent);
    return at && images > 0 ? { answered: at.answered, correct: at.correct, images } : null;
}

export class Threshold {
    strings: Strings;
    slider: HTMLInputElement;
    now: HTMLElement;
    words: HTMLElement;
    percent = 0;
    info: NetworkInfo | null = null;

    constructor(strings: Strings, onSet: (percent: number) => void) {
        this.strings = strings;
        this.slider = find('threshold') as HTMLInputElement;
        this.now = find('threshold-now');
        this.words = find('threshold-measured');
        this.slider.addEventListener('input', () => onSet(Number(this.slider.value)));
    }

    show(percent: number) {
        this.percent = percent;
        this.#say();
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.#say();
    }

    #say() {
        const { strings, percent, info } = this;
        const found = worth(info, percent);
        this.slider.value = String(percent);
        this.slider.setAttribute('aria-valuetext', strings.percent(percent / 100));
        this.now.textContent = strings.percent(percent / 100);
        const words =
            info === null
                ? ''
                : found === null
                  ? strings.thresholdUnmeasured
                  : strings.thresholdMeasured(found.answered, found.correct, found.images);
        if (this.words.textContent !== words) {
            this.words.textContent = words;
        }
    }
}
