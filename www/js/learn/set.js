/** Puts the running page into the state that a link says, without loading it anew. */
import { read } from '../link.js';
import { PROPS } from '../state.js';

/** @typedef {import('../state.js').Values} Values */

/** What is the reader's own, or stands still only where time has been stopped. @type {readonly (keyof Values)[]} */
const KEPT = ['lang', 'keys', 'sound', 'lesson', 'present', 'brain', 'at'];

/**
 * @param {import('../state.js').State} state
 * @param {string} set what follows the # of a link
 */
export function setPage(state, set) {
    const { values } = read(set);
    const names = /** @type {(keyof Values)[]} */ (Object.keys(PROPS)).filter((name) => !KEPT.includes(name));
    const differs = (/** @type {keyof Values} */ name) => PROPS[name].write(/** @type {never} */ (values[name])) !== PROPS[name].write(/** @type {never} */ (state.values[name]));
    if (values.train !== '' && !differs('train')) {
        // The same run, but from its beginning.
        state.set({ train: '' });
    }
    // The view first, so that what follows finds it there; the picture last, for it begins a look with all the rest.
    const order = ['view', ...names.filter((name) => name !== 'view' && name !== 'picture'), 'picture'];
    for (const name of /** @type {(keyof Values)[]} */ (order)) {
        if (!differs(name)) {
            continue;
        }
        if (name === 'model' && document.documentElement.dataset.network === 'ready') {
            // A network that reads already gives way to another only where one is chosen.
            const select = /** @type {HTMLSelectElement} */ (document.querySelector('[data-testid="model-select"]'));
            select.value = values.model;
            select.dispatchEvent(new Event('change'));
        } else {
            state.set({ [name]: values[name] });
        }
    }
}
