/** What may be done to the picture before the network gets it: two switches, five sliders, and the way back. */
import { NAMES, PLAIN, SLIDERS, SWITCHES, isPlain } from '../../kit/input.js';
import { find } from '../../kit/dom.js';

/** @typedef {import('../../kit/input.js').Input} Input */

export class InputLesson {
    /**
     * @param {object} options
     * @param {import('../../shell/strings.js').Strings} options.strings
     * @param {(changes: Partial<Input>) => void} options.onChange
     */
    constructor({ strings, onChange }) {
        this.strings = strings;
        this.switches = SWITCHES.map((name) => {
            const box = /** @type {HTMLInputElement} */ (find(`${name}-toggle`));
            box.addEventListener('change', () => onChange({ [name]: box.checked }));
            return { name, box };
        });
        this.sliders = NAMES.map((name) => this.#slider(name, onChange));
        find('input-sliders').replaceChildren(...this.sliders.map(({ row }) => row));
        this.reset = /** @type {HTMLButtonElement} */ (find('input-reset'));
        this.reset.addEventListener('click', () => {
            onChange(PLAIN);
            // The button has done its work and is off: the focus goes to the first thing that can be changed.
            this.switches[0]?.box.focus();
        });
    }

    /** @param {Input} input */
    update(input) {
        for (const { name, box } of this.switches) {
            box.checked = input[name];
        }
        for (const { name, slider, value } of this.sliders) {
            const text = this.strings.sliderValue(name, input[name]);
            slider.value = String(input[name]);
            slider.setAttribute('aria-valuetext', text);
            value.textContent = text;
        }
        this.reset.disabled = isPlain(input);
    }

    /**
     * @param {keyof typeof SLIDERS} name
     * @param {(changes: Partial<Input>) => void} onChange
     */
    #slider(name, onChange) {
        const { least, most, step } = SLIDERS[name];
        const row = document.createElement('label');
        const title = document.createElement('span');
        const slider = document.createElement('input');
        const value = document.createElement('span');
        row.className = 'slider';
        title.textContent = this.strings.sliders[name];
        value.className = 'slider__value';
        value.ariaHidden = 'true';
        Object.assign(slider, { type: 'range', min: String(least), max: String(most), step: String(step) });
        slider.dataset.testid = `input-${name}`;
        slider.addEventListener('input', () => onChange({ [name]: Number(slider.value) }));
        row.append(title, slider, value);
        return { name, row, slider, value };
    }
}
