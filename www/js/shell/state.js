/** All that can be set on the page, in one place, and how a link says it. */
import { PLAIN, isInput, spellInput, unspellInput } from '../kit/input.js';
import { FIRST_MODEL, MODELS } from '../kit/models.js';
import { BLANK, isBlank, remember, spell, unspell } from '../kit/picture.js';

/** @typedef {import('../kit/picture.js').Picture} Picture */

/** Simulated milliseconds per second of playback, from 1/1000 of real time up; the default is a look of 350 ms in one second. */
export const SPEEDS = /** @type {const} */ ([1, 10, 35, 350, 1000, Infinity]);

/** So many cells can be watched at a time. */
export const MOST_PINNED = 4;

/** @param {string} text */
const whole = (text) => (/^\d{1,10}$/.test(text) ? Number(text) : undefined);

/** Panels that a link can hide, so that a page says one thing at a time. */
export const PANELS = /** @type {const} */ (['samples', 'input', 'fields', 'votes', 'noise', 'threshold', 'lesson', 'models', 'raster', 'cells', 'time', 'tools', 'about']);

/** What the page can show, in the order of its navigation. */
export const VIEWS = /** @type {const} */ (['look', 'train', 'lab', 'learn', 'faq']);

/** Something that is on or off. @param {boolean} initial */
const flag = (initial) => ({
    initial,
    accepts: (/** @type {unknown} */ value) => typeof value === 'boolean',
    write: (/** @type {boolean} */ value) => (value ? 'on' : 'off'),
    read: (/** @type {string} */ text) => (text === 'on' ? true : text === 'off' ? false : undefined),
});

/** Letters that somebody else reads. @param {RegExp} pattern */
const letters = (pattern) => ({
    initial: '',
    accepts: (/** @type {any} */ value) => pattern.test(value),
    write: String,
    read: (/** @type {string} */ text) => text,
});

/** Later than the end of the longest presentation, in steps. */
const LATEST = 100_000;

/** What can be set, what it is at first, which values it takes, and how it is written in a link. */
export const PROPS = {
    lang: {
        // Null: the language of the browser.
        initial: /** @type {string | null} */ (null),
        accepts: (/** @type {unknown} */ value) => value === null || value === 'en' || value === 'de',
        write: (/** @type {string | null} */ value) => value ?? '',
        read: (/** @type {string} */ text) => text,
    },
    model: {
        initial: FIRST_MODEL,
        accepts: (/** @type {any} */ value) => MODELS.has(value),
        write: String,
        read: (/** @type {string} */ text) => text,
    },
    compare: {
        // A second network that reads the same drawing.
        initial: /** @type {string | null} */ (null),
        accepts: (/** @type {any} */ value) => value === null || MODELS.has(value),
        write: (/** @type {string | null} */ value) => value ?? '',
        read: (/** @type {string} */ text) => text,
    },
    view: {
        initial: /** @type {typeof VIEWS[number]} */ ('look'),
        accepts: (/** @type {any} */ value) => VIEWS.includes(value),
        write: String,
        read: (/** @type {string} */ text) => text,
    },
    // What a run is; the training view reads it.
    train: letters(/^[\w.:,+-]{0,4000}$/),
    // A network to train on.
    brain: letters(/^[\w-]{0,400000}$/),
    // What lies in the laboratory.
    lab: letters(/^[\w.,:;-]{0,9999}$/),
    // The question whose answer is open.
    ask: letters(/^[a-z0-9-]{0,40}$/),
    // A lesson and its step, or the builder of lessons.
    lesson: letters(/^([a-z]+\.\d\d?|builder)?$/),
    present: flag(false),
    seed: {
        // The year of the paper; any number would do, and a fixed one shows everybody the same spikes.
        initial: 2015,
        accepts: (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0xffff_ffff,
        write: String,
        read: whole,
    },
    speed: {
        initial: 350,
        accepts: (/** @type {unknown} */ value) => SPEEDS.some((speed) => speed === value),
        write: (/** @type {number} */ value) => (value === Infinity ? 'max' : String(value)),
        read: (/** @type {string} */ text) => (text === 'max' ? Infinity : whole(text)),
    },
    why: {
        initial: /** @type {number | null} */ (null),
        accepts: (/** @type {unknown} */ value) => value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9),
        write: (/** @type {number | null} */ value) => (value === null ? '' : String(value)),
        read: whole,
    },
    order: {
        initial: /** @type {'digit' | 'activity'} */ ('digit'),
        accepts: (/** @type {unknown} */ value) => value === 'digit' || value === 'activity',
        write: String,
        read: (/** @type {string} */ text) => text,
    },
    cells: {
        initial: /** @type {readonly number[]} */ ([]),
        accepts: (/** @type {any} */ value) =>
            Array.isArray(value) && value.length <= MOST_PINNED && new Set(value).size === value.length && value.every((cell) => Number.isInteger(cell) && cell >= 0 && cell < 0x1_0000),
        write: (/** @type {readonly number[]} */ value) => value.join(),
        read: (/** @type {string} */ text) => text.split(',').map((part) => whole(part) ?? -1),
    },
    threshold: {
        // Per cent of the evidence, as the readout has it.
        initial: 35,
        accepts: (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 95 && Number(value) % 5 === 0,
        write: String,
        read: whole,
    },
    colour: flag(false),
    sound: flag(false),
    keys: flag(true),
    hide: {
        initial: /** @type {readonly string[]} */ ([]),
        accepts: (/** @type {any} */ value) => Array.isArray(value) && new Set(value).size === value.length && value.every((name) => PANELS.includes(name)),
        write: (/** @type {readonly string[]} */ value) => value.join(),
        read: (/** @type {string} */ text) => text.split(','),
    },
    at: {
        initial: /** @type {number | null} */ (null),
        accepts: (/** @type {unknown} */ value) => value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LATEST),
        write: (/** @type {number | null} */ value) => (value === null ? '' : String(value)),
        read: whole,
    },
    input: {
        initial: PLAIN,
        accepts: isInput,
        write: spellInput,
        read: unspellInput,
    },
    picture: {
        initial: BLANK,
        accepts: (/** @type {any} */ value) => Array.isArray(value?.strokes) && 'sample' in value && 'image' in value,
        write: spell,
        read: unspell,
    },
};

