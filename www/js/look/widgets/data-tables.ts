/** Every picture of the page as a table, for whoever cannot see it. A table is made when it is opened, and kept up only while it is. */

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
/** Membranes are told so often: finer steps are heard no better. */
const EVERY_MS = 5;

export class DataTables {
    record: Look;
    session: { info: NetworkInfo | null; now: Frame | null };
    strings: {
        decimal: (value: number, places: number) => string;
        title: string;
        lead: string;
        leadOf: (neurons: number, images: number) => string;
        padTitle: string;
        padLabel: string;
        padHint: string;
        padAt: (column: number, row: number, inked: boolean) => string;
        penDown: (column: number, row: number) => string;
        padImage: string;
        padEmpty: string;
        padStrokes: (strokes: number, left: number, right: number, top: number, bottom: number) => string;
        penUp: string;
        penDropped: string;
        padErased: string;
        padSample: (digit: number) => string;
        undo: string;
        clear: string;
        samples: string;
        sample: (digit: number) => string;
        galleryOpen: string;
        galleryLabel: string;
        galleryShow: string;
        galleryAll: string;
        galleryHard: string;
        galleryDigit: (digit: number) => string;
        galleryTile: (digit: number, kind: 'easy' | 'hard' | 'misread', right: number, looks: number) => string;
        gallerySays: (misread: number, hard: number, looks: number, correct: number) => string;
        galleryFailed: (why: string) => string;
        pictureFile: string;
        pictureWays: string;
        badPicture: {
            none: (name: string) => string;
            large: (name: string) => string;
            empty: (name: string) => string;
            failed: (name: string, why: string) => string;
        };
        inputTitle: string;
        inputText: string;
        inputTitleEdges: string;
        inputTextEdges: string;
        inputLabel: string;
        inputLabelEdges: string;
        inputRate: (rate: number, sees: string) => string;
        inputCount: (count: number) => string;
        lessonTitle: string;
        lessonText: string;
        lessonTextEdges: string;
        lessonReset: string;
        centre: string;
        scale: string;
        sliders: { x: string; y: string; rotate: string; thicken: string; noise: string };
        sliderValue: (name: 'x' | 'y' | 'rotate' | 'thicken' | 'noise', value: number) => string;
        modelsTitle: string;
        modelsText: string;
        modelLabel: string;
        model: (neurons: number, sees: string) => string;
        modelFile: string;
        modelOnItsWay: string;
        bytes: (loaded: number, total: number) => string;
        cancel: string;
        badModel: {
            none: (name: string) => string;
            pair: () => string;
            unnamed: (name: string) => string;
            large: (name: string) => string;
            failed: (name: string, why: string) => string;
        };
        seesLabel: string;
        seesPixels: string;
        seesEdges: string;
        seesText: string;
        seesCompare: string;
        seesCompareHint: string;
        edgeAt: (way: string, row: number, column: number) => string;
        pixelAt: (row: number, column: number) => string;
        compareLabel: string;
        compareNone: string;
        compareCaption: string;
        duelHead: (neurons: number, digit: string, sees: string) => string;
        share: (share: number) => string;
        duel: (first: number | null, second: number | null, why?: readonly string[]) => string;
        fieldsTitle: string;
        fieldsText: string;
        fieldsTextEdges: string;
        fieldsLabel: string;
        fieldsCount: (count: number, fired: number, hushes: number) => string;
        fieldsTools: string;
        fieldsColour: string;
        zoomIn: string;
        zoomOut: string;
        zoomWhole: string;
        fieldName: (cell: number, digit: number, count: number) => string;
        votesTitle: string;
        votesText: string;
        votesUnit: string;
        spikes: (count: number) => string;
        cell: (cell: number) => string;
        pin: (cell: number) => string;
        whyTitle: (digit: number) => string;
        whyText: string;
        whyTextEdges: string;
        whyMet: (share: number) => string;
        whySum: (counts: readonly number[], all: number) => string;
        whyNext: (digit: number, votes: number, voters: number, ahead: number) => string;
        whyAlone: string;
        whySilent: (count: number) => string;
        close: string;
        cellsTitle: string;
        cellsText: string;
        pinLabel: string;
        pinButton: string;
        badCell: (most: number) => string;
        unpin: string;
        lostCells: (most: number) => string;
        unpinCell: (cell: number) => string;
        tracesLabel: string;
        traceHead: (cell: number, digit: number) => string;
        threshold: (value: number) => string;
        leak: (value: number) => string;
        factSpikes: string;
        factRank: string;
        rank: (rank: number, all: number) => string;
        factTheta: string;
        factThreshold: string;
        strongest: (names: readonly string[]) => string;
        ratesTitle: string;
        membraneTitle: string;
        rasterTitle: string;
        rasterText: string;
        rasterLabel: string;
        rasterInput: (count: number, sees: string) => string;
        rasterExc: (count: number) => string;
        rasterInh: (count: number) => string;
        order: string;
        orders: { digit: string; activity: string };
        asTable: string;
        rasterTable: string;
        inputTable: string;
        edgesTable: (way: string) => string;
        digitsTable: string;
        spikedTable: string;
        tracesTable: (every: number) => string;
        tableOf: string;
        populations: { input: string; exc: string; inh: string };
        tableCells: string;
        tableSpiked: string;
        tableSpikes: string;
        tableTheta: string;
        tableV: (cell: number) => string;
        tableGe: (cell: number) => string;
        tableGi: (cell: number) => string;
        tableTime: string;
        tableCell: string;
        tableDigit: string;
        vote: (digit: number, count: number) => string;
        answerTitle: string;
        sure: (share: number) => string;
        unsureShort: string;
        split: (first: number, second: number) => string;
        unlike: string;
        notSure: (reason: string) => string;
        time: (now: number, all: number) => string;
        noiseTitle: string;
        noiseText: string;
        seed: string;
        sameNoise: string;
        newNoise: string;
        percent: (share: number) => string;
        thresholdTitle: string;
        thresholdText: string;
        thresholdLabel: string;
        thresholdMeasured: (answered: number, correct: number, images: number) => string;
        thresholdUnmeasured: string;
        timeTitle: string;
        play: string;
        pause: string;
        step: string;
        stepSpike: string;
        stepLook: string;
        scrub: string;
        moment: (now: number, all: number) => string;
        speed: string;
        speedOf: { '1': string; '10': string; '35': string; '350': string; '1000': string; Infinity: string };
        digest: string;
        stands: (now: number, digit: number, votes: number, all: number) => string;
        standsSilent: (now: number) => string;
        loading: string;
        waiting: string;
        invite: string;
        drawing: string;
        looking: string;
        lookingSlowly: string;
        brighter: string;
        lookAgain: (attempt: number, rate: number, sees: string) => string;
        afterLooks: (attempt: number, sentence: string) => string;
        reads: (digit: number, votes: number, all: number) => string;
        readsDoubtfully: (digit: number, votes: number, all: number, other: number) => string;
        readsAgainst: (digit: number, tallest: number) => string;
        readsTied: (digit: number, other: number) => string;
        unsure: (first: number, second: number) => string;
        silent: string;
        nothing: string;
        badSeed: string;
        failed: { wasm: string; model: string; worker: string };
        cause: (why: string) => string;
        retry: string;
        viewsLabel: string;
        views: { look: string; train: string; lab: string; learn: string; faq: string };
        noView: (why: string) => string;
        tools: string;
        language: string;
        sound: string;
        shortcuts: string;
        sheetTitle: string;
        sheetSwitch: string;
        sheetEverywhere: string;
        sheetPad: string;
        sheetFields: string;
        keyDoes: {
            '?': string;
            d: string;
            c: string;
            p: string;
            '.': string;
            n: string;
            e: string;
            t: string;
            s: string;
            x: string;
            w: string;
            f: string;
            m: string;
        };
        keysUndo: string[][];
        keysPad: string[][];
        keysFields: string[][];
        wholePage: string;
        shareDone: string;
        shareLink: string;
        shared: string;
        shareByHand: string;
        badLink: (names: readonly string[]) => string;
        aboutTitle: string;
        about: string;
        measured: (neurons: number, correct: number, images: number) => string;
        unmeasured: (neurons: number) => string;
        paper: string;
        digits: string;
    };
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
                const cell = Number(record.input.values[seen + 1]);
                counts[cell] = Number(counts[cell]) + 1;
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
                            strings.decimal(Number(info.theta[cell]), 1),
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
                const cell = Number(log.values[seen + 1]);
                const digit = name === 'input' ? -1 : Number(info.labels[cell]);
                const time = (Number(log.values[seen]) - record.began + 1) * info.dt;
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
                const time = (Number(record.traces.values[from]) - record.began + 1) * info.dt;
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
