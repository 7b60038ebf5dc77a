/** All that can be set on the page, in one place, and how a link says it. */

import type { Input } from '../kit/input.ts';
import { isInput, PLAIN, spellInput, unspellInput } from '../kit/input.ts';
import { FIRST_MODEL, MODELS } from '../kit/models.ts';
import type { Picture } from '../kit/picture.ts';
import { BLANK, isBlank, remember, spell, unspell } from '../kit/picture.ts';
import type { Language } from './strings.ts';

/** Simulated milliseconds per second of playback, from 1/1000 of real time up; the default is a look of 350 ms in one second. */
export const SPEEDS = [1, 10, 35, 350, 1000, Infinity] as const;

/** So many cells can be watched at a time. */
export const MOST_PINNED = 4;

const whole = (text: string) => (/^\d{1,10}$/.test(text) ? Number(text) : undefined);

/** Panels that a link can hide, so that a page says one thing at a time. */
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

/** Something that is on or off. */
const flag = (initial: boolean) => ({
    initial,
    accepts: (value: unknown) => typeof value === 'boolean',
    write: (value: boolean) => (value ? 'on' : 'off'),
    read: (text: string) => (text === 'on' ? true : text === 'off' ? false : undefined),
});

/** Letters that somebody else reads. */
const letters = (pattern: RegExp) => ({
    initial: '',
    accepts: (value: any) => pattern.test(value),
    write: String,
    read: (text: string) => text,
});

/** Later than the end of the longest presentation, in steps. */
const LATEST = 100_000;

/** What can be set, what it is at first, which values it takes, and how it is written in a link. */
export const PROPS = {
    lang: {
        // Null: the language of the browser.
        initial: null as Language | null,
        accepts: (value: unknown) => value === null || value === 'en' || value === 'de',
        write: (value: string | null) => value ?? '',
        read: (text: string) => text,
    },
    model: {
        initial: FIRST_MODEL,
        accepts: (value: any) => MODELS.has(value),
        write: String,
        read: (text: string) => text,
    },
    compare: {
        // A second network that reads the same drawing.
        initial: null as string | null,
        accepts: (value: any) => value === null || MODELS.has(value),
        write: (value: string | null) => value ?? '',
        read: (text: string) => text,
    },
    view: {
        initial: 'look' as (typeof VIEWS)[number],
        accepts: (value: any) => VIEWS.includes(value),
        write: String,
        read: (text: string) => text,
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
        accepts: (value: unknown) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0xffff_ffff,
        write: String,
        read: whole,
    },
    speed: {
        initial: 350,
        accepts: (value: unknown) => SPEEDS.some((speed) => speed === value),
        write: (value: number) => (value === Infinity ? 'max' : String(value)),
        read: (text: string) => (text === 'max' ? Infinity : whole(text)),
    },
    why: {
        initial: null as number | null,
        accepts: (value: unknown) =>
            value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9),
        write: (value: number | null) => (value === null ? '' : String(value)),
        read: whole,
    },
    order: {
        initial: 'digit' as 'digit' | 'activity',
        accepts: (value: unknown) => value === 'digit' || value === 'activity',
        write: String,
        read: (text: string) => text,
    },
    cells: {
        initial: [] as readonly number[],
        accepts: (value: any) =>
            Array.isArray(value) &&
            value.length <= MOST_PINNED &&
            new Set(value).size === value.length &&
            value.every((cell) => Number.isInteger(cell) && cell >= 0 && cell < 0x1_0000),
        write: (value: readonly number[]) => value.join(),
        read: (text: string) => text.split(',').map((part) => whole(part) ?? -1),
    },
    threshold: {
        // Per cent of the evidence, as the readout has it.
        initial: 35,
        accepts: (value: unknown) =>
            Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 95 && Number(value) % 5 === 0,
        write: String,
        read: whole,
    },
    colour: flag(false),
    sound: flag(false),
    keys: flag(true),
    hide: {
        initial: [] as readonly string[],
        accepts: (value: any) =>
            Array.isArray(value) &&
            new Set(value).size === value.length &&
            value.every((name) => PANELS.includes(name)),
        write: (value: readonly string[]) => value.join(),
        read: (text: string) => text.split(','),
    },
    at: {
        initial: null as number | null,
        accepts: (value: unknown) =>
            value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LATEST),
        write: (value: number | null) => (value === null ? '' : String(value)),
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
        accepts: (value: any) => Array.isArray(value?.strokes) && 'sample' in value && 'image' in value,
        write: spell,
        read: unspell,
    },
};

export interface Values {
    /** null: that of the browser */
    lang: Language | null;
    /** one of those that come with the page */
    model: string;
    /** another one that reads the same drawing */
    compare: string | null;
    view: (typeof VIEWS)[number];
    /** settings of a run, see train/spelling.js */
    train: string;
    /** a network that a link brings */
    brain: string;
    /** spikes and constants of the laboratory, see kit/lab-setup.ts */
    lab: string;
    /** the question whose answer is open */
    ask: string;
    /** that goes along, and its step */
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
    /** the step at which time stands still; null while it passes, and at the end */
    at: number | null;
    /** what is done to the picture */
    input: Input;
    picture: Picture;
}

export class State {
    values: Readonly<Values>;
    past: readonly Picture[] = [];
    listeners: ((values: Readonly<Values>, changed: ReadonlySet<keyof Values>) => void)[] = [];

    constructor() {
        this.values = Object.fromEntries(
            Object.entries(PROPS).map(([name, { initial }]) => [name, initial]),
        ) as unknown as Values;
    }

    /** @param listener called after every change, with the names of what was set */
    subscribe(listener: (values: Readonly<Values>, changed: ReadonlySet<keyof Values>) => void) {
        this.listeners.push(listener);
    }

    /**
     * @param changes values that are not accepted leave the old ones
     * @returns whether all were accepted
     */
    set(changes: Partial<Values>): boolean {
        const names = Object.keys(changes) as (keyof Values)[];
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
