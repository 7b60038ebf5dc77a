/** The receptive fields of all cells, in order of their digits; cells that spike light up in their digit's colour. */
import { context2d, fit, hidden } from '../canvas.js';
import { css, ramp } from '../colormap.js';

/** @typedef {import('../colormap.js').Theme} Theme */

const SIDE = 28;
/** A field and the gap to the next, in its own pixels. */
const PITCH = SIDE + 2;
/** How long a spike flashes on the screen, in ms of real time. */
const FLASH_MS = 240;
/** A cell that has spiked stays lit, the more the more it has spiked. */
const LIT = 0.6;
const LIT_BY_SPIKE = 0.12;
const LIT_MOST = 0.95;
/** The shading is full at this share of w_max: hardly a synapse is stronger, and fainter ones would be lost. */
const FULL = 0.5;
const NUMERALS = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * Where each cell stands: sorted by digit, cells without one last.
 * @param {Int8Array} labels
 * @returns {Uint32Array} place of each cell
 */
export function places(labels) {
    const key = (/** @type {number} */ cell) => (Number(labels[cell]) < 0 ? 10 : Number(labels[cell]));
    const order = Array.from(labels, (_, cell) => cell).sort((a, b) => key(a) - key(b) || a - b);
    const place = new Uint32Array(labels.length);
    order.forEach((cell, at) => {
        place[cell] = at;
    });
    return place;
}

export class Fields {
    /**
     * @param {HTMLCanvasElement} canvas
     * @param {(cell: number) => void} [onPick]
     */
    constructor(canvas, onPick = () => {}) {
        this.canvas = canvas;
        canvas.addEventListener('click', (event) => {
            const size = canvas.clientWidth / this.columns;
            const place = Math.floor(event.offsetY / size) * this.columns + Math.floor(event.offsetX / size);
            const cell = this.place.indexOf(place);
            if (cell >= 0) {
                onPick(cell);
            }
        });
        this.context = context2d(canvas);
        /** @type {Int8Array} */
        this.labels = new Int8Array(0);
        /** @type {Uint8Array} */
        this.fields = new Uint8Array(0);
        /** @type {Uint32Array} */
        this.place = new Uint32Array(0);
        this.counts = new Uint16Array(0);
        this.flash = new Float32Array(0);
        /** Cells that have spiked in this look; only they need drawing. */
        this.lit = new Uint16Array(0);
        this.litCount = 0;
        this.columns = 1;
        this.rows = 1;
        /** All fields at rest, and all fields lit, as large as the screen shows them. */
        this.cold = hidden(1, 1);
        this.hot = hidden(1, 1);
        /** @type {Theme | null} */
        this.theme = null;
        this.font = '';
        this.numeral = '';
        this.stale = true;
        this.last = 0;
    }

    /**
     * @param {Uint8Array} fields
     * @param {Int8Array} labels
     */
    update(fields, labels) {
        const cells = labels.length;
        this.fields = fields;
        this.labels = labels;
        this.place = places(labels);
        this.counts = new Uint16Array(cells);
        this.flash = new Float32Array(cells);
        this.lit = new Uint16Array(cells);
        this.litCount = 0;
        this.columns = Math.ceil(Math.sqrt(cells));
        this.rows = Math.ceil(cells / this.columns);
        this.stale = true;
    }

    /** Puts out all lights: a new look begins. */
    reset() {
        this.counts.fill(0);
        this.flash.fill(0);
        this.litCount = 0;
    }

    /**
     * @param {Uint32Array} spikes step, cell, step, cell, …
     * @param {boolean} still light them up without a flash
     */
    spike(spikes, still) {
        for (let at = 1; at < spikes.length; at += 2) {
            const cell = Number(spikes[at]);
            if (this.counts[cell] === 0) {
                this.lit[this.litCount] = cell;
                this.litCount += 1;
            }
            this.counts[cell] = Number(this.counts[cell]) + 1;
            this.flash[cell] = still ? 0 : 1;
        }
    }

