/** Storage for runs in the browser: a summary of each for the list, and its checkpoint. */
import type { UseStore } from 'idb-keyval';
import { createStore, delMany, get, getMany, keys, setMany, update } from 'idb-keyval';
import type { Plan } from './protocol.ts';

/** One measurement during training. */
export interface Point {
    /** learned from */
    images: number;
    /** held-out images read correctly */
    correct: number;
    undecided: number;
    /** held-out images */
    shown: number;
}

/** A run, without its network. */
export interface Kept {
    id: string;
    name: string;
    plan: Plan;
    /** presented so far */
    images: number;
    total: number;
    /** ms since 1970 */
    saved: number;
    points: Point[];
}

/** A run that has not been saved yet. */
export function newRun(about: { name: string; plan: Plan; total: number; images?: number }): Kept {
    const saved = Date.now();
    return { id: saved.toString(36), images: 0, points: [], saved, ...about };
}

/** @param measured the new point; it replaces any later points */
export const withPoint = (points: readonly Point[], { images, correct, undecided, shown }: Point): Point[] => [
    ...points.filter((point) => point.images < images),
    { images, correct, undecided, shown },
];

const ABOUT = 'about:';
const BYTES = 'bytes:';

/** Opened on first use: a browser that forbids it throws, but must still allow training. */
let opened = null as UseStore | null;
/** Some browsers never open it and report nothing: continue without it after this many ms. */
const PATIENCE_MS = 2000;
let silent = false;

/** The browser does not answer. */
export class SilentStore extends Error {
    constructor() {
        super('IndexedDB does not answer');
    }
}

/** @throws SilentStore; once it was silent, at once, until it answers after all */
function store(): Promise<UseStore> {
    opened ??= createStore('stdp-digits', 'runs');
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
}

/** @returns newest first */
export async function list(): Promise<Kept[]> {
    const runs = await store();
    const names = (await keys(runs)).map(String).filter((key) => key.startsWith(ABOUT));
    const all = (await getMany(names, runs)) as Kept[];
    return all.sort((a, b) => b.saved - a.saved);
}

/** Saves summary and checkpoint, both or neither. */
export async function save(about: Kept, bytes: Uint8Array) {
    await setMany(
        [
            [BYTES + about.id, bytes],
            [ABOUT + about.id, about],
        ],
        await store(),
    );
}

/** Updates the summary of a run whose checkpoint is already saved. */
export const note = async (about: Kept) =>
    update<Kept | undefined>(
        ABOUT + about.id,
        (old) => old && { ...old, name: about.name, points: about.points },
        await store(),
    );

export const load = async (id: string): Promise<Uint8Array | undefined> => get(BYTES + id, await store());

export const remove = async (id: string) => delMany([ABOUT + id, BYTES + id], await store());
