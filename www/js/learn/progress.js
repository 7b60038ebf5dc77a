/** What a learner has done and predicted, kept in the browser where it keeps anything. */

const KEY = 'stdp-digits.lessons';
const OWN = 'stdp-digits.own-lesson';

/**
 * @typedef {object} Way  through one lesson
 * @property {number} at                      the step where it stands, from 1
 * @property {number[]} done                  steps, from 1
 * @property {Record<string, number>} said    the choice for each step that asked for one
 */

export class Progress {
    /** @param {Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null} storage null: nothing is kept */
    constructor(storage) {
        this.storage = storage;
        /** @type {Record<string, Way>} */
        this.ways = {};
        /** The file of a teacher. @type {{ name: string, source: string } | null} */
        this.own = null;
        this.ways = this.#read(KEY) ?? {};
        this.own = this.#read(OWN);
    }

    /** @param {string} lesson @returns {Way} */
    of(lesson) {
        const way = this.ways[lesson];
        return { at: way?.at ?? 1, done: way?.done ?? [], said: way?.said ?? {} };
    }

    /** @param {string} lesson @param {number} step */
    stand(lesson, step) {
        this.#put(lesson, { ...this.of(lesson), at: step });
    }

    /** @param {string} lesson @param {number} step */
    finish(lesson, step) {
        const way = this.of(lesson);
        this.#put(lesson, { ...way, done: [...new Set([...way.done, step])] });
    }

    /** @param {string} lesson @param {number} step @param {number} choice */
    say(lesson, step, choice) {
        const way = this.of(lesson);
        this.#put(lesson, { ...way, said: { ...way.said, [step]: choice } });
    }

    /** @param {{ name: string, source: string }} own */
    keepOwn(own) {
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

    /** @param {string} lesson @param {Way} way */
    #put(lesson, way) {
        this.ways = { ...this.ways, [lesson]: way };
        this.#write(KEY, this.ways);
    }

    /** @param {string} key */
    #read(key) {
        try {
            return JSON.parse(this.storage?.getItem(key) ?? 'null');
        } catch {
            return null;
        }
    }

    /** @param {string} key @param {unknown} value */
    #write(key, value) {
        try {
            this.storage?.setItem(key, JSON.stringify(value));
        } catch {
            // It is full, or forbidden: then it lasts as long as the page.
        }
    }
}

/** @type {Progress | null} */
let mine = null;

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
