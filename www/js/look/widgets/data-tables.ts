/** Every picture of the page as a table, for readers who cannot see it. A table is made when opened, and updated only while open. */

import { nameOf, PLACES, WAYS } from '../../kit/edges.ts';
import type { Strings } from '../../shell/strings.ts';
import { narrate } from '../narrate.ts';
import type { Frame, NetworkInfo } from '../protocol.ts';
import type { Look } from '../record.ts';

export interface Sources {
    record: Look;
    session: { info: NetworkInfo | null; now: Frame | null };
    strings: Strings;
}

type DataTable = { details: HTMLDetailsElement; update: () => void };

const SIDE = 28;
/** Interval at which membranes are listed: finer steps are no easier to hear. */
const EVERY_MS = 5;

export class DataTables {
    record: Look;
    session: { info: NetworkInfo | null; now: Frame | null };
    strings: Strings;
    dataTables = new Map<string, DataTable>();

    constructor({ record, session, strings }: Sources) {
        this.record = record;
        this.session = session;
        this.strings = strings;
    }

    /** @param details whose data-table says what of */
    open(details: HTMLDetailsElement) {
        const name = String(details.dataset.table);
        if (!this.dataTables.has(name)) {
            const make = {
                input: () => this.#input(details),
                fields: () => this.#fields(details),
                spikes: () => this.#spikes(details),
                traces: () => this.#traces(details),
            }[name];
            this.dataTables.set(name, { details, update: make?.() ?? (() => {}) });
        }
    }

    draw() {
        for (const { details, update } of this.dataTables.values()) {
            if (details.open && this.session.info !== null) {
                update();
            }
        }
    }

