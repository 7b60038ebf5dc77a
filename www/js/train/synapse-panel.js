/** One synapse of the network, chosen by its place, taken to the laboratory. */
import { html } from 'lit-html';
import { toLab } from './real-synapse.js';

export class SynapsePanel {
    /**
     * @param {import('./session.js').Session} session
     * @param {import('./words-en.js').Words} words
     * @param {import('../state.js').State} state
     * @param {() => void} onChange
     */
    constructor(session, words, state, onChange) {
        this.session = session;
        this.words = words;
        this.state = state;
        this.onChange = onChange;
        this.cell = 0;
        this.row = 14;
        this.column = 14;
        this.says = '';
    }

    /** @param {number} cell @param {number} input of the pixel that was clicked */
    pick(cell, input) {
        [this.cell, this.row, this.column] = [cell, Math.floor(input / 28), input % 28];
        return this.open();
    }

    async open() {
        const { session, words, cell, row, column } = this;
        const { info } = session;
        if (info === null) {
            return;
        }
        const [found, lab] = await Promise.all([session.crew.learner.synapse(28 * row + column, cell), import('../lab/setup.js')]);
        this.says = found === null ? words.synapseSilent(cell) : '';
        if (found) {
            this.state.set({ view: 'lab', lab: toLab(found, info.config, lab) });
            scrollTo(0, 0);
        }
        this.onChange();
    }

    panel() {
        const { words, session, says } = this;
        const cells = session.info?.neurons ?? 1;
        const place = (/** @type {'cell' | 'row' | 'column'} */ name, /** @type {string} */ label, /** @type {number} */ most) => html`<label class="control">${label}
            <input data-testid="train-synapse-${name}" type="number" min="0" max=${most} step="1" required .value=${String(this[name])} @change=${(/** @type {Event} */ event) => (this[name] = Number(/** @type {HTMLInputElement} */ (event.target).value))} />
        </label>`;
        const submit = (/** @type {Event} */ event) => {
            event.preventDefault();
            this.open();
        };
        return html`<p class="says">${words.synapseText}</p>
            <form class="train-synapse" @submit=${submit}>
                ${place('cell', words.synapseCell, cells - 1)}${place('row', words.synapseRow, 27)}${place('column', words.synapseColumn, 27)}
                <button type="submit" class="button" data-testid="train-synapse" ?disabled=${session.info === null}>${words.synapseOpen}</button>
            </form>
            <p class="problem" role="status" data-testid="train-synapse-says">${says}</p>`;
    }
}
