/** What the network gets and how it votes, once more and small, beside the sliders: one need not scroll to see what they do. */
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { ramp } from '../../kit/colormap.ts';
import { scaleFor } from './vote-bars.ts';

const SIDE = 28;

export class InputPreview {
    canvas: HTMLCanvasElement;
    pixels: Uint8Array;
    theme: Theme | null = null;
    bars: { place: HTMLSpanElement; bar: HTMLSpanElement }[];

    constructor(canvas: HTMLCanvasElement, votes: HTMLElement) {
        this.canvas = canvas;
        this.canvas.width = SIDE;
        this.canvas.height = SIDE;
        this.pixels = new Uint8Array(SIDE * SIDE);
        this.bars = Array.from({ length: 10 }, (_, digit) => {
            const place = document.createElement('span');
            const bar = document.createElement('span');
            const name = document.createElement('span');
            place.className = 'echo__vote';
            place.dataset.digit = String(digit);
            bar.className = 'echo__bar';
            name.textContent = String(digit);
            place.append(bar, name);
            return { place, bar };
        });
        votes.replaceChildren(...this.bars.map(({ place }) => place));
    }

    /** @param pixels null: nothing to see */
    update(pixels: Uint8Array | null) {
        this.pixels = pixels ?? new Uint8Array(SIDE * SIDE);
        this.#draw();
    }

    vote(votes: readonly number[], answer: number | null) {
        const scale = scaleFor(Math.max(...votes));
        this.bars.forEach(({ place, bar }, digit) => {
            bar.style.transform = `scaleY(${(votes[digit] ?? 0) / scale})`;
            place.classList.toggle('echo__vote--answer', digit === answer);
        });
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.#draw();
    }

    #draw() {
        if (this.theme) {
            const context = context2d(this.canvas);
            const image = context.createImageData(SIDE, SIDE);
            const colours = ramp(this.theme.paper, this.theme.ink);
            new Uint32Array(image.data.buffer).set(Array.from(this.pixels, (value) => colours[value] ?? 0));
            context.putImageData(image, 0, 0);
        }
    }
}
