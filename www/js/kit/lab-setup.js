/**
 * All that can be set in the laboratory, and how a link says it: `key:value` pairs with `;` between them, of which only what
 * differs from the start is written. Keys are those of the table below; any other is the name of a constant, as in a
 * configuration file (`rule.nu_post`, `w_max`), for the membrane behind `cell.` (`cell.exc.tau_m`).
 */
import { configuration } from './constants.js';

/** @typedef {number | boolean | string} Value */
/** @typedef {readonly (readonly [number, number])[]} Weighted  times in ms, each with a weight */

/**
 * @typedef {object} SynapseSetup
 * @property {string} rule
 * @property {'textbook' | 'network'} constants  from where those start that are not named
 * @property {readonly number[]} pre   times of the input's spikes, ms
 * @property {readonly number[]} post  of the cell's
 * @property {number} weight           at the start
 * @property {number} duration         ms
 * @property {number} repetitions      pairs of the protocol
 * @property {number} hertz            pairs a second
 * @property {number} interval         ms, where it is not what is looked for
 * @property {readonly number[]} from  the real synapse whose spikes these are: input, cell, image; empty: none
 * @property {'pixels' | 'edges'} sees      what that input is
 * @property {ReadonlyMap<string, Value>} changed  constants by name
 */

/**
 * @typedef {object} CellSetup
 * @property {Weighted} exc
 * @property {Weighted} inh
 * @property {number} duration
 * @property {'conductance' | 'current'} synapses
 * @property {readonly number[]} poisson  inputs, Hz, weight, seed; empty: none
 * @property {number} beside              tau_m of a second cell on the same input, ms; 0: none
 * @property {ReadonlyMap<string, Value>} changed
 */

/** @typedef {{ part: '' | 'synapse' | 'membrane', synapse: SynapseSetup, cell: CellSetup }} Setup */

export const RULES = ['pair', 'triplet', 'power_law', 'exponential', 'pre_post'];

/**
 * Constants of the papers that a rule comes from, where they print some: Song, Miller & Abbott 2000; Pfister & Gerstner 2006,
 * table 4, the model with the fewest constants for visual cortex. Those of the network suit its pictures.
 * @type {Readonly<Record<string, Readonly<Record<string, Value>>>>}
 */
export const TEXTBOOK = {
    pair: { 'rule.nu_pre': 0.0105, 'rule.nu_post': 0.01, additive_traces: true },
    triplet: { 'rule.nu_pre': 0.0071, 'rule.nu_post': 0.0065, 'rule.tau_x_pre': 16.8, 'rule.tau_x_post1': 33.7, 'rule.tau_x_post2': 114, additive_traces: true },
};

/** A threshold that grows by the network's 0.07 mV a spike does so too slowly to be seen here. @type {Readonly<Record<string, Value>>} */
const SEEN = { 'theta.plus': 1 };

/** @type {Setup} */
export const START = {
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
        exc: [[15, 6], [60, 6], [64, 6], [68, 6], [72, 6], [76, 6], [80, 6]],
        inh: [[125, 17]],
        duration: 200,
        synapses: 'conductance',
        poisson: [],
        beside: 0,
        changed: new Map(),
    },
};

/** Nine digits say any number of 32 bits again. @param {number} value */
export const spellNumber = (value) => String(Number(value.toPrecision(9)));

/** @param {string} text */
const readNumber = (text) => (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(text) ? Number(text) : undefined);

/** @template T @param {(T | undefined)[]} values @returns {T[] | undefined} */
const all = (values) => (values.includes(undefined) ? undefined : /** @type {T[]} */ (values));

/** @param {string} text @param {string} between */
const parts = (text, between) => (text === '' ? [] : text.split(between));

const number = { read: readNumber, write: spellNumber };
/** @param {string} between */
const numbers = (between) => ({
    read: (/** @type {string} */ text) => all(parts(text, between).map(readNumber)),
    write: (/** @type {readonly number[]} */ values) => values.map(spellNumber).join(between),
});
const weighted = {
    read: (/** @type {string} */ text) => all(parts(text, ',').map((pair) => all(pair.split('x').map(readNumber))).map((pair) => (pair?.length === 2 ? pair : undefined))),
    write: (/** @type {Weighted} */ values) => values.map((pair) => pair.map(spellNumber).join('x')).join(),
};
/** @param {readonly string[]} words */
const oneOf = (words) => ({ read: (/** @type {string} */ text) => (words.includes(text) ? text : undefined), write: String });

/** What a link may say: key, whose it is, its name there, how it is read and written. @type {readonly [string, 'synapse' | 'cell' | '', string, { read: (text: string) => any, write: (value: any) => string }][]} */
const TABLE = [
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

/** @param {string} text @returns {Value} */
const readConstant = (text) => (text === 'on' ? true : text === 'off' ? false : (readNumber(text) ?? text));
/** @param {Value} value */
const writeConstant = (value) => (value === true ? 'on' : value === false ? 'off' : typeof value === 'number' ? spellNumber(value) : value);

/**
 * @param {string} text
 * @returns {{ setup: Setup, bad: string[] }} what can be read, the rest as at the start, and the names of what could not
 */
export function read(text) {
    /** @type {any} */
    const setup = { ...START, synapse: { ...START.synapse }, cell: { ...START.cell } };
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

/** @param {Setup} setup */
export function spell(setup) {
    const of = (/** @type {any} */ whole, /** @type {string} */ side, /** @type {string} */ name) => (side === '' ? whole : whole[side])[name];
    const rows = TABLE.map(([key, side, name, { write }]) => ({ key, now: write(of(setup, side, name)), start: write(of(START, side, name)) }));
    const said = rows.filter(({ now, start }) => now !== start).map(({ key, now }) => `${key}:${now}`);
    const constants = [...setup.synapse.changed].map(([path, value]) => `${path}:${writeConstant(value)}`);
    const ofCell = [...setup.cell.changed].map(([path, value]) => `cell.${path}:${writeConstant(value)}`);
    return [...said, ...constants, ...ofCell].join(';');
}

/** Where the constants of a synapse start from that are not named. @param {SynapseSetup} setup */
const base = ({ rule, constants }) => (constants === 'textbook' ? (TEXTBOOK[rule] ?? {}) : {});

/**
 * The value of a constant as it counts.
 * @param {Setup} setup
 * @param {'synapse' | 'cell'} side
 * @param {import('./constants.js').Constant} constant
 * @returns {{ now: Value, start: Value }}
 */
export function valueOf(setup, side, { path, initial }) {
    const start = (side === 'synapse' ? base(setup.synapse) : SEEN)[path] ?? initial;
    return { now: setup[side].changed.get(path) ?? start, start };
}

/** The cells for whose number the form says the constants. */
const CELLS = 400;

/** @param {SynapseSetup} setup what differs from the library's defaults */
export function synapseConfig(setup) {
    return configuration(CELLS, setup.rule, new Map([...Object.entries(base(setup)), ...setup.changed]));
}

/** @param {CellSetup} setup */
export function cellConfig({ changed }) {
    return configuration(CELLS, 'triplet', new Map([...Object.entries(SEEN), ...changed]));
}

/** @param {CellSetup} setup what reaches the cell, as the library takes it */
export function inputOf({ exc, inh, duration, synapses, poisson }) {
    const [inputs, hertz, weight, seed] = poisson;
    return { duration, synapses, exc, inh, poisson: poisson.length === 0 ? null : { inputs, hertz, weight, seed } };
}
