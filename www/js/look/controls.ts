/** The plain controls of the page: each sets something of the state, and shows what it is. */

import { find } from '../kit/dom.ts';
import { isBlank } from '../kit/picture.ts';
import type { State, Values } from '../shell/state.ts';
import { PACES, SPEEDS } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Session } from './session.ts';
import type { Fields } from './widgets/fields.ts';
import { ZOOM } from './widgets/fields.ts';

export class Controls {
    state: State;
    session: Session;
    strings: Strings;
    undo: HTMLButtonElement;
    clear: HTMLButtonElement;
    sameNoise: HTMLButtonElement;
    seed: HTMLInputElement;
    speed: HTMLSelectElement;
    order: HTMLSelectElement;
    sound: HTMLButtonElement;
    colour: HTMLButtonElement;
    pace: HTMLInputElement;

    constructor({
        state,
        session,
        strings,
        fields,
    }: {
        state: State;
        session: Session;
        strings: Strings;
        fields: Fields;
    }) {
        this.state = state;
        this.session = session;
        this.strings = strings;
        this.undo = this.#button('undo', () => state.undo());
        this.clear = this.#button('clear', () => state.clear());
        this.sameNoise = this.#button('same-noise', () => session.look());
        this.#button('new-noise', async () => state.set({ seed: await session.freshSeed() }));
        this.#button('retry', () => session.load());
        this.#button('why-close', () => {
            const asked = state.values.why;
            state.set({ why: null });
            find(`vote-${asked}`).focus();
        });
        this.seed = find('seed') as HTMLInputElement;
        this.seed.addEventListener('change', () => {
            const typed = this.seed.value.trim();
            const good = /^\d+$/.test(typed) && state.set({ seed: Number(typed) });
            this.#judge(this.seed, 'seed-problem', good ? '' : strings.badSeed);
        });
        const speeds = SPEEDS.map(
            (pace) => new Option((strings.speedOf as Record<string, string>)[String(pace)], String(pace)),
        );
        this.speed = this.#select('speed', speeds, (value) => ({ speed: Number(value) }));
        this.pace = find('pace', HTMLInputElement);
        this.pace.addEventListener('input', () => state.set({ speed: PACES[Number(this.pace.value)] ?? 350 }));
        const orders = Object.entries(strings.orders).map(([value, name]) => new Option(name, value));
        this.order = this.#select('raster-order', orders, (value) => ({ order: value as Values['order'] }));
        this.#pinForm();
        this.sound = this.#button('sound-toggle', () => state.set({ sound: !state.values.sound }));
        this.#button('fields-in', () => fields.view.zoom(ZOOM));
        this.#button('fields-out', () => fields.view.zoom(1 / ZOOM));
        this.#button('fields-whole', () => fields.view.whole());
        this.colour = this.#button('fields-colour', () => state.set({ colour: !state.values.colour }));
        document.addEventListener('keydown', (event) => {
            const typing = event.target instanceof HTMLInputElement;
            if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing) {
                event.preventDefault();
                state.undo();
            }
        });
    }

    /** Shows the state in every control that sets it. */
    update() {
        const { picture, seed, speed, order, colour, sound } = this.state.values;
        const blank = isBlank(picture);
        document.documentElement.dataset.pad = blank ? 'blank' : 'inked';
        const digit = picture.sample ?? picture.image?.digit ?? null;
        find('pad-sample').textContent = digit === null ? '' : this.strings.padSample(digit);
        this.undo.disabled = this.state.past.length === 0;
        this.clear.disabled = blank;
        this.sameNoise.disabled = blank;
        this.seed.value = String(seed);
        this.#judge(this.seed, 'seed-problem', '');
        this.speed.value = String(speed);
        this.pace.value = String(PACES.filter((pace) => pace < speed).length);
        this.pace.setAttribute('aria-valuetext', (this.strings.speedOf as Record<string, string>)[String(speed)] ?? '');
        this.order.value = order;
        this.colour.setAttribute('aria-pressed', String(colour));
        this.sound.setAttribute('aria-pressed', String(sound));
    }

    #pinForm() {
        const cell = find('pin-cell') as HTMLInputElement;
        find('pin-form').addEventListener('submit', (event) => {
            event.preventDefault();
            const most = (this.session.info?.neurons ?? 1) - 1;
            const typed = Number(cell.value);
            const good = /^\d+$/.test(cell.value.trim()) && typed <= most;
            this.#judge(cell, 'pin-problem', good ? '' : this.strings.badCell(most));
            if (good && !this.state.values.cells.includes(typed)) {
                this.state.pin(typed);
            }
        });
    }

    /**
     * @param place of the sentence
     * @param sentence empty: nothing is wrong
     */
    #judge(input: HTMLInputElement, place: string, sentence: string) {
        input.setAttribute('aria-invalid', String(sentence !== ''));
        find(place).textContent = sentence;
    }

    #button(name: string, then: () => void) {
        const button = find(name) as HTMLButtonElement;
        button.addEventListener('click', then);
        return button;
    }

    #select(name: string, options: readonly HTMLOptionElement[], change: (value: string) => Partial<Values>) {
        const select = find(name) as HTMLSelectElement;
        select.replaceChildren(...options);
        select.addEventListener('change', () => this.state.set(change(select.value)));
        return select;
    }
}
