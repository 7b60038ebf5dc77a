/**
 * All that can be set in the laboratory, and how a link says it: `key:value` pairs with `;` between them, of which only what
 * differs from the start is written. Keys are those of the table below; any other is the name of a constant, as in a
 * configuration file (`rule.nu_post`, `w_max`), for the membrane behind `cell.` (`cell.exc.tau_m`).
 */

import type { Config, Value } from './config.ts';
import { configuration } from './config.ts';
import type { Constant } from './constants.ts';
import type { FrontEnd } from './models.ts';

/** times in ms, each with a weight */
export type Weighted = readonly (readonly [number, number])[];

export interface SynapseSetup {
    rule: string;
    /** from where those start that are not named */
    constants: 'textbook' | 'network';
    /** times of the input's spikes, ms */
    pre: readonly number[];
    /** of the cell's */
    post: readonly number[];
    /** at the start */
    weight: number;
    /** ms */
    duration: number;
    /** pairs of the protocol */
    repetitions: number;
    /** pairs a second */
    hertz: number;
    /** ms, where it is not what is looked for */
    interval: number;
    /** the real synapse whose spikes these are: input, cell, image; empty: none */
    from: readonly number[];
    /** what that input is */
    sees: FrontEnd;
    /** constants by name */
    changed: ReadonlyMap<string, Value>;
}

export interface CellSetup {
    exc: Weighted;
    inh: Weighted;
    duration: number;
    synapses: 'conductance' | 'current';
    /** inputs, Hz, weight, seed; empty: none */
    poisson: readonly number[];
    /** tau_m of a second cell on the same input, ms; 0: none */
    beside: number;
    changed: ReadonlyMap<string, Value>;
}

export type Setup = { part: '' | 'synapse' | 'membrane'; synapse: SynapseSetup; cell: CellSetup };

export const RULES = ['pair', 'triplet', 'power_law', 'exponential', 'pre_post'];

/**
 * Constants of the papers that a rule comes from, where they print some: Song, Miller & Abbott 2000; Pfister & Gerstner 2006,
 * table 4, the model with the fewest constants for visual cortex. Those of the network suit its pictures.
 */
export const TEXTBOOK: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
    pair: { 'rule.nu_pre': 0.0105, 'rule.nu_post': 0.01, additive_traces: true },
    triplet: {
        'rule.nu_pre': 0.0071,
        'rule.nu_post': 0.0065,
        'rule.tau_x_pre': 16.8,
        'rule.tau_x_post1': 33.7,
        'rule.tau_x_post2': 114,
        additive_traces: true,
    },
};

/** A threshold that grows by the network's 0.07 mV a spike does so too slowly to be seen here. */
const SEEN: Readonly<Record<string, Value>> = { 'theta.plus': 1 };

export const START: Setup = {
    part: '',
    synapse: {
        rule: 'pair',
        constants: 'textbook',
        pre: [20, 70, 125],
        post: [30, 60, 130],
        weight: 0.5,
        duration: 200,
        // From some fifteen on, what frequent pairs do in the triplet rule stands out.
        repetitions: 15,
        hertz: 1,
        interval: 10,
        from: [],
        sees: 'pixels',
        changed: new Map(),
    },
    cell: {
        exc: [
            [15, 6],
            [60, 6],
            [64, 6],
            [68, 6],
            [72, 6],
            [76, 6],
            [80, 6],
        ],
        inh: [[125, 17]],
        duration: 200,
        synapses: 'conductance',
        poisson: [],
        beside: 0,
        changed: new Map(),
    },
};

/** Nine digits say any number of 32 bits again. */
export const spellNumber = (value: number) => String(Number(value.toPrecision(9)));

const readNumber = (text: string) => (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : undefined);

const all = <T>(values: (T | undefined)[]): T[] | undefined =>
    values.includes(undefined) ? undefined : (values as T[]);

const parts = (text: string, between: string) => (text === '' ? [] : text.split(between));

const number = { read: readNumber, write: spellNumber };
const numbers = (between: string) => ({
    read: (text: string) => all(parts(text, between).map(readNumber)),
    write: (values: readonly number[]) => values.map(spellNumber).join(between),
});
const weighted = {
    read: (text: string) =>
        all(
            parts(text, ',')
                .map((pair) => all(pair.split('x').map(readNumber)))
                .map((pair) => (pair?.length === 2 ? pair : undefined)),
        ),
    write: (values: Weighted) => values.map((pair) => pair.map(spellNumber).join('x')).join(),
};
const oneOf = (words: readonly string[]) => ({
    read: (text: string) => (words.includes(text) ? text : undefined),
    write: String,
});

