/** Symbols that somebody draws and names, to train on: kept in this browser, and as a file. */
import { createStore, get, set } from 'idb-keyval';
import { PIXELS } from '../worker/shards.js';

/** @typedef {{ name: string, pictures: Uint8Array[] }} Symbol */

const KEY = 'symbols';
const FORMAT = 'stdp-digits symbols 1';
/** A readout tells so many classes apart. */
export const MOST = 10;

/**
 * Enough cells and pictures for ten symbols, or for digits as people write them, learned in seconds.
 * @param {import('../worker/augment.js').Drawn} drawn
 * @param {import('./settings.js').FrontEnd} frontEnd
 * @returns {import('./protocol.js').Plan}
 */
export function planFor({ digits }, frontEnd) {
    const [neurons, images] = digits.length > 0 ? [100, 4000] : [40, 400];
    return { config: { front_end: frontEnd, neurons }, images, passes: 1, seed: 1 };
}

let opened = /** @type {ReturnType<typeof createStore> | null} */ (null);
const store = () => (opened ??= createStore('stdp-digits-symbols', 'symbols'));

/** @returns {Promise<Symbol[]>} none where the browser forbids to keep something */
export async function load() {
    try {
        return (await get(KEY, store())) ?? [];
    } catch {
        return [];
    }
}

/** @param {readonly Symbol[]} symbols */
export const keep = async (symbols) => set(KEY, symbols, store());

/**
 * @param {readonly Symbol[]} symbols
 * @param {string} name
 * @param {Uint8Array} picture
 * @returns {Symbol[] | null} null where there is no room for another name
 */
export function withPicture(symbols, name, picture) {
    if (symbols.some((one) => one.name === name)) {
        return symbols.map((one) => (one.name === name ? { name, pictures: [...one.pictures, picture] } : one));
    }
    return symbols.length < MOST ? [...symbols, { name, pictures: [picture] }] : null;
}

/**
 * What a network of them learns to tell apart: a digit that is drawn as a symbol, too, is one and the same.
 * @param {readonly Symbol[]} symbols
 * @param {readonly number[]} digits
 */
export const classes = (symbols, digits) => [...new Set([...symbols.map(({ name }) => name), ...digits.map(String)])];

/**
 * As the workers take them.
 * @param {readonly Symbol[]} symbols
 * @param {readonly number[]} digits  of MNIST, mixed in
 * @returns {import('../worker/augment.js').Drawn}
 */
export function flat(symbols, digits) {
    const all = symbols.flatMap(({ pictures }, label) => pictures.map((picture) => ({ picture, label })));
    const pixels = new Uint8Array(all.length * PIXELS);
    all.forEach(({ picture }, at) => pixels.set(picture, at * PIXELS));
    return { names: classes(symbols, digits), digits: [...digits], pixels, labels: Uint8Array.from(all, ({ label }) => label) };
}

/** @param {readonly Symbol[]} symbols */
export function toFile(symbols) {
    const letters = (/** @type {Uint8Array} */ picture) => btoa(String.fromCharCode(...picture));
    return JSON.stringify({ format: FORMAT, symbols: symbols.map(({ name, pictures }) => ({ name, pictures: pictures.map(letters) })) });
}

/**
 * @param {string} text
 * @returns {Symbol[] | null} null where it is not such a file, or not a whole one
 */
export function fromFile(text) {
    try {
        const { format, symbols } = JSON.parse(text);
        const read = symbols.map((/** @type {{ name: unknown, pictures: string[] }} */ { name, pictures }) => ({
            name: String(name).slice(0, 20),
            pictures: pictures.map((letters) => Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))),
        }));
        const whole = read.every((/** @type {Symbol} */ { name, pictures }) => name !== '' && pictures.length > 0 && pictures.every(({ length }) => length === PIXELS));
        const once = new Set(read.map((/** @type {Symbol} */ { name }) => name)).size === read.length;
        return format === FORMAT && whole && once && read.length > 0 && read.length <= MOST ? read : null;
    } catch {
        return null;
    }
}
