/** Canvases on any screen: the one place that knows of device pixels, and the one loop that draws. */

/**
 * Gives the canvas as many pixels as the screen has for it.
 * @param {HTMLCanvasElement} canvas
 * @returns {boolean} whether they changed; the picture is gone then
 */
export function fit(canvas) {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
    const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
    if (canvas.width === width && canvas.height === height) {
        return false;
    }
    canvas.width = width;
    canvas.height = height;
    return true;
}

/** @param {HTMLCanvasElement | OffscreenCanvas} canvas */
export function context2d(canvas) {
    const context = /** @type {CanvasRenderingContext2D | null} */ (canvas.getContext('2d'));
    if (context === null) {
        throw new Error('this browser cannot draw on a canvas');
    }
    return context;
}

/**
 * A canvas that is never shown.
 * @param {number} width
 * @param {number} height
 */
export function hidden(width, height) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas;
}

/**
 * @typedef {object} Drawn
 * @property {(now: number) => boolean} draw  returns whether it is still in motion
 */

/** Draws all widgets in one animation frame, and asks for frames only while something moves. */
export class Loop {
    /** @param {(now: number) => boolean} before what to do first in each frame; tells whether it wants another */
    constructor(before) {
        this.before = before;
        /** @type {Drawn[]} */
        this.widgets = [];
        this.asked = false;
        this.tick = (/** @type {number} */ now) => {
            this.asked = false;
            this.draw(now);
        };
    }

    /** @param {number} now */
    draw(now) {
        let moving = this.before(now);
        for (const widget of this.widgets) {
            moving = widget.draw(now) || moving;
        }
        if (moving) {
            this.request();
        }
    }

    request() {
        if (!this.asked) {
            this.asked = true;
            requestAnimationFrame(this.tick);
        }
    }
}
