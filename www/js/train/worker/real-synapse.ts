/** Finds the history of one synapse of the network in training, and writes it as a link to the lab. */

import type { Trainer } from '../../../../pkg/stdp_digits.js';
import { pairs } from '../../kit/arrays.ts';
import type { Value, WholeConfig } from '../../kit/config.ts';
import type { Digits } from './digits.ts';
import { breathe } from './queue.ts';

export interface RealSynapse {
    input: number;
    cell: number;
    /** the image its cell learned from, counted from 1 */
    image: number;
    /** before that image */
    weight: number;
    /** factor on the rule's learning rates */
    share: number;
    /** steps in which its input spiked */
    pre: number[];
    /** steps in which its cell spiked */
    post: number[];
    /** length of the history, in steps */
    steps: number;
}

/** Images to try before giving up. */
const PATIENCE = 600;
/** Images at a time; messages such as pause are handled in between. */
const SLICE = 4;

/**
 * Lets a copy of the network learn from the next images until one causes an input spike and two cell spikes, which every
 * rule responds to. If none does, takes the first image with one of each, or with a cell spike.
 *
 * Counts only the last look at an image, and only if the cell was silent in the looks before, so that the weight had not
 * changed.
 * @param copy is used up
 * @returns null if the cell stays silent, or the next images have not loaded yet
 */
export async function realSynapse(
    copy: Trainer,
    digits: Digits,
    input: number,
    cell: number,
): Promise<RealSynapse | null> {
    const { t_present, t_rest, dt }: WholeConfig = copy.config();
    const lookSteps = Math.round(t_present / dt) + Math.round(t_rest / dt);
    const found: RealSynapse[] = [];
    copy.setMonitor(true);
    for (let shown = 0; shown < PATIENCE; shown += 1) {
        // After the last image, continue as if there were another pass.
        const next = copy.nextImage() ?? copy.presented % copy.images;
        if (next >= digits.ready) {
            break;
        }
        const [weight, share] = [copy.weight(input, cell) ?? 0, copy.share];
        copy.learn(digits.image(next));
        const began = (copy.looks - 1) * lookSteps;
        const of = (spikes: Uint32Array, who: number) =>
            pairs(spikes)
                .filter(([, one]) => one === who)
                .map(([step]) => step - began);
        const [pre, post] = [
            of(copy.takeInputSpikes(), input).filter((step) => step >= 0),
            of(copy.takeExcSpikes(), cell),
        ];
        if (post.length > 0 && post.every((step) => step >= 0)) {
            found[Math.min(pre.length, 1) + (pre.length > 0 && post.length > 1 ? 1 : 0)] ??= {
                input,
                cell,
                image: copy.presented,
                weight,
                share,
                pre,
                post,
                steps: Math.max(...pre, ...post) + 1,
            };
        }
        if (found[2]) {
            break;
        }
        if (shown % SLICE === SLICE - 1) {
            await breathe();
        }
    }
    return found.at(-1) ?? null;
}

/** The same as a link to the laboratory says it. */
export function toLab(
    { input, cell, image, weight, share, pre, post, steps }: RealSynapse,
    { dt, front_end, rule: { kind, ...constants }, w_max, additive_traces }: WholeConfig,
    { START, spell }: Pick<typeof import('../../kit/lab-setup.ts'), 'START' | 'spell'>,
) {
    const ms = (step: number) => Number((step * dt).toPrecision(9));
    // The library multiplies in 32 bits.
    const rate = (name: string, value: number) =>
        name.startsWith('nu_') ? Math.fround(Math.fround(value) * share) : value;
    const changed = new Map<string, Value>(Object.entries({ w_max, additive_traces, dt }));
    Object.entries(constants).forEach(([name, value]) => changed.set(`rule.${name}`, rate(name, Number(value))));
    const duration = Math.ceil(ms(steps) / 50) * 50;
    return spell({
        ...START,
        part: 'synapse',
        synapse: {
            ...START.synapse,
            rule: kind,
            constants: 'network',
            pre: pre.map(ms),
            post: post.map(ms),
            weight,
            duration,
            from: [input, cell, image],
            sees: front_end === 'edges' ? 'edges' : 'pixels',
            changed,
        },
    });
}
