/** The second network: chosen, loaded, and asked about every drawing; its panel is fetched when it is first needed. */
import { MODELS, cellsOf, frontEndOf, modelUrl } from '../kit/models.js';
import { find } from '../kit/dom.js';

export class Comparison {
    /**
     * @param {import('./widgets/compare.js').Asked & { notice: (sentence: string) => void, onProgress: (loaded: number, total: number) => void, onRest: () => void }} parts
     */
    constructor({ notice, onProgress, onRest, ...parts }) {
        this.onProgress = onProgress;
        this.parts = parts;
        this.notice = notice;
        this.onRest = onRest;
        /** What has been asked for and is there or on its way. @type {string | null} */
        this.wanted = null;
        /** @type {Worker | null} */
        this.worker = null;
        /** @type {import('./widgets/compare.js').Compare | null} */
        this.panel = null;
        /** Whether it was asked for where it cannot be seen. */
        this.reveal = false;
        const { state, strings } = parts;
        const model = (/** @type {string} */ name) => strings.model(cellsOf(name), frontEndOf(name));
        this.select = /** @type {HTMLSelectElement} */ (find('compare-select'));
        this.select.replaceChildren(new Option(strings.compareNone, ''), ...Array.from(MODELS.keys(), (name) => new Option(model(name), name)));
        this.select.addEventListener('change', () => state.set({ compare: this.select.value || null }));
    }

    /** @param {string | null} name of the second network, from elsewhere on the page: it is brought into sight when it has come */
    show(name) {
        this.reveal = name !== null;
        this.parts.state.set({ compare: name });
    }

    update() {
        this.select.value = this.parts.state.values.compare ?? '';
        find('compare').hidden = this.parts.state.values.compare === null;
    }

    /** Loads what is wanted, once the first network is there: everything before the first vote comes first. */
    async load() {
        const { client, state, strings, session } = this.parts;
        const { compare } = state.values;
        if (this.worker !== client.worker) {
            // A fresh one, which knows nothing of a second network.
            this.worker = client.worker;
            this.wanted = null;
        }
        if (session.info === null || compare === this.wanted) {
            return;
        }
        this.wanted = compare;
        this.panel?.clear();
        this.onProgress(0, 0);
        try {
            const info = await client.loadSecond(compare === null ? null : { url: modelUrl(compare) });
            if (info && this.wanted === compare) {
                this.panel ??= (await import('./widgets/compare.js')).open(this.parts);
                this.panel.begin(info);
                if (this.reveal) {
                    find('compare').scrollIntoView({ block: 'nearest' });
                }
                this.reveal = false;
            }
        } catch (error) {
            const { name, message } = /** @type {Error} */ (error);
            if (this.wanted === compare) {
                this.wanted = null;
                state.set({ compare: null });
                if (name !== 'Cancelled') {
                    this.notice(strings.badModel.failed(strings.model(cellsOf(compare ?? ''), frontEndOf(compare ?? '')), message.replace(/^(model: )+/, '')));
                }
            }
        } finally {
            this.onRest();
        }
    }

    /** @param {import('./protocol.js').Frame} frame */
    follow(frame) {
        this.load();
        if (this.wanted !== null) {
            this.panel?.follow(frame);
        }
    }
}
