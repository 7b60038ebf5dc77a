/** A pad to draw on in this view: with a pointer or by keyboard. */
import { html } from 'lit-html';
import { BLANK, flatten, withStroke, withoutInk } from '../../kit/picture.js';
import { DrawPad } from '../../kit/draw-pad.js';
import { PadKeys } from '../../kit/pad-keys.js';

/** @typedef {import('../../kit/picture.js').Picture} Picture */

/**
 * @param {string} name   its data-testid
 * @param {string} label
 */
export const padFrame = (name, label) => html`<div class="pad">
    <canvas data-testid=${name} role="application" tabindex="0" aria-label=${label} aria-describedby="${name}-says"></canvas>
    <span class="pad__cursor" aria-hidden="true"></span>
    <p class="spoken" id="${name}-says" role="status"></p>
</div>`;

export class Pad {
    /**
     * @param {import('../../shell/strings.js').Strings} strings
     * @param {(picture: Picture) => void} onPicture whenever another lies on it
     */
    constructor(strings, onPicture) {
        this.strings = strings;
        this.onPicture = onPicture;
        this.picture = BLANK;
        /** @type {DrawPad | null} */
        this.widget = null;
    }

    /** @param {HTMLCanvasElement} canvas in its frame */
    attach(canvas) {
        const show = (/** @type {Picture} */ picture) => this.show(picture);
        this.widget = new DrawPad(canvas, {
            samples: new Map(),
            onDown: () => {},
            onStroke: (stroke) => show(stroke.length > 0 ? withStroke(this.picture, stroke) : this.picture),
        });
        new PadKeys(this.widget, {
            cursor: /** @type {HTMLElement} */ (canvas.nextElementSibling),
            says: /** @type {HTMLElement} */ (canvas.parentElement?.lastElementChild),
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

    /** @param {Picture} picture */
    show(picture) {
        this.picture = picture;
        this.widget?.update(picture);
        this.onPicture(picture);
    }
}

/**
 * @param {Picture} picture
 * @param {import('../run/crew.js').Crew['judge']} judge
 * @returns {Promise<Uint8Array | null>} as the network gets it; null where nothing, or no more than a dot, was drawn
 */
export async function pixelsOf(picture, judge) {
    if (picture.image) {
        return picture.image.pixels;
    }
    const { xy, lengths } = flatten(picture);
    return lengths.length > 0 ? judge.image(xy, lengths).catch(() => null) : null;
}
