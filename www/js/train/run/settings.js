/** What the form of a run says, and how a run says it back. */
import { configuration, valueAt, written } from '../../kit/constants.js';

/** @typedef {'pixels' | 'edges'} FrontEnd  what the cells see */
/** @typedef {import('./protocol.js').Plan} Plan */

/**
 * What the form says.
 * @typedef {object} Settings
 * @property {FrontEnd} frontEnd
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

/** @type {readonly FrontEnd[]} */
export const FRONT_ENDS = ['pixels', 'edges'];

/** @returns {Settings} */
export function initial() {
    return { frontEnd: 'pixels', neurons: 100, rule: 'triplet', changed: new Map(), images: 10_000, passes: 1, seed: 1, stopAt: null, pace: Infinity };
}

/** @param {Settings} settings @returns {Plan} */
export function planOf({ frontEnd, neurons, rule, changed, images, passes, seed }) {
    // Always said: the library's own is edges, and the form begins with pixels, whose fields are pictures.
    return { config: { front_end: frontEnd, ...configuration(neurons, rule, changed) }, images, passes, seed };
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
 * @param {import('./usual.js').ConstantsOf} constantsOf
 * @returns {Settings}
 */
export function settingsOf({ config, images, passes, seed }, settings, constantsOf) {
    /** @type {import('./usual.js').Kind} */
    const kind = { rule: config.rule?.kind ?? 'triplet', frontEnd: config.front_end ?? 'pixels', neurons: config.neurons ?? 400 };
    const changed = new Map();
    for (const { path, initial: usual } of constantsOf(kind)) {
        const value = valueAt(config, path);
        if (value !== undefined && !same(value, usual)) {
            changed.set(path, written(value));
        }
    }
    return { ...settings, ...kind, changed, images, passes, seed };
}
