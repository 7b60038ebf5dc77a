/** Colours and type of the canvases. They are chosen in css/tokens.css and only read and mixed here. */
import { context2d, hidden } from './canvas.ts';

/** 0…255 each */
export type Rgb = readonly [number, number, number];

/** @param hex '#rrggbb' */
export function parseColour(hex: string): Rgb {
    const [, digits] = /^#([0-9a-f]{6})$/i.exec(hex.trim()) ?? [];
    if (digits === undefined) {
        throw new Error(`expected a colour like #1a2b3c, got '${hex}'`);
    }
    const value = Number.parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
}

export function css([red, green, blue]: Rgb) {
    return `rgb(${red} ${green} ${blue})`;
}

/** @param share 0: from, 1: to */
export function mix(from: Rgb, to: Rgb, share: number): Rgb {
    const part = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
    return [part(0), part(1), part(2)];
}

/** One pixel as ImageData holds it, seen as a Uint32 (little-endian: alpha is the highest byte). */
export function pack([red, green, blue]: Rgb) {
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * 256 packed colours from one to the other.
 * @param full share of 255 at which the second is reached
 */
export function ramp(from: Rgb, to: Rgb, full: number = 1) {
    return Uint32Array.from({ length: 256 }, (_, value) => pack(mix(from, to, Math.min(1, value / 255 / full))));
}

/**
 * Colours pixels as ImageData holds them.
 * @param colours of 256 shades
 */
export function colourIn(pixels: Uint32Array, shades: Uint8Array, colours: Uint32Array) {
    // Counted by hand: forEach takes four times as long, and fields of many cells change with each frame.
    for (let place = 0; place < shades.length; place += 1) {
        pixels[place] = colours[shades[place] ?? 0] ?? 0;
    }
}

/** WCAG's relative luminance. */
export function luminance(colour: Rgb) {
    const [red, green, blue] = colour.map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG's contrast, 1…21. */
export function contrast(one: Rgb, other: Rgb) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

export interface Theme {
    /** of the pad */
    paper: Rgb;
    ink: Rgb;
    /** ground of a receptive field */
    tile: Rgb;
    /** its strongest synapse */
    field: Rgb;
    /** a spike of an input cell */
    spark: Rgb;
    /** inhibition */
    hush: Rgb;
    /** cells that stand for no digit */
    silent: Rgb;
    /** ten */
    digits: Rgb[];
    /** four, of edges that run –, /, | and \ */
    ways: Rgb[];
    /** families, as in CSS */
    type: string;
}

/** What is in force now, light or dark. */
export function readTheme(element: Element): Theme {
    const style = getComputedStyle(element);
    // A canvas spells any colour of CSS as #rrggbb, also the short forms that the build makes of ours.
    const speller = context2d(hidden(1, 1));
    const colour = (name: string) => {
        speller.fillStyle = style.getPropertyValue(`--${name}`);
        return parseColour(String(speller.fillStyle));
    };
    return {
        paper: colour('paper'),
        ink: colour('ink'),
        tile: colour('tile'),
        field: colour('field'),
        spark: colour('spark'),
        hush: colour('hush'),
        silent: colour('silent'),
        digits: Array.from({ length: 10 }, (_, digit) => colour(`digit-${digit}`)),
        ways: Array.from({ length: 4 }, (_, way) => colour(`way-${way}`)),
        type: style.getPropertyValue('--type'),
    };
}
