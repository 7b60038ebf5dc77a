/** The picture as the network gets it, with the spikes of its input cells flickering over it. */
import { context2d, fit, hidden } from '../canvas.js';
import { css, mix, pack } from '../colormap.js';

/** @typedef {import('../colormap.js').Theme} Theme */

const SIDE = 28;
/** How long a spike glows on the screen, in ms of real time. */
const GLOW_MS = 110;
/** Ink is shown fainter than it is, so that the spikes stand out. */
const FAINT = 0.5;
const INVISIBLE = 1 / 64;
/** Strengths of glow that are told apart. */
const LEVELS = 16;
/** Spikes keep colouring their pixel, up to this strength: the picture develops as they come in. */
const KEPT = 0.6;
/** So many spikes do; about as many as full ink sends in one look. */
const MANY = 22;

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
        this.counts = new Uint16Array(SIDE * SIDE);
        /** Colours of a pixel by its shade, and of that by the strength of its glow. */
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
        this.counts.fill(0);
    }

    /**
     * @param {Uint32Array} spikes step, cell, step, cell, …
     * @param {boolean} still count them without a flash
     */
    spike(spikes, still) {
        for (let at = 1; at < spikes.length; at += 2) {
            const cell = Number(spikes[at]);
            this.counts[cell] = Number(this.counts[cell]) + 1;
            this.glow[cell] = still ? 0 : 1;
        }
    }

    /** @param {Theme} theme */
    recolour(theme) {
        const faintest = theme.tile;
        const ink = mix(theme.tile, theme.ink, FAINT);
        // Mixing colours in every frame would cost more than looking them up.
        this.sparks = new Uint32Array(LEVELS * 256);
        for (let level = 0; level < LEVELS; level += 1) {
            for (let value = 0; value < 256; value += 1) {
                const under = mix(faintest, ink, value / 255);
                this.sparks[level * 256 + value] = pack(mix(under, theme.spark, level / (LEVELS - 1)));
            }
        }
        this.lines = css(mix(theme.tile, theme.paper, 0.6));
    }

    resize() {
        fit(this.canvas);
    }

    /** @param {number} now */
    draw(now) {
        const { shown, pixels, glow, counts, sparks } = this;
        const fading = Math.exp(-Math.min(now - this.last, GLOW_MS) / GLOW_MS);
        this.last = now;
        let moving = false;
        for (let at = 0; at < shown.length; at += 1) {
            const flash = Number(glow[at]);
            const kept = KEPT * Math.min(1, Number(counts[at]) / MANY);
            const level = Math.round((kept + (1 - kept) * flash) * (LEVELS - 1));
            shown[at] = Number(sparks[level * 256 + Number(pixels[at])]);
            glow[at] = flash * fading;
            moving = moving || flash > INVISIBLE;
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
