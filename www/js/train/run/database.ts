/** Databases in the browser, which must not block anything if they never answer. */
import type { UseStore } from 'idb-keyval';
import { createStore } from 'idb-keyval';

/** Some browsers never open one and report nothing: continue without it after this many ms. */
const PATIENCE_MS = 2000;
/** Whether the browser did not answer last time. */
let silent = false;

/** The browser does not answer. */
export class SilentStore extends Error {
    constructor() {
        super('IndexedDB does not answer');
    }
}

/**
 * Opened on first use: a browser that forbids it throws, but must still allow training.
 * @returns opens the database; rejects with SilentStore if the browser does not answer, immediately if it did not last time
 */
export function database(name: string, table: string): () => Promise<UseStore> {
    let opened: UseStore | null = null;
    return async () => {
        opened ??= createStore(name, table);
        const use = opened;
        return new Promise((then, fail) => {
            const giveUp = () => {
                silent = true;
                fail(new SilentStore());
            };
            const timer = setTimeout(giveUp, silent ? 0 : PATIENCE_MS);
            // Only the opening: a large run may take its time to be written.
            use('readonly', () => {
                silent = false;
                then(use);
            })
                .catch(fail)
                .finally(() => clearTimeout(timer));
        });
    };
}
