/** The constants of a run with their defaults, which depend on front end, number of cells and rule. */

import type { Config, Value } from '../../kit/config.ts';
import { valueAt, written } from '../../kit/config.ts';
import type { Constant, Schema } from '../../kit/constants.ts';
import { constants, rules } from '../../kit/constants.ts';
import type { ConstantsOf } from './settings.ts';
import { FEWEST_CELLS, MOST_CELLS } from './settings.ts';

/** @param complete fills in the defaults of a configuration */
export function defaultsFrom(schema: Schema, complete: (config: Config) => Config): ConstantsOf {
    const [general, book] = [constants(schema), rules(schema)];
    const known = new Map<string, readonly Constant[]>();
    return ({ rule, frontEnd, neurons }) => {
        // An invalid number of cells is rejected when the run starts.
        const cells = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, Math.floor(neurons) || FEWEST_CELLS));
        const key = [rule, frontEnd, cells].join();
        let all = known.get(key);
        if (all === undefined) {
            const config = complete({ front_end: frontEnd, neurons: cells, rule: { kind: rule } });
            const own = book.get(rule)?.constants ?? [];
            all = [...general, ...own].map((constant) => ({
                ...constant,
                initial: written(valueAt(config, constant.path) ?? constant.initial),
            }));
            known.set(key, all);
        }
        return all;
    };
}

/** Leaves out constants that have their default. */
export function withoutDefaults(changed: ReadonlyMap<string, Value>, all: readonly Constant[]) {
    const values = new Map(all.map(({ path, initial }) => [path, initial]));
    return new Map([...changed].filter(([path, value]) => values.get(path) !== value));
}
