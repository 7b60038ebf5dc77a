/** What is done to a picture before the network gets it: centring, scaling, and what a lesson changes on purpose. */

/**
 * @typedef {object} Input
 * @property {boolean} centre  the ink's mass in the middle
 * @property {boolean} scale   the ink as large as MNIST's
 * @property {number} x        moved to the right, pixels
 * @property {number} y        moved down, pixels
 * @property {number} rotate   clockwise, degrees
 * @property {number} thicken  lines wider by so many pixels
 * @property {number} noise    per cent of the pixels that show a grey drawn by lot
 */

/** The two switches. */
export const SWITCHES = /** @type {const} */ (['centre', 'scale']);

/** The sliders: how far each goes, and in which steps. */
export const SLIDERS = /** @type {const} */ ({
    x: { least: -10, most: 10, step: 0.5 },
    y: { least: -10, most: 10, step: 0.5 },
    rotate: { least: -90, most: 90, step: 5 },
    thicken: { least: -1.5, most: 4, step: 0.25 },
    noise: { least: 0, most: 40, step: 1 },
});

export const NAMES = /** @type {(keyof typeof SLIDERS)[]} */ (Object.keys(SLIDERS));

/** @type {Readonly<Input>} */
export const PLAIN = Object.freeze({ centre: true, scale: true, x: 0, y: 0, rotate: 0, thicken: 0, noise: 0 });

/** @param {Input} input whether nothing is moved, turned, thickened or covered */
export function isUndistorted(input) {
    return NAMES.every((name) => input[name] === 0);
}

/** @param {Input} input whether all is as usual */
export function isPlain(input) {
    return input.centre && input.scale && isUndistorted(input);
}

/** @param {any} input */
export function isInput(input) {
    return (
        SWITCHES.every((name) => typeof input?.[name] === 'boolean') &&
        NAMES.every((name) => {
            const { least, most, step } = SLIDERS[name];
            return input[name] >= least && input[name] <= most && Number.isInteger(input[name] / step);
        })
    );
}

/** @param {Input} input the place that its switches give a picture */
export function spellPlacing({ centre, scale }) {
    return `${centre},${scale}`;
}

/**
 * What is not as usual, say `centre:off,x:2.5`.
 * @param {Input} input
 */
export function spellInput(input) {
    const off = SWITCHES.filter((name) => !input[name]).map((name) => `${name}:off`);
    return [...off, ...NAMES.filter((name) => input[name] !== 0).map((name) => `${name}:${input[name]}`)].join();
}

/**
 * @param {string} text
 * @returns {Input | undefined} undefined where it spells none
 */
export function unspellInput(text) {
    const input = /** @type {Record<string, boolean | number>} */ ({ ...PLAIN });
    for (const part of text === '' ? [] : text.split(',')) {
        const [, name = '', value = ''] = /^(\w+):(off|-?\d+(?:\.\d+)?)$/.exec(part) ?? [];
        if (!Object.hasOwn(PLAIN, name) || (value === 'off') !== (typeof input[name] === 'boolean')) {
            return undefined;
        }
        input[name] = value === 'off' ? false : Number(value);
    }
    const found = /** @type {Input} */ (/** @type {unknown} */ (input));
    return isInput(found) ? found : undefined;
}
