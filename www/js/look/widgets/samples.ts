/** Ten test digits to click on. */
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { ramp } from '../../kit/colormap.ts';
import type { Strings } from '../../shell/strings.ts';

const SIDE = 28;

/** Pixels by digit, from the base64 of data/samples.json. */
export function decodeSamples(digits: readonly { digit: number; pixels: string }[]) {
    return new Map(
        digits.map(({ digit, pixels }) => [digit, Uint8Array.from(atob(pixels), (byte) => byte.charCodeAt(0))]),
    );
}

export class Samples {
    samples: ReadonlyMap<number, Uint8Array>;
    buttons: { digit: number; button: HTMLButtonElement; canvas: HTMLCanvasElement }[];

    constructor(
        list: HTMLElement,
        {
            samples,
            onPick,
            strings,
        }: {
            samples: ReadonlyMap<number, Uint8Array>;
            onPick: (digit: number) => void;
            strings: Strings;
        },
    ) {
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

    update(picked: number | null) {
        for (const { digit, button } of this.buttons) {
            button.setAttribute('aria-pressed', String(digit === picked));
        }
    }

    recolour(theme: Theme) {
        const colours = ramp(theme.paper, theme.ink);
        for (const { digit, canvas } of this.buttons) {
            const context = context2d(canvas);
            const image = context.createImageData(SIDE, SIDE);
            const pixels = this.samples.get(digit) ?? new Uint8Array(SIDE * SIDE);
            new Uint32Array(image.data.buffer).set(Array.from(pixels, (value) => colours[value] ?? 0));
            context.putImageData(image, 0, 0);
        }
    }
}
