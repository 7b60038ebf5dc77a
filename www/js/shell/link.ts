/** The whole state as the part of an address after its #, and back. What it says and how stands in the table of state.ts. */

import type { Values } from './state.ts';
import { PROPS } from './state.ts';

const NAMES = Object.keys(PROPS) as (keyof Values)[];

/** Only what differs from the page as it is at first. */
export function write(values: Readonly<Values>) {
    const parts = NAMES.map((name) => [
        name,
        PROPS[name].write(values[name] as never),
        PROPS[name].write(PROPS[name].initial as never),
    ]);
    return parts
        .filter(([, now, initial]) => now !== initial)
        .map(([name, now]) => `${name}=${now}`)
        .join('&');
}

/**
 * @param hash with or without its #
 * @returns what can be read, the rest as at first, and the names of what could not
 */
export function read(hash: string): { values: Values; bad: string[] } {
    const values: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, PROPS[name].initial]));
    const bad = [];
    for (const part of hash
        .replace(/^#/, '')
        .split('&')
        .filter((text) => text !== '')) {
        const [name = '', ...rest] = part.split('=');
        const prop = NAMES.includes(name as keyof Values) ? PROPS[name as keyof Values] : null;
        const value = prop?.read(rest.join('='));
        if (prop && value !== undefined && prop.accepts(value)) {
            values[name] = value;
        } else {
            bad.push(name.slice(0, 20));
        }
    }
    return { values: values as unknown as Values, bad };
}
