/** The whole state as the part of an address after its #, and back. Its parts and their format are in the table of state.ts. */
import type { Values } from './state.ts';
import { initialValues, PROP_NAMES, PROPS } from './state.ts';

const spell = <Name extends keyof Values>(name: Name, values: Readonly<Values>) => PROPS[name].write(values[name]);

/** @returns whether the text could be read */
function take<Name extends keyof Values>(values: Values, name: Name, text: string): boolean {
    const value = PROPS[name].read(text);
    if (value === undefined || !PROPS[name].accepts(value)) {
        return false;
    }
    values[name] = value;
    return true;
}

/** Only what differs from the page as it is at first. */
export function write(values: Readonly<Values>) {
    const initial = initialValues();
    return PROP_NAMES.filter((name) => spell(name, values) !== spell(name, initial))
        .map((name) => `${name}=${spell(name, values)}`)
        .join('&');
}

/** As the page writes it: mail programs spell some of its letters as %2C or even %252C, and & as in HTML. */
const plain = (hash: string) =>
    hash
        .replace(/%(?:25)*([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .replaceAll('&amp;', '&')
        .replace(/^#/, '');

/**
 * @param hash with or without its #
 * @returns what can be read, the rest as at first, and the names of what could not
 */
export function read(hash: string): { values: Values; bad: string[] } {
    const values = initialValues();
    const bad: string[] = [];
    const parts = plain(hash).split('&');
    for (const part of parts.filter((text) => text !== '')) {
        const [said = '', ...rest] = part.split('=');
        const name = PROP_NAMES.find((one) => one === said);
        if (name === undefined || !take(values, name, rest.join('='))) {
            bad.push(said.slice(0, 20));
        }
    }
    return { values, bad };
}
