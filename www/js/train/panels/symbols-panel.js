/** Draw symbols of one's own, name them, and train on them. */
import { html, nothing } from 'lit-html';
import { PLAIN } from '../../kit/input.js';
import { isBlank } from '../../kit/picture.js';
import { chosen } from './drop.js';
import { Pad, pixelsOf } from './pad.js';
import * as symbols from '../run/symbols.js';

/** @typedef {import('../run/symbols.js').Symbol} Symbol */

const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

export class SymbolsPanel {
    /**
     * @param {import('../run/session.js').Session} session
     * @param {import('../words-en.js').Words} words
     * @param {import('../../shell/strings.js').Strings} strings
     * @param {() => void} onChange
     * @param {(name: string, blob: Blob) => void} download
     * @param {() => import('../run/settings.js').FrontEnd} frontEnd  as the form says
     */
    constructor(session, words, strings, onChange, download, frontEnd) {
        this.session = session;
        this.words = words;
        this.strings = strings;
        this.onChange = onChange;
        this.download = download;
        this.frontEnd = frontEnd;
        /** @type {Symbol[]} */
        this.symbols = [];
        this.pad = new Pad(strings, onChange);
        this.name = '';
        /** Digits of MNIST that are mixed in. @type {number[]} */
        this.digits = [];
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
            if (picture === null) {
                this.problem = words.drawIt;
            } else if (this.#keep(name, picture)) {
                this.pad.clear();
            }
        }
        this.onChange();
    }

    /** @param {string} name @param {Uint8Array} picture @returns {boolean} whether there was room */
    #keep(name, picture) {
        const next = symbols.withPicture(this.symbols, name, picture);
        if (next === null || symbols.classes(next, this.digits).length > symbols.MOST) {
            this.problem = this.words.tooMany(symbols.MOST);
            return false;
        }
        this.#set(next);
        return true;
    }

    /** @param {readonly File[]} files pictures of symbols, named by the field or by what each is called before its number */
    async addPictures(files) {
        const { judge } = this.session.crew;
        const { picture } = await import('../../kit/image-file.js');
        this.problem = '';
        for (const file of files) {
            const name = (this.name.trim() || file.name.replace(/\.\w+$/, '').replace(/[\s_(-]*\d+\)?$/, '')).slice(0, 20) || '?';
            try {
                const { image } = await picture(file, PLAIN, { place: (source) => judge.place(source) });
                if (!image || !this.#keep(name, image.pixels)) {
                    break;
                }
            } catch (error) {
                const { kind = 'failed' } = /** @type {{ kind?: 'none' | 'large' | 'empty' }} */ (error);
                this.problem = this.strings.badPicture[kind](file.name, /** @type {Error} */ (error).message);
                break;
            }
        }
        this.onChange();
    }

    /** @param {number} digit to mix in, or no longer */
    mix(digit) {
        const digits = this.digits.includes(digit) ? this.digits.filter((one) => one !== digit) : [...this.digits, digit].sort();
        const fits = symbols.classes(this.symbols, digits).length <= symbols.MOST;
        this.problem = fits ? '' : this.words.tooMany(symbols.MOST);
        this.digits = fits ? digits : this.digits;
        this.onChange();
    }

    /** @param {File} file */
    async open(file) {
        const read = symbols.fromFile(await file.text());
        const many = read !== null && symbols.classes(read, this.digits).length > symbols.MOST;
        this.problem = read === null ? this.words.noSymbols(file.name) : many ? this.words.tooMany(symbols.MOST) : '';
        if (read === null || many) {
            this.onChange();
        } else {
            this.#set(read);
        }
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
            <p><label class="button train-runs__file">${words.symbolPictures}<input class="spoken" data-testid="symbols-pictures" type="file" accept="image/*" multiple @change=${(/** @type {Event} */ event) => chosen(/** @type {HTMLInputElement} */ (event.target), (files) => this.addPictures(files))} /></label></p>
            ${this.problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="symbols-problem">${this.problem}</p>`}
            <ul class="symbols__list" data-testid="symbols-list">
                ${this.symbols.map(
                    ({ name, pictures }, at) => html`<li data-count=${pictures.length}>
                        <span>${words.symbolLine(name, pictures.length)}</span>
                        <button type="button" class="button" aria-label=${words.symbolDelete(name)} @click=${() => this.#set(this.symbols.filter((_, other) => other !== at))}>${words.delete}</button>
                    </li>`,
                )}
            </ul>
            <div class="by-hand__names" role="group" aria-label=${words.symbolMix}>
                <span>${words.symbolMix}</span>
                ${NUMERALS.map((numeral, digit) => html`<button type="button" class="button" data-testid="symbols-mix-${digit}" aria-pressed=${String(this.digits.includes(digit))} @click=${() => this.mix(digit)}>${numeral}</button>`)}
            </div>
            <p class="ballot__buttons">
                <button type="button" class="button button--main" data-testid="symbols-train" ?disabled=${this.symbols.length === 0 || symbols.classes(this.symbols, this.digits).length < 2 || session.running || session.info === null} @click=${() => session.trainSymbols(symbols.flat(this.symbols, this.digits), this.frontEnd())}>${words.symbolsTrain}</button>
                <button type="button" class="button" data-testid="symbols-save" ?disabled=${this.symbols.length === 0} @click=${() => this.download('symbols.json', new Blob([symbols.toFile(this.symbols)], { type: 'application/json' }))}>${words.symbolsSave}</button>
                <label class="button train-runs__file">${words.symbolsOpen}<input class="spoken" data-testid="symbols-file" type="file" accept=".json" @change=${(/** @type {Event} */ event) => chosen(/** @type {HTMLInputElement} */ (event.target), ([file]) => file && this.open(file))} /></label>
            </p>
        </div>`;
    }
}
