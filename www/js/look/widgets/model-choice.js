/** Which network reads: one of those that come with the page, or a file; and how far one is that is on its way. */
import { MODELS, cellsOf, frontEndOf, modelUrl } from '../../kit/models.js';
import { find } from '../../kit/dom.js';

/** @typedef {import('../protocol.js').ModelFiles} ModelFiles */

/** The choice that stands for a file that has been opened. */
const FILE = 'file';

/**
 * @typedef {object} Loader
 * @property {() => Promise<void>} change  to the network that is wanted
 * @property {object | null} info          null: there is none yet
 */

export class ModelChoice {
    /**
     * @param {object} parts
     * @param {import('../../shell/state.js').State} parts.state
     * @param {() => Promise<void>} parts.cancel
     * @param {import('../../shell/strings.js').Strings} parts.strings
     * @param {(sentence: string) => void} parts.notice
     */
    constructor({ state, cancel, strings, notice }) {
        this.state = state;
        this.strings = strings;
        this.notice = notice;
        /** A file that has been opened instead. @type {{ name: string, files: ModelFiles } | null} */
        this.opened = null;
        /** What to go back to: what reads now. */
        this.before = { model: state.values.model, opened: /** @type {ModelChoice['opened']} */ (null) };
        /** @type {Loader | null} */
        this.loader = null;
        this.select = /** @type {HTMLSelectElement} */ (find('model-select'));
        this.select.addEventListener('change', () => {
            this.choose(this.select.value);
        });
        this.progress = /** @type {HTMLProgressElement} */ (find('model-progress'));
        this.cancel = find('model-cancel');
        this.cancel.addEventListener('click', () => {
            cancel();
            this.select.focus();
        });
        const chosen = /** @type {HTMLInputElement} */ (find('model-file'));
        chosen.addEventListener('change', () => {
            this.open(Array.from(chosen.files ?? []));
            chosen.value = '';
        });
    }

    /** @returns {ModelFiles} what is to be loaded now */
    files() {
        return this.opened?.files ?? { url: modelUrl(this.state.values.model) };
    }

    update() {
        const own = this.opened === null ? [] : [new Option(this.opened.name, FILE)];
        const names = Array.from(MODELS.keys(), (name) => new Option(this.strings.model(cellsOf(name), frontEndOf(name)), name));
        this.select.replaceChildren(...names, ...own);
        this.select.value = this.opened === null ? this.state.values.model : FILE;
    }

    /**
     * @param {number} loaded bytes
     * @param {number} total  0: not known
     */
    advance(loaded, total) {
        const there = total > 0 && loaded >= total;
        find('model-load').hidden = there;
        this.cancel.hidden = this.loader?.info == null;
        if (total > 0) {
            this.progress.max = total;
            this.progress.value = loaded;
        } else {
            this.progress.removeAttribute('value');
        }
        find('model-bytes').textContent = loaded > 0 ? this.strings.bytes(loaded, total) : '';
    }

    /** Nothing is on its way any more. */
    rest() {
        find('model-load').hidden = true;
    }

    /** @param {readonly File[]} files */
    async open(files) {
        this.notice('');
        try {
            const { read } = await import('../../kit/model-file.js');
            this.opened = await read(files);
        } catch (error) {
            const { kind = 'failed', message } = /** @type {{ kind?: 'none' | 'pair' | 'large' | 'unnamed', message: string }} */ (error);
            this.notice(this.strings.badModel[kind](files[0]?.name ?? '', message));
            return;
        }
        await this.#change(this.state.values.model);
    }

    /** @param {string} model one of those that come with the page */
    choose(model) {
        this.opened = null;
        return this.#change(model);
    }

    /** @param {string} model */
    async #change(model) {
        const { name = this.strings.model(cellsOf(model), frontEndOf(model)) } = this.opened ?? {};
        this.notice('');
        // Cells of another network are other cells.
        this.state.set({ model, cells: [], why: null });
        this.advance(0, 0);
        try {
            await this.loader?.change();
            this.before = { model, opened: this.opened };
        } catch (error) {
            const cause = /** @type {Error} */ (error);
            if (cause.name !== 'Cancelled') {
                this.notice(this.strings.badModel.failed(name, cause.message.replace(/^(model: )+/, '')));
            } else if (this.state.values.model !== model) {
                // Overtaken by another choice, which stands.
                return;
            }
            this.opened = this.before.opened;
            this.state.set({ model: this.before.model });
        } finally {
            this.rest();
        }
    }
}
