/** The network as a link: its length, and the accuracy lost with four bits per weight. */
import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { toClipboard } from '../../kit/copy.ts';
import type { Made } from '../run/brain.ts';
import { spellBrain } from '../run/brain.ts';
import type { Session } from '../run/session.ts';

export class BrainLink {
    session: Session;
    onChange: () => void;
    made: Made | null = null;
    busy = false;
    copied = false;

    constructor(session: Session, onChange: () => void) {
        this.session = session;
        this.onChange = onChange;
    }

    /** Drops the link, because the network has changed. */
    forget() {
        this.made = null;
    }

    async make() {
        const { session } = this;
        const { measured } = session;
        if (measured === null) {
            return;
        }
        this.busy = true;
        this.onChange();
        const packed = await session.workers.evaluation.pack();
        const bytes = await session.workers.evaluation.unpack(packed);
        const { correct, shown } = await session.workers.evaluation.measure(bytes, false);
        const address = new URL(location.href);
        address.hash = `view=train&brain=${await spellBrain(packed)}`;
        this.made = { link: address.href, correct, shown, before: measured.correct };
        this.busy = false;
        this.copied = await toClipboard(address.href);
        this.onChange();
    }

    panel(words: Words) {
        const { made, busy, copied } = this;
        return html`<h3>${words.brainTitle}</h3>
            <p class="says">${words.brainText}</p>
            <button type="button" class="button" data-testid="brain-link" ?disabled=${!this.session.settled || busy} @click=${() => this.make()}>${words.brainButton}</button>
            ${
                made === null
                    ? nothing
                    : html`<p role="status" data-testid="brain-made" data-letters=${made.link.length} data-accuracy=${made.correct / made.shown}>${words.brainMade(made, copied)}</p>
                      <label class="control">${words.brainAddress}<input data-testid="brain-address" type="text" readonly .value=${made.link} /></label>`
            }`;
    }
}
