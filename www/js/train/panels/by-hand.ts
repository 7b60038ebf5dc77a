/** Naming cells by hand: draw a digit, see which cells respond, say what it was; and the accuracy with such names. */
import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Measured, Named } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';
import { Pad, pixelsOf } from './pad.ts';

const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

export class ByHand {
    session: Session;
    onChange: () => void;
    pad: Pad;
    pixels: Uint8Array | null = null;
    /** Cells that responded to the drawing, with their spikes; most spikes first. */
    answers: [number, number][] = [];
    drawings: { pixels: Uint8Array; label: number }[] = [];
    /** Accuracy with the names given by hand, and the network's image count at that time. */
    named: (Named & { images: number }) | null = null;
    /** Whether the fields show the names given by hand. */
    shown = false;
    /** Possible names for a drawing. */
    names: readonly string[];
    turn = 0;
    /** The measurement of the current network; null while it learns. */
    measured: Measured | null = null;

    constructor(session: Session, strings: Strings, onChange: () => void) {
        this.session = session;
        this.onChange = onChange;
        this.pad = new Pad(strings, () => this.#drawn());
        this.names = NUMERALS;
    }

    /** Updates responses and names for the current network, once it is paused and measured. */
    async follow() {
        const { settled, measured } = this.session;
        if (this.measured === (settled ? measured : null)) {
            return;
        }
        this.measured = settled ? measured : null;
        const names = this.session.names ?? NUMERALS;
        if (names.join() !== this.names.join()) {
            this.names = names;
            this.drawings = [];
        }
        this.named = null;
        this.answers = [];
        if (this.measured) {
            await this.#answer();
            await this.#compare();
        }
        this.onChange();
    }

    async #drawn() {
        this.turn += 1;
        const { turn } = this;
        const pixels = await pixelsOf(this.pad.picture, this.session.workers.evaluation);
        if (turn === this.turn) {
            this.pixels = pixels;
            await this.#answer();
        }
        this.onChange();
    }

    async #answer() {
        const { pixels, measured } = this;
        const counts = pixels && measured && (await this.session.workers.evaluation.counts(pixels).catch(() => null));
        if (pixels === this.pixels && measured === this.measured) {
            this.answers = [...(counts ?? []).entries()]
                .filter(([, spikes]) => spikes > 0)
                .sort(([, a], [, b]) => b - a);
        }
    }

    /** @param label of the drawing on the pad */
    async say(label: number) {
        if (this.pixels) {
            this.drawings = [...this.drawings, { pixels: this.pixels, label }];
            this.pad.clear();
            await this.#compare();
        }
    }

    async #compare() {
        const { drawings, names, session, measured } = this;
        if (drawings.length === 0 || measured === null) {
            this.named = null;
            return;
        }
        const pixels = new Uint8Array(drawings.length * 784);
        drawings.forEach((drawing, at) => pixels.set(drawing.pixels, at * 784));
        const labels = Uint8Array.from(drawings, ({ label }) => label);
        const named = await session.attempt(
            () => session.workers.evaluation.nameBy({ names: [...names], digits: [], pixels, labels }),
            session.words.notMeasured,
        );
        if (named && drawings === this.drawings && measured === this.measured) {
            this.named = { ...named, images: measured.images };
        }
        this.onChange();
    }

    forget() {
        this.drawings = [];
        this.named = null;
        this.shown = false;
        this.onChange();
    }

    /** What to show on the fields: names given by hand, and cells to frame. */
    get marks() {
        return { labels: this.shown ? (this.named?.labels ?? null) : null, cells: this.answers.map(([cell]) => cell) };
    }

    panel(words: Words) {
        const { answers, drawings, names, measured, pixels } = this;
        const said =
            pixels === null ? words.handDraw : answers.length === 0 ? words.handNobody : words.handAnswers(answers);
        return html`<div class="by-hand">
            <p class="says" role="status" data-testid="hand-answers" data-cells=${answers.length}>${measured ? said : words.handLater}</p>
            <div class="by-hand__names" role="group" aria-label=${words.handIs}>
                <span>${words.handIs}</span>
                ${names.map((name, label) => html`<button type="button" class="button" data-testid="hand-name-${label}" aria-label="${words.handIs} ${name}" ?disabled=${pixels === null || measured === null} @click=${() => this.say(label)}>${name}</button>`)}
            </div>
            <p class="ballot__buttons">
                <button type="button" class="button" data-testid="hand-clear" @click=${() => this.pad.clear()}>${words.clear}</button>
                <button type="button" class="button" data-testid="hand-forget" ?disabled=${drawings.length === 0} @click=${() => this.forget()}>${words.handForget}</button>
            </p>
            ${drawings.length === 0 ? nothing : html`<p class="says">${words.handDrawings(names.map((name, label) => ({ name, count: drawings.filter((drawing) => drawing.label === label).length })).filter(({ count }) => count > 0))}</p>`}
            ${this.#table(words)}
        </div>`;
    }

    #table(words: Words) {
        const { named, measured } = this;
        if (named === null || measured === null) {
            return nothing;
        }
        const count = (labels: Int8Array) => labels.filter((label) => label >= 0).length;
        const cells = named.labels.length;
        const same = named.labels.filter((label, cell) => label >= 0 && label === measured.labels[cell]).length;
        return html`<table class="table" data-testid="hand-table" data-images=${named.images} data-accuracy=${(named.correct / named.shown).toFixed(4)} data-automatic=${(measured.correct / measured.shown).toFixed(4)}>
                <thead><tr><td></td><th scope="col">${words.handBy}</th><th scope="col">${words.handAutomatic(measured.labelled)}</th></tr></thead>
                <tbody>
                    <tr><th scope="row">${words.accuracyTitle}</th><td>${words.accuracy(named.correct / named.shown)}</td><td>${words.accuracy(measured.correct / measured.shown)}</td></tr>
                    <tr><th scope="row">${words.handNamed}</th><td>${words.ofCells(count(named.labels), cells)}</td><td>${words.ofCells(count(measured.labels), cells)}</td></tr>
                    <tr><th scope="row">${words.handSame}</th><td>${words.ofCells(same, count(named.labels))}</td><td></td></tr>
                </tbody>
            </table>
            <button type="button" class="button" data-testid="hand-show" aria-pressed=${String(this.shown)} @click=${() => {
                this.shown = !this.shown;
                this.onChange();
            }}>${words.handShow}</button>`;
    }
}
