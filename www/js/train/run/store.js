/** Runs that are kept in the browser: what is told of each in a list, and its checkpoint beside it. */
import { createStore, delMany, get, getMany, keys, setMany, update } from 'idb-keyval';

/**
 * One measurement on the way.
 * @typedef {object} Point
 * @property {number} images     learned from
 * @property {number} correct    of the held-out images
 * @property {number} undecided
 * @property {number} shown      held-out images
 */

/**
 * A run, without its network.
 * @typedef {object} Kept
 * @property {string} id
 * @property {string} name
 * @property {import('./protocol.js').Plan} plan
 * @property {number} images   presented so far
 * @property {number} total
 * @property {number} saved    ms since 1970
 * @property {Point[]} points
 */

/**
 * A run that has not been kept yet.
 * @param {{ name: string, plan: import('./protocol.js').Plan, total: number, images?: number }} about
 * @returns {Kept}
 */
export function anew(about) {
    const saved = Date.now();
    return { id: saved.toString(36), images: 0, points: [], saved, ...about };
}

/**
 * @param {readonly Point[]} points
 * @param {Point} measured takes the place of points that come later
 * @returns {Point[]}
 */
export const withPoint = (points, { images, correct, undecided, shown }) => [...points.filter((point) => point.images < images), { images, correct, undecided, shown }];

const ABOUT = 'about:';
const BYTES = 'bytes:';

/** Opened with the first use: a browser that forbids it, which throws, must not keep anybody from training. */
let opened = /** @type {ReturnType<typeof createStore> | null} */ (null);
const store = () => {
    opened ??= createStore('stdp-digits', 'runs');
    return opened;
};

/** @returns {Promise<Kept[]>} the newest first */
export async function list() {
    const names = (await keys(store())).map(String).filter((key) => key.startsWith(ABOUT));
    const all = /** @type {Kept[]} */ (await getMany(names, store()));
    return all.sort((a, b) => b.saved - a.saved);
}

/**
 * Both or neither.
 * @param {Kept} about
 * @param {Uint8Array} bytes
 */
export async function save(about, bytes) {
    await setMany([[BYTES + about.id, bytes], [ABOUT + about.id, about]], store());
}

/**
 * What is told of a run whose checkpoint is kept already; nothing where it is not.
 * @param {Kept} about
 */
export const note = async (about) => update(ABOUT + about.id, (/** @type {any} */ old) => old && { ...old, name: about.name, points: about.points }, store());

/** @param {string} id @returns {Promise<Uint8Array | undefined>} */
export const load = async (id) => get(BYTES + id, store());

/** @param {string} id */
export const remove = async (id) => delMany([ABOUT + id, BYTES + id], store());
