/** What the network sees, pixels or edges: the switch between two networks, and all that is said of one alone. */
import { counterpart, frontEndOf } from '../../kit/models.js';
import { find } from '../../kit/dom.js';

/** @typedef {import('../protocol.js').FrontEnd} Sees */

export class FrontEnd {
    /**
     * @param {object} parts
     * @param {import('../../shell/state.js').State} parts.state
     * @param {import('./model-choice.js').ModelChoice} parts.models
     * @param {import('../../shell/strings.js').Strings} parts.strings
     * @param {(name: string | null) => void} parts.onCompare  with which network, or with none any more
     */
    constructor({ state, models, strings, onCompare }) {
        this.state = state;
        this.models = models;
        this.strings = strings;
        this.options = /** @type {const} */ (['pixels', 'edges']).map((sees) => /** @type {HTMLInputElement} */ (find(`front-end-${sees}`)));
        this.picture = find('net-input');
        for (const option of this.options) {
            option.addEventListener('change', () => this.#choose(/** @type {Sees} */ (option.value)));
        }
        this.compare = /** @type {HTMLButtonElement} */ (find('front-end-compare'));
        this.compare.addEventListener('click', () => onCompare(state.values.compare === this.other ? null : this.other));
        /** What the network that is there sees; null before it is. @type {Sees | null} */
        this.loaded = null;
    }

    /** The network that sees the other thing, where there is one. */
    get other() {
        return this.models.opened === null ? counterpart(this.state.values.model) : null;
    }

    /** @param {Sees | null} [loaded] what a network that has come sees */
    update(loaded = this.loaded) {
        this.loaded = loaded;
        const { other } = this;
        const sees = other === null ? (loaded ?? 'edges') : frontEndOf(this.state.values.model);
        for (const option of this.options) {
            option.checked = option.value === sees;
            option.disabled = other === null;
        }
        this.compare.disabled = other === null;
        this.compare.setAttribute('aria-pressed', String(other !== null && this.state.values.compare === other));
        // What is said is of the network that is there.
        const now = loaded ?? sees;
        document.documentElement.dataset.frontEnd = now;
        this.picture.setAttribute('aria-label', now === 'edges' ? this.strings.inputLabelEdges : this.strings.inputLabel);
    }

    /** @param {Sees} sees */
    #choose(sees) {
        const { model, compare } = this.state.values;
        const { other } = this;
        if (other !== null && frontEndOf(other) === sees) {
            if (compare === other) {
                // Both stay in sight, with changed places.
                this.state.set({ compare: model });
            }
            this.models.choose(other);
        }
    }
}
