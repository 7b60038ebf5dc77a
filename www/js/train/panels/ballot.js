/** What lies on the pad, and how the network as it is now votes on it. */
import { html } from 'lit-html';
import { ofImage } from '../../kit/picture.js';
import { Pad, pixelsOf } from './pad.js';

/** @typedef {import('../../look/protocol.js').Verdict} Verdict */
/** @typedef {import('../words-en.js').Words} Words */

const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

export class Ballot {
    /**
     * @param {import('../run/session.js').Session} session
     * @param {import('../../shell/strings.js').Strings} strings
     * @param {() => void} onChange
     */
    constructor(session, strings, onChange) {
        this.session = session;
        this.onChange = onChange;
        this.pad = new Pad(strings, () => this.#drawn());
        /** @type {Uint8Array | null} */
        this.pixels = null;
        /** @type {Verdict | null} */
        this.verdict = null;
        /** Learned from when it voted. */
        this.images = 0;
        this.turn = 0;
    }

    /** @param {number} number of a held-out image */
    async show(number) {
        const { session } = this;
        const pixels = await session.attempt(() => session.crew.judge.heldOut(number), session.words.noHeldOut);
        if (pixels) {
            this.pad.show(ofImage({ pixels, source: null, placing: '', digit: null }));
        }
    }

    async #drawn() {
        const turn = (this.turn += 1);
        this.pixels = null;
        this.verdict = null;
        const pixels = await pixelsOf(this.pad.picture, this.session.crew.judge);
        if (turn === this.turn) {
            this.pixels = pixels;
            await this.vote();
        }
    }

    /** Again, for the network has learned meanwhile. */
    async vote() {
        if (this.pixels !== null) {
            const { pixels } = this;
            const verdict = await this.session.vote(pixels, 2015).catch(() => null);
            if (pixels === this.pixels) {
                this.verdict = verdict;
                this.images = this.session.frame?.images ?? 0;
            }
        }
        this.onChange();
    }

    /** @param {Words} words */
    panel(words) {
        const { verdict } = this;
        const names = this.session.names ?? NUMERALS;
        const most = Math.max(1, ...(verdict?.votes ?? []));
        return html`<div class="ballot">
            <p class="ballot__answer" data-testid="train-answer" data-digit=${verdict?.digit ?? ''}>${verdict === null ? '' : verdict.digit === null ? '?' : names[verdict.digit]}</p>
            <p class="says" role="status">${this.pixels === null ? words.drawHere : verdict === null ? words.cannotVote : words.voted(verdict, String(names[verdict.digit ?? 0]))}</p>
            <ul class="ballot__votes" data-testid="train-votes" data-spikes=${verdict?.spikes ?? ''}>
                ${names.map(
                    (name, digit) => html`<li><span>${name}</span><progress max=${most} .value=${verdict?.votes[digit] ?? 0} aria-label=${words.votesFor(name)}></progress><span>${verdict?.votes[digit] ?? ''}</span></li>`,
                )}
            </ul>
            <p class="ballot__buttons">
                <button type="button" class="button" data-testid="train-clear" @click=${() => this.pad.clear()}>${words.clear}</button>
                <button type="button" class="button" data-testid="train-sample" @click=${() => this.show(Math.floor(Math.random() * (this.session.measured?.shown ?? 1)))}>${words.anyDigit}</button>
            </p>
        </div>`;
    }
}
