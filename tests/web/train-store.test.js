// Where runs are kept, in a browser whose database never opens.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** Requests to open the database, which stay unanswered unless a test answers them. */
let requests = [];

beforeEach(() => {
    requests = [];
    vi.useFakeTimers();
    vi.resetModules();
    vi.stubGlobal('indexedDB', { open: () => requests[requests.push({}) - 1] });
});

afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

const savedRuns = async () => new (await import('../../www/js/train/run/saved-runs.ts')).SavedRuns();

/** Whether a promise has settled within that many ms. */
async function settledAfter(promise, ms) {
    let settled = false;
    promise.finally(() => (settled = true));
    await vi.advanceTimersByTimeAsync(ms);
    return settled;
}

it('goes on without it after two seconds, and says why', async () => {
    const saved = await savedRuns();
    const listed = saved.list();
    expect(await settledAfter(listed, 1999)).toBe(false);
    expect(saved.refused).toBe('');
    expect(await settledAfter(listed, 1)).toBe(true);
    expect([saved.runs, saved.refused, saved.silent]).toEqual([[], 'IndexedDB does not answer', true]);
});

it('waits for it once, not each time', async () => {
    const saved = await savedRuns();
    await settledAfter(saved.list(), 2000);
    const run = { id: 'a', name: 'a', plan: {}, images: 1, total: 2, saved: 0, points: [] };
    expect(await settledAfter(saved.save(run, new Uint8Array(1)), 1)).toBe(true);
    expect(await settledAfter(saved.load('a'), 1)).toBe(true);
    expect(saved.silent).toBe(true);
});

it('uses it when it answers after all', async () => {
    const saved = await savedRuns();
    await settledAfter(saved.list(), 2000);
    const transaction = { objectStore: () => ({ put() {}, transaction }) };
    requests[0].result = { transaction: () => transaction };
    requests[0].onsuccess();
    const store = await import('../../www/js/train/run/store.ts');
    const kept = store.save({ id: 'a' }, new Uint8Array(1));
    await vi.advanceTimersByTimeAsync(0);
    transaction.oncomplete();
    await expect(kept).resolves.toBeUndefined();
});
