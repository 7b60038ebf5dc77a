/** A drawing pad for this view, for pointer and keyboard. */
import { html } from 'lit-html';
import { DrawPad } from '../../kit/draw-pad.ts';
import { PadKeys } from '../../kit/pad-keys.ts';
import type { Picture } from '../../kit/picture.ts';
import { BLANK, flatten, withoutInk, withStroke } from '../../kit/picture.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Workers } from '../run/workers.ts';

/** @param name its data-testid */
export const padFrame = (name: string, label: string) => html`<div class="pad">
    <canvas data-testid=${name} role="application" tabindex="0" aria-label=${label} aria-describedby="${name}-says"></canvas>
    <span class="pad__cursor" aria-hidden="true"></span>
    <p class="spoken" id="${name}-says" role="status"></p>
</div>`;

export class Pad {
    strings: Strings;
    onPicture: (picture: Picture) => void;
    picture: Picture;
    widget: DrawPad | null = null;

    /** @param onPicture called when the picture changes */
    constructor(strings: Strings, onPicture: (picture: Picture) => void) {
        this.strings = strings;
        this.onPicture = onPicture;
        this.picture = BLANK;
    }

    /** @param canvas in its frame */
    attach(canvas: HTMLCanvasElement) {
        const show = (picture: Picture) => this.show(picture);
        this.widget = new DrawPad(canvas, {
            samples: new Map(),
            onDown: () => {},
            onStroke: (stroke) => show(stroke.length > 0 ? withStroke(this.picture, stroke) : this.picture),
        });
        new PadKeys(this.widget, {
            cursor: canvas.nextElementSibling as HTMLElement,
            says: canvas.parentElement?.lastElementChild as HTMLElement,
            strings: this.strings,
            onErase: (x, y, radius) => {
                const left = withoutInk(this.picture, x, y, radius);
                if (left !== this.picture) {
                    show(left);
                }
            },
            onClear: () => this.clear(),
        });
        this.widget.update(this.picture);
        return this.widget;
    }

    clear() {
        this.show(BLANK);
    }

    show(picture: Picture) {
        this.picture = picture;
        this.widget?.update(picture);
        this.onPicture(picture);
    }
}

/** @returns the picture as the network gets it; null if nothing more than a dot was drawn */
export async function pixelsOf(picture: Picture, evaluation: Workers['evaluation']): Promise<Uint8Array | null> {
    if (picture.image) {
        return picture.image.pixels;
    }
    const { xy, lengths } = flatten(picture);
    return lengths.length > 0 ? evaluation.image(xy, lengths).catch(() => null) : null;
}
