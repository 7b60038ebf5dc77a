/** Canvases on any screen: the one place that knows of device pixels, and the one loop that draws. */

/**
 * Gives the canvas as many pixels as the screen has for it.
 * @returns whether they changed; the picture is gone then
 */
export function fit(canvas: HTMLCanvasElement): boolean {
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

export function context2d(canvas: HTMLCanvasElement | OffscreenCanvas) {
    const context = canvas.getContext('2d') as CanvasRenderingContext2D | null;
    if (context === null) {
        throw new Error('this browser cannot draw on a canvas');
    }
    return context;
}

/** A canvas that is never shown. */
export function hidden(width: number, height: number) {
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    return canvas;
}

/**
 * What is left of a glow after some time. A frame can be drawn before the time of the last one: then it is all left.
 * @param passed ms
 */
export function fadingOf(passed: number, lasts: number) {
    return Math.exp(-Math.min(Math.max(0, passed), lasts) / lasts);
}

export interface Drawn {
    /** returns whether it is still in motion */
    draw: (now: number) => boolean;
}

/** Draws all widgets in one animation frame, and asks for frames only while something moves. */
export class Loop {
    before: (now: number) => boolean;
    widgets: Drawn[] = [];
    asked = false;
    tick: (now: number) => void;

    /** @param before what to do first in each frame; tells whether it wants another */
    constructor(before: (now: number) => boolean) {
        this.before = before;
        this.tick = (now: number) => {
            this.asked = false;
            this.draw(now);
        };
    }

    draw(now: number) {
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
