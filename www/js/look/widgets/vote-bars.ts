/** Ten bars, one spike high per vote. */

import type { Strings } from '../../shell/strings.ts';
import { indexOfLargest } from '../narrate.ts';

/** The top of the scale grows by doubling, so that the bars do not shrink with every spike. */
const SMALLEST_SCALE = 10;
/** The tallest bar leaves room for its number. */
const FULL = 0.85;

export function scaleFor(most: number) {
    let scale = SMALLEST_SCALE;
    while (scale * FULL < most) {
        scale *= 2;
    }
    return scale;
}

export class VoteBars {
    onAsk: (digit: number) => void;
    list: HTMLElement;
    top: HTMLElement;
    strings: Strings;
    shown: number[];
    bars: {
        place: HTMLLIElement;
        item: HTMLButtonElement;
        column: HTMLSpanElement;
        count: HTMLSpanElement;
        spoken: HTMLSpanElement;
    }[];

    /** @param top says how high the scale is */
    constructor(list: HTMLElement, top: HTMLElement, strings: Strings, onAsk: (digit: number) => void) {
        this.onAsk = onAsk;
        this.list = list;
        this.top = top;
        this.strings = strings;
        this.shown = Array.from({ length: 10 }, () => -1);
        this.bars = this.shown.map((_, digit) => this.#bar(digit));
        list.replaceChildren(...this.bars.map(({ place }) => place));
        this.update(
            this.shown.map(() => 0),
            null,
        );
    }

    /** @param answer the digit decided upon */
    update(votes: readonly number[], answer: number | null) {
        const leader = indexOfLargest(votes);
        const most = votes[leader] ?? 0;
        const scale = scaleFor(most);
        this.top.textContent = `${scale} ${this.strings.votesUnit}`;
        this.bars.forEach(({ item, column, count, spoken }, digit) => {
            const spikes = votes[digit] ?? 0;
            column.style.transform = `scaleY(${spikes / scale})`;
            count.style.transform = `translateY(${-100 * (spikes / scale)}%)`;
            item.classList.toggle('vote--leads', spikes > 0 && spikes === most);
            item.classList.toggle('vote--answer', digit === answer);
            if (spikes !== this.shown[digit]) {
                this.shown[digit] = spikes;
                item.dataset.spikes = String(spikes);
                count.dataset.count = spikes > 0 ? String(spikes) : '';
                spoken.textContent = this.strings.vote(digit, spikes);
            }
        });
    }

    /** @param asked the digit that is being explained */
    explain(asked: number | null) {
        this.bars.forEach(({ item }, digit) => item.setAttribute('aria-expanded', String(digit === asked)));
    }

    #bar(digit: number) {
        const place = document.createElement('li');
        const item = document.createElement('button');
        place.append(item);
        item.type = 'button';
        item.className = 'vote';
        item.setAttribute('aria-expanded', 'false');
        item.setAttribute('aria-controls', 'why');
        item.addEventListener('click', () => this.onAsk(digit));
        item.dataset.testid = `vote-${digit}`;
        item.dataset.digit = String(digit);
        const part = (name: string, parent: HTMLElement, text = '') => {
            const element = document.createElement('span');
            element.className = name;
            element.textContent = text;
            parent.append(element);
            return element;
        };
        const spoken = part('spoken', item);
        const track = part('vote__track', item);
        track.ariaHidden = 'true';
        const column = part('vote__column', track);
        const count = part('vote__count', track);
        part('vote__digit', item, String(digit)).ariaHidden = 'true';
        return { place, item, column, count, spoken };
    }
}
