/** The settings of a run as in a link, `cells:20,theta.plus:0.1`: only what differs from the initial form. */

import type { Value } from '../../kit/config.ts';
import type { Constant } from '../../kit/constants.ts';
import type { Fields } from '../../kit/fields.ts';
import { differing, put } from '../../kit/fields.ts';
import { AMOUNTS } from '../worker/shards.ts';
import type { Part } from './break.ts';
import { isPart, PARTS } from './break.ts';
import { withoutDefaults } from './defaults.ts';
import type { ConstantsOf, Settings } from './settings.ts';
import { FEWEST_CELLS, FRONT_ENDS, initial, MOST_CELLS, PACES } from './settings.ts';

/** What a link says about a run. */
interface Said {
    settings: Settings;
    /** parts removed from the copy */
    broken: ReadonlySet<Part>;
    /** names of what could not be read; defaults are used there */
    bad: string[];
}

const whole = (least: number, most: number) => (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

/** Numbers that have a word. */
const worded = <T extends number | null>(
    words: Readonly<Record<string, T>>,
    read: (text: string) => T | undefined,
) => ({
    write: (value: T) => Object.keys(words).find((word) => words[word] === value) ?? String(value),
    read: (text: string) => (Object.hasOwn(words, text) ? words[text] : read(text)),
});

const FIELDS: Fields<Omit<Settings, 'changed' | 'drawn' | 'rule'>> = {
    neurons: { key: 'cells', write: String, read: whole(FEWEST_CELLS, MOST_CELLS) },
    images: { key: 'data', write: String, read: whole(1, Math.max(...AMOUNTS)) },
    passes: { key: 'passes', write: String, read: whole(1, 100) },
    seed: { key: 'seed', write: String, read: whole(0, 0xffff_ffff) },
    stopAt: { key: 'stop', ...worded<number | null>({ end: null }, whole(1, 1e9)) },
    frontEnd: { key: 'sees', write: String, read: (text) => FRONT_ENDS.find((one) => one === text) },
    pace: {
        key: 'speed',
        ...worded<number>({ slow: 0, max: Infinity }, (text) => PACES.find((pace) => String(pace) === text)),
    },
};

const spellValue = (value: Value) => (value === true ? 'on' : value === false ? 'off' : String(value));

function unspellValue({ kind, choices }: Constant, text: string) {
    if (kind === 'switch') {
        return text === 'on' ? true : text === 'off' ? false : undefined;
    }
    if (kind === 'choice') {
        return choices.includes(text) ? text : undefined;
    }
    const value = text === '' ? NaN : Number(text);
    return Number.isFinite(value) && (kind === 'number' || Number.isInteger(value)) ? value : undefined;
}

/** @returns '' for the initial form */
export function spell(settings: Settings, broken: ReadonlySet<Part>, constantsOf: ConstantsOf): string {
    const usual = initial();
    const said = differing(FIELDS, settings, usual);
    const say = (name: string, now: string, first: string) => now !== first && said.push(`${name}:${now}`);
    say('rule', settings.rule, usual.rule);
    for (const { path, initial: value } of constantsOf(settings)) {
        const written = ({ changed }: Settings) => spellValue(changed.get(path) ?? value);
        say(path, written(settings), written(usual));
    }
    say('break', PARTS.filter((part) => broken.has(part)).join('+'), '');
    return said.join();
}

export function unspell(text: string, rules: readonly string[], constantsOf: ConstantsOf): Said {
    const settings = initial();
    const broken = new Set<Part>();
    const bad = [];
    const pairs = text
        .split(',')
        .filter((pair) => pair !== '')
        .map((pair) => [...pair.split(':', 2), ''] as [string, string]);
    // What constants there are, and their usual values, depends on these.
    const rule = pairs.find(([name]) => name === 'rule')?.[1] ?? settings.rule;
    settings.rule = rules.includes(rule) ? rule : settings.rule;
    const rest = pairs.filter(([name, value]) => !put(FIELDS, settings, name, value));
    const all = constantsOf(settings);
    const constants = new Map(all.map((constant) => [constant.path, constant]));
    for (const [name, value] of rest) {
        const constant = constants.get(name);
        const read = constant && unspellValue(constant, value);
        const parts = value.split('+');
        if (read !== undefined) {
            settings.changed.set(name, read);
        } else if (name === 'break' && parts.every(isPart)) {
            parts.forEach((part) => broken.add(part));
        } else if (name !== 'rule' || value !== settings.rule) {
            bad.push(name);
        }
    }
    return { settings: { ...settings, changed: withoutDefaults(settings.changed, all) }, broken, bad };
}
