/** What the form of a run says, and how a run says it back. */
import { configuration } from './constants.js';

/** @typedef {import('./constants.js').Constant} Constant */
/** @typedef {import('./protocol.js').Plan} Plan */

/**
 * What the form says.
 * @typedef {object} Settings
 * @property {number} neurons
 * @property {string} rule
 * @property {Map<string, number | boolean | string>} changed constants by path
 * @property {number} images
 * @property {number} passes
 * @property {number} seed
 * @property {number | null} stopAt
 * @property {number} pace
 */

/** Images a second; 0: slow motion. */
export const PACES = /** @type {const} */ ([0, 1, 10, 100, Infinity]);
export const FEWEST_CELLS = 4;
export const MOST_CELLS = 1600;

/** @returns {Settings} */
export function initial() {
    return { neurons: 100, rule: 'triplet', changed: new Map([['theta.scale_with_n', true]]), images: 10_000, passes: 1, seed: 1, stopAt: null, pace: Infinity };
}

/** @param {Settings} settings @returns {Plan} */
export function planOf({ neurons, rule, changed, images, passes, seed }) {
    return { config: configuration(neurons, rule, changed), images, passes, seed };
}

/** @param {Plan} a @param {Plan} b whose constants may have been changed in another order */
export const samePlan = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** @param {any} value @returns {any} */
const sorted = (value) => (value instanceof Object ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]) : value);

/** Constants are kept in 32 bits. @param {unknown} a @param {unknown} b */
const same = (a, b) => a === b || (typeof a === 'number' && typeof b === 'number' && Math.fround(a) === Math.fround(b));

/**
 * The form of a run that has come back.
 * @param {import('./protocol.js').Plan} plan whose configuration may name every constant
 * @param {Settings} settings the rest
 * @param {(rule: string) => readonly Constant[]} constantsOf all constants, those of this rule among them
 * @returns {Settings}
 */
export function settingsOf({ config, images, passes, seed }, settings, constantsOf) {
    const rule = config.rule?.kind ?? 'triplet';
    const changed = new Map();
    for (const { path, initial: usual } of constantsOf(rule)) {
        const value = path.split('.').reduce((/** @type {any} */ part, name) => part?.[name], config);
        if (value !== undefined && !same(value, usual)) {
            // Seven digits name a number of 32 bits, as it was typed.
            changed.set(path, typeof value === 'number' ? Number(value.toPrecision(7)) : value);
        }
    }
    return { ...settings, neurons: config.neurons ?? 400, rule, changed, images, passes, seed };
}
