/** What the form of a run says, and how a run says it back. */
import type { Value } from '../../kit/config.ts';
import { configuration, valueAt, written } from '../../kit/config.ts';
import type { Constant } from '../../kit/constants.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Drawn } from '../worker/augment.ts';
import type { Plan } from './protocol.ts';
import type { Kept } from './store.ts';

/** What the form says. */
export interface Settings {
    frontEnd: FrontEnd;
    neurons: number;
    rule: string;
    /** constants by path */
    changed: Map<string, Value>;
    /** what it learns from instead of digits */
    drawn: Drawn | null;
    images: number;
    passes: number;
    seed: number;
    stopAt: number | null;
    pace: number;
}

/** What the defaults depend on. */
export type Kind = Pick<Settings, 'rule' | 'frontEnd' | 'neurons'>;

/** All constants with their defaults. */
export type ConstantsOf = (kind: Kind) => readonly Constant[];

/** Images a second; 0: slow motion. */
export const PACES = [0, 1, 10, 100, Infinity] as const;
export const FEWEST_CELLS = 4;
export const MOST_CELLS = 1600;

export const FRONT_ENDS: readonly FrontEnd[] = ['pixels', 'edges'];

export function initial(): Settings {
    return {
        frontEnd: 'pixels',
        neurons: 100,
        rule: 'triplet',
        changed: new Map(),
        drawn: null,
        images: 10_000,
        passes: 1,
        seed: 1,
        stopAt: null,
        pace: Infinity,
    };
}

export function planOf({ frontEnd, neurons, rule, changed, images, passes, seed }: Settings): Plan {
    // Always written: the library defaults to edges, but the form to pixels, because their fields are pictures.
    return { config: { front_end: frontEnd, ...configuration(neurons, rule, changed) }, images, passes, seed };
}

/** Whether two plans are the same, whatever the order of their constants. */
export const samePlan = (a: Plan, b: Plan) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Whether a run is the one that these settings describe. */
export const isRunOf = (settings: Settings, { plan, drawn }: Kept) =>
    settings.drawn === drawn && samePlan(planOf(settings), plan);

const sorted = (value: unknown): unknown =>
    value instanceof Object
        ? Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([name, part]) => [name, sorted(part)])
        : value;

/** The library stores constants in 32 bits. */
const same = (a: unknown, b: unknown) =>
    a === b || (typeof a === 'number' && typeof b === 'number' && Math.fround(a) === Math.fround(b));

/**
 * The form for a reopened run.
 * @param run its configuration may list every constant
 * @param settings for everything else
 */
export function settingsOf(
    { plan: { config, images, passes, seed }, drawn }: Pick<Kept, 'plan' | 'drawn'>,
    settings: Settings,
    constantsOf: ConstantsOf,
): Settings {
    const kind: Kind = {
        rule: config.rule?.kind ?? 'triplet',
        frontEnd: config.front_end ?? 'pixels',
        neurons: config.neurons ?? 400,
    };
    const changed = new Map<string, Value>();
    for (const { path, initial: usual } of constantsOf(kind)) {
        const value = valueAt(config, path);
        if (value !== undefined && !same(value, usual)) {
            changed.set(path, written(value));
        }
    }
    return { ...settings, ...kind, changed, drawn, images, passes, seed };
}
