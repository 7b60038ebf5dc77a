import { describe, expect, it } from 'vitest';
import { reduced } from '../../www/js/kit/image-file.ts';
import { PLAIN, isInput, isPlain, isUndistorted, spellInput, unspellInput } from '../../www/js/kit/input.ts';
import { PIXELS, spellPixels, unspellPixels } from '../../www/js/kit/pixels.ts';
import { ofImage, spell, unspell } from '../../www/js/kit/picture.ts';

describe('input', () => {
    it.each([
        ['', PLAIN],
        ['centre:off', { ...PLAIN, centre: false }],
        ['centre:off,scale:off,x:-2.5,y:10,rotate:-90,thicken:0.75,noise:40', { centre: false, scale: false, x: -2.5, y: 10, rotate: -90, thicken: 0.75, noise: 40 }],
    ])('is written as %s and read again', (text, input) => {
        expect(spellInput(input)).toBe(text);
        expect(unspellInput(text)).toEqual(input);
    });

    it.each(['x', 'x:', 'x:off', 'centre:1', 'x:11', 'x:0.3', 'x:NaN', 'noise:-1', 'tilt:3', 'toString:1', 'x:1,,y:1', 'rotate:1e1'])('does not read %s', (text) => {
        expect(unspellInput(text)).toBeUndefined();
    });

    it('knows what is as usual', () => {
        expect([isPlain(PLAIN), isUndistorted(PLAIN), isInput(PLAIN)]).toEqual([true, true, true]);
        expect([isPlain({ ...PLAIN, scale: false }), isUndistorted({ ...PLAIN, scale: false })]).toEqual([false, true]);
        expect([isPlain({ ...PLAIN, noise: 1 }), isUndistorted({ ...PLAIN, noise: 1 })]).toEqual([false, false]);
        for (const bad of [null, {}, { ...PLAIN, centre: 1 }, { ...PLAIN, x: undefined }, { ...PLAIN, rotate: 95 }]) expect(isInput(bad)).toBe(false);
    });
});

describe('pixels', () => {
    const some = Uint8Array.from({ length: PIXELS }, (_, at) => (at % 5 === 0 ? (at * 7) % 256 : at % 3 === 0 ? 255 : 0));

    it.each([['some', some], ['none', new Uint8Array(PIXELS)], ['full', new Uint8Array(PIXELS).fill(255)], ['grey', new Uint8Array(PIXELS).fill(64)]])('come back from a link: %s', (_, pixels) => {
        const text = spellPixels(pixels);
        expect(unspellPixels(text)).toEqual(pixels);
        expect(text).toMatch(/^[\w-]+$/);
        const { image } = unspell(spell(ofImage({ pixels, source: null, placing: '', digit: 3 })));
        expect(image.pixels).toEqual(pixels);
    });

    it('are few letters where there is little ink', () => {
        expect(spellPixels(new Uint8Array(PIXELS))).toHaveLength(2);
    });

    it.each(['', 'A', 'AB', 'QR', `${'AB'.repeat(784)}AB`, '~~', `${spellPixels(some)}!!`, spellPixels(some).slice(2)])('are not read from %s', (text) => {
        expect(unspellPixels(text)).toBeUndefined();
        expect(unspell(`~${text}`)).toBeUndefined();
    });
});

describe('picture file', () => {
    it.each([[[4000, 3000], [1024, 768]], [[300, 200], [300, 200]], [[40_000, 1], [1024, 1]], [[1, 1], [1, 1]]])('of %s pixels is read as one of %s', ([width, height], expected) => {
        expect(reduced(width, height)).toEqual(expected);
    });
});
