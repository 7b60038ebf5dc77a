/** Keeps two tabs from overwriting each other's run. */

/** Lock on the run that this tab has open. */
export class Hold {
    #release = () => {};

    /**
     * Locks a run and releases the previous one.
     * @returns false if another tab holds it
     */
    async take(id: string): Promise<boolean> {
        this.#release();
        const release = await hold(id);
        this.#release = release ?? (() => {});
        return release !== null;
    }
}

/** @returns a function that releases the lock; null if another tab holds it */
export function hold(id: string): Promise<(() => void) | null> {
    return new Promise((then) => {
        // Without locks (unsupported, or forbidden, as in pages with an opaque origin), every tab gets in.
        const free = () => then(() => {});
        if (!navigator.locks) {
            free();
            return;
        }
        navigator.locks
            .request(`stdp-digits:${id}`, { ifAvailable: true }, (lock) => {
                if (lock === null) {
                    then(null);
                    return undefined;
                }
                return new Promise((release) => then(() => release(undefined)));
            })
            .catch(free);
    });
}
