/** Runs saved in this browser, as the view uses them: a list, and saving that may fail without harm. */

import { SilentStore } from './database.ts';
import type { Kept } from './store.ts';
import * as store from './store.ts';

/** Minimum time between two saves of a running run, in ms. */
const SAVE_EVERY = 2000;

export const messageOf = (error: unknown) => (error instanceof Error ? error.message || error.name : String(error));

export class SavedRuns {
    runs: Kept[] = [];
    /** Why the browser cannot save anything at present; '' if it can. */
    refused = '';
    /** Whether that is because it does not answer at all. */
    silent = false;
    savedAt = -Infinity;
    /** The run that was deleted last, which can come back for as long as the page stays. */
    removed: { run: Kept; bytes: Uint8Array } | null = null;

    /** Whether a running run is due to be saved again. */
    get due() {
        return performance.now() - this.savedAt > SAVE_EVERY;
    }

    #refuse(error: unknown) {
        this.refused = messageOf(error);
        this.silent = error instanceof SilentStore;
    }

    async list() {
        try {
            // Old saved runs say neither what their cells see nor what they learn: it was pixels, of digits.
            this.runs = (await store.list()).map((run) => ({
                ...run,
                drawn: run.drawn ?? null,
                plan: { ...run.plan, config: { front_end: 'pixels', ...run.plan.config } },
            }));
        } catch (error) {
            this.runs = [];
            this.#refuse(error);
        }
    }

    async save(run: Kept, bytes: Uint8Array) {
        this.savedAt = performance.now();
        try {
            await store.save({ ...run, saved: Date.now() }, bytes);
            this.refused = '';
            this.silent = false;
        } catch (error) {
            this.#refuse(error);
        }
        await this.list();
    }

    /** Updates the curve of a run that is already saved. */
    async note(run: Kept) {
        if (this.runs.some(({ id }) => id === run.id)) {
            await store.note(run).catch(() => {});
            await this.list();
        }
    }

    load(id: string) {
        return store.load(id).catch(() => undefined);
    }

    async remove(id: string) {
        const run = this.runs.find((other) => other.id === id);
        const bytes = await this.load(id);
        this.removed = run && bytes ? { run, bytes } : null;
        await store.remove(id).catch(() => {});
        await this.list();
    }

    /** Brings back what was deleted last. */
    async restore() {
        const { removed } = this;
        this.removed = null;
        if (removed) {
            await store.save(removed.run, removed.bytes).catch((error) => this.#refuse(error));
            await this.list();
        }
    }
}
