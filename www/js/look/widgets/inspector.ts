/** Each watched cell: what it has learned, what it responds to, and its membrane at this moment. */

import type { Theme } from '../../kit/colormap.ts';
import { nameOf } from '../../kit/edges.ts';
import type { Strings } from '../../shell/strings.ts';
import type { CellWeights } from '../cell-weights.ts';
import type { NetworkInfo } from '../protocol.ts';
import type { Look } from '../record.ts';
import { overlay } from './overlay.ts';

/** So many inputs of a cell are named. */
const STRONGEST = 3;

export class Inspector {
    list: HTMLElement;
    record: Look;
    strings: Strings;
    cellWeights: CellWeights;
    onUnpin: (cell: number) => void;
    info: NetworkInfo | null = null;
    theme: Theme | null = null;
    cells: readonly number[] = [];
    cards: { cell: number; spikes: HTMLElement; rank: HTMLElement; membrane: HTMLElement }[] = [];
    shown = '';

    constructor(
        list: HTMLElement,
        {
            record,
            strings,
            cellWeights,
            onUnpin,
        }: {
            record: Look;
            strings: Strings;
            cellWeights: CellWeights;
            onUnpin: (cell: number) => void;
        },
    ) {
        this.list = list;
        this.record = record;
        this.strings = strings;
        this.cellWeights = cellWeights;
        this.onUnpin = onUnpin;
    }

    watch(cells: readonly number[]) {
        if (cells !== this.cells) {
            this.cells = cells;
            this.#build();
        }
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.#build();
    }

    recolour(theme: Theme) {
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
            const count = record.counts[cell] ?? 0;
            const before = record.counts.reduce((sum, other) => sum + Number(other > count), 0);
            spikes.textContent = String(count);
            rank.textContent = count === 0 ? '–' : strings.rank(before + 1, info.neurons);
            const now = record.last(record.traced.indexOf(cell));
            membrane.textContent = now === null ? '' : equation(now, info.metadata.config?.exc ?? {}, strings);
        }
        return false;
    }

    #build() {
        const { info, theme } = this;
        if (info === null || theme === null) {
            return;
        }
        this.shown = '';
        const cells = this.cells.filter((cell) => cell < info.neurons);
        this.cards = [];
        this.list.replaceChildren(...cells.map((cell) => this.#card(cell, info, theme)));
    }

    #card(cell: number, info: NetworkInfo, theme: Theme) {
        const { strings } = this;
        const digit = info.labels[cell] ?? -1;
        const item = add('li', 'cell');
        item.dataset.cell = String(cell);
        const canvas = document.createElement('canvas');
        overlay(canvas, theme, { field: fieldOf(cell, info), digit }, null);
        const head = add('div', 'cell__head', item);
        add('h3', 'cell__name', head).textContent = strings.traceHead(cell, digit);
        const close = add('button', 'button cell__close', head) as HTMLButtonElement;
        close.type = 'button';
        close.textContent = strings.unpin;
        close.setAttribute('aria-label', strings.unpinCell(cell));
        close.addEventListener('click', () => this.onUnpin(cell));
        item.append(canvas);
        const facts = add('dl', 'cell__facts', item);
        const fact = (name: string, value = '', term = '') => {
            const pair = add('div', '', facts);
            explain(add('dt', '', pair), name, term);
            const place = add('dd', '', pair);
            place.textContent = value;
            return place;
        };
        const spikes = fact(strings.factSpikes);
        const rank = fact(strings.factRank);
        fact(strings.factTheta, `${strings.decimal(info.theta[cell] ?? 0, 1)} mV`, 'theta');
        fact(strings.factThreshold, `${strings.decimal(info.thresholds[cell] ?? 0, 1)} mV`, 'threshold');
        this.#rates(cell, info, item);
        this.#weights(cell, info, theme, canvas, add('p', 'says', item));
        explain(add('p', 'says', item), strings.membraneTitle, 'membrane-potential');
        const membrane = add('p', 'equation', item);
        this.cards.push({ cell, spikes, rank, membrane });
        return item;
    }

    /** How often the cell spikes at each digit. */
    #rates(cell: number, info: NetworkInfo, item: HTMLElement) {
        add('p', 'says', item).textContent = this.strings.ratesTitle;
        const rates = add('ol', 'rates', item);
        for (let digit = 0; digit < 10; digit += 1) {
            const rate = info.rates[cell * 10 + digit] ?? 0;
            const line = add('li', '', rates);
            line.dataset.digit = String(digit);
            add('b', '', line).textContent = String(digit);
            line.append(` ${this.strings.decimal(rate, rate < 10 ? 2 : 1)}`);
        }
    }

    /** Its edges and its strongest inputs, as soon as its weights have come. */
    async #weights(cell: number, info: NetworkInfo, theme: Theme, canvas: HTMLCanvasElement, strongest: HTMLElement) {
        const there = await this.cellWeights.want([cell]);
        const weights = this.cellWeights.weights.get(cell);
        if (!there || !weights || this.info !== info) {
            return;
        }
        if (info.frontEnd === 'edges') {
            this.cellWeights.strokes?.drawLarge(canvas, theme, { field: fieldOf(cell, info), weights }, null);
        }
        const best = Array.from(weights.keys()).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
        strongest.textContent = this.strings.strongest(
            best.slice(0, STRONGEST).map((input) => nameOf(input, info.frontEnd, this.strings)),
        );
    }
}

const fieldOf = (cell: number, { fields }: NetworkInfo) => fields.subarray(cell * 784, (cell + 1) * 784);

/** The membrane equation with its numbers. */
export function equation(
    { v, g_e, g_i }: { v: number; g_e: number; g_i: number },
    {
        tau_m = 100,
        v_rest = -65,
        e_exc = 0,
        e_inh = -100,
    }: { tau_m?: number; v_rest?: number; e_exc?: number; e_inh?: number },
    { decimal }: Pick<Strings, 'decimal'>,
) {
    const number = (value: number, places = 1) => decimal(value, places);
    const from = (target: number) => `(${number(target, 0)} − ${v < 0 ? `(${number(v)})` : number(v)})`;
    const sum = v_rest - v + g_e * (e_exc - v) + g_i * (e_inh - v);
    return `${tau_m} ms · dv/dt = ${from(v_rest)} + ${number(g_e, 2)} · ${from(e_exc)} + ${number(g_i, 2)} · ${from(e_inh)} = ${number(sum)} mV`;
}

/**
 * A text that the glossary explains, once that has come (glossary/popover.ts).
 * @param term '' for none
 */
function explain(parent: HTMLElement, text: string, term: string) {
    const place = term === '' ? parent : add('span', '', parent);
    place.textContent = text;
    if (term !== '') {
        Object.assign(place.dataset, { term, testid: 'glossary-term' });
        place.role = 'button';
        place.tabIndex = 0;
    }
}

function add(tag: string, name: string, parent?: HTMLElement) {
    const element = document.createElement(tag);
    if (name !== '') {
        element.className = name;
    }
    parent?.append(element);
    return element;
}
