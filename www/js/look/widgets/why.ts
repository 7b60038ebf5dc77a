/** Why a digit: the cells that voted for it, each field over the ink; their spikes add up to the bar. */

import type { Theme } from '../../kit/colormap.ts';
import { met } from '../../kit/edges.ts';
import type { Strings } from '../../shell/strings.ts';
import type { CellWeights } from '../cell-weights.ts';
import type { NetworkInfo, Sight } from '../protocol.ts';
import type { Look } from '../record.ts';
import { overlay } from './overlay.ts';

export class Why {
    panel: HTMLElement;
    record: Look;
    strings: Strings;
    cellWeights: CellWeights;
    onPin: (cell: number) => void;
    title: HTMLElement;
    sum: HTMLElement;
    cells: HTMLElement;
    next: HTMLElement;
    nextCells: HTMLElement;
    rest: HTMLElement;
    digit: number | null = null;
    info: NetworkInfo | null = null;
    sight: Sight | null = null;
    theme: Theme | null = null;
    shown = '';
    /** The picture of each cell over this ink. */
    items = new Map<number, HTMLElement>();
    /** What they were made for. */
    made: readonly unknown[] = [];

    constructor(
        panel: HTMLElement,
        {
            record,
            strings,
            cellWeights,
            onPin,
        }: {
            record: Look;
            strings: Strings;
            cellWeights: CellWeights;
            onPin: (cell: number) => void;
        },
    ) {
        this.panel = panel;
        this.record = record;
        this.strings = strings;
        this.cellWeights = cellWeights;
        this.onPin = onPin;
        const part = (name: string) => panel.querySelector(`[data-part="${name}"]`) as HTMLElement;
        this.title = part('why-title');
        this.sum = part('why-sum');
        this.cells = part('why-cells');
        this.next = part('why-next');
        this.nextCells = part('why-next-cells');
        this.rest = part('why-rest');
    }

    update(info: NetworkInfo) {
        this.info = info;
        this.shown = '';
    }

    /** @param sight of this look */
    sees(sight: Sight) {
        this.sight = sight;
    }

    ask(digit: number | null) {
        this.digit = digit;
        this.panel.hidden = digit === null;
        this.draw();
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.shown = '';
    }

    resize() {}

    draw() {
        const { digit, record, info, theme, strings } = this;
        if (digit === null || info === null || theme === null) {
            return false;
        }
        const key = `${digit} ${record.version} ${record.exc.length}`;
        if (key === this.shown) {
            return false;
        }
        this.shown = key;
        const made = [info, theme, this.sight];
        if (made.some((part, at) => part !== this.made[at])) {
            this.made = made;
            this.items.clear();
        }
        const others = Array.from({ length: 10 }, (_, other) => other).filter((other) => other !== digit);
        const parties = [digit, ...others].map((party) => ({ party, cells: record.voters(info.labels, party) }));
        const votes = ({ cells }: { cells: { spikes: number }[] }) =>
            cells.reduce((all, { spikes }) => all + spikes, 0);
        const [own, ...rest] = parties;
        const next = rest.sort((a, b) => votes(b) - votes(a))[0];
        if (own === undefined || next === undefined) {
            return false;
        }
        this.title.textContent = strings.whyTitle(digit);
        this.sum.textContent = strings.whySum(
            own.cells.map(({ spikes }) => spikes),
            votes(own),
        );
        this.#list(this.cells, own.cells, info, theme);
        this.next.textContent =
            votes(next) > 0
                ? strings.whyNext(next.party, votes(next), next.cells.length, votes(own) - votes(next))
                : strings.whyAlone;
        this.#list(this.nextCells, next.cells, info, theme);
        const silent = record.voters(info.labels, -1).reduce((all, { spikes }) => all + spikes, 0);
        this.rest.textContent = silent > 0 ? strings.whySilent(silent) : '';
        return false;
    }

    #list(list: HTMLElement, cells: readonly { cell: number; spikes: number }[], info: NetworkInfo, theme: Theme) {
        list.hidden = cells.length === 0;
        const items = cells.map((cell) => this.#item(cell, info, theme));
        // Only if necessary: a moved element loses the focus.
        items.forEach((item, at) => {
            if (list.children[at] !== item) {
                list.insertBefore(item, list.children[at] ?? null);
            }
        });
        while (list.children.length > items.length) {
            list.lastElementChild?.remove();
        }
    }

    #item({ cell, spikes }: { cell: number; spikes: number }, info: NetworkInfo, theme: Theme) {
        const item = this.items.get(cell) ?? this.#build(cell, info, theme);
        const words = item.querySelector('.voter__spikes');
        if (words && item.dataset.spikes !== String(spikes)) {
            item.dataset.spikes = String(spikes);
            words.textContent = this.strings.spikes(spikes);
        }
        return item;
    }

    #build(cell: number, info: NetworkInfo, theme: Theme) {
        const item = document.createElement('li');
        const button = document.createElement('button');
        const canvas = document.createElement('canvas');
        const words = document.createElement('span');
        const name = document.createElement('span');
        item.dataset.cell = String(cell);
        button.type = 'button';
        button.className = 'voter';
        button.title = this.strings.pin(cell);
        button.addEventListener('click', () => this.onPin(cell));
        words.className = 'voter__spikes';
        const share = document.createElement('span');
        share.className = 'voter__met';
        name.textContent = this.strings.cell(cell);
        const field = info.fields.subarray(cell * 784, (cell + 1) * 784);
        const { sight } = this;
        overlay(canvas, theme, { field, digit: info.labels[cell] ?? -1 }, sight?.seen ?? null);
        if (info.frontEnd === 'edges') {
            this.cellWeights.want([cell]).then((there) => {
                const weights = this.cellWeights.weights.get(cell);
                if (there && weights && sight && this.items.get(cell) === item) {
                    this.cellWeights.strokes?.drawLarge(canvas, theme, { field, weights }, sight);
                    share.textContent = this.strings.whyMet(met(weights, sight.inputs));
                }
            });
        }
        button.append(canvas, words, name, share);
        item.append(button);
        this.items.set(cell, item);
        return item;
    }
}
