/** Two networks on one drawing, side by side: of each digit, the spikes of either and how likely either finds it. */

import type { Verdict } from '../../../../pkg/stdp_digits.js';
import { find } from '../../kit/dom.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { State } from '../../shell/state.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Client } from '../client.ts';
import { whyNot } from '../narrate.ts';
import type { Frame, SecondInfo } from '../protocol.ts';
import type { Session } from '../session.ts';
import { scaleFor } from './vote-bars.ts';

/** Of the columns, from left to right: the second network's mirror the first's. */
const WIDTHS = ['share', 'spikes', 'bars', 'digit', 'bars', 'spikes', 'share'];
/** Later than any presentation ends. */
const END = 0xffff_ffff;

export interface Asked {
    client: Client;
    session: Session;
    state: State;
    strings: Strings;
}

export class Compare {
    place: HTMLElement;
    client: Client;
    session: Session;
    state: State;
    strings: Strings;
    /** The second network. */
    info: { neurons: number; frontEnd: FrontEnd };
    asking = false;
    next: Frame | null = null;
    caption: HTMLTableCaptionElement;
    heads: HTMLTableCellElement[];
    rows: {
        item: HTMLTableRowElement;
        sides: { share: HTMLElement; spikes: HTMLElement; track: HTMLElement; bar: HTMLSpanElement }[];
    }[];
    says: HTMLParagraphElement;

    constructor(place: HTMLElement, { client, session, state, strings }: Asked) {
        this.place = place;
        this.client = client;
        this.session = session;
        this.state = state;
        this.strings = strings;
        this.info = { neurons: 0, frontEnd: 'edges' as FrontEnd };
        const table = document.createElement('table');
        table.className = 'duel';
        this.caption = table.createCaption();
        for (const width of WIDTHS) {
            const column = document.createElement('col');
            column.className = `duel__${width}`;
            table.append(column);
        }
        this.heads = [0, 1].map(() => document.createElement('th'));
        const head = table.createTHead().insertRow();
        const corner = document.createElement('th');
        corner.scope = 'col';
        corner.textContent = strings.tableDigit;
        this.heads.forEach((cell) => {
            cell.scope = 'colgroup';
            cell.colSpan = 3;
        });
        head.append(this.heads[0] as Node, corner, this.heads[1] as Node);
        const body = table.createTBody();
        this.rows = Array.from({ length: 10 }, (_, digit) => row(body, digit));
        this.says = document.createElement('p');
        this.says.dataset.testid = 'compare-says';
        place.replaceChildren(table, this.says);
    }

    begin(info: SecondInfo) {
        this.info = info;
        this.caption.textContent = this.strings.compareCaption;
        this.clear();
        if (this.session.now) {
            this.follow(this.session.now);
        }
    }

    clear() {
        const nothing: Verdict = { digit: null, votes: Array(10).fill(0), spikes: 0, evidence: Array(10).fill(0) };
        this.#show(nothing, nothing, false);
    }

    /** The second network at the same step. One question at a time; of those that come meanwhile, the last. */
    async follow(frame: Frame) {
        this.next = frame;
        if (this.asking) {
            return;
        }
        this.asking = true;
        while (this.next) {
            const now = this.next;
            const { shown } = this.session;
            this.next = null;
            if (shown?.run !== now.run) {
                continue;
            }
            const step = now.phase === 'done' ? END : now.step;
            const second = await this.client.simulation
                .secondVerdict(shown, step, this.state.values.threshold / 100)
                .catch(() => null);
            if (second && shown.run === this.session.shown?.run) {
                this.#show(now.verdict, second.verdict, now.phase === 'done' && second.done);
            }
        }
        this.asking = false;
    }

    #show(first: Verdict, second: Verdict, done: boolean) {
        const { strings } = this;
        const scale = scaleFor(Math.max(...first.votes, ...second.votes));
        const both = [first, second];
        this.rows.forEach(({ item, sides }, digit) => {
            item.classList.toggle('duel__row--answer', done && both.some((verdict) => verdict.digit === digit));
            both.forEach(({ votes, evidence, digit: answer }, at) => {
                const { spikes, bar, share } = sides[at] as ReturnType<typeof side>;
                spikes.textContent = String(votes[digit] ?? 0);
                bar.style.transform = `scaleX(${(votes[digit] ?? 0) / scale})`;
                share.textContent = done ? strings.share(evidence[digit] ?? 0) : '–';
                for (const cell of [spikes, share]) {
                    cell.classList.toggle('duel--answer', done && answer === digit);
                }
            });
        });
        const infos = [this.session.info ?? { neurons: 0, frontEnd: this.info.frontEnd }, this.info];
        // What they see is said where that is what sets them apart.
        const apart = infos[0]?.frontEnd !== infos[1]?.frontEnd;
        infos.forEach(({ neurons, frontEnd }, at) => {
            const verdict = both[at];
            const answer = verdict?.digit ?? null;
            const head = this.heads[at] as HTMLElement;
            head.textContent = strings.duelHead(
                neurons,
                done ? (answer === null ? '?' : String(answer)) : '…',
                apart ? frontEnd : '',
            );
            head.dataset.digit = done && answer !== null ? String(answer) : '';
        });
        this.says.textContent = done
            ? strings.duel(
                  first.digit,
                  second.digit,
                  both.map((verdict) => whyNot(verdict, strings)),
              )
            : '';
    }
}

function row(body: HTMLTableSectionElement, digit: number) {
    const item = body.insertRow();
    const name = document.createElement('th');
    const sides = [side(), side()];
    item.className = 'duel__row';
    item.dataset.digit = String(digit);
    name.scope = 'row';
    name.textContent = String(digit);
    const [left, right] = sides;
    if (left && right) {
        item.append(left.share, left.spikes, left.track, name, right.track, right.spikes, right.share);
    }
    return { item, sides };
}

function side() {
    const [share, spikes, track] = [0, 1, 2].map(() => document.createElement('td'));
    const bar = document.createElement('span');
    bar.className = 'duel__bar';
    track?.append(bar);
    return { share: share as HTMLElement, spikes: spikes as HTMLElement, track: track as HTMLElement, bar };
}

export function open(parts: Asked) {
    return new Compare(find('compare'), parts);
}
