/** Configurations: the constants of a network, as the library takes and tells them. */
import type { FrontEnd } from './models.ts';

/** Of one constant. */
export type Value = number | boolean | string;

/** Constants that belong together: of the cells, the thresholds, the rule. */
export interface Part {
    kind?: string;
    [name: string]: Value;
}

/** What differs from the default constants. */
export interface Config {
    neurons?: number;
    front_end?: FrontEnd;
    dt?: number;
    w_max?: number;
    rule?: Part;
    theta?: Part;
    [name: string]: Value | Part;
}

/** All constants. */
export interface WholeConfig extends Config {
    neurons: number;
    front_end: FrontEnd;
    rule: Part & { kind: string };
    dt: number;
    t_present: number;
    t_rest: number;
    max_spikes: number;
    w_max: number;
    additive_traces: boolean;
}

/** Constants are kept in 32 bits; seven digits say one as it was written. */
export const written = (value: Value): Value => (typeof value === 'number' ? Number(value.toPrecision(7)) : value);

/** @param path such as w_norm or theta.plus */
export function valueAt(config: Config, path: string): Value | undefined {
    const [first = '', second] = path.split('.');
    const value = config[first];
    if (typeof value === 'object') {
        return second === undefined ? undefined : value[second];
    }
    return second === undefined ? value : undefined;
}

/**
 * A configuration that holds only what differs from the defaults.
 * @param changed by path
 */
export function configuration(neurons: number, rule: string, changed: ReadonlyMap<string, Value>): Config {
    const config: Config = { neurons };
    if (rule !== 'triplet') {
        config.rule = { kind: rule };
    }
    for (const [path, value] of changed) {
        const [first = '', second] = path.split('.');
        const part = config[first];
        config[first] = second === undefined ? value : { ...(typeof part === 'object' && part), [second]: value };
    }
    return config;
}
