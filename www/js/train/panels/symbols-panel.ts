/** Draw your own symbols, name them, and train on them. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { chosenFiles, fieldValue } from '../../kit/form-field.ts';
import type { PictureFault } from '../../kit/image-file.ts';
import { PLAIN } from '../../kit/input.ts';
import { isBlank } from '../../kit/picture.ts';
import type { Strings } from '../../shell/strings.ts';
import { SilentStore } from '../run/database.ts';
import type { Session } from '../run/session.ts';
import type { Symbol as DrawnSymbol } from '../run/symbols.ts';
import * as symbols from '../run/symbols.ts';
import type { Drawn } from '../worker/augment.ts';
import { Pad, pixelsOf } from './pad.ts';

const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

export class SymbolsPanel {
    session: Session;
    words: Words;
    strings: Strings;
    onChange: () => void;
    download: (name: string, blob: Blob) => void;
    learn: (drawn: Drawn) => void;
    symbols: DrawnSymbol[] = [];
    pad: Pad;
    name = '';
    /** MNIST digits to mix in. */
    digits: number[] = [];
    problem = '';

    /** @param learn begins a run on what was drawn */
    constructor(
        session: Session,
        words: Words,
        strings: Strings,
        onChange: () => void,
        download: (name: string, blob: Blob) => void,
        learn: (drawn: Drawn) => void,
    ) {
        this.session = session;
        this.words = words;
        this.strings = strings;
        this.onChange = onChange;
        this.download = download;
        this.learn = learn;
        this.pad = new Pad(strings, onChange);
        symbols.load().then((kept) => {
            this.symbols = kept;
            onChange();
        });
    }

    #set(now: DrawnSymbol[]) {
        this.symbols = now;
        symbols.keep(now).catch((error) => {
            const why = error instanceof SilentStore ? this.words.silentStore : error.message;
            this.problem = this.words.symbolsNotKept(why);
            this.onChange();
        });
        this.onChange();
    }

    async add() {
        const { words } = this;
        const name = this.name.trim();
        this.problem = name === '' ? words.nameIt : isBlank(this.pad.picture) ? words.drawIt : '';
        if (this.problem === '') {
            const picture = await pixelsOf(this.pad.picture, this.session.workers.evaluation);
            if (picture === null) {
                this.problem = words.drawIt;
            } else if (this.#keep(name, picture)) {
                this.pad.clear();
            }
        }
        this.onChange();
    }

    /** @returns whether there was room for it */
    #keep(name: string, picture: Uint8Array): boolean {
        const next = symbols.withPicture(this.symbols, name, picture);
        if (next === null || symbols.classes(next, this.digits).length > symbols.MOST) {
            this.problem = this.words.tooMany(symbols.MOST);
            return false;
        }
        this.#set(next);
        return true;
    }

    /** @param files pictures of symbols, named by the name field or by the file name without its number */
    async addPictures(files: readonly File[]) {
        const { evaluation } = this.session.workers;
        const { picture } = await import('../../kit/image-file.ts');
        this.problem = '';
        for (const file of files) {
            const name =
                (this.name.trim() || file.name.replace(/\.\w+$/, '').replace(/[\s_(-]*\d+\)?$/, '')).slice(0, 20) ||
                '?';
            try {
                const { image } = await picture(file, PLAIN, { place: (source) => evaluation.place(source) });
                if (!image || !this.#keep(name, image.pixels)) {
                    break;
                }
            } catch (error) {
                const { kind = 'failed' } = error as { kind?: PictureFault };
                this.problem = this.strings.badPicture[kind](file.name, (error as Error).message);
                break;
            }
        }
        this.onChange();
    }

    /** @param digit to mix in, or to leave out again */
    mix(digit: number) {
        const digits = this.digits.includes(digit)
            ? this.digits.filter((one) => one !== digit)
            : [...this.digits, digit].sort();
        const fits = symbols.classes(this.symbols, digits).length <= symbols.MOST;
        this.problem = fits ? '' : this.words.tooMany(symbols.MOST);
        this.digits = fits ? digits : this.digits;
        this.onChange();
    }

    async open(file: File) {
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
            <label class="control">${words.symbolName}<input data-testid="symbols-name" type="text" maxlength="20" .value=${this.name} @input=${(
                event: Event,
            ) => {
                this.name = fieldValue(event);
            }} /></label>
            <p class="ballot__buttons">
                <button type="button" class="button" data-testid="symbols-add" @click=${() => this.add()}>${words.symbolAdd}</button>
                <button type="button" class="button" data-testid="symbols-clear" @click=${() => this.pad.clear()}>${words.clear}</button>
            </p>
            <p><label class="button train-runs__file">${words.symbolPictures}<input class="spoken" data-testid="symbols-pictures" type="file" accept="image/*" multiple @change=${(event: Event) => this.addPictures(chosenFiles(event))} /></label></p>
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
                <button type="button" class="button button--main" data-testid="symbols-train" ?disabled=${this.symbols.length === 0 || symbols.classes(this.symbols, this.digits).length < 2 || session.running || session.info === null} @click=${() => this.learn(symbols.flat(this.symbols, this.digits))}>${words.symbolsTrain}</button>
                <button type="button" class="button" data-testid="symbols-save" ?disabled=${this.symbols.length === 0} @click=${() => this.download('symbols.json', new Blob([symbols.toFile(this.symbols)], { type: 'application/json' }))}>${words.symbolsSave}</button>
                <label class="button train-runs__file">${words.symbolsOpen}<input class="spoken" data-testid="symbols-file" type="file" accept=".json" @change=${(event: Event) => chosenFiles(event).forEach((file) => this.open(file))} /></label>
            </p>
        </div>`;
    }
}
