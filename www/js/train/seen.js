/** What the cells see while they learn: the picture, or the edges in it as dashes, with the spikes of the inputs over it. */
import { css, mix } from '../colormap.js';
import { drawDashes } from '../dashes.js';
import { NetInput } from '../widgets/net-input.js';

/** How long a spike glows on the screen, in ms. */
const GLOW_MS = 110;
/** Strengths of an edge, and of a glow, that are told apart. */
const SHADES = 8;
/** An edge is shown fainter than it is, so that the spikes stand out. */
const FAINT = 0.55;
/** Spikes keep colouring their dash, up to this strength; so many do, about as many as the strongest edge sends in one look. */
const KEPT = 0.6;
const MANY = 22;

export class SeenInput extends NetInput {
    /** @param {HTMLCanvasElement} canvas */
    constructor(canvas) {
        super(canvas);
        /** Whether the inputs are edges, not pixels. */
        this.edges = false;
        this.last = 0;
        this.paper = 'transparent';
        /** Colours of a dash by its strength and its glow. @type {string[]} */
        this.colours = [];
    }

    /** @param {import('../colormap.js').Theme} theme */
    recolour(theme) {
        super.recolour(theme);
        this.paper = css(theme.tile);
        this.colours = Array.from({ length: SHADES * SHADES }, (_, at) => {
            const ink = mix(theme.tile, theme.ink, (FAINT * Math.floor(at / SHADES)) / (SHADES - 1));
            return css(mix(ink, theme.spark, (at % SHADES) / (SHADES - 1)));
        });
    }

    /** @param {number} now */
    draw(now) {
        if (!this.edges) {
            return super.draw(now);
        }
        const { context, canvas, pixels: strengths, glow, counts, colours } = this;
        const fading = Math.exp(-Math.min(now - this.last, GLOW_MS) / GLOW_MS);
        this.last = now;
        const { width, height } = canvas;
        context.fillStyle = this.paper;
        context.fillRect(0, 0, width, height);
        let moving = false;
        /** Inputs by colour, the faintest first. @type {number[][]} */
        const byColour = colours.map(() => []);
        strengths.forEach((strength, input) => {
            const flash = Number(glow[input]);
            const kept = KEPT * Math.min(1, Number(counts[input]) / MANY);
            const shade = Math.round((strength / 255) * (SHADES - 1));
            const spark = Math.round((kept + (1 - kept) * flash) * (SHADES - 1));
            if (shade + spark > 0) {
                byColour[shade * SHADES + spark]?.push(input);
            }
            glow[input] = flash * fading;
            moving ||= flash > 1 / 64;
        });
        drawDashes(context, width, byColour.flatMap((inputs, colour) => inputs.map((input) => /** @type {[number, string]} */ ([input, String(colours[colour])]))));
        return moving;
    }
}
