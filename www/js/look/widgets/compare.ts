/** Two networks on one drawing, side by side: of each digit, the spikes of either and how likely either finds it. */

import { find } from '../../kit/dom.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Verdict } from '../../kit/verdict.ts';
import type { State } from '../../shell/state.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Client } from '../client.ts';
import { whyNot } from '../narrate.ts';
import type { Frame, SecondInfo } from '../protocol.ts';
import type { Session } from '../session.ts';
import { scaleFor } from './vote-bars.ts';

/** Of the columns, from left to right: the second network's mirror the first's. */
const WIDTHS = ['share', 'spikes', 'bars', 'digit', 'bars', 'spikes', 'share'];
/** Later than any presentation ends. */
const END = 0xffff_ffff;

export interface Asked {
    client: Client;
    session: Session;
    state: State;
    strings: Strings;
}

export class Compare {
    place: HTMLElement;
    client: Client;
    session: Session;
    state: State;
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
    /** The second network. */
    info: { neurons: number; frontEnd: FrontEnd };
    asking = false;
    next: Frame | null = null;
    caption: HTMLTableCaptionElement;
    heads: HTMLTableCellElement[];
    rows: {
        item: HTMLTableRowElement;
        sides: { share: HTMLElement; spikes: HTMLElement; track: HTMLElement; bar: HTMLSpanElement }[];
    }[];
    says: HTMLParagraphElement;

    constructor(place: HTMLElement, { client, session, state, strings }: Asked) {
        this.place = place;
        this.client = client;
        this.session = session;
        this.state = state;
        this.strings = strings;
        this.info = { neurons: 0, frontEnd: 'edges' as FrontEnd };
        const table = document.createElement('table');
        table.className = 'duel';
        this.caption = table.createCaption();
        for (const width of WIDTHS) {
            const column = document.createElement('col');
            column.className = `duel__${width}`;
            table.append(column);
        }
        this.heads = [0, 1].map(() => document.createElement('th'));
        const head = table.createTHead().insertRow();
        const corner = document.createElement('th');
        corner.scope = 'col';
        corner.textContent = strings.tableDigit;
        this.heads.forEach((cell) => {
            cell.scope = 'colgroup';
            cell.colSpan = 3;
        });
        head.append(this.heads[0] as Node, corner, this.heads[1] as Node);
        const body = table.createTBody();
        this.rows = Array.from({ length: 10 }, (_, digit) => row(body, digit));
        this.says = document.createElement('p');
        this.says.dataset.testid = 'compare-says';
        place.replaceChildren(table, this.says);
    }

    begin(info: SecondInfo) {
        this.info = info;
        this.caption.textContent = this.strings.compareCaption;
        this.clear();
        if (this.session.now) {
            this.follow(this.session.now);
        }
    }

    clear() {
        const nothing: Verdict = { digit: null, votes: Array(10).fill(0), spikes: 0, evidence: Array(10).fill(0) };
        this.#show(nothing, nothing, false);
    }

    /** The second network at the same step. One question at a time; of those that come meanwhile, the last. */
    async follow(frame: Frame) {
        this.next = frame;
        if (this.asking) {
            return;
        }
        this.asking = true;
        while (this.next) {
            const now = this.next;
            const { shown } = this.session;
            this.next = null;
            if (shown?.run !== now.run) {
                continue;
            }
            const step = now.phase === 'done' ? END : now.step;
            const second = await this.client.simulation
                .secondVerdict(shown, step, this.state.values.threshold / 100)
                .catch(() => null);
            if (second && shown.run === this.session.shown?.run) {
                this.#show(now.verdict, second.verdict, now.phase === 'done' && second.done);
            }
        }
        this.asking = false;
    }

    #show(first: Verdict, second: Verdict, done: boolean) {
        const { strings } = this;
        const scale = scaleFor(Math.max(...first.votes, ...second.votes));
        const both = [first, second];
        this.rows.forEach(({ item, sides }, digit) => {
            item.classList.toggle('duel__row--answer', done && both.some((verdict) => verdict.digit === digit));
            both.forEach(({ votes, evidence, digit: answer }, at) => {
                const { spikes, bar, share } = sides[at] as ReturnType<typeof side>;
                spikes.textContent = String(votes[digit] ?? 0);
                bar.style.transform = `scaleX(${Number(votes[digit]) / scale})`;
                share.textContent = done ? strings.share(evidence[digit] ?? 0) : '–';
                for (const cell of [spikes, share]) {
                    cell.classList.toggle('duel--answer', done && answer === digit);
                }
            });
        });
        const infos = [this.session.info ?? { neurons: 0, frontEnd: this.info.frontEnd }, this.info];
        // What they see is said where that is what sets them apart.
        const apart = infos[0]?.frontEnd !== infos[1]?.frontEnd;
        infos.forEach(({ neurons, frontEnd }, at) => {
            const verdict = both[at];
            const answer = verdict?.digit ?? null;
            const head = this.heads[at] as HTMLElement;
            head.textContent = strings.duelHead(
                neurons,
                done ? (answer === null ? '?' : String(answer)) : '…',
                apart ? frontEnd : '',
            );
            head.dataset.digit = done && answer !== null ? String(answer) : '';
        });
        this.says.textContent = done
            ? strings.duel(
                  first.digit,
                  second.digit,
                  both.map((verdict) => whyNot(verdict, strings)),
              )
            : '';
    }
}

function row(body: HTMLTableSectionElement, digit: number) {
    const item = body.insertRow();
    const name = document.createElement('th');
    const sides = [side(), side()];
    item.className = 'duel__row';
    item.dataset.digit = String(digit);
    name.scope = 'row';
    name.textContent = String(digit);
    const [left, right] = sides;
    if (left && right) {
        item.append(left.share, left.spikes, left.track, name, right.track, right.spikes, right.share);
    }
    return { item, sides };
}

function side() {
    const [share, spikes, track] = [0, 1, 2].map(() => document.createElement('td'));
    const bar = document.createElement('span');
    bar.className = 'duel__bar';
    track?.append(bar);
    return { share: share as HTMLElement, spikes: spikes as HTMLElement, track: track as HTMLElement, bar };
}

export function open(parts: Asked) {
    return new Compare(find('compare'), parts);
}
