/** What the network sees, pixels or edges: the switch between two networks, and all that is said of one alone. */

import { find } from '../../kit/dom.ts';
import type { FrontEnd as Sees } from '../../kit/models.ts';
import { counterpart, frontEndOf } from '../../kit/models.ts';
import type { State } from '../../shell/state.ts';
import type { Strings } from '../../shell/strings.ts';
import type { ModelChoice } from './model-choice.ts';

export class FrontEnd {
    state: State;
    models: ModelChoice;
    strings: Strings;
    options: HTMLInputElement[];
    picture: HTMLElement;
    compare: HTMLButtonElement;
    /** What the network that is there sees; null before it is. */
    loaded: Sees | null = null;

    constructor({
        state,
        models,
        strings,
        onCompare,
    }: {
        state: State;
        models: ModelChoice;
        strings: Strings;
        /** with which network, or with none any more */
        onCompare: (name: string | null) => void;
    }) {
        this.state = state;
        this.models = models;
        this.strings = strings;
        this.options = (['pixels', 'edges'] as const).map((sees) => find(`front-end-${sees}`) as HTMLInputElement);
        this.picture = find('net-input');
        for (const option of this.options) {
            option.addEventListener('change', () => this.#choose(option.value as Sees));
        }
        this.compare = find('front-end-compare') as HTMLButtonElement;
        this.compare.addEventListener('click', () =>
            onCompare(state.values.compare === this.other ? null : this.other),
        );
    }

    /** The network that sees the other thing, where there is one. */
    get other() {
        return this.models.opened === null ? counterpart(this.state.values.model) : null;
    }

    /** @param loaded what a network that has come sees */
    update(loaded: Sees | null = this.loaded) {
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
        this.picture.setAttribute(
            'aria-label',
            now === 'edges' ? this.strings.inputLabelEdges : this.strings.inputLabel,
        );
    }

    #choose(sees: Sees) {
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
