/** The mini task: six patterns of 5 × 5 pixels, a few cells, and every synapse as a number. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { fieldValue } from '../../kit/form-field.ts';
import type { MiniState } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';

/** Presentations between two updates of the display. */
const STRIDE = 6;
/** Numbers of cells to choose from. */
export const CELLS = [4, 6, 8, 12, 16];

export class MiniTask {
    session: Session;
    onChange: () => void;
    still: () => boolean;
    cells = 8;
    state: MiniState | null = null;
    running = false;

    constructor(session: Session, onChange: () => void, still: () => boolean) {
        this.session = session;
        this.onChange = onChange;
        this.still = still;
    }

    async run() {
        const { evaluation } = this.session.workers;
        this.running = true;
        this.state = await evaluation.miniBegin(this.cells, 1);
        while (this.state.presented < this.state.total) {
            this.state = await evaluation.miniLearn(this.still() ? this.state.total : STRIDE);
            this.onChange();
            await new Promise((then) => requestAnimationFrame(then));
        }
        this.running = false;
        this.onChange();
    }

    panel(words: Words) {
        const { state, running } = this;
        return html`<section class="mini" aria-labelledby="mini-title">
            <h2 id="mini-title">${words.miniTitle}</h2>
            <p class="says">${words.miniText}</p>
            <div class="mini__controls">
                <label class="control"
                    >${words.miniCells}
                    <select data-testid="mini-cells" ?disabled=${running} @change=${(event: Event) => {
                        this.cells = Number(fieldValue(event));
                    }}>
                        ${CELLS.map((cells) => html`<option value=${cells} .selected=${cells === this.cells}>${cells}</option>`)}
                    </select>
                </label>
                <button type="button" class="button" data-testid="mini-task" ?disabled=${running || this.session.info === null} @click=${() => this.run()}>${words.miniRun}</button>
            </div>
            ${
                state === null
                    ? nothing
                    : html`<p role="status" data-testid="mini-result" data-presented=${state.presented} data-right=${state.answers?.right ?? ''} data-looks=${state.answers?.looks ?? ''}>
                          ${state.answers ? words.miniDone(state.answers.right, state.answers.looks) : words.progress(state.presented, state.total)}
                      </p>
                      <ul class="mini__patterns">
                          ${state.patterns.map(({ name, rows }) => html`<li><span class="mini__pattern" aria-hidden="true">${rows.map((row) => html`<span>${[...row].map((pixel) => (pixel === '#' ? '■' : '·'))}</span>`)}</span><span>${words.miniPatterns[name]}</span></li>`)}
                      </ul>
                      <ul class="mini__cells">
                          ${Array.from({ length: state.fields.length / 25 }, (_, cell) => cellCard(cell, state, words))}
                      </ul>`
            }
        </section>`;
    }
}

function cellCard(cell: number, { fields, answers, patterns }: MiniState, words: Words) {
    const own = fields.subarray(cell * 25, (cell + 1) * 25);
    const label = answers?.labels[cell] ?? -1;
    const name = label < 0 ? '' : (patterns[label]?.name ?? '');
    return html`<li data-cell=${cell}>
        <table class="mini__field">
            <caption>${words.miniCell(cell, name === '' ? '' : String(words.miniPatterns[name]), answers !== null)}</caption>
            <tbody>
                ${Array.from({ length: 5 }, (_, row) => html`<tr>${Array.from(own.subarray(row * 5, row * 5 + 5), (weight) => html`<td data-shade=${Math.min(8, Math.round(weight * 8))}>${words.decimal(weight, 1)}</td>`)}</tr>`)}
            </tbody>
        </table>
    </li>`;
}
