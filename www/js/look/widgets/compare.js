/** Two networks on one drawing, side by side: of each digit, the spikes of either and how likely either finds it. */
import { whyNot } from '../narrate.js';
import { find } from '../../kit/dom.js';
import { scaleFor } from './vote-bars.js';

/** @typedef {import('../protocol.js').Verdict} Verdict */
/** @typedef {import('../protocol.js').Frame} Frame */

/** Of the columns, from left to right: the second network's mirror the first's. */
const WIDTHS = ['share', 'spikes', 'bars', 'digit', 'bars', 'spikes', 'share'];
/** Later than any presentation ends. */
const END = 0xffff_ffff;

/**
 * @typedef {object} Asked
 * @property {import('../client.js').Client} client
 * @property {import('../session.js').Session} session
 * @property {import('../../shell/state.js').State} state
 * @property {import('../../shell/strings.js').Strings} strings
 */

export class Compare {
    /**
     * @param {HTMLElement} place
     * @param {Asked} parts
     */
    constructor(place, { client, session, state, strings }) {
        this.place = place;
        this.client = client;
        this.session = session;
        this.state = state;
        this.strings = strings;
        /** The second network. */
        this.info = { neurons: 0, frontEnd: /** @type {import('../protocol.js').FrontEnd} */ ('edges') };
        this.asking = false;
        /** @type {Frame | null} */
        this.next = null;
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
        head.append(/** @type {Node} */ (this.heads[0]), corner, /** @type {Node} */ (this.heads[1]));
        const body = table.createTBody();
        this.rows = Array.from({ length: 10 }, (_, digit) => row(body, digit));
        this.says = document.createElement('p');
        this.says.dataset.testid = 'compare-says';
        place.replaceChildren(table, this.says);
    }

    /** @param {import('../protocol.js').SecondInfo} info */
    begin(info) {
        this.info = info;
        this.caption.textContent = this.strings.compareCaption;
        this.clear();
        if (this.session.now) {
            this.follow(this.session.now);
        }
    }

    clear() {
        /** @type {Verdict} */
        const nothing = { digit: null, votes: Array(10).fill(0), spikes: 0, evidence: Array(10).fill(0) };
        this.#show(nothing, nothing, false);
    }

    /**
     * The second network at the same step. One question at a time; of those that come meanwhile, the last.
     * @param {Frame} frame
     */
    async follow(frame) {
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
            const glance = await this.client.glance(shown, step, this.state.values.threshold / 100).catch(() => null);
            if (glance && shown.run === this.session.shown?.run) {
                this.#show(now.verdict, glance.verdict, now.phase === 'done' && glance.done);
            }
        }
        this.asking = false;
    }

    /**
     * @param {Verdict} first
     * @param {Verdict} second
     * @param {boolean} done
     */
    #show(first, second, done) {
        const { strings } = this;
        const scale = scaleFor(Math.max(...first.votes, ...second.votes));
        const both = [first, second];
        this.rows.forEach(({ item, sides }, digit) => {
            item.classList.toggle('duel__row--answer', done && both.some((verdict) => verdict.digit === digit));
            both.forEach(({ votes, evidence, digit: answer }, at) => {
                const { spikes, bar, share } = /** @type {ReturnType<typeof side>} */ (sides[at]);
                spikes.textContent = String(votes[digit] ?? 0);
                bar.style.transform = `scaleX(${Number(votes[digit]) / scale})`;
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
            const head = /** @type {HTMLElement} */ (this.heads[at]);
            head.textContent = strings.duelHead(neurons, done ? (answer === null ? '?' : String(answer)) : '…', apart ? frontEnd : '');
            head.dataset.digit = done && answer !== null ? String(answer) : '';
        });
        this.says.textContent = done ? strings.duel(first.digit, second.digit, both.map((verdict) => whyNot(verdict, strings))) : '';
    }
}

/**
 * @param {HTMLTableSectionElement} body
 * @param {number} digit
 */
function row(body, digit) {
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
    return { share: /** @type {HTMLElement} */ (share), spikes: /** @type {HTMLElement} */ (spikes), track: /** @type {HTMLElement} */ (track), bar };
}

/** @param {Asked} parts */
export function open(parts) {
    return new Compare(find('compare'), parts);
}
