/** The settings of a run as a link says them, `cells:20,theta.plus:0.1`: what differs from the form as it is at first. */

import type { Value } from '../../kit/config.ts';
import type { Constant } from '../../kit/constants.ts';
import { AMOUNTS } from '../worker/shards.ts';
import type { Part } from './break.ts';
import { PARTS } from './break.ts';
import { withoutDefaults } from './defaults.ts';
import type { ConstantsOf, Settings } from './settings.ts';
import { FEWEST_CELLS, FRONT_ENDS, initial, MOST_CELLS, PACES } from './settings.ts';

/** What a link says of a run. */
interface Said {
    settings: Settings;
    /** what is taken out of the copy beside it */
    broken: ReadonlySet<Part>;
    /** what could not be read, and is as usual */
    bad: string[];
}

const whole = (least: number, most: number) => (text: string) =>
    /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

/** Numbers that have a word. */
const worded = (words: Record<string, number | null>, read: (text: string) => number | undefined) => ({
    write: (value: number | null) => Object.keys(words).find((word) => words[word] === value) ?? String(value),
    read: (text: string) => (Object.hasOwn(words, text) ? words[text] : read(text)),
});

const FIELDS: Readonly<
    Record<string, { of: keyof Settings; write: (value: any) => string; read: (text: string) => any }>
> = {
    cells: { of: 'neurons', write: String, read: whole(FEWEST_CELLS, MOST_CELLS) },
    data: { of: 'images', write: String, read: whole(1, Number(AMOUNTS.at(-1))) },
    passes: { of: 'passes', write: String, read: whole(1, 100) },
    seed: { of: 'seed', write: String, read: whole(0, 0xffff_ffff) },
    stop: { of: 'stopAt', ...worded({ end: null }, whole(1, 1e9)) },
    sees: { of: 'frontEnd', write: String, read: (text) => FRONT_ENDS.find((one) => one === text) },
    speed: { of: 'pace', ...worded({ slow: 0, max: Infinity }, (text) => PACES.find((pace) => String(pace) === text)) },
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

/** @returns '' for the form as it is at first */
export function spell(settings: Settings, broken: ReadonlySet<Part>, constantsOf: ConstantsOf): string {
    const usual = initial();
    const said = Object.entries(FIELDS).map(([name, { of, write }]) => [name, write(settings[of]), write(usual[of])]);
    said.push(['rule', settings.rule, usual.rule]);
    for (const { path, initial: value } of constantsOf(settings)) {
        said.push([path, ...[settings, usual].map(({ changed }) => spellValue(changed.get(path) ?? value))]);
    }
    said.push(['break', PARTS.filter((part) => broken.has(part)).join('+'), '']);
    return said
        .filter(([, now, first]) => now !== first)
        .map(([name, now]) => `${name}:${now}`)
        .join();
}

export function unspell(text: string, rules: readonly string[], constantsOf: ConstantsOf): Said {
    const settings = initial();
    const broken = new Set<Part>();
    const bad = [];
    const pairs = text
        .split(',')
        .filter((pair) => pair !== '')
        .map((pair) => [...pair.split(':', 2), ''] as [string, string]);
    const fieldOf = (name: string) => (Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined);
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
        const parts = value.split('+') as Part[];
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
    return { settings: { ...settings, changed: withoutDefaults(settings.changed, all) }, broken, bad };
}
