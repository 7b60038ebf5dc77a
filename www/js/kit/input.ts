/** What is done to a picture before the network gets it: centring, scaling, and what a lesson changes on purpose. */

import { keysOf } from './keys.ts';

export interface Input {
    /** the ink's mass in the middle */
    centre: boolean;
    /** the ink as large as MNIST's */
    scale: boolean;
    /** moved to the right, pixels */
    x: number;
    /** moved down, pixels */
    y: number;
    /** clockwise, degrees */
    rotate: number;
    /** how much wider lines become, in pixels */
    thicken: number;
    /** per cent of the pixels that show a grey drawn by lot */
    noise: number;
}

/** The two switches. */
export const SWITCHES = ['centre', 'scale'] as const;

/** The sliders: how far each goes, and in which steps. */
export const SLIDERS = {
    x: { least: -10, most: 10, step: 0.5 },
    y: { least: -10, most: 10, step: 0.5 },
    rotate: { least: -90, most: 90, step: 5 },
    thicken: { least: -1.5, most: 4, step: 0.25 },
    noise: { least: 0, most: 40, step: 1 },
} as const;

export const NAMES = keysOf(SLIDERS);

export const PLAIN: Readonly<Input> = Object.freeze({
    centre: true,
    scale: true,
    x: 0,
    y: 0,
    rotate: 0,
    thicken: 0,
    noise: 0,
});

/** @param input whether nothing is moved, turned, thickened or covered */
export function isUndistorted(input: Input) {
    return NAMES.every((name) => input[name] === 0);
}

/** @param input whether it has all defaults */
export function isPlain(input: Input) {
    return input.centre && input.scale && isUndistorted(input);
}

export function isInput(input: unknown): input is Input {
    if (typeof input !== 'object' || input === null) {
        return false;
    }
    const values = new Map<string, unknown>(Object.entries(input));
    return (
        SWITCHES.every((name) => typeof values.get(name) === 'boolean') &&
        NAMES.every((name) => {
            const { least, most, step } = SLIDERS[name];
            const value = values.get(name);
            return typeof value === 'number' && value >= least && value <= most && Number.isInteger(value / step);
        })
    );
}

/** @param input the place that its switches give a picture */
export function spellPlacing({ centre, scale }: Input) {
    return `${centre},${scale}`;
}

/** The differences from the defaults, such as `centre:off,x:2.5`. */
export function spellInput(input: Input) {
    const off = SWITCHES.filter((name) => !input[name]).map((name) => `${name}:off`);
    return [...off, ...NAMES.filter((name) => input[name] !== 0).map((name) => `${name}:${input[name]}`)].join();
}

/** @returns undefined if the text is invalid */
export function unspellInput(text: string): Input | undefined {
    const input: Record<string, boolean | number> = { ...PLAIN };
    for (const part of text === '' ? [] : text.split(',')) {
        const [, name = '', value = ''] = /^(\w+):(off|-?\d+(?:\.\d+)?)$/.exec(part) ?? [];
        if (!Object.hasOwn(PLAIN, name) || (value === 'off') !== (typeof input[name] === 'boolean')) {
            return undefined;
        }
        input[name] = value === 'off' ? false : Number(value);
    }
    return isInput(input) ? input : undefined;
}
