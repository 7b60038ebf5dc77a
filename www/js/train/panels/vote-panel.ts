/** The drawing on the pad, and how the current network votes on it. */
import { html } from 'lit-html';
import type { Verdict } from '../../../../pkg/stdp_digits.js';
import type { Words } from '../../../words/en/train.ts';
import { ofImage } from '../../kit/picture.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Session } from '../run/session.ts';
import { Pad, pixelsOf } from './pad.ts';

const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

export class VotePanel {
    session: Session;
    onChange: () => void;
    pad: Pad;
    pixels: Uint8Array | null = null;
    verdict: Verdict | null = null;
    /** Images the network had learned from when it voted. */
    images = 0;
    turn = 0;

    constructor(session: Session, strings: Strings, onChange: () => void) {
        this.session = session;
        this.onChange = onChange;
        this.pad = new Pad(strings, () => this.#drawn());
    }

    /** @param number of a held-out image */
    async show(number: number) {
        const { session } = this;
        const pixels = await session.attempt(() => session.workers.evaluation.heldOut(number), session.words.noHeldOut);
        if (pixels) {
            this.pad.show(ofImage({ pixels, source: null, placing: '', digit: null }));
        }
    }

    async #drawn() {
        this.turn += 1;
        const { turn } = this;
        this.pixels = null;
        this.verdict = null;
        const pixels = await pixelsOf(this.pad.picture, this.session.workers.evaluation);
        if (turn === this.turn) {
            this.pixels = pixels;
            await this.vote();
        }
    }

    /** Votes again, because the network may have learned in the meantime. */
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

    panel(words: Words) {
        const { verdict } = this;
        const names = this.session.names ?? NUMERALS;
        const most = Math.max(1, ...(verdict?.votes ?? []));
        return html`<div class="ballot">
            <p class="ballot__answer" data-testid="train-answer" data-digit=${verdict?.digit ?? ''}>${verdict === null ? '' : verdict.digit === null ? '?' : names[verdict.digit]}</p>
            <p class="says" role="status">${this.pixels === null ? words.drawHere : verdict === null ? words.cannotVote : words.voted(verdict, String(names[verdict.digit ?? 0]))}</p>
            <ul class="ballot__votes" data-testid="train-votes" data-spikes=${verdict?.spikes ?? ''}>
                ${names.map(
                    (name, digit) =>
                        html`<li><span>${name}</span><progress max=${most} .value=${verdict?.votes[digit] ?? 0} aria-label=${words.votesFor(name)}></progress><span>${verdict?.votes[digit] ?? ''}</span></li>`,
                )}
            </ul>
            <p class="ballot__buttons">
                <button type="button" class="button" data-testid="train-clear" @click=${() => this.pad.clear()}>${words.clear}</button>
                <button type="button" class="button" data-testid="train-sample" @click=${() => this.show(Math.floor(Math.random() * (this.session.measured?.shown ?? 1)))}>${words.anyDigit}</button>
            </p>
        </div>`;
    }
}
