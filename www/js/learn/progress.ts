/** What a learner has done and predicted, stored in the browser if it allows that. */

const KEY = 'stdp-digits.lessons';
const OWN = 'stdp-digits.own-lesson';

/** Progress through one lesson. */
export interface Way {
    /** current step, from 1 */
    at: number;
    /** finished steps, from 1 */
    done: number[];
    /** the choice predicted in each step */
    said: Record<string, number>;
}

export class Progress {
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    ways: Record<string, Way>;
    /** A teacher's lesson file. */
    own: { name: string; source: string } | null = null;

    /** @param storage null: nothing is stored */
    constructor(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null) {
        this.storage = storage;
        this.ways = {};
        this.ways = this.#read(KEY) ?? {};
        this.own = this.#read(OWN);
    }

    of(lesson: string): Way {
        const way = this.ways[lesson];
        return { at: way?.at ?? 1, done: way?.done ?? [], said: way?.said ?? {} };
    }

    stand(lesson: string, step: number) {
        this.#put(lesson, { ...this.of(lesson), at: step });
    }

    finish(lesson: string, step: number) {
        const way = this.of(lesson);
        this.#put(lesson, { ...way, done: [...new Set([...way.done, step])] });
    }

    say(lesson: string, step: number, choice: number) {
        const way = this.of(lesson);
        this.#put(lesson, { ...way, said: { ...way.said, [step]: choice } });
    }

    keepOwn(own: { name: string; source: string }) {
        this.own = own;
        delete this.ways.own;
        this.#write(OWN, own);
        this.#write(KEY, this.ways);
    }

    /** Clears the progress in all lessons. */
    forget() {
        this.ways = {};
        this.#write(KEY, this.ways);
    }

    #put(lesson: string, way: Way) {
        this.ways = { ...this.ways, [lesson]: way };
        this.#write(KEY, this.ways);
    }

    #read(key: string) {
        try {
            return JSON.parse(this.storage?.getItem(key) ?? 'null');
        } catch {
            return null;
        }
    }

    #write(key: string, value: unknown) {
        try {
            this.storage?.setItem(key, JSON.stringify(value));
        } catch {
            // Storage is full or forbidden: progress lasts only until the page is closed.
        }
    }
}

let mine: Progress | null = null;

/** The one instance, shared by all callers. */
export function progress() {
    if (mine === null) {
        let storage = null;
        try {
            storage = localStorage;
        } catch {
            // Storage is forbidden.
        }
        mine = new Progress(storage);
    }
    return mine;
}
