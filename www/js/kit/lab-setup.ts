/**
 * All that can be set in the laboratory, and how a link says it: `key:value` pairs with `;` between them, of which only what
 * differs from the start is written. Keys are those of the tables below; any other is the name of a constant, as in a
 * configuration file (`rule.nu_post`, `w_max`), for the membrane behind `cell.` (`cell.exc.tau_m`).
 */

import type { Config, Value } from './config.ts';
import { configuration } from './config.ts';
import type { Constant } from './constants.ts';
import type { Fields } from './fields.ts';
import { differing, put } from './fields.ts';
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

const all = <T>(values: readonly (T | undefined)[]): T[] | undefined => {
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? known : undefined;
};

const parts = (text: string, between: string) => (text === '' ? [] : text.split(between));

const number = { read: readNumber, write: spellNumber };
const numbers = (between: string) => ({
    read: (text: string) => all(parts(text, between).map(readNumber)),
    write: (values: readonly number[]) => values.map(spellNumber).join(between),
});
function readPair(text: string): [number, number] | undefined {
    const [time, weight, ...rest] = text.split('x').map(readNumber);
    return time === undefined || weight === undefined || rest.length > 0 ? undefined : [time, weight];
}
const weighted = {
    read: (text: string) => all(parts(text, ',').map(readPair)),
    write: (values: Weighted) => values.map((pair) => pair.map(spellNumber).join('x')).join(),
};
const oneOf = <T extends string>(words: readonly T[]) => ({
    read: (text: string) => words.find((word) => word === text),
    write: String,
});

const OF_ALL: Fields<Pick<Setup, 'part'>> = {
    part: { key: 'part', ...oneOf(['synapse', 'membrane']) },
};

const OF_SYNAPSE: Fields<Omit<SynapseSetup, 'changed'>> = {
    rule: { key: 'rule', ...oneOf(RULES) },
    constants: { key: 'constants', ...oneOf(['textbook', 'network']) },
    pre: { key: 'pre', ...numbers(',') },
    post: { key: 'post', ...numbers(',') },
    weight: { key: 'weight', ...number },
    duration: { key: 'duration', ...number },
    repetitions: { key: 'repetitions', ...number },
    hertz: { key: 'hertz', ...number },
    interval: { key: 'interval', ...number },
    from: { key: 'from', ...numbers(',') },
    sees: { key: 'sees', ...oneOf(['pixels', 'edges']) },
};

const OF_CELL: Fields<Omit<CellSetup, 'changed'>> = {
    exc: { key: 'cell.in', ...weighted },
    inh: { key: 'cell.inhibit', ...weighted },
    duration: { key: 'cell.duration', ...number },
    synapses: { key: 'cell.synapses', ...oneOf(['conductance', 'current']) },
    poisson: { key: 'cell.poisson', ...numbers('x') },
    beside: { key: 'cell.beside', ...number },
};

const readConstant = (text: string): Value =>
    text === 'on' ? true : text === 'off' ? false : (readNumber(text) ?? text);
const writeConstant = (value: Value) =>
    value === true ? 'on' : value === false ? 'off' : typeof value === 'number' ? spellNumber(value) : value;

/** @returns what can be read, the rest as at the start, and the names of what could not */
export function read(text: string): { setup: Setup; bad: string[] } {
    const constants = { synapse: new Map<string, Value>(), cell: new Map<string, Value>() };
    const setup: Setup = {
        ...START,
        synapse: { ...START.synapse, changed: constants.synapse },
        cell: { ...START.cell, changed: constants.cell },
    };
    const bad = [];
    for (const pair of parts(text, ';')) {
        const [key = '', ...rest] = pair.split(':');
        const said = rest.length > 0 ? rest.join(':') : null;
        const known =
            put(OF_ALL, setup, key, said) ??
            put(OF_SYNAPSE, setup.synapse, key, said) ??
            put(OF_CELL, setup.cell, key, said);
        if (known === undefined && said !== null && /^[a-z]\w*(\.\w+)*$/.test(key) && /^[\w.-]+$/.test(said)) {
            const ofCell = key.startsWith('cell.');
            constants[ofCell ? 'cell' : 'synapse'].set(ofCell ? key.slice(5) : key, readConstant(said));
        } else if (!known) {
            bad.push(key.slice(0, 20));
        }
    }
    return { setup, bad };
}

export function spell(setup: Setup) {
    const constants = [...setup.synapse.changed].map(([path, value]) => `${path}:${writeConstant(value)}`);
    const ofCell = [...setup.cell.changed].map(([path, value]) => `cell.${path}:${writeConstant(value)}`);
    return [
        ...differing(OF_ALL, setup, START),
        ...differing(OF_SYNAPSE, setup.synapse, START.synapse),
        ...differing(OF_CELL, setup.cell, START.cell),
        ...constants,
        ...ofCell,
    ].join(';');
}

/** Where the constants of a synapse start from that are not named. */
const base = ({ rule, constants }: SynapseSetup) => (constants === 'textbook' ? (TEXTBOOK[rule] ?? {}) : {});

/** The value of a constant as it counts, and as it is at the start. */
function current(
    starts: Readonly<Record<string, Value>>,
    changed: ReadonlyMap<string, Value>,
    { path, initial }: Constant,
) {
    const start = starts[path] ?? initial;
    return { now: changed.get(path) ?? start, start };
}

export const synapseValue = (setup: SynapseSetup, constant: Constant) => current(base(setup), setup.changed, constant);

export const cellValue = ({ changed }: CellSetup, constant: Constant) => current(SEEN, changed, constant);

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
