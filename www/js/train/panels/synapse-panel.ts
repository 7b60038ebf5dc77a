/** Opens one synapse of the network, chosen by its place, in the lab. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { PLACES, placeOf, WAYS } from '../../kit/edges.ts';
import { fieldValue } from '../../kit/form-field.ts';
import type { State } from '../../shell/state.ts';
import type { Session } from '../run/session.ts';
import { toLab } from '../worker/real-synapse.ts';

const SIDE = 28;

export const inputOf = ({ way, row, column }: { way: number; row: number; column: number }) =>
    (way * PLACES + row) * PLACES + column;

/** The edge inputs at the place of a pixel, one for each direction. */
export function inputsAt(pixel: number) {
    const place = { row: Math.floor(pixel / (2 * SIDE)), column: Math.floor((pixel % SIDE) / 2) };
    return WAYS.map((_, way) => inputOf({ way, ...place }));
}

export class SynapsePanel {
    session: Session;
    words: Words;
    state: State;
    onChange: () => void;
    cell = 0;
    row: number;
    column: number;
    /** Direction of the edge. */
    way = 2;
    says = '';

    constructor(session: Session, words: Words, state: State, onChange: () => void) {
        this.session = session;
        this.words = words;
        this.state = state;
        this.onChange = onChange;
        this.row = SIDE / 2;
        this.column = SIDE / 2;
    }

    /** Whether the current run has edge inputs (places in rows of 14) or pixels (in rows of 28). */
    get edges() {
        return this.session.info?.config.front_end === 'edges';
    }

    get input() {
        const { way, row, column } = this;
        return this.edges ? inputOf({ way, row, column }) : SIDE * row + column;
    }

    /** The current run may have fewer places than the one the place was chosen for. */
    #fit() {
        const side = this.edges ? PLACES : SIDE;
        if (this.row >= side || this.column >= side) {
            [this.row, this.column] = [side / 2, side / 2];
        }
    }

    /** @param pixel of the field that was clicked */
    async pick(cell: number, pixel: number) {
        this.cell = cell;
        if (this.edges) {
            const input = await this.session.workers.learner.strongest(inputsAt(pixel), cell);
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
        const [found, lab] = await Promise.all([
            session.workers.learner.synapse(input, cell),
            import('../../kit/lab-setup.ts'),
        ]);
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
        const place = (
            name: 'cell' | 'row' | 'column',
            label: string,
            most: number,
        ) => html`<label class="control">${label}
            <input data-testid="train-synapse-${name}" type="number" min="0" max=${most} step="1" required .value=${String(this[name])} @change=${(event: Event) => (this[name] = Number(fieldValue(event)))} />
        </label>`;
        const submit = (event: Event) => {
            event.preventDefault();
            this.open();
        };
        return html`<p class="says">${edges ? words.synapseTextEdges : words.synapseText}</p>
            <form class="train-synapse" @submit=${submit}>
                ${place('cell', words.synapseCell, cells - 1)}${place('row', words.synapseRow, last)}${place('column', words.synapseColumn, last)}
                ${
                    edges
                        ? html`<label class="control">${words.synapseDirection}
                          <select data-testid="train-synapse-direction" @change=${(event: Event) => (this.way = Number(fieldValue(event)))}>
                              ${WAYS.map((sign, at) => html`<option value=${at} .selected=${at === this.way}>${sign} ${words.directions[at]}</option>`)}
                          </select>
                      </label>`
                        : nothing
                }
                <button type="submit" class="button" data-testid="train-synapse" ?disabled=${session.info === null}>${words.synapseOpen}</button>
            </form>
            <p class="problem" role="status" data-testid="train-synapse-says">${says}</p>`;
    }
}
