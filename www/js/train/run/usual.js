/**
 * The constants of a run, each with the value that it has if nobody says another. That depends on what the cells see, on how many
 * there are and on their rule; the library knows how.
 */
import { constants, rules, valueAt, written } from '../../kit/constants.js';
import { FEWEST_CELLS, MOST_CELLS } from './settings.js';

/** @typedef {import('../../kit/constants.js').Constant} Constant */
/** @typedef {Pick<import('./settings.js').Settings, 'rule' | 'frontEnd' | 'neurons'>} Kind  what usual values depend on */
/** @typedef {(kind: Kind) => readonly Constant[]} ConstantsOf */

/**
 * @param {any} schema JSON Schema of a configuration
 * @param {(config: Record<string, any>) => Record<string, any>} complete  all constants, told those that are not as usual
 * @returns {ConstantsOf}
 */
export function usual(schema, complete) {
    const [general, book] = [constants(schema), rules(schema)];
    /** @type {Map<string, readonly Constant[]>} */
    const known = new Map();
    return ({ rule, frontEnd, neurons }) => {
        // A number that no network can have is refused when the run begins.
        const cells = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, Math.floor(neurons) || FEWEST_CELLS));
        const key = [rule, frontEnd, cells].join();
        let all = known.get(key);
        if (all === undefined) {
            const config = complete({ front_end: frontEnd, neurons: cells, rule: { kind: rule } });
            const own = book.get(rule)?.constants ?? [];
            all = [...general, ...own].map((constant) => ({ ...constant, initial: /** @type {any} */ (written(valueAt(config, constant.path)) ?? constant.initial) }));
            known.set(key, all);
        }
        return all;
    };
}

/**
 * The constants that are not as usual, of those that were said.
 * @param {ReadonlyMap<string, number | boolean | string>} changed by path
 * @param {readonly Constant[]} all
 */
export function unusual(changed, all) {
    const values = new Map(all.map(({ path, initial }) => [path, initial]));
    return new Map([...changed].filter(([path, value]) => values.get(path) !== value));
}
