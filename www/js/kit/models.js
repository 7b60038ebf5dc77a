/** The trained networks that come with the page: those that lay in models/ when it was built. */

/** @type {Record<string, string>} */
const found = import.meta.glob('../../../models/*.safetensors', { query: '?url', import: 'default', eager: true });

/** Networks that see pixels, beside those of as many cells that see edges, have names that end so. */
const PIXELS = '-pixels';

/** @param {string} name such as 400 or 400-pixels @returns {number} of cells */
export function cellsOf(name) {
    return Number.parseInt(name, 10);
}

/** Where each is, by its name, the smallest first. @type {ReadonlyMap<string, string>} */
export const MODELS = new Map(
    Object.entries(found)
        .map(([path, url]) => /** @type {[string, string]} */ ([/([^/]+)\.safetensors$/.exec(path)?.[1] ?? path, url]))
        .sort(([a], [b]) => cellsOf(a) - cellsOf(b) || a.length - b.length),
);

/** The one that the page opens with. */
export const FIRST_MODEL = '400';

/** @param {string} name of one of them */
export function modelUrl(name) {
    return new URL(MODELS.get(name) ?? '', document.baseURI).href;
}

/** @param {string} name @returns {import('../look/protocol.js').FrontEnd} what it sees, as far as its name tells */
export function frontEndOf(name) {
    return name.endsWith(PIXELS) ? 'pixels' : 'edges';
}

/** @param {string} name @returns {string | null} the network of as many cells that sees the other thing */
export function counterpart(name) {
    const other = name.endsWith(PIXELS) ? name.slice(0, -PIXELS.length) : name + PIXELS;
    return MODELS.has(other) ? other : null;
}
