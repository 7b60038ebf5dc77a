/** Ten test digits to click on. */
import { context2d } from '../../kit/canvas.js';
import { ramp } from '../../kit/colormap.js';

const SIDE = 28;

/**
 * Pixels by digit, from the base64 of data/samples.json.
 * @param {readonly { digit: number, pixels: string }[]} digits
 */
export function decodeSamples(digits) {
    return new Map(digits.map(({ digit, pixels }) => [digit, Uint8Array.from(atob(pixels), (byte) => byte.charCodeAt(0))]));
}

export class Samples {
    /**
     * @param {HTMLElement} list
     * @param {object} options
     * @param {ReadonlyMap<number, Uint8Array>} options.samples
     * @param {(digit: number) => void} options.onPick
     * @param {import('../../shell/strings.js').Strings} options.strings
     */
    constructor(list, { samples, onPick, strings }) {
        this.samples = samples;
        this.buttons = Array.from(samples.keys(), (digit) => {
            const button = document.createElement('button');
            const canvas = document.createElement('canvas');
            button.type = 'button';
            button.className = 'sample';
            button.dataset.digit = String(digit);
            button.setAttribute('aria-label', strings.sample(digit));
            button.setAttribute('aria-pressed', 'false');
            button.addEventListener('click', () => onPick(digit));
            canvas.width = SIDE;
            canvas.height = SIDE;
            button.append(canvas);
            return { digit, button, canvas };
        });
        list.replaceChildren(
            ...this.buttons.map(({ button }) => {
                const item = document.createElement('li');
                item.append(button);
                return item;
            }),
        );
    }

    /** @param {number | null} picked */
    update(picked) {
        for (const { digit, button } of this.buttons) {
            button.setAttribute('aria-pressed', String(digit === picked));
        }
    }

    /** @param {import('../../kit/colormap.js').Theme} theme */
    recolour(theme) {
        const colours = ramp(theme.paper, theme.ink);
        for (const { digit, canvas } of this.buttons) {
            const context = context2d(canvas);
            const image = context.createImageData(SIDE, SIDE);
            const pixels = this.samples.get(digit) ?? new Uint8Array(SIDE * SIDE);
            new Uint32Array(image.data.buffer).set(Array.from(pixels, (value) => Number(colours[value])));
            context.putImageData(image, 0, 0);
        }
    }
}
