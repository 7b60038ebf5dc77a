/** The settings of a run as a link says them, `cells:20,theta.plus:0.1`: what differs from the form as it is at first. */
import { PARTS } from './break.js';
import { FEWEST_CELLS, FRONT_ENDS, MOST_CELLS, PACES, initial } from './settings.js';
import { AMOUNTS } from '../worker/shards.js';
import { unusual } from './usual.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('../../kit/constants.js').Constant} Constant */
/** @typedef {import('./break.js').Part} Part */

/**
 * What a link says of a run.
 * @typedef {object} Said
 * @property {Settings} settings
 * @property {ReadonlySet<Part>} broken  what is taken out of the copy beside it
 * @property {string[]} bad              what could not be read, and is as usual
 */

/** @param {number} least @param {number} most */
const whole = (least, most) => (/** @type {string} */ text) => (/^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined);

/** Numbers that have a word. @param {Record<string, number | null>} words @param {(text: string) => number | undefined} read */
const worded = (words, read) => ({
    write: (/** @type {number | null} */ value) => Object.keys(words).find((word) => words[word] === value) ?? String(value),
    read: (/** @type {string} */ text) => (Object.hasOwn(words, text) ? words[text] : read(text)),
});

/** @type {Readonly<Record<string, { of: keyof Settings, write: (value: any) => string, read: (text: string) => any }>>} */
const FIELDS = {
    cells: { of: 'neurons', write: String, read: whole(FEWEST_CELLS, MOST_CELLS) },
    data: { of: 'images', write: String, read: whole(1, Number(AMOUNTS.at(-1))) },
    passes: { of: 'passes', write: String, read: whole(1, 100) },
    seed: { of: 'seed', write: String, read: whole(0, 0xffff_ffff) },
    stop: { of: 'stopAt', ...worded({ end: null }, whole(1, 1e9)) },
    sees: { of: 'frontEnd', write: String, read: (text) => FRONT_ENDS.find((one) => one === text) },
    speed: { of: 'pace', ...worded({ slow: 0, max: Infinity }, (text) => PACES.find((pace) => String(pace) === text)) },
};

/** @param {number | boolean | string} value */
const spellValue = (value) => (value === true ? 'on' : value === false ? 'off' : String(value));

/** @param {Constant} constant @param {string} text */
function unspellValue({ kind, choices }, text) {
    if (kind === 'switch') {
        return text === 'on' ? true : text === 'off' ? false : undefined;
    }
    if (kind === 'choice') {
        return choices.includes(text) ? text : undefined;
    }
    const value = text === '' ? NaN : Number(text);
    return Number.isFinite(value) && (kind === 'number' || Number.isInteger(value)) ? value : undefined;
}

/**
 * @param {Settings} settings
 * @param {ReadonlySet<Part>} broken
 * @param {import('./usual.js').ConstantsOf} constantsOf
 * @returns {string} '' for the form as it is at first
 */
export function spell(settings, broken, constantsOf) {
    const usual = initial();
    const said = Object.entries(FIELDS).map(([name, { of, write }]) => [name, write(settings[of]), write(usual[of])]);
    said.push(['rule', settings.rule, usual.rule]);
    for (const { path, initial: value } of constantsOf(settings)) {
        said.push([path, ...[settings, usual].map(({ changed }) => spellValue(changed.get(path) ?? value))]);
    }
    said.push(['break', PARTS.filter((part) => broken.has(part)).join('+'), '']);
    return said.filter(([, now, first]) => now !== first).map(([name, now]) => `${name}:${now}`).join();
}

/**
 * @param {string} text
 * @param {readonly string[]} rules
 * @param {import('./usual.js').ConstantsOf} constantsOf
 * @returns {Said}
 */
export function unspell(text, rules, constantsOf) {
    const settings = initial();
    /** @type {Set<Part>} */
    const broken = new Set();
    const bad = [];
    const pairs = text.split(',').filter((pair) => pair !== '').map((pair) => /** @type {[string, string]} */ ([...pair.split(':', 2), '']));
    const fieldOf = (/** @type {string} */ name) => (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined);
    // What constants there are, and their usual values, depends on these.
    const rule = pairs.find(([name]) => name === 'rule')?.[1] ?? settings.rule;
    settings.rule = rules.includes(rule) ? rule : settings.rule;
    for (const [name, value] of pairs) {
        const field = fieldOf(name);
        const read = field?.read(value);
        if (field && read !== undefined) {
            Object.assign(settings, { [field.of]: read });
        }
    }
    const all = constantsOf(settings);
    const constants = new Map(all.map((constant) => [constant.path, constant]));
    for (const [name, value] of pairs) {
        const field = fieldOf(name);
        const constant = constants.get(name);
        const read = field ? field.read(value) : constant && unspellValue(constant, value);
        const parts = /** @type {Part[]} */ (value.split('+'));
        if (field && read !== undefined) {
            continue;
        }
        if (constant && read !== undefined) {
            settings.changed.set(name, read);
        } else if (name === 'break' && parts.every((part) => PARTS.includes(part))) {
            parts.forEach((part) => broken.add(part));
        } else if (name !== 'rule' || value !== settings.rule) {
            bad.push(name);
        }
    }
    return { settings: { ...settings, changed: unusual(settings.changed, all) }, broken, bad };
}
