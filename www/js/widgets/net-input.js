/** The picture as the network gets it, with the spikes of its input cells flickering over it: as pixels, or as dashes along its edges. */
import { context2d, fit, hidden } from '../canvas.js';
import { css, mix, pack, ramp } from '../colormap.js';
import { PLACES, dash, placeOf } from '../edges.js';

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
/** Behind dashes, the drawing is fainter still. */
const BEHIND = 0.22;
/** Edges that are driven less, of 255, are not shown: they hardly ever spike. */
const HARDLY = 12;
/** A dash that has not spiked yet. */
const WAITING = 0.35;

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
        /** What its cells stand for; of edges, a dash each. @type {import('../protocol.js').FrontEnd} */
        this.frontEnd = 'pixels';
        /** How strongly each edge is driven. @type {Uint8Array} */
        this.inputs = new Uint8Array(SIDE * SIDE);
        /** Those that are driven at all, and the ends of their dashes. @type {{ input: number, ends: readonly number[] }[]} */
        this.driven = [];
        /** Of each way and strength of glow: its colour, and the dashes that have it now. @type {{ colour: string, wide: number, dashes: (readonly number[])[] }[]} */
        this.pens = [];
        /** What lies behind the dashes, as large as the screen shows it. */
        this.behind = hidden(1, 1);
        this.shades = new Uint32Array(0);
        this.dots = 'transparent';
        this.stale = true;
    }

    /**
     * @param {Uint8Array | null} pixels     null: nothing to see
     * @param {Uint8Array | null} [inputs]  how strongly these drive each edge
     */
    update(pixels, inputs = null) {
        if (pixels) {
            this.pixels.set(pixels);
        } else {
            this.pixels.fill(0);
        }
        this.inputs = inputs ?? new Uint8Array(SIDE * SIDE);
        this.stale = true;
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
        this.shades = ramp(theme.tile, mix(theme.tile, theme.ink, BEHIND));
        this.dots = css(mix(theme.tile, theme.ink, 0.16));
        this.pens = theme.ways.flatMap((way) =>
            Array.from({ length: LEVELS }, (_, level) => ({
                colour: css(mix(theme.tile, way, WAITING + ((1 - WAITING) * level) / (LEVELS - 1))),
                wide: 0.14 + (0.2 * level) / (LEVELS - 1),
                dashes: [],
            })),
        );
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    /** @param {number} now */
    draw(now) {
        return this.frontEnd === 'edges' ? this.#drawEdges(now) : this.#drawPixels(now);
    }

    /** @param {number} now */
    #drawEdges(now) {
        const { context, canvas, glow, counts, pens } = this;
        if (this.stale) {
            this.stale = false;
            this.#layOut();
        }
        const fading = Math.exp(-Math.min(now - this.last, GLOW_MS) / GLOW_MS);
        this.last = now;
        let moving = false;
        for (const { input, ends } of this.driven) {
            const flash = Number(glow[input]);
            const kept = KEPT * Math.min(1, Number(counts[input]) / MANY);
            const level = Math.round((kept + (1 - kept) * flash) * (LEVELS - 1));
            pens[placeOf(input).way * LEVELS + level]?.dashes.push(ends);
            glow[input] = flash * fading;
            moving = moving || flash > INVISIBLE;
        }
        context.drawImage(this.behind, 0, 0);
        context.lineCap = 'round';
        for (const pen of pens) {
            if (pen.dashes.length > 0) {
                context.strokeStyle = pen.colour;
                context.lineWidth = (pen.wide * canvas.width) / PLACES;
                context.beginPath();
                for (const [fromX = 0, fromY = 0, toX = 0, toY = 0] of pen.dashes) {
                    context.moveTo(fromX, fromY);
                    context.lineTo(toX, toY);
                }
                context.stroke();
                pen.dashes.length = 0;
            }
        }
        return moving;
    }

    /** What stays as it is for a whole look: the drawing, a dot for each place, and where the dashes are. */
    #layOut() {
        const { width, height } = this.canvas;
        this.shown.set(Array.from(this.pixels, (value) => Number(this.shades[value])));
        context2d(this.small).putImageData(this.image, 0, 0);
        this.behind = hidden(width, height);
        const context = context2d(this.behind);
        context.drawImage(this.small, 0, 0, width, height);
        context.fillStyle = this.dots;
        const dot = Math.max(1, Math.round(width / 200));
        for (let place = 0; place < PLACES * PLACES; place += 1) {
            const [x, y] = [place % PLACES, Math.floor(place / PLACES)].map((at) => Math.round(((at + 0.5) * width) / PLACES - dot / 2));
            context.fillRect(Number(x), Number(y), dot, dot);
        }
        this.driven = Array.from(this.inputs, (drive, input) => ({ input, drive }))
            .filter(({ drive }) => drive >= HARDLY)
            .map(({ input, drive }) => ({ input, ends: dash(input, width, 0.35 + (0.65 * drive) / 255) }));
    }

    /** @param {number} now */
    #drawPixels(now) {
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
