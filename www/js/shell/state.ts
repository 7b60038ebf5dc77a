/** All that can be set on the page, in one place, and how a link says it. */

import { isLanguage, LANGUAGES, type Language } from '../../words/languages.ts';
import type { Input } from '../kit/input.ts';
import { isInput, PLAIN, spellInput, unspellInput } from '../kit/input.ts';
import { keysOf } from '../kit/keys.ts';
import { FIRST_MODEL, MODELS } from '../kit/models.ts';
import type { Picture } from '../kit/picture.ts';
import { BLANK, isBlank, isPicture, remember, spell, unspell } from '../kit/picture.ts';

/** Simulated milliseconds per second of playback, from 1/1000 of real time up; the default is a look of 350 ms in one second. */
/** Those of the slider below the stage: slow, a second a look, real time. */
export const PACES = [35, 350, 1000] as const;

export const SPEEDS = [1, 10, 35, 350, 1000, Infinity] as const;

/** How many cells can be watched at a time. */
export const MOST_PINNED = 4;

const whole = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : undefined);

/** Panels that a link can hide, so that a page shows one thing at a time. */
export const PANELS = [
    'samples',
    'input',
    'fields',
    'votes',
    'noise',
    'threshold',
    'lesson',
    'models',
    'raster',
    'cells',
    'time',
    'tools',
    'about',
] as const;

/** What the page can show, in the order of its navigation. */
export const VIEWS = ['look', 'train', 'lab', 'learn', 'faq'] as const;

/** Later than the end of the longest presentation, in steps. */
const LATEST = 100_000;

export interface Values {
    /** null: that of the browser */
    lang: Language | null;
    /** one of those that come with the page */
    model: string;
    /** another one that reads the same drawing */
    compare: string | null;
    view: (typeof VIEWS)[number];
    /** settings of a run, see train/run/spelling.ts */
    train: string;
    /** a network that a link brings */
    brain: string;
    /** spikes and constants of the laboratory, see kit/lab-setup.ts */
    lab: string;
    /** the question whose answer is open */
    ask: string;
    /** the lesson that is open, and its step */
    lesson: string;
    /** in front of a class */
    present: boolean;
    seed: number;
    speed: number;
    /** the digit that is being explained */
    why: number | null;
    /** of the cells in the raster */
    order: 'digit' | 'activity';
    /** those whose membranes are watched */
    cells: readonly number[];
    /** least evidence for an answer, in per cent */
    threshold: number;
    /** of the fields, by digit */
    colour: boolean;
    /** a click for each spike */
    sound: boolean;
    /** whether single keys do something */
    keys: boolean;
    /** panels that are not shown */
    hide: readonly string[];
    /** the step at which time is paused; null while it runs, and at the end */
    at: number | null;
    /** what is done to the picture */
    input: Input;
    picture: Picture;
}

/** One thing that can be set. */
export interface Prop<T> {
    readonly initial: T;
    accepts(value: unknown): boolean;
    /** as a link says it */
    write(value: T): string;
    /** undefined if a link's value cannot be parsed; a parsed value may still be refused */
    read(text: string): T | undefined;
}

const flag = (initial: boolean): Prop<boolean> => ({
    initial,
    accepts: (value) => typeof value === 'boolean',
    write: (value) => (value ? 'on' : 'off'),
    read: (text) => (text === 'on' ? true : text === 'off' ? false : undefined),
});

/** Text that another part of the page reads. */
const letters = (pattern: RegExp): Prop<string> => ({
    initial: '',
    accepts: (value) => typeof value === 'string' && pattern.test(value),
    write: String,
    read: (text) => text,
});

const oneOf = <T extends string, Initial extends T | null>(
    words: readonly T[],
    initial: Initial,
): Prop<T | Initial> => ({
    initial,
    accepts: (value) => value === initial || words.some((word) => word === value),
    write: (value) => value ?? '',
    read: (text) => words.find((word) => word === text),
});

const isWhole = (value: unknown, most: number): value is number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most;

/** A whole number, or nothing. */
const wholeOrNone = (most: number): Prop<number | null> => ({
    initial: null,
    accepts: (value) => value === null || isWhole(value, most),
    write: (value) => (value === null ? '' : String(value)),
    read: whole,
});

