/** The whole state as the part of an address after its #, and back. What it says and how stands in the table of state.js. */
import { PROPS } from './state.js';

/** @typedef {import('./state.js').Values} Values */

const NAMES = /** @type {(keyof Values)[]} */ (Object.keys(PROPS));

/**
 * Only what differs from the page as it is at first.
 * @param {Readonly<Values>} values
 */
export function write(values) {
    const parts = NAMES.map((name) => [name, PROPS[name].write(/** @type {never} */ (values[name])), PROPS[name].write(/** @type {never} */ (PROPS[name].initial))]);
    return parts.filter(([, now, initial]) => now !== initial).map(([name, now]) => `${name}=${now}`).join('&');
}

/**
 * @param {string} hash with or without its #
 * @returns {{ values: Values, bad: string[] }} what can be read, the rest as at first, and the names of what could not
 */
export function read(hash) {
    /** @type {Record<string, unknown>} */
    const values = Object.fromEntries(NAMES.map((name) => [name, PROPS[name].initial]));
    const bad = [];
    for (const part of hash.replace(/^#/, '').split('&').filter((text) => text !== '')) {
        const [name = '', ...rest] = part.split('=');
        const prop = NAMES.includes(/** @type {keyof Values} */ (name)) ? PROPS[/** @type {keyof Values} */ (name)] : null;
        const value = prop?.read(rest.join('='));
        if (prop && value !== undefined && prop.accepts(value)) {
            values[name] = value;
        } else {
            bad.push(name.slice(0, 20));
        }
    }
    return { values: /** @type {Values} */ (values), bad };
}
