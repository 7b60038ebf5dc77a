/** What is known of each watched cell: what it has learnt, what it answers to, and its membrane at this moment. */
import { nameOf } from '../../kit/edges.js';
import { overlay } from './overlay.js';

/** @typedef {import('../../kit/colormap.js').Theme} Theme */
/** @typedef {import('../protocol.js').NetworkInfo} NetworkInfo */

/** So many inputs of a cell are named. */
const STRONGEST = 3;

export class Inspector {
    /**
     * @param {HTMLElement} list
     * @param {object} options
     * @param {import('../record.js').Look} options.record
     * @param {import('../../shell/strings.js').Strings} options.strings
     * @param {import('../near.js').Near} options.near
     * @param {(cell: number) => void} options.onUnpin
     */
    constructor(list, { record, strings, near, onUnpin }) {
        this.list = list;
        this.record = record;
        this.strings = strings;
        this.near = near;
        this.onUnpin = onUnpin;
        /** @type {NetworkInfo | null} */
        this.info = null;
        /** @type {Theme | null} */
        this.theme = null;
        /** @type {readonly number[]} */
        this.cells = [];
        /** @type {{ cell: number, spikes: HTMLElement, rank: HTMLElement, membrane: HTMLElement }[]} */
        this.cards = [];
        this.shown = '';
    }

    /** @param {readonly number[]} cells */
    watch(cells) {
        if (cells !== this.cells) {
            this.cells = cells;
            this.#build();
        }
    }

    /** @param {NetworkInfo} info */
    update(info) {
        this.info = info;
        this.#build();
    }

    /** @param {Theme} theme */
    recolour(theme) {
        this.theme = theme;
        this.#build();
    }

    resize() {}

    draw() {
        const { info, record, strings } = this;
        const key = `${record.version} ${record.exc.length} ${record.traces.length} ${record.traced.join()}`;
        if (info === null || key === this.shown) {
            return false;
        }
        this.shown = key;
        for (const { cell, spikes, rank, membrane } of this.cards) {
            const count = Number(record.counts[cell]);
            const before = record.counts.reduce((sum, other) => sum + Number(other > count), 0);
            spikes.textContent = String(count);
            rank.textContent = count === 0 ? '–' : strings.rank(before + 1, info.neurons);
            const now = record.last(record.traced.indexOf(cell));
            membrane.textContent = now === null ? '' : equation(now, info.metadata.config?.exc ?? {}, strings);
        }
        return false;
    }

    #build() {
        const { info, theme, strings } = this;
        if (info === null || theme === null) {
            return;
        }
        this.shown = '';
        const cells = this.cells.filter((cell) => cell < info.neurons);
        this.cards = [];
        this.list.replaceChildren(
            ...cells.map((cell) => {
                const digit = Number(info.labels[cell]);
                const item = add('li', 'cell');
                item.dataset.cell = String(cell);
                const canvas = document.createElement('canvas');
                const field = info.fields.subarray(cell * 784, (cell + 1) * 784);
                overlay(canvas, theme, { field, digit }, null);
                const head = add('div', 'cell__head', item);
                add('h3', 'cell__name', head).textContent = strings.traceHead(cell, digit);
                const close = /** @type {HTMLButtonElement} */ (add('button', 'button cell__close', head));
                close.type = 'button';
                close.textContent = strings.unpin;
                close.setAttribute('aria-label', strings.unpinCell(cell));
                close.addEventListener('click', () => this.onUnpin(cell));
                item.append(canvas);
                const facts = add('dl', 'cell__facts', item);
                const fact = (/** @type {string} */ name, value = '', term = '') => {
                    const pair = add('div', '', facts);
                    explain(add('dt', '', pair), name, term);
                    const place = add('dd', '', pair);
                    place.textContent = value;
                    return place;
                };
                const spikes = fact(strings.factSpikes);
                const rank = fact(strings.factRank);
                fact(strings.factTheta, `${strings.decimal(Number(info.theta[cell]), 1)} mV`, 'theta');
                fact(strings.factThreshold, `${strings.decimal(Number(info.thresholds[cell]), 1)} mV`, 'threshold');
                add('p', 'says', item).textContent = strings.ratesTitle;
                const rates = add('ol', 'rates', item);
                for (let of = 0; of < 10; of += 1) {
                    const rate = Number(info.rates[cell * 10 + of]);
                    const line = add('li', '', rates);
                    line.dataset.digit = String(of);
                    add('b', '', line).textContent = String(of);
                    line.append(` ${strings.decimal(rate, rate < 10 ? 2 : 1)}`);
                }
                const strongest = add('p', 'says', item);
                this.near.want([cell]).then((there) => {
                    const weights = this.near.weights.get(cell);
                    if (there && weights && this.info === info) {
                        if (info.frontEnd === 'edges') {
                            this.near.strokes?.near(canvas, theme, { field, weights }, null);
                        }
                        const best = Array.from(weights.keys()).sort((a, b) => Number(weights[b]) - Number(weights[a]));
                        strongest.textContent = strings.strongest(best.slice(0, STRONGEST).map((input) => nameOf(input, info.frontEnd, strings)));
                    }
                });
                explain(add('p', 'says', item), strings.membraneTitle, 'membrane-potential');
                const membrane = add('p', 'equation', item);
                this.cards.push({ cell, spikes, rank, membrane });
                return item;
            }),
        );
    }
}

/**
 * The membrane equation with its numbers.
 * @param {{ v: number, g_e: number, g_i: number }} now
 * @param {{ tau_m?: number, v_rest?: number, e_exc?: number, e_inh?: number }} lif
 * @param {Pick<import('../../shell/strings.js').Strings, 'decimal'>} strings
 */
export function equation({ v, g_e, g_i }, { tau_m = 100, v_rest = -65, e_exc = 0, e_inh = -100 }, { decimal }) {
    const number = (/** @type {number} */ value, places = 1) => decimal(value, places);
    const from = (/** @type {number} */ target) => `(${number(target, 0)} − ${v < 0 ? `(${number(v)})` : number(v)})`;
    const sum = v_rest - v + g_e * (e_exc - v) + g_i * (e_inh - v);
    return `${tau_m} ms · dv/dt = ${from(v_rest)} + ${number(g_e, 2)} · ${from(e_exc)} + ${number(g_i, 2)} · ${from(e_inh)} = ${number(sum)} mV`;
}

/**
 * A text that the glossary explains, once that has come (glossary/popover.js).
 * @param {HTMLElement} parent
 * @param {string} text
 * @param {string} term '' for none
 */
function explain(parent, text, term) {
    const place = term === '' ? parent : add('span', '', parent);
    place.textContent = text;
    if (term !== '') {
        Object.assign(place.dataset, { term, testid: 'glossary-term' });
        place.role = 'button';
        place.tabIndex = 0;
    }
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {HTMLElement} [parent]
 */
function add(tag, name, parent) {
    const element = document.createElement(tag);
    if (name !== '') {
        element.className = name;
    }
    parent?.append(element);
    return element;
}
