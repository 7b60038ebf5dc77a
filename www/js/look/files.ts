/** The ways in for files: buttons, dropping, pasting. What a file means is looked up only when there is one. */

import { find } from '../kit/dom.ts';
import { chosenFiles } from '../kit/form-field.ts';
import type { PictureFault } from '../kit/image-file.ts';
import { spellPlacing } from '../kit/input.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Client } from './client.ts';

const filesOf = (transfer: DataTransfer | null): File[] => Array.from(transfer?.files ?? []);

/** @param file whether it is meant to be a network */
const isModel = ({ name }: File) => /\.(safetensors|npy)$/i.test(name);

export class Files {
    onModel: (files: readonly File[]) => void;
    client: Client;
    state: State;
    strings: Strings;
    notice: (sentence: string) => void;

    constructor({
        client,
        state,
        strings,
        notice,
        onModel,
    }: {
        client: Client;
        state: State;
        strings: Strings;
        notice: (sentence: string) => void;
        onModel: (files: readonly File[]) => void;
    }) {
        this.onModel = onModel;
        this.client = client;
        this.state = state;
        this.strings = strings;
        this.notice = notice;
        find('image-file').addEventListener('change', (event) => this.open(chosenFiles(event)));
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

    async open(files: readonly File[]) {
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
            this.state.show(await picture(file, this.state.values.input, this.client.simulation));
        }, file.name);
    }

    /** The position of a picture from elsewhere depends on the switches: places it again. */
    async #place() {
        const { input, picture } = this.state.values;
        const { image } = picture;
        if (image?.source == null || image.placing === spellPlacing(input)) {
            return;
        }
        const { source } = image;
        await this.#try(async ({ placed }) => {
            const moved = await placed(source, input, this.client.simulation);
            if (this.state.values.picture === picture && this.state.values.input === input) {
                this.state.set({ picture: moved });
            }
        }, '');
    }

    /** @param name of the file */
    async #try(work: (module: typeof import('../kit/image-file.ts')) => Promise<void>, name: string) {
        try {
            await work(await import('../kit/image-file.ts'));
        } catch (error) {
            const { kind = 'failed' } = error as { kind?: PictureFault };
            this.notice(this.strings.badPicture[kind](name, (error as Error).message));
        }
    }
}
