/** What a learner has done and predicted, kept in the browser where it keeps anything. */

const KEY = 'stdp-digits.lessons';
const OWN = 'stdp-digits.own-lesson';

/** through one lesson */
export interface Way {
    /** the step where it stands, from 1 */
    at: number;
    /** steps, from 1 */
    done: number[];
    /** the choice for each step that asked for one */
    said: Record<string, number>;
}

export class Progress {
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
    ways: Record<string, Way>;
    /** The file of a teacher. */
    own: { name: string; source: string } | null = null;

    /** @param storage null: nothing is kept */
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
        delete this.ways['own'];
        this.#write(OWN, own);
        this.#write(KEY, this.ways);
    }

    /** All of it, as if nobody had been here. */
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
            // It is full, or forbidden: then it lasts as long as the page.
        }
    }
}

let mine: Progress | null = null;

/** The same for all that ask. */
export function progress() {
    if (mine === null) {
        let storage = null;
        try {
            storage = localStorage;
        } catch {
            // Forbidden.
        }
        mine = new Progress(storage);
    }
    return mine;
}