    /** @param {Theme} theme */
    recolour(theme) {
        this.theme = theme;
        this.numeral = css(theme.tile);
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    /** @param {number} now */
    draw(now) {
        if (this.labels.length === 0 || this.theme === null) {
            return false;
        }
        if (this.stale) {
            this.stale = false;
            this.#paint(this.theme);
        }
        const { context, lit, litCount, counts, flash } = this;
        const fading = Math.exp(-Math.min(now - this.last, FLASH_MS) / FLASH_MS);
        this.last = now;
        context.globalAlpha = 1;
        context.drawImage(this.cold, 0, 0);
        let moving = false;
        for (let at = 0; at < litCount; at += 1) {
            const cell = Number(lit[at]);
            const bright = Number(flash[cell]);
            const stays = Math.min(LIT_MOST, LIT + LIT_BY_SPIKE * Number(counts[cell]));
            moving = moving || bright > 0.02;
            flash[cell] = bright * fading;
            this.#light(cell, stays + (1 - stays) * bright);
        }
        context.globalAlpha = 1;
        return moving;
    }

    /**
     * @param {number} cell
     * @param {number} strength
     */
    #light(cell, strength) {
        const { context, hot, columns, canvas } = this;
        const place = Number(this.place[cell]);
        const size = canvas.width / columns;
        const left = Math.round((place % columns) * size);
        const top = Math.round(Math.floor(place / columns) * size);
        const wide = Math.round(((place % columns) + 1) * size) - left;
        const high = Math.round((Math.floor(place / columns) + 1) * size) - top;
        context.globalAlpha = strength;
        context.drawImage(hot, left, top, wide, high, left, top, wide, high);
        const digit = Number(this.labels[cell]);
        if (digit >= 0) {
            // The second cue beside the colour.
            context.globalAlpha = 1;
            context.fillStyle = this.numeral;
            context.font = this.font;
            context.fillText(String(NUMERALS[digit]), left + size * 0.1, top + size * 0.42);
        }
    }

    /** @param {Theme} theme */
    #paint(theme) {
        const { canvas, columns, rows } = this;
        this.font = `700 ${Math.max(7, Math.round((canvas.width / columns) * 0.36))}px system-ui, sans-serif`;
        const native = hidden(columns * PITCH, rows * PITCH);
        for (const layer of /** @type {const} */ (['cold', 'hot'])) {
            this.#atlas(native, theme, layer);
            const scaled = hidden(canvas.width, canvas.height);
            const context = context2d(scaled);
            context.imageSmoothingQuality = 'high';
            context.drawImage(native, 0, 0, scaled.width, (scaled.width / columns) * rows);
            this[layer] = scaled;
        }
    }

    /**
     * @param {HTMLCanvasElement} native
     * @param {Theme} theme
     * @param {'cold' | 'hot'} layer
     */
    #atlas(native, theme, layer) {
        const { fields, labels, place, columns } = this;
        const context = context2d(native);
        const image = context.createImageData(native.width, native.height);
        const out = new Uint32Array(image.data.buffer);
        const resting = ramp(theme.tile, theme.field, FULL);
        const lit = [...theme.digits, theme.silent].map((colour) => ramp(colour, theme.tile, FULL));
        for (let cell = 0; cell < labels.length; cell += 1) {
            const digit = Number(labels[cell]);
            const colours = layer === 'cold' ? resting : /** @type {Uint32Array} */ (lit[digit < 0 ? 10 : digit]);
            const at = Number(place[cell]);
            const corner = (Math.floor(at / columns) * PITCH + 1) * native.width + (at % columns) * PITCH + 1;
            for (let pixel = 0; pixel < SIDE * SIDE; pixel += 1) {
                const where = corner + Math.floor(pixel / SIDE) * native.width + (pixel % SIDE);
                out[where] = Number(colours[Number(fields[cell * SIDE * SIDE + pixel])]);
            }
        }
        context.putImageData(image, 0, 0);
    }
}
