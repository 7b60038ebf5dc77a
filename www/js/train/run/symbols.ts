/** Symbols that someone draws and names, to train on: saved in this browser, and as a file. */
import { get, set } from 'idb-keyval';
import type { Drawn } from '../worker/augment.ts';
import { PIXELS } from '../worker/shards.ts';
import { database } from './database.ts';
import type { Settings } from './settings.ts';

export type Symbol = { name: string; pictures: Uint8Array[] };

const KEY = 'symbols';
const FORMAT = 'stdp-digits symbols 1';
/** The most classes a readout can tell apart. */
export const MOST = 10;

/** Enough cells and pictures for ten symbols, or for mixed-in digits, but still learned in seconds. */
export const sizeFor = ({ digits }: Pick<Drawn, 'digits'>): Pick<Settings, 'neurons' | 'images'> =>
    digits.length > 0 ? { neurons: 100, images: 4000 } : { neurons: 40, images: 400 };

const store = database('stdp-digits-symbols', 'symbols');

/** @returns none if the browser stores nothing */
export async function load(): Promise<Symbol[]> {
    try {
        return (await get(KEY, await store())) ?? [];
    } catch {
        return [];
    }
}

export const keep = async (symbols: readonly Symbol[]) => set(KEY, symbols, await store());

/** @returns null if there is no room for another name */
export function withPicture(symbols: readonly Symbol[], name: string, picture: Uint8Array): Symbol[] | null {
    if (symbols.some((one) => one.name === name)) {
        return symbols.map((one) => (one.name === name ? { name, pictures: [...one.pictures, picture] } : one));
    }
    return symbols.length < MOST ? [...symbols, { name, pictures: [picture] }] : null;
}

/** Classes to tell apart: a digit that is both drawn and mixed in counts once. */
export const classes = (symbols: readonly Symbol[], digits: readonly number[]) => [
    ...new Set([...symbols.map(({ name }) => name), ...digits.map(String)]),
];

/**
 * In the form the workers take.
 * @param digits of MNIST to mix in
 */
export function flat(symbols: readonly Symbol[], digits: readonly number[]): Drawn {
    const all = symbols.flatMap(({ pictures }, label) => pictures.map((picture) => ({ picture, label })));
    const pixels = new Uint8Array(all.length * PIXELS);
    all.forEach(({ picture }, at) => pixels.set(picture, at * PIXELS));
    return {
        names: classes(symbols, digits),
        digits: [...digits],
        pixels,
        labels: Uint8Array.from(all, ({ label }) => label),
    };
}

export function toFile(symbols: readonly Symbol[]) {
    const letters = (picture: Uint8Array) => btoa(String.fromCharCode(...picture));
    return JSON.stringify({
        format: FORMAT,
        symbols: symbols.map(({ name, pictures }) => ({ name, pictures: pictures.map(letters) })),
    });
}

/** @returns null if it is not a complete symbols file */
export function fromFile(text: string): Symbol[] | null {
    try {
        const { format, symbols } = JSON.parse(text);
        const read = symbols.map(({ name, pictures }: { name: unknown; pictures: string[] }) => ({
            name: String(name).slice(0, 20),
            pictures: pictures.map((letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))),
        }));
        const whole = read.every(
            ({ name, pictures }: Symbol) =>
                name !== '' && pictures.length > 0 && pictures.every(({ length }) => length === PIXELS),
        );
        const once = new Set(read.map(({ name }: Symbol) => name)).size === read.length;
        return format === FORMAT && whole && once && read.length > 0 && read.length <= MOST ? read : null;
    } catch {
        return null;
    }
}
