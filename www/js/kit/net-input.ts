/** The picture as the network gets it, with the spikes of its input cells flickering over it: as pixels, or as dashes along its edges. */
import { at, pairs } from './arrays.ts';
import { context2d, fadingOf, fit, hidden } from './canvas.ts';
import type { Rgb, Theme } from './colormap.ts';
import { colourIn, css, mix, pack, ramp } from './colormap.ts';
import { dash, PLACES, placeOf } from './edges.ts';
import type { FrontEnd } from './models.ts';
import { SIDE } from './pixels.ts';

/** How long a spike glows on the screen, in ms of real time. */
const GLOW_MS = 110;
/** Ink is shown fainter than it is to make the spikes stand out. */
const FAINT = 0.5;
const INVISIBLE = 1 / 64;
/** Number of distinct strengths of glow. */
const LEVELS = 16;
/** Spikes keep colouring their pixel, up to this strength: the picture develops as they come in. */
const KEPT = 0.6;
/** So many spikes do; about as many as full ink sends in one look. */
const MANY = 22;
/** Behind dashes, the drawing is fainter still. */
const BEHIND = 0.22;
/** Edges that are driven less, of 255, are not shown: they hardly ever spike. */
const HARDLY = 12;
/** The colour of a dash that has not spiked yet, of its full one. */
const WAITING = 0.35;
/** Widths of a dash, of a place's: that of one that waits, and that of one that flashes. */
const THINNEST = 0.16;
const THICKEST = 0.36;

export class NetInput {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    small: HTMLCanvasElement;
    image: ImageData;
    shown: Uint32Array;
    pixels: Uint8Array;
    glow: Float32Array;
    counts: Uint16Array;
    /** Colours of a pixel by its shade, and of that by the strength of its glow. */
    sparks: Uint32Array = new Uint32Array(0);
    lines = 'transparent';
    last = 0;
    /** What its cells stand for; of edges, a dash each. */
    frontEnd: FrontEnd = 'pixels';
    /** How strongly each edge is driven. */
    inputs: Uint8Array;
    /**
     * Those that are driven at all, the weakest first, so that none lies on a stronger one: of each, which pixels of the screen
     * are near its dash, and how near.
     */
    driven: { input: number; way: number; places: Uint32Array; far: Uint8Array }[] = [];
    /** How much of a pixel so far from its middle a dash covers, of 256, by the strength of its glow. */
    covers: Uint16Array = new Uint16Array(0);
    /** Colours of a dash, by its way and the strength of its glow. */
    inks: Rgb[] = [];
    /** The picture of the dashes as the screen shows it, and what lies behind them. */
    large: ImageData;
    behind: Uint32Array = new Uint32Array(1);
    shades: Uint32Array = new Uint32Array(0);
    dots = 'transparent';
    stale = true;

