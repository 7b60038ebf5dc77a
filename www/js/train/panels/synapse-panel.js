/** One synapse of the network, chosen by its place, taken to the laboratory. */
import { html, nothing } from 'lit-html';
import { PLACES, WAYS, placeOf } from '../../kit/edges.js';
import { toLab } from '../worker/real-synapse.js';

const SIDE = 28;

/** @param {{ way: number, row: number, column: number }} edge */
export const inputOf = ({ way, row, column }) => (way * PLACES + row) * PLACES + column;

/**
 * The inputs that see edges where a pixel of a picture is, one for each way.
 * @param {number} pixel
 */
export function inputsAt(pixel) {
    const place = { row: Math.floor(pixel / (2 * SIDE)), column: Math.floor((pixel % SIDE) / 2) };
    return WAYS.map((_, way) => inputOf({ way, ...place }));
}

export class SynapsePanel {
    /**
     * @param {import('../run/session.js').Session} session
     * @param {import('../words-en.js').Words} words
     * @param {import('../../shell/state.js').State} state
     * @param {() => void} onChange
     */
    constructor(session, words, state, onChange) {
        this.session = session;
        this.words = words;
        this.state = state;
        this.onChange = onChange;
        this.cell = 0;
        this.row = SIDE / 2;
        this.column = SIDE / 2;
        /** Of an edge: how it runs. */
        this.way = 2;
        this.says = '';
    }

    /** What the inputs are of the run at hand: pixels in rows of 28, or edges at places in rows of 14. */
    get edges() {
        return this.session.info?.config.front_end === 'edges';
    }

    get input() {
        const { way, row, column } = this;
        return this.edges ? inputOf({ way, row, column }) : SIDE * row + column;
    }

    /** The run at hand may be another one than that of which a place was named. */
    #fit() {
        const side = this.edges ? PLACES : SIDE;
        if (this.row >= side || this.column >= side) {
            [this.row, this.column] = [side / 2, side / 2];
        }
    }

    /** @param {number} cell @param {number} pixel of its picture that was clicked */
    async pick(cell, pixel) {
        this.cell = cell;
        if (this.edges) {
            const input = await this.session.crew.learner.strongest(inputsAt(pixel), cell);
            Object.assign(this, placeOf(input));
        } else {
            [this.row, this.column] = [Math.floor(pixel / SIDE), pixel % SIDE];
        }
        await this.open();
    }

    async open() {
        const { session, words, cell, input } = this;
        const { info } = session;
        if (info === null) {
            return;
        }
        const [found, lab] = await Promise.all([session.crew.learner.synapse(input, cell), import('../../kit/lab-setup.js')]);
        this.says = found === null ? words.synapseSilent(cell) : '';
        if (found) {
            this.state.set({ view: 'lab', lab: toLab(found, info.config, lab) });
            scrollTo(0, 0);
        }
        this.onChange();
    }

    panel() {
        const { words, session, says, edges } = this;
        this.#fit();
        const cells = session.info?.neurons ?? 1;
        const last = (edges ? PLACES : SIDE) - 1;
        const place = (/** @type {'cell' | 'row' | 'column'} */ name, /** @type {string} */ label, /** @type {number} */ most) => html`<label class="control">${label}
            <input data-testid="train-synapse-${name}" type="number" min="0" max=${most} step="1" required .value=${String(this[name])} @change=${(/** @type {Event} */ event) => (this[name] = Number(/** @type {HTMLInputElement} */ (event.target).value))} />
        </label>`;
        const submit = (/** @type {Event} */ event) => {
            event.preventDefault();
            this.open();
        };
        return html`<p class="says">${edges ? words.synapseTextEdges : words.synapseText}</p>
            <form class="train-synapse" @submit=${submit}>
                ${place('cell', words.synapseCell, cells - 1)}${place('row', words.synapseRow, last)}${place('column', words.synapseColumn, last)}
                ${edges
                    ? html`<label class="control">${words.synapseDirection}
                          <select data-testid="train-synapse-direction" @change=${(/** @type {Event} */ event) => (this.way = Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
                              ${WAYS.map((sign, at) => html`<option value=${at} .selected=${at === this.way}>${sign} ${words.directions[at]}</option>`)}
                          </select>
                      </label>`
                    : nothing}
                <button type="submit" class="button" data-testid="train-synapse" ?disabled=${session.info === null}>${words.synapseOpen}</button>
            </form>
            <p class="problem" role="status" data-testid="train-synapse-says">${says}</p>`;
    }
}
