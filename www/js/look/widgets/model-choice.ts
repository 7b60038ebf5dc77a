/** Which network reads: one of those that come with the page, or a file; and how far one is that is on its way. */

import { find } from '../../kit/dom.ts';
import { chosenFiles } from '../../kit/form-field.ts';
import { reasonOf } from '../../kit/library-error.ts';
import { missed } from '../../kit/missed.ts';
import type { ModelFileError } from '../../kit/model-file.ts';
import type { ModelFiles } from '../../kit/models.ts';
import { cellsOf, frontEndOf, MODELS, modelUrl } from '../../kit/models.ts';
import type { State } from '../../shell/state.ts';
import type { Strings } from '../../shell/strings.ts';

/** The choice that stands for a file that has been opened. */
const FILE = 'file';

interface Loader {
    /** to the network that is wanted */
    change: () => Promise<void>;
    /** null: there is none yet */
    info: object | null;
}

export class ModelChoice {
    state: State;
    strings: Strings;
    notice: (sentence: string) => void;
    /** A file that has been opened instead. */
    opened: { name: string; files: ModelFiles } | null = null;
    /** What to go back to: what reads now. */
    before: { model: string; opened: ModelChoice['opened'] };
    loader: Loader | null = null;
    select: HTMLSelectElement;
    progress: HTMLProgressElement;
    cancel: HTMLElement;

    constructor({
        state,
        cancel,
        strings,
        notice,
    }: {
        state: State;
        cancel: () => Promise<void>;
        strings: Strings;
        notice: (sentence: string) => void;
    }) {
        this.state = state;
        this.strings = strings;
        this.notice = notice;
        this.before = { model: state.values.model, opened: null as ModelChoice['opened'] };
        this.select = find('model-select') as HTMLSelectElement;
        this.select.addEventListener('change', () => {
            this.choose(this.select.value);
        });
        this.progress = find('model-progress') as HTMLProgressElement;
        this.cancel = find('model-cancel');
        this.cancel.addEventListener('click', () => {
            cancel();
            this.select.focus();
        });
        find('model-file').addEventListener('change', (event) => this.open(chosenFiles(event)));
    }

    /** @returns what to load now */
    files(): ModelFiles {
        return this.opened?.files ?? { url: modelUrl(this.state.values.model) };
    }

    update() {
        const own = this.opened === null ? [] : [new Option(this.opened.name, FILE)];
        const names = Array.from(
            MODELS.keys(),
            (name) => new Option(this.strings.model(cellsOf(name), frontEndOf(name)), name),
        );
        this.select.replaceChildren(...names, ...own);
        this.select.value = this.opened === null ? this.state.values.model : FILE;
    }

    /**
     * @param loaded bytes
     * @param total 0: not known
     */
    advance(loaded: number, total: number) {
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

    /** @returns whether the network in these files reads now; what goes wrong is said */
    async open(files: readonly File[]) {
        this.notice('');
        try {
            const { read } = await import('../../kit/model-file.ts');
            this.opened = await read(files);
        } catch (error) {
            const { badModel, faults } = this.strings;
            const name = files[0]?.name ?? '';
            // Told by its name, for its class comes with the file that may have failed to load.
            const { kind } = error as ModelFileError;
            const known = (error as Error).name === 'ModelFileError';
            this.notice(known ? badModel[kind](name) : badModel.failed(name, reasonOf(error, await faults())));
            return false;
        }
        return this.#change(this.state.values.model);
    }

    /** @param model one of those that come with the page */
    choose(model: string) {
        this.opened = null;
        return this.#change(model);
    }

    async #change(model: string) {
        const { name = this.strings.model(cellsOf(model), frontEndOf(model)) } = this.opened ?? {};
        this.notice('');
        // Cells of another network are other cells.
        this.state.set({ model, cells: [], why: null });
        this.advance(0, 0);
        try {
            await this.loader?.change();
            this.before = { model, opened: this.opened };
            return true;
        } catch (error) {
            const cause = error as Error;
            if (cause.name !== 'Cancelled') {
                this.notice(this.strings.badModel.failed(name, reasonOf(cause, await this.strings.faults())));
                missed();
            } else if (this.state.values.model !== model) {
                // Overtaken by another choice, which remains.
                return false;
            }
            this.opened = this.before.opened;
            this.state.set({ model: this.before.model });
            return false;
        } finally {
            this.rest();
        }
    }
}
