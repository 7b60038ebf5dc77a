/** Frames on their way to the screen: those that arrive between two animation frames are shown together. */
import type { Drawn } from '../kit/canvas.ts';
import { Loop } from '../kit/canvas.ts';
import type { Frame } from './protocol.ts';

export class FrameQueue {
    /** None may be left out: each brings spikes that no other has. */
    #arrived: Frame[] = [];
    #loop: Loop;

    constructor(show: (frame: Frame) => void) {
        this.#loop = new Loop(() => {
            const frames = this.#arrived;
            this.#arrived = [];
            frames.forEach(show);
            return false;
        });
    }

    push(frame: Frame) {
        this.#arrived.push(frame);
        this.request();
    }

    /** @param widgets to draw in each animation frame */
    draws(widgets: Drawn[]) {
        this.#loop.widgets = widgets;
    }

    request() {
        this.#loop.request();
    }

    /** Draws at once. */
    draw() {
        this.#loop.draw(performance.now());
    }
}