    /** Spikes of every input cell, laid out as the picture is; of edges, a table for each way that they run. */
    #input(place: HTMLElement) {
        const { record, strings, session } = this;
        const counts = new Uint16Array(SIDE * SIDE);
        const around = document.createElement('div');
        place.append(around);
        let [version, seen, sees] = [-1, 0, ''];
        let cells: HTMLElement[] = [];
        const build = () => {
            const edges = sees === 'edges';
            const columns = Array.from({ length: edges ? PLACES : SIDE }, (_, column) => String(column + 1));
            around.replaceChildren();
            cells = (edges ? WAYS : ['']).flatMap((way, at) => {
                const { body } = table(
                    around,
                    edges ? strings.edgesTable(way) : strings.inputTable,
                    ['', ...columns],
                    edges ? `input-${at}` : 'input',
                );
                return columns.flatMap((name) => row(body, [name, ...columns.map(() => '0')], true).slice(1));
            });
        };
        return () => {
            if (session.info && session.info.frontEnd !== sees) {
                sees = session.info.frontEnd;
                version = -1;
                build();
            }
            if (version !== record.version) {
                [version, seen] = [record.version, 0];
                counts.fill(0);
                cells.forEach((cell) => (cell.textContent = '0'));
            }
            for (; seen < record.input.length; seen += 2) {
                const cell = record.input.values[seen + 1] ?? 0;
                counts[cell] = (counts[cell] ?? 0) + 1;
                const shown = cells[cell];
                if (shown) {
                    shown.textContent = String(counts[cell]);
                }
            }
        };
    }

    /** How many cells stand for each digit, what they say, and each cell that has spiked. */
    #fields(place: HTMLElement) {
        const { record, strings, session } = this;
        const says = document.createElement('p');
        says.dataset.part = 'table-says';
        place.append(says);
        const digits = table(
            place,
            strings.digitsTable,
            [strings.tableDigit, strings.tableCells, strings.tableSpiked, strings.tableSpikes],
            'digits',
        );
        const spiked = table(
            place,
            strings.spikedTable,
            [strings.tableCell, strings.tableDigit, strings.tableSpikes, strings.tableTheta],
            'spiked',
        );
        let key = '';
        return () => {
            const info = session.info as NetworkInfo;
            const frame = session.now;
            const done = frame?.phase === 'done';
            const now = `${record.version} ${record.exc.length} ${info.neurons} ${done} ${frame?.verdict.digit} ${frame?.verdict.reason}`;
            if (now === key) {
                return;
            }
            key = now;
            says.textContent = frame && done ? narrate(frame.verdict, strings) : '';
            digits.body.replaceChildren();
            spiked.body.replaceChildren();
            for (const digit of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1]) {
                const all = info.labels.reduce((sum, label) => sum + Number(label === digit), 0);
                const voters = record.voters(info.labels, digit);
                row(
                    digits.body,
                    [
                        digit < 0 ? '–' : String(digit),
                        String(all),
                        String(voters.length),
                        String(voters.reduce((sum, { spikes }) => sum + spikes, 0)),
                    ],
                    true,
                );
                for (const { cell, spikes } of voters) {
                    row(
                        spiked.body,
                        [
                            String(cell),
                            digit < 0 ? '–' : String(digit),
                            String(spikes),
                            strings.decimal(info.theta[cell] ?? 0, 1),
                        ],
                        true,
                    );
                }
            }
        };
    }

    /** Every spike in order of time, of the cells that are chosen. */
    #spikes(place: HTMLElement) {
        const { record, strings, session } = this;
        const label = document.createElement('label');
        label.className = 'control';
        label.textContent = strings.tableOf;
        const select = document.createElement('select');
        select.dataset.testid = 'table-population';
        select.append(...Object.entries(strings.populations).map(([value, name]) => new Option(name, value)));
        select.value = 'exc';
        label.append(select);
        place.append(label);
        const { body } = table(
            place,
            strings.rasterTable,
            [strings.tableTime, strings.tableCell, strings.tableDigit],
            'raster-rows',
        );
        let [version, seen, shown] = [-1, 0, ''];
        select.addEventListener('change', () => this.draw());
        return () => {
            const info = session.info as NetworkInfo;
            const name = select.value as 'input' | 'exc' | 'inh';
            const log = record[name];
            if (version !== record.version || shown !== name) {
                [version, seen, shown] = [record.version, 0, name];
                body.replaceChildren();
            }
            for (; seen < log.length; seen += 2) {
                const cell = log.values[seen + 1] ?? 0;
                const digit = name === 'input' ? -1 : (info.labels[cell] ?? -1);
                const time = ((log.values[seen] ?? 0) - record.began + 1) * info.dt;
                row(
                    body,
                    [
                        strings.decimal(time, 1),
                        name === 'input' ? nameOf(cell, info.frontEnd, strings) : String(cell),
                        digit < 0 ? '–' : String(digit),
                    ],
                    false,
                );
            }
        };
    }

    /** The membranes of the watched cells, every few milliseconds. */
    #traces(place: HTMLElement) {
        const { record, strings, session } = this;
        const made = table(place, strings.tracesTable(EVERY_MS), [], 'traces');
        let key = '';
        return () => {
            const info = session.info as NetworkInfo;
            const { traced } = record;
            const now = `${record.version} ${record.traces.length} ${traced.join()}`;
            if (now === key) {
                return;
            }
            key = now;
            const heads = traced.flatMap((cell) => [
                strings.tableV(cell),
                strings.tableGe(cell),
                strings.tableGi(cell),
            ]);
            made.head.replaceChildren();
            row(made.head, [strings.tableTime, ...heads], false, 'th');
            made.body.replaceChildren();
            const wide = 1 + 3 * traced.length;
            for (let from = 0; traced.length > 0 && from < record.traces.length; from += wide) {
                const time = ((record.traces.values[from] ?? 0) - record.began + 1) * info.dt;
                if (time % EVERY_MS === 0) {
                    const values = Array.from(record.traces.values.subarray(from + 1, from + wide), (value, at) =>
                        strings.decimal(Number(value), at % 3 === 0 ? 1 : 2),
                    );
                    row(made.body, [strings.decimal(time, 0), ...values], true);
                }
            }
        };
    }
}

/** @param name of its rows */
function table(place: HTMLElement, title: string, heads: readonly string[], name: string) {
    const around = document.createElement('div');
    around.className = 'twin';
    // What is wider than the screen is scrolled, by keys too.
    around.tabIndex = 0;
    around.setAttribute('role', 'region');
    around.setAttribute('aria-label', title);
    const made = document.createElement('table');
    made.className = 'table';
    made.createCaption().textContent = title;
    const head = made.createTHead();
    row(head, heads, false, 'th');
    const body = made.createTBody();
    body.dataset.part = name;
    around.append(made);
    place.append(around);
    return { head, body };
}

/** @param named whether the first names the row */
function row(body: HTMLTableSectionElement, values: readonly string[], named: boolean, tag: 'td' | 'th' = 'td') {
    const line = body.insertRow();
    return values.map((value, at) => {
        const cell = document.createElement(at === 0 && named ? 'th' : value === '' ? 'td' : tag);
        if (cell instanceof HTMLTableCellElement && cell.localName === 'th') {
            cell.scope = named ? 'row' : 'col';
        }
        cell.textContent = value;
        line.append(cell);
        return cell;
    });
}
