/** The ways in for files: buttons, dropping, pasting. What a file means is looked up only when there is one. */
import { spellPlacing } from '../kit/input.js';
import { find } from '../kit/dom.js';

/**
 * @param {DataTransfer | null} transfer
 * @returns {File[]}
 */
const filesOf = (transfer) => Array.from(transfer?.files ?? []);

/** @param {File} file whether it is meant to be a network */
const isModel = ({ name }) => /\.(safetensors|npy)$/i.test(name);

export class Files {
    /**
     * @param {object} parts
     * @param {import('./client.js').Client} parts.client
     * @param {import('../shell/state.js').State} parts.state
     * @param {import('../shell/strings.js').Strings} parts.strings
     * @param {(sentence: string) => void} parts.notice
     * @param {(files: readonly File[]) => void} parts.onModel
     */
    constructor({ client, state, strings, notice, onModel }) {
        this.onModel = onModel;
        this.client = client;
        this.state = state;
        this.strings = strings;
        this.notice = notice;
        const chosen = /** @type {HTMLInputElement} */ (find('image-file'));
        chosen.addEventListener('change', () => {
            this.open(Array.from(chosen.files ?? []));
            // The same file may be chosen again.
            chosen.value = '';
        });
        addEventListener('paste', (event) => {
            const files = filesOf(event.clipboardData);
            if (files.length > 0 && !event.defaultPrevented) {
                event.preventDefault();
                this.open(files);
            }
        });
        // Wherever a file falls, the browser must not leave the page for it.
        const root = document.documentElement;
        addEventListener('dragover', (event) => {
            if (event.dataTransfer?.types.includes('Files')) {
                event.preventDefault();
                root.dataset.drag = 'over';
            }
        });
        addEventListener('dragleave', (event) => {
            if (event.relatedTarget === null) {
                delete root.dataset.drag;
            }
        });
        addEventListener('drop', (event) => {
            const files = filesOf(event.dataTransfer);
            delete root.dataset.drag;
            if (files.length > 0 && !event.defaultPrevented) {
                event.preventDefault();
                this.open(files);
            }
        });
        state.subscribe((_, changed) => {
            if (changed.has('input') || changed.has('picture')) {
                this.#place();
            }
        });
    }

    /** @param {readonly File[]} files */
    async open(files) {
        const file = files[0];
        if (!file) {
            return;
        }
        if (files.some(isModel)) {
            this.onModel(files);
            return;
        }
        this.notice('');
        await this.#try(async ({ picture }) => {
            this.state.show(await picture(file, this.state.values.input, this.client));
        }, file.name);
    }

    /** Where a picture from elsewhere lies depends on the switches: it is placed anew. */
    async #place() {
        const { input, picture } = this.state.values;
        const { image } = picture;
        if (image?.source == null || image.placing === spellPlacing(input)) {
            return;
        }
        const { source } = image;
        await this.#try(async ({ placed }) => {
            const moved = await placed(source, input, this.client);
            if (this.state.values.picture === picture && this.state.values.input === input) {
                this.state.set({ picture: moved });
            }
        }, '');
    }

    /**
     * @param {(module: typeof import('../kit/image-file.js')) => Promise<void>} work
     * @param {string} name of the file
     */
    async #try(work, name) {
        try {
            await work(await import('../kit/image-file.js'));
        } catch (error) {
            const { kind = 'failed' } = /** @type {{ kind?: 'none' | 'large' | 'empty' }} */ (error);
            this.notice(this.strings.badPicture[kind](name, /** @type {Error} */ (error).message));
        }
    }
}
