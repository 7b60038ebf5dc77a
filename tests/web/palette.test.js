import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, mix, pack, parseColour, ramp } from '../../www/js/kit/colormap.ts';

const css = readFileSync(new URL('../../www/css/tokens.css', import.meta.url), 'utf8');
const [lightCss, darkCss] = css.split('@media (prefers-color-scheme: dark)');
const colours = (text) => Object.fromEntries([...text.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, parseColour(hex)]));
const themes = { light: colours(lightCss), dark: colours(darkCss) };
const digits = (theme) => Array.from({ length: 10 }, (_, digit) => theme[`digit-${digit}`]);

const ways = (theme) => Array.from({ length: 4 }, (_, way) => theme[`way-${way}`]);

// What a reader without one kind of cones sees of linear light (Machado, Oliveira and Fernandes 2009, severity 1).
const eyes = {
    'full colour': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

/** Distance in Oklab, where 0.02 is about the least that can be told side by side. */
function seen(colour, eye) {
    const linear = colour.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
    const [r, g, b] = eye.map((row) => Math.min(1, Math.max(0, row.reduce((sum, share, at) => sum + share * linear[at], 0))));
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

describe('colours', () => {
    it('are mixed and packed as ImageData holds them', () => {
        expect(parseColour('#0a80ff')).toEqual([10, 128, 255]);
        expect(() => parseColour('red')).toThrow("got 'red'");
        expect(mix([0, 0, 0], [255, 100, 10], 0.5)).toEqual([128, 50, 5]);
        expect(Array.from(new Uint8Array(Uint32Array.of(pack([1, 2, 3])).buffer))).toEqual([1, 2, 3, 255]);
        const colour = ramp([0, 0, 0], [255, 255, 255], 0.5);
        expect([colour[0], colour[128], colour[255]]).toEqual([pack([0, 0, 0]), 0xffffffff, 0xffffffff]);
        expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
    });
});

describe.each(Object.entries(themes))('%s palette', (_, theme) => {
    it.each(Object.entries(eyes))('keeps any two digits apart for %s', (__, eye) => {
        const all = digits(theme).map((colour) => seen(colour, eye));
        for (let one = 0; one < 10; one += 1) {
            for (let other = 0; other < one; other += 1) {
                const distance = Math.hypot(...all[one].map((value, at) => value - all[other][at]));
                expect(distance, `${other} and ${one}`).toBeGreaterThan(0.09);
            }
        }
    });

    it.each(Object.entries(eyes))('keeps the four ways of edges apart for %s', (__, eye) => {
        const all = ways(theme).map((colour) => seen(colour, eye));
        for (let one = 0; one < 4; one += 1) {
            for (let other = 0; other < one; other += 1) {
                expect(Math.hypot(...all[one].map((value, at) => value - all[other][at])), `${other} and ${one}`).toBeGreaterThan(0.15);
            }
        }
    });

    it('lets ways stand out from whatever they stand on', () => {
        for (const [way, colour] of ways(theme).entries()) {
            for (const ground of ['page', 'panel', 'tile']) expect(contrast(colour, theme[ground]), `${way} on ${ground}`).toBeGreaterThanOrEqual(3);
        }
    });

    it('lets digits stand out from whatever they stand on', () => {
        for (const [digit, colour] of digits(theme).entries()) {
            for (const ground of ['page', 'panel', 'tile']) {
                expect(contrast(colour, theme[ground]), `${digit} on ${ground}`).toBeGreaterThanOrEqual(3);
            }
        }
    });

    it('has text that can be read', () => {
        for (const ground of ['page', 'panel', 'paper']) {
            expect(contrast(theme.ink, theme[ground])).toBeGreaterThan(7);
            expect(contrast(theme.muted, theme[ground])).toBeGreaterThan(4.5);
            expect(contrast(theme.alarm, theme[ground])).toBeGreaterThan(4.5);
        }
        expect(contrast(theme.edge, theme.panel)).toBeGreaterThan(3);
        expect(contrast(theme.focus, theme.page)).toBeGreaterThan(3);
    });
});