    constructor(canvas: HTMLCanvasElement) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.small = hidden(SIDE, SIDE);
        this.image = context2d(this.small).createImageData(SIDE, SIDE);
        this.shown = new Uint32Array(this.image.data.buffer);
        this.pixels = new Uint8Array(SIDE * SIDE);
        this.glow = new Float32Array(SIDE * SIDE);
        this.counts = new Uint16Array(SIDE * SIDE);
        this.inputs = new Uint8Array(SIDE * SIDE);
        this.large = context2d(hidden(1, 1)).createImageData(1, 1);
    }

    /**
     * @param pixels null: nothing to see
     * @param inputs how strongly these drive each edge
     */
    update(pixels: Uint8Array | null, inputs: Uint8Array | null = null) {
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
     * @param spikes step, cell, step, cell, …
     * @param still count them without a flash
     */
    spike(spikes: Uint32Array, still: boolean) {
        for (const [, cell] of pairs(spikes)) {
            this.counts[cell] = (this.counts[cell] ?? 0) + 1;
            this.glow[cell] = still ? 0 : 1;
        }
    }

    recolour(theme: Theme) {
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
        this.inks = theme.ways.flatMap((way) =>
            Array.from({ length: LEVELS }, (_, level) =>
                mix(theme.tile, way, WAITING + ((1 - WAITING) * level) / (LEVELS - 1)),
            ),
        );
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    draw(now: number) {
        return this.frontEnd === 'edges' ? this.#drawEdges(now) : this.#drawPixels(now);
    }

    #drawEdges(now: number) {
        const { glow, counts, covers } = this;
        if (this.stale) {
            this.stale = false;
            this.#layOut();
        }
        const out = new Uint32Array(this.large.data.buffer);
        out.set(this.behind);
        const fading = fadingOf(now - this.last, GLOW_MS);
        this.last = now;
        let moving = false;
        for (const { input, way, places, far } of this.driven) {
            const flash = glow[input] ?? 0;
            const kept = KEPT * Math.min(1, (counts[input] ?? 0) / MANY);
            const level = Math.round((kept + (1 - kept) * flash) * (LEVELS - 1));
            const [red, green, blue] = at(this.inks, way * LEVELS + level);
            // By hand: some hundred strokes of a canvas in each frame would take several times as long.
            for (let near = 0; near < places.length; near += 1) {
                const cover = covers[level * 256 + (far[near] ?? 0)] ?? 0;
                if (cover === 0) {
                    continue;
                }
                const place = places[near] ?? 0;
                const under = out[place] ?? 0;
                const r = under & 255;
                const g = (under >> 8) & 255;
                const b = (under >> 16) & 255;
                out[place] =
                    (255 << 24) |
                    ((b + (((blue - b) * cover) >> 8)) << 16) |
                    ((g + (((green - g) * cover) >> 8)) << 8) |
                    (r + (((red - r) * cover) >> 8));
            }
            glow[input] = flash * fading;
            moving = moving || flash > INVISIBLE;
        }
        this.context.putImageData(this.large, 0, 0);
        return moving;
    }

    /** What stays as it is for a whole look: the drawing, a dot for each place, and where the dashes are. */
    #layOut() {
        const { width, height } = this.canvas;
        colourIn(this.shown, this.pixels, this.shades);
        context2d(this.small).putImageData(this.image, 0, 0);
        const context = context2d(hidden(width, height));
        context.drawImage(this.small, 0, 0, width, height);
        context.fillStyle = this.dots;
        const dot = Math.max(1, Math.round(width / 200));
        const start = (nth: number) => Math.round(((nth + 0.5) * width) / PLACES - dot / 2);
        for (let place = 0; place < PLACES * PLACES; place += 1) {
            context.fillRect(start(place % PLACES), start(Math.floor(place / PLACES)), dot, dot);
        }
        this.large = context.getImageData(0, 0, width, height);
        this.behind = new Uint32Array(this.large.data.buffer).slice();
        const pitch = width / PLACES;
        /** Largest distance from the middle of a dash, in pixels. */
        const most = (THICKEST * pitch) / 2 + 1;
        this.covers = Uint16Array.from({ length: LEVELS * 256 }, (_, place) => {
            const half = ((THINNEST + ((THICKEST - THINNEST) * Math.floor(place / 256)) / (LEVELS - 1)) * pitch) / 2;
            return 256 * Math.max(0, Math.min(1, half + 0.5 - ((place % 256) / 255) * most));
        });
        this.driven = Array.from(this.inputs, (drive, input) => ({ input, drive }))
            .filter(({ drive }) => drive >= HARDLY)
            .sort((a, b) => a.drive - b.drive)
            .map(({ input, drive }) => ({
                input,
                way: placeOf(input).way,
                ...pixelsOf(dash(input, width, 0.3 + (0.6 * drive) / 255), most, width, height),
            }));
    }

    #drawPixels(now: number): boolean {
        const { shown, pixels, glow, counts, sparks } = this;
        const fading = fadingOf(now - this.last, GLOW_MS);
        this.last = now;
        let moving = false;
        pixels.forEach((value, place) => {
            const flash = glow[place] ?? 0;
            const kept = KEPT * Math.min(1, (counts[place] ?? 0) / MANY);
            const level = Math.round((kept + (1 - kept) * flash) * (LEVELS - 1));
            shown[place] = sparks[level * 256 + value] ?? 0;
            glow[place] = flash * fading;
            moving = moving || flash > INVISIBLE;
        });
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
            const place = Math.round((line * width) / SIDE);
            context.fillRect(place, 0, hair, height);
            context.fillRect(0, place, width, hair);
        }
    }
}

/**
 * The pixels near a line.
 * @param most farther ones are left out
 * @param width of the picture
 */
function pixelsOf(
    [fromX, fromY, toX, toY]: readonly [number, number, number, number],
    most: number,
    width: number,
    height: number,
) {
    const [alongX, alongY] = [toX - fromX, toY - fromY];
    const places = [];
    const far = [];
    const [left, right] = [
        Math.max(0, Math.floor(Math.min(fromX, toX) - most)),
        Math.min(width - 1, Math.ceil(Math.max(fromX, toX) + most)),
    ];
    const [top, bottom] = [
        Math.max(0, Math.floor(Math.min(fromY, toY) - most)),
        Math.min(height - 1, Math.ceil(Math.max(fromY, toY) + most)),
    ];
    for (let y = top; y <= bottom; y += 1) {
        for (let x = left; x <= right; x += 1) {
            const [aside, down] = [x + 0.5 - fromX, y + 0.5 - fromY];
            const share = Math.max(0, Math.min(1, (aside * alongX + down * alongY) / (alongX ** 2 + alongY ** 2)));
            const distance = Math.hypot(aside - share * alongX, down - share * alongY);
            if (distance < most) {
                places.push(y * width + x);
                far.push(Math.round((255 * distance) / most));
            }
        }
    }
    return { places: Uint32Array.from(places), far: Uint8Array.from(far) };
}
