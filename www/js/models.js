/** The trained networks that come with the page: those that lay in models/ when it was built. */

/** @type {Record<string, string>} */
const found = import.meta.glob('../../models/*.safetensors', { query: '?url', import: 'default', eager: true });

/** Where each is, by its number of cells, the smallest first. @type {ReadonlyMap<string, string>} */
export const MODELS = new Map(
    Object.entries(found)
        .map(([path, url]) => /** @type {[string, string]} */ ([/([^/]+)\.safetensors$/.exec(path)?.[1] ?? path, url]))
        .sort(([a], [b]) => Number(a) - Number(b)),
);

/** The one that the page opens with. */
export const FIRST_MODEL = '400';

/** @param {string} name of one of them */
export function modelUrl(name) {
    return new URL(MODELS.get(name) ?? '', document.baseURI).href;
}
