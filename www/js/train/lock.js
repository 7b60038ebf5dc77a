/** Keeps two tabs from writing over each other's run. */

/**
 * Holds a run for this tab.
 * @param {string} id
 * @returns {Promise<(() => void) | null>} how to let it go; null: another tab holds it
 */
export function hold(id) {
    return new Promise((then) => {
        // Where the browser has no locks, or forbids them, as it does to pages of no origin, nobody is kept out.
        const free = () => then(() => {});
        if (!navigator.locks) {
            free();
            return;
        }
        navigator.locks.request(`stdp-digits:${id}`, { ifAvailable: true }, (lock) => {
            if (lock === null) {
                then(null);
                return undefined;
            }
            return new Promise((release) => then(() => release(undefined)));
        }).catch(free);
    });
}
