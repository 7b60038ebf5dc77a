/** Storage for runs in the browser: a summary of each for the list, and its checkpoint. */
import { delMany, get, getMany, keys, setMany, update } from 'idb-keyval';
import type { Drawn } from '../worker/augment.ts';
import { database } from './database.ts';
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
    /** what it learns instead of digits */
    drawn: Drawn | null;
    /** presented so far */
    images: number;
    total: number;
    /** ms since 1970 */
    saved: number;
    points: Point[];
}

/** A run that has not been saved yet. */
export function newRun(about: Pick<Kept, 'name' | 'plan' | 'drawn' | 'total'> & { images?: number }): Kept {
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

const store = database('stdp-digits', 'runs');

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
