/** Draw symbols of one's own, name them, and train on them. */
import { html, nothing } from 'lit-html';
import { isBlank } from '../picture.js';
import { Pad, pixelsOf } from './pad.js';
import * as symbols from './symbols.js';

/** @typedef {import('./symbols.js').Symbol} Symbol */

export class SymbolsPanel {
    /**
     * @param {import('./session.js').Session} session
     * @param {import('./words-en.js').Words} words
     * @param {import('../strings.js').Strings} strings
     * @param {() => void} onChange
     * @param {(name: string, blob: Blob) => void} download
     */
    constructor(session, words, strings, onChange, download) {
        this.session = session;
        this.words = words;
        this.onChange = onChange;
        this.download = download;
        /** @type {Symbol[]} */
        this.symbols = [];
        this.pad = new Pad(strings, onChange);
        this.name = '';
        this.problem = '';
        symbols.load().then((kept) => {
            this.symbols = kept;
            onChange();
        });
    }

    /** @param {Symbol[]} now */
    #set(now) {
        this.symbols = now;
        symbols.keep(now).catch((error) => {
            this.problem = this.words.symbolsNotKept(error.message);
            this.onChange();
        });
        this.onChange();
    }

    async add() {
        const { words } = this;
        const name = this.name.trim();
        this.problem = name === '' ? words.nameIt : isBlank(this.pad.picture) ? words.drawIt : '';
        if (this.problem === '') {
            const picture = await pixelsOf(this.pad.picture, this.session.crew.judge);
            const next = picture && symbols.withPicture(this.symbols, name, picture);
            this.problem = picture === null ? words.drawIt : next === null ? words.tooMany(symbols.MOST) : '';
            if (next) {
                this.#set(next);
                this.pad.clear();
            }
        }
        this.onChange();
    }

    /** @param {File} file */
    async open(file) {
        const read = symbols.fromFile(await file.text());
        this.problem = read ? '' : this.words.noSymbols(file.name);
        this.#set(read ?? this.symbols);
    }

    panel() {
        const { words, session } = this;
        return html`<div class="symbols">
            <label class="control">${words.symbolName}<input data-testid="symbols-name" type="text" maxlength="20" .value=${this.name} @input=${(/** @type {Event} */ event) => {
                this.name = /** @type {HTMLInputElement} */ (event.target).value;
            }} /></label>
            <p class="ballot__buttons">
                <button type="button" class="button" data-testid="symbols-add" @click=${() => this.add()}>${words.symbolAdd}</button>
                <button type="button" class="button" data-testid="symbols-clear" @click=${() => this.pad.clear()}>${words.clear}</button>
            </p>
            ${this.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="symbols-problem">${this.problem}</p>`}
            <ul class="symbols__list" data-testid="symbols-list">
                ${this.symbols.map(
                    ({ name, pictures }, at) => html`<li data-count=${pictures.length}>
                        <span>${words.symbolLine(name, pictures.length)}</span>
                        <button type="button" class="button" aria-label=${words.symbolDelete(name)} @click=${() => this.#set(this.symbols.filter((_, other) => other !== at))}>${words.delete}</button>
                    </li>`,
                )}
            </ul>
            <p class="ballot__buttons">
                <button type="button" class="button button--main" data-testid="symbols-train" ?disabled=${this.symbols.length < 2 || session.running || session.info === null} @click=${() => session.trainSymbols(symbols.flat(this.symbols))}>${words.symbolsTrain}</button>
                <button type="button" class="button" data-testid="symbols-save" ?disabled=${this.symbols.length === 0} @click=${() => this.download('symbols.json', new Blob([symbols.toFile(this.symbols)], { type: 'application/json' }))}>${words.symbolsSave}</button>
                <label class="button train-runs__file">${words.symbolsOpen}<input class="spoken" data-testid="symbols-file" type="file" accept=".json" @change=${(/** @type {Event} */ event) => {
                    const input = /** @type {HTMLInputElement} */ (event.target);
                    const [file] = input.files ?? [];
                    input.value = '';
                    if (file) {
                        this.open(file);
                    }
                }} /></label>
            </p>
        </div>`;
    }
}
