/** What can be broken in a copy of the network that learns on beside it: one part at a time, or several. */
import type { Config } from '../../kit/config.ts';

export type Part = 'inhibition' | 'threshold' | 'normalisation' | 'depression' | 'rest';

export const PARTS: readonly Part[] = ['inhibition', 'threshold', 'normalisation', 'depression', 'rest'];

export const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

/** What takes depression out of each rule. */
const WITHOUT_DEPRESSION: Readonly<Record<string, Record<string, number>>> = {
    triplet: { nu_pre: 0 },
    power_law: { x_tar: 0 },
    exponential: { x_tar: 0 },
    pre_post: { nu_pre: 0, x_tar: 0 },
    pair: { nu_pre: 0 },
};

/** The same constants with parts taken out. */
export function without(config: Config, broken: ReadonlySet<Part>): Config {
    const kind = config.rule?.kind ?? 'triplet';
    return {
        ...config,
        ...(broken.has('inhibition') && { w_inh_exc: 0 }),
        ...(broken.has('threshold') && { theta: { ...config.theta, adaptive: false } }),
        ...(broken.has('normalisation') && { normalize: false }),
        ...(broken.has('rest') && { t_rest: 0 }),
        ...(broken.has('depression') && { rule: { ...config.rule, kind, ...WITHOUT_DEPRESSION[kind] } }),
    };
}
