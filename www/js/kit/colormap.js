/** Colours of the canvases. They are chosen in css/tokens.css and only read and mixed here. */
import { context2d, hidden } from './canvas.js';

/** @typedef {readonly [number, number, number]} Rgb  0…255 each */

/**
 * @param {string} hex '#rrggbb'
 * @returns {Rgb}
 */
export function parseColour(hex) {
    const [, digits] = /^#([0-9a-f]{6})$/i.exec(hex.trim()) ?? [];
    if (digits === undefined) {
        throw new Error(`expected a colour like #1a2b3c, got '${hex}'`);
    }
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
}

/** @param {Rgb} colour */
export function css([red, green, blue]) {
    return `rgb(${red} ${green} ${blue})`;
}

/**
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} share 0: from, 1: to
 * @returns {Rgb}
 */
export function mix(from, to, share) {
    const part = (/** @type {0 | 1 | 2} */ at) => Math.round(from[at] + (to[at] - from[at]) * share);
    return [part(0), part(1), part(2)];
}

/**
 * One pixel as ImageData holds it, seen as a Uint32 (little-endian: alpha is the highest byte).
 * @param {Rgb} colour
 */
export function pack([red, green, blue]) {
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * 256 packed colours from one to the other.
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} [full] share of 255 at which the second is reached
 */
export function ramp(from, to, full = 1) {
    return Uint32Array.from({ length: 256 }, (_, value) => pack(mix(from, to, Math.min(1, value / 255 / full))));
}

/**
 * WCAG's relative luminance.
 * @param {Rgb} colour
 */
export function luminance(colour) {
    const [red, green, blue] = colour.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/**
 * WCAG's contrast, 1…21.
 * @param {Rgb} one
 * @param {Rgb} other
 */
export function contrast(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/**
 * @typedef {object} Theme
 * @property {Rgb} paper    of the pad
 * @property {Rgb} ink
 * @property {Rgb} tile     ground of a receptive field
 * @property {Rgb} field    its strongest synapse
 * @property {Rgb} spark    a spike of an input cell
 * @property {Rgb} silent   cells that stand for no digit
 * @property {Rgb[]} digits ten
 * @property {Rgb[]} ways   four, of edges that run –, /, | and \
 */

/**
 * The colours now in force, light or dark.
 * @param {Element} element
 * @returns {Theme}
 */
export function readTheme(element) {
    const style = getComputedStyle(element);
    // A canvas spells any colour of CSS as #rrggbb, also the short forms that the build makes of ours.
    const speller = context2d(hidden(1, 1));
    const colour = (/** @type {string} */ name) => {
        speller.fillStyle = style.getPropertyValue(`--${name}`);
        return parseColour(String(speller.fillStyle));
    };
    return {
        paper: colour('paper'),
        ink: colour('ink'),
        tile: colour('tile'),
        field: colour('field'),
        spark: colour('spark'),
        silent: colour('silent'),
        digits: Array.from({ length: 10 }, (_, digit) => colour(`digit-${digit}`)),
        ways: Array.from({ length: 4 }, (_, way) => colour(`way-${way}`)),
    };
}
