/** Keeps two tabs from writing over each other's run. */

/** The run that this tab holds. */
export class Hold {
    #release = () => {};

    /**
     * Lets go of the one before.
     * @returns whether this tab holds it; otherwise another does
     */
    async take(id: string): Promise<boolean> {
        this.#release();
        const release = await hold(id);
        this.#release = release ?? (() => {});
        return release !== null;
    }
}

/** @returns how to let it go; null: another tab holds it */
export function hold(id: string): Promise<(() => void) | null> {
    return new Promise((then) => {
        // Where the browser has no locks, or forbids them, as it does to pages of no origin, nobody is kept out.
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
