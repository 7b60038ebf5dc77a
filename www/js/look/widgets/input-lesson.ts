/** What may be done to the picture before the network gets it: two switches, five sliders, and the way back. */

import { find } from '../../kit/dom.ts';
import type { Input } from '../../kit/input.ts';
import { isPlain, NAMES, PLAIN, SLIDERS, SWITCHES } from '../../kit/input.ts';
import type { Strings } from '../../shell/strings.ts';

export class InputLesson {
    strings: Strings;
    switches: { name: 'centre' | 'scale'; box: HTMLInputElement }[];
    sliders: {
        name: 'x' | 'y' | 'rotate' | 'thicken' | 'noise';
        row: HTMLLabelElement;
        slider: HTMLInputElement;
        value: HTMLSpanElement;
    }[];
    reset: HTMLButtonElement;

    constructor({
        strings,
        onChange,
    }: {
        strings: Strings;
        onChange: (changes: Partial<Input>) => void;
    }) {
        this.strings = strings;
        this.switches = SWITCHES.map((name) => {
            const box = find(`${name}-toggle`) as HTMLInputElement;
            box.addEventListener('change', () => onChange({ [name]: box.checked }));
            return { name, box };
        });
        this.sliders = NAMES.map((name) => this.#slider(name, onChange));
        find('input-sliders').replaceChildren(...this.sliders.map(({ row }) => row));
        this.reset = find('input-reset') as HTMLButtonElement;
        this.reset.addEventListener('click', () => {
            onChange(PLAIN);
            // The button has done its work and is off: the focus goes to the first thing that can be changed.
            this.switches[0]?.box.focus();
        });
    }

    update(input: Input) {
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

    #slider(name: keyof typeof SLIDERS, onChange: (changes: Partial<Input>) => void) {
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
