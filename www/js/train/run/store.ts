/** Storage for runs in the browser: a summary of each for the list, and its checkpoint. */
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
let opened = null as ReturnType<typeof createStore> | null;
const store = () => {
    opened ??= createStore('stdp-digits', 'runs');
    return opened;
};

/** @returns newest first */
export async function list(): Promise<Kept[]> {
    const names = (await keys(store())).map(String).filter((key) => key.startsWith(ABOUT));
    const all = (await getMany(names, store())) as Kept[];
    return all.sort((a, b) => b.saved - a.saved);
}

/** Saves summary and checkpoint, both or neither. */
export async function save(about: Kept, bytes: Uint8Array) {
    await setMany(
        [
            [BYTES + about.id, bytes],
            [ABOUT + about.id, about],
        ],
        store(),
    );
}

/** Updates the summary of a run whose checkpoint is already saved. */
export const note = async (about: Kept) =>
    update<Kept | undefined>(
        ABOUT + about.id,
        (old) => old && { ...old, name: about.name, points: about.points },
        store(),
    );

export const load = async (id: string): Promise<Uint8Array | undefined> => get(BYTES + id, store());

export const remove = async (id: string) => delMany([ABOUT + id, BYTES + id], store());