/** What a link may say: key, whose it is, its name there, how it is read and written. */
const TABLE: readonly [
    string,
    'synapse' | 'cell' | '',
    string,
    { read: (text: string) => any; write: (value: any) => string },
][] = [
    ['part', '', 'part', oneOf(['synapse', 'membrane'])],
    ['rule', 'synapse', 'rule', oneOf(RULES)],
    ['constants', 'synapse', 'constants', oneOf(['textbook', 'network'])],
    ['pre', 'synapse', 'pre', numbers(',')],
    ['post', 'synapse', 'post', numbers(',')],
    ['weight', 'synapse', 'weight', number],
    ['duration', 'synapse', 'duration', number],
    ['repetitions', 'synapse', 'repetitions', number],
    ['hertz', 'synapse', 'hertz', number],
    ['interval', 'synapse', 'interval', number],
    ['from', 'synapse', 'from', numbers(',')],
    ['sees', 'synapse', 'sees', oneOf(['pixels', 'edges'])],
    ['cell.in', 'cell', 'exc', weighted],
    ['cell.inhibit', 'cell', 'inh', weighted],
    ['cell.duration', 'cell', 'duration', number],
    ['cell.synapses', 'cell', 'synapses', oneOf(['conductance', 'current'])],
    ['cell.poisson', 'cell', 'poisson', numbers('x')],
    ['cell.beside', 'cell', 'beside', number],
];

const readConstant = (text: string): Value =>
    text === 'on' ? true : text === 'off' ? false : (readNumber(text) ?? text);
const writeConstant = (value: Value) =>
    value === true ? 'on' : value === false ? 'off' : typeof value === 'number' ? spellNumber(value) : value;

/** @returns what can be read, the rest as at the start, and the names of what could not */
export function read(text: string): { setup: Setup; bad: string[] } {
    const setup: any = { ...START, synapse: { ...START.synapse }, cell: { ...START.cell } };
    const constants = { synapse: new Map(), cell: new Map() };
    const bad = [];
    for (const pair of parts(text, ';')) {
        const [key = '', ...rest] = pair.split(':');
        const said = rest.join(':');
        const row = TABLE.find(([name]) => name === key);
        if (row) {
            const [, side, name, { read: take }] = row;
            const value = rest.length > 0 ? take(said) : undefined;
            if (value === undefined) {
                bad.push(key);
            } else {
                (side === '' ? setup : setup[side])[name] = value;
            }
        } else if (/^[a-z]\w*(\.\w+)*$/.test(key) && /^[\w.-]+$/.test(said)) {
            const ofCell = key.startsWith('cell.');
            constants[ofCell ? 'cell' : 'synapse'].set(ofCell ? key.slice(5) : key, readConstant(said));
        } else {
            bad.push(key.slice(0, 20));
        }
    }
    setup.synapse.changed = constants.synapse;
    setup.cell.changed = constants.cell;
    return { setup, bad };
}

export function spell(setup: Setup) {
    const of = (whole: any, side: string, name: string) => (side === '' ? whole : whole[side])[name];
    const rows = TABLE.map(([key, side, name, { write }]) => ({
        key,
        now: write(of(setup, side, name)),
        start: write(of(START, side, name)),
    }));
    const said = rows.filter(({ now, start }) => now !== start).map(({ key, now }) => `${key}:${now}`);
    const constants = [...setup.synapse.changed].map(([path, value]) => `${path}:${writeConstant(value)}`);
    const ofCell = [...setup.cell.changed].map(([path, value]) => `cell.${path}:${writeConstant(value)}`);
    return [...said, ...constants, ...ofCell].join(';');
}

/** Where the constants of a synapse start from that are not named. */
const base = ({ rule, constants }: SynapseSetup) => (constants === 'textbook' ? (TEXTBOOK[rule] ?? {}) : {});

/** The value of a constant as it counts. */
export function currentValue(
    setup: Setup,
    side: 'synapse' | 'cell',
    { path, initial }: Constant,
): { now: Value; start: Value } {
    const start = (side === 'synapse' ? base(setup.synapse) : SEEN)[path] ?? initial;
    return { now: setup[side].changed.get(path) ?? start, start };
}

/** The cells for whose number the form says the constants. */
const CELLS = 400;

/** @param setup what differs from the library's defaults */
export function synapseConfig(setup: SynapseSetup): Config {
    return configuration(CELLS, setup.rule, new Map([...Object.entries(base(setup)), ...setup.changed]));
}

export function cellConfig({ changed }: CellSetup): Config {
    return configuration(CELLS, 'triplet', new Map([...Object.entries(SEEN), ...changed]));
}

/** @param setup what reaches the cell, as the library takes it */
export function inputOf({ exc, inh, duration, synapses, poisson }: CellSetup) {
    const [inputs, hertz, weight, seed] = poisson;
    return { duration, synapses, exc, inh, poisson: poisson.length === 0 ? null : { inputs, hertz, weight, seed } };
}