/**
 * @typedef {object} Values
 * @property {string | null} lang          null: that of the browser
 * @property {string} model               one of those that come with the page
 * @property {string | null} compare      another one that reads the same drawing
 * @property {typeof VIEWS[number]} view
 * @property {string} train               settings of a run, see train/spelling.js
 * @property {string} brain               a network that a link brings
 * @property {string} lab                 spikes and constants of the laboratory, see kit/lab-setup.js
 * @property {string} ask                 the question whose answer is open
 * @property {string} lesson             that goes along, and its step
 * @property {boolean} present            in front of a class
 * @property {number} seed
 * @property {number} speed
 * @property {number | null} why           the digit that is being explained
 * @property {'digit' | 'activity'} order  of the cells in the raster
 * @property {readonly number[]} cells     those whose membranes are watched
 * @property {number} threshold           least evidence for an answer, in per cent
 * @property {boolean} colour             of the fields, by digit
 * @property {boolean} sound              a click for each spike
 * @property {boolean} keys               whether single keys do something
 * @property {readonly string[]} hide     panels that are not shown
 * @property {number | null} at           the step at which time stands still; null while it passes, and at the end
 * @property {import('../kit/input.js').Input} input  what is done to the picture
 * @property {Picture} picture
 */

export class State {
    constructor() {
        /** @type {Readonly<Values>} */
        this.values = /** @type {Values} */ (Object.fromEntries(Object.entries(PROPS).map(([name, { initial }]) => [name, initial])));
        /** @type {readonly Picture[]} */
        this.past = [];
        /** @type {((values: Readonly<Values>, changed: ReadonlySet<keyof Values>) => void)[]} */
        this.listeners = [];
    }

    /**
     * @param {(values: Readonly<Values>, changed: ReadonlySet<keyof Values>) => void} listener called after every change,
     *     with the names of what was set
     */
    subscribe(listener) {
        this.listeners.push(listener);
    }

    /**
     * @param {Partial<Values>} changes values that are not accepted leave the old ones
     * @returns {boolean} whether all were accepted
     */
    set(changes) {
        const names = /** @type {(keyof Values)[]} */ (Object.keys(changes));
        const good = names.filter((name) => PROPS[name].accepts(changes[name]));
        this.values = { ...this.values, ...Object.fromEntries(good.map((name) => [name, changes[name]])) };
        if (good.length > 0) {
            this.#tell(new Set(good));
        }
        return good.length === names.length;
    }

    /** @param {number} cell to watch, or no longer; the one watched longest makes room */
    pin(cell) {
        const { cells } = this.values;
        this.set({ cells: cells.includes(cell) ? cells.filter((other) => other !== cell) : [...cells, cell].slice(-MOST_PINNED) });
    }

    /** @param {Picture} picture put on the pad, with a way back */
    show(picture) {
        this.past = remember(this.past, this.values.picture);
        this.set({ picture });
    }

    clear() {
        if (!isBlank(this.values.picture)) {
            this.show(BLANK);
        }
    }

    undo() {
        const picture = this.past.at(-1);
        if (picture) {
            this.past = this.past.slice(0, -1);
            this.set({ picture });
        }
    }

    /** @param {ReadonlySet<keyof Values>} changed */
    #tell(changed) {
        for (const listener of this.listeners) {
            listener(this.values, changed);
        }
    }
}