/** A list without repetitions. */
const list = <T>(isItem: (item: unknown) => boolean, most: number, read: (text: string) => T): Prop<readonly T[]> => ({
    initial: [],
    accepts: (value) =>
        Array.isArray(value) && value.length <= most && new Set(value).size === value.length && value.every(isItem),
    write: (value) => value.join(),
    read: (text) => text.split(',').map(read),
});

/** Everything that can be set, in the order of a link. */
export const PROPS: { readonly [Name in keyof Values]: Prop<Values[Name]> } = {
    lang: oneOf<Language, null>(Object.keys(LANGUAGES).filter(isLanguage), null),
    model: oneOf([...MODELS.keys()], FIRST_MODEL),
    compare: oneOf([...MODELS.keys()], null),
    view: oneOf(VIEWS, 'look'),
    train: letters(/^[\w.:,+-]{0,4000}$/),
    brain: letters(/^[\w-]{0,400000}$/),
    lab: letters(/^[\w.,:;-]{0,9999}$/),
    ask: letters(/^[a-z0-9-]{0,40}$/),
    lesson: letters(/^([a-z]+\.\d\d?|builder)?$/),
    present: flag(false),
    seed: {
        // The year of the paper: a fixed seed shows everybody the same spikes.
        initial: 2015,
        accepts: (value) => isWhole(value, 0xffff_ffff),
        write: String,
        read: whole,
    },
    speed: {
        initial: 350,
        accepts: (value) => SPEEDS.some((speed) => speed === value),
        write: (value) => (value === Infinity ? 'max' : String(value)),
        read: (text) => (text === 'max' ? Infinity : whole(text)),
    },
    why: wholeOrNone(9),
    order: oneOf(['digit', 'activity'], 'digit'),
    cells: list(
        (cell) => isWhole(cell, 0xffff),
        MOST_PINNED,
        (text) => whole(text) ?? -1,
    ),
    threshold: {
        // Per cent of the evidence, as the readout has it.
        initial: 35,
        accepts: (value) => isWhole(value, 95) && value % 5 === 0,
        write: String,
        read: whole,
    },
    colour: flag(true),
    sound: flag(false),
    keys: flag(true),
    hide: list(
        (name) => PANELS.some((panel) => panel === name),
        PANELS.length,
        (text) => text,
    ),
    at: wholeOrNone(LATEST),
    input: { initial: PLAIN, accepts: isInput, write: spellInput, read: unspellInput },
    picture: { initial: BLANK, accepts: isPicture, write: spell, read: unspell },
};

export const PROP_NAMES = keysOf(PROPS);

/** All of it as at first. */
export const initialValues = (): Values =>
    Object.fromEntries(PROP_NAMES.map((name) => [name, PROPS[name].initial])) as unknown as Values;

type Listener = (values: Readonly<Values>, changed: ReadonlySet<keyof Values>) => void;

export class State {
    values: Readonly<Values> = initialValues();
    past: readonly Picture[] = [];
    listeners: Listener[] = [];

    /** @param listener called after every change, with the names of what was set */
    subscribe(listener: Listener) {
        this.listeners.push(listener);
    }

    /**
     * @param changes values that are not accepted leave the old ones
     * @returns whether all were accepted
     */
    set(changes: Partial<Values>): boolean {
        const names = keysOf(changes);
        const good = names.filter((name) => PROPS[name].accepts(changes[name]));
        this.values = { ...this.values, ...Object.fromEntries(good.map((name) => [name, changes[name]])) };
        if (good.length > 0) {
            this.#tell(new Set(good));
        }
        return good.length === names.length;
    }

    /** @param cell to watch, or no longer; the one watched longest makes room */
    pin(cell: number) {
        const { cells } = this.values;
        this.set({
            cells: cells.includes(cell)
                ? cells.filter((other) => other !== cell)
                : [...cells, cell].slice(-MOST_PINNED),
        });
    }

    /** @param picture put on the pad, with a way back */
    show(picture: Picture) {
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

    #tell(changed: ReadonlySet<keyof Values>) {
        for (const listener of this.listeners) {
            listener(this.values, changed);
        }
    }
}
