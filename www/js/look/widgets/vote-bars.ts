/** Ten heaps of ballots, one for each digit: a ballot for every spike of a cell that stands for it. */

import type { Strings } from '../../shell/strings.ts';
import { indexOfLargest } from '../narrate.ts';

/** The top of the scale grows by doubling, so that the heaps do not shrink with every spike. */
const SMALLEST_SCALE = 10;
/** The highest heap leaves room for its number. */
const FULL = 0.85;

export function scaleFor(most: number) {
    let scale = SMALLEST_SCALE;
    while (scale * FULL < most) {
        scale *= 2;
    }
    return scale;
}

/** One spike of one cell. */
export interface Ballot {
    cell: number;
    digit: number;
    /** of the run */
    step: number;
    /** ms since the look began */
    at: number;
}

interface Heap {
    place: HTMLLIElement;
    item: HTMLButtonElement;
    ballots: HTMLElement;
    count: HTMLSpanElement;
    spoken: HTMLSpanElement;
}

export class VoteBars {
    onAsk: (digit: number) => void;
    onBallot: (ballot: Ballot) => void;
    list: HTMLElement;
    top: HTMLElement;
    strings: Strings;
    shown: number[];
    heaps: Heap[];

    /** @param top says how high the scale is */
    constructor(
        list: HTMLElement,
        top: HTMLElement,
        strings: Strings,
        {
            onAsk,
            onBallot,
        }: {
            /** why there are votes for a digit */
            onAsk: (digit: number) => void;
            onBallot: (ballot: Ballot) => void;
        },
    ) {
        this.onAsk = onAsk;
        this.onBallot = onBallot;
        this.list = list;
        this.top = top;
        this.strings = strings;
        this.shown = Array.from({ length: 10 }, () => -1);
        this.heaps = this.shown.map((_, digit) => this.#heap(digit));
        list.replaceChildren(...this.heaps.map(({ place }) => place));
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
        this.list.style.setProperty('--scale', String(scale));
        this.heaps.forEach(({ item, count, spoken }, digit) => {
            const spikes = votes[digit] ?? 0;
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

    /** Forgets all ballots. */
    clear() {
        for (const { ballots } of this.heaps) {
            ballots.replaceChildren();
        }
    }

    /** @param still they lie there at once */
    cast(ballots: readonly Ballot[], still: boolean) {
        for (const ballot of ballots) {
            const block = document.createElement('button');
            block.type = 'button';
            block.className = still ? 'ballot' : 'ballot ballot--comes';
            block.tabIndex = -1;
            block.dataset.testid = 'ballot';
            block.dataset.voter = String(ballot.cell);
            block.dataset.step = String(ballot.step);
            block.title = this.strings.ballot(ballot.cell, ballot.digit, ballot.at);
            block.ariaLabel = block.title;
            block.addEventListener('click', () => this.onBallot(ballot));
            this.heaps[ballot.digit]?.ballots.append(block);
        }
    }

    /** @param asked the digit that is being explained */
    explain(asked: number | null) {
        this.heaps.forEach(({ item }, digit) => item.setAttribute('aria-expanded', String(digit === asked)));
    }

    #heap(digit: number): Heap {
        const place = document.createElement('li');
        place.className = 'heap';
        place.dataset.digit = String(digit);
        const part = (name: string, parent: HTMLElement, text = '') => {
            const element = document.createElement('span');
            element.className = name;
            element.textContent = text;
            parent.append(element);
            return element;
        };
        const track = document.createElement('div');
        track.className = 'vote__track';
        track.addEventListener('click', (event) => event.target === track && this.onAsk(digit));
        const ballots = document.createElement('div');
        ballots.className = 'ballots';
        track.append(ballots);
        const count = part('vote__count', track);
        count.ariaHidden = 'true';
        const item = document.createElement('button');
        item.type = 'button';
        item.className = 'vote';
        item.setAttribute('aria-expanded', 'false');
        item.setAttribute('aria-controls', 'why');
        item.addEventListener('click', () => this.onAsk(digit));
        item.dataset.testid = `vote-${digit}`;
        item.dataset.digit = String(digit);
        const spoken = part('spoken', item);
        part('vote__digit', item, String(digit)).ariaHidden = 'true';
        place.append(track, item);
        return { place, item, ballots, count, spoken };
    }
}
