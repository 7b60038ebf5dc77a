/** The picture as the network gets it, with the spikes of its input cells flickering over it. */
import { context2d, fit, hidden } from '../canvas.js';
import { css, mix, pack, ramp } from '../colormap.js';

/** @typedef {import('../colormap.js').Theme} Theme */

const SIDE = 28;
/** How long a spike glows on the screen, in ms of real time. */
const GLOW_MS = 110;
/** Ink is shown fainter than it is, so that the spikes stand out. */
const FAINT = 0.5;
const INVISIBLE = 1 / 64;

export class NetInput {
    /** @param {HTMLCanvasElement} canvas */
    constructor(canvas) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.small = hidden(SIDE, SIDE);
        this.image = context2d(this.small).createImageData(SIDE, SIDE);
        this.shown = new Uint32Array(this.image.data.buffer);
        this.pixels = new Uint8Array(SIDE * SIDE);
        this.glow = new Float32Array(SIDE * SIDE);
        /** Colours of a resting pixel; and of a glowing one, by strength of the glow, row by row. */
        this.rest = new Uint32Array(256);
        this.sparks = new Uint32Array(0);
        this.lines = 'transparent';
        this.last = 0;
    }

    /** @param {Uint8Array | null} pixels null: nothing to see */
    update(pixels) {
        if (pixels) {
            this.pixels.set(pixels);
        } else {
            this.pixels.fill(0);
        }
        this.glow.fill(0);
    }

    /** @param {Uint32Array} spikes step, cell, step, cell, … */
    spike(spikes) {
        for (let at = 1; at < spikes.length; at += 2) {
            this.glow[Number(spikes[at])] = 1;
        }
    }

    /** @param {Theme} theme */
    recolour(theme) {
        const faintest = theme.tile;
        const ink = mix(theme.tile, theme.ink, FAINT);
        this.rest = ramp(faintest, ink);
        // 16 strengths of glow by 256 shades: mixing colours in every frame would cost more than looking them up.
        this.sparks = new Uint32Array(16 * 256);
        for (let strength = 0; strength < 16; strength += 1) {
            for (let value = 0; value < 256; value += 1) {
                const under = mix(faintest, ink, value / 255);
                this.sparks[strength * 256 + value] = pack(mix(under, theme.spark, strength / 15));
            }
        }
        this.lines = css(mix(theme.tile, theme.paper, 0.6));
    }

    resize() {
        fit(this.canvas);
    }

    /** @param {number} now */
    draw(now) {
        const { shown, pixels, glow, rest, sparks } = this;
        const fading = Math.exp(-Math.min(now - this.last, GLOW_MS) / GLOW_MS);
        this.last = now;
        let moving = false;
        for (let at = 0; at < shown.length; at += 1) {
            const strength = Number(glow[at]);
            const value = Number(pixels[at]);
            if (strength > INVISIBLE) {
                moving = true;
                shown[at] = Number(sparks[Math.round(strength * 15) * 256 + value]);
                glow[at] = strength * fading;
            } else {
                shown[at] = Number(rest[value]);
            }
        }
        context2d(this.small).putImageData(this.image, 0, 0);
        this.#enlarge();
        return moving;
    }

    #enlarge() {
        const { context } = this;
        const { width, height } = this.canvas;
        context.imageSmoothingEnabled = false;
        context.drawImage(this.small, 0, 0, width, height);
        // Hairlines between the pixels: each is a cell of its own.
        context.fillStyle = this.lines;
        const hair = Math.max(1, Math.round(width / SIDE / 9));
        for (let line = 1; line < SIDE; line += 1) {
            const at = Math.round((line * width) / SIDE);
            context.fillRect(at, 0, hair, height);
            context.fillRect(0, at, width, hair);
        }
    }
}
