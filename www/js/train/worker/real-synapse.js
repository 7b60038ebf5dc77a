/** The history of one synapse of the network that is being trained, for the laboratory: how it is found, and how it is told. */
import { breathe } from './soon.js';

/**
 * @typedef {object} RealSynapse
 * @property {number} input
 * @property {number} cell
 * @property {number} image      from which its cell learned, counted from 1
 * @property {number} weight     before
 * @property {number} share      of the rule's rates
 * @property {number[]} pre      steps in which its input spiked
 * @property {number[]} post     steps in which its cell did
 * @property {number} steps      from the first to the last
 */

/** Images after which nobody waits any longer. */
const PATIENCE = 600;
/** Images at a stretch: a pause is heard between two. */
const SLICE = 4;

/**
 * Lets a copy of the network learn from the images that come next, until one of them brings an input spike and two of the cell,
 * what the rules need to have something to say. If none does, the first that brings one of each is taken, or one of the cell.
 *
 * Only the last look at an image counts, and only where the cell was silent in those before, so that its weight was still the same.
 * @param {import('../../../../pkg/stdp_digits.js').Trainer} copy is used up
 * @param {import('./digits.js').Digits} digits
 * @param {number} input
 * @param {number} cell
 * @returns {Promise<RealSynapse | null>} null: its cell stays silent, or the next images have not come yet
 */
export async function realSynapse(copy, digits, input, cell) {
    const { t_present, t_rest, dt } = /** @type {Record<string, number>} */ (copy.config());
    const lookSteps = Math.round(Number(t_present) / Number(dt)) + Math.round(Number(t_rest) / Number(dt));
    /** @type {RealSynapse[]} */
    const found = [];
    copy.setMonitor(true);
    for (let shown = 0; shown < PATIENCE; shown += 1) {
        // After the end, as if there were another pass.
        const next = copy.nextImage() ?? copy.presented % copy.images;
        if (next >= digits.ready) {
            break;
        }
        const [weight, share] = [Number(copy.weight(input, cell)), copy.share];
        copy.learn(digits.image(next));
        const began = (copy.looks - 1) * lookSteps;
        const of = (/** @type {Uint32Array} */ spikes, /** @type {number} */ who) => Array.from(spikes).filter((_, at) => at % 2 === 0 && spikes[at + 1] === who).map((step) => step - began);
        const [pre, post] = [of(copy.takeInputSpikes(), input).filter((step) => step >= 0), of(copy.takeExcSpikes(), cell)];
        if (post.length > 0 && post.every((step) => step >= 0)) {
            found[Math.min(pre.length, 1) + (pre.length > 0 && post.length > 1 ? 1 : 0)] ??= { input, cell, image: copy.presented, weight, share, pre, post, steps: Math.max(...pre, ...post) + 1 };
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

/**
 * The same as a link to the laboratory says it.
 * @param {RealSynapse} found
 * @param {Record<string, any>} config  all constants of the run
 * @param {Pick<typeof import('../../kit/lab-setup.js'), 'START' | 'spell'>} lab
 */
export function toLab({ input, cell, image, weight, share, pre, post, steps }, { dt, front_end, rule: { kind, ...constants }, w_max, additive_traces }, { START, spell }) {
    const ms = (/** @type {number} */ step) => Number((step * dt).toPrecision(9));
    // The library multiplies in 32 bits, too.
    const rate = (/** @type {string} */ name, /** @type {number} */ value) => (name.startsWith('nu_') ? Math.fround(Math.fround(value) * share) : value);
    /** @type {Map<string, any>} */
    const changed = new Map(Object.entries({ w_max, additive_traces, dt }));
    Object.entries(constants).forEach(([name, value]) => changed.set(`rule.${name}`, rate(name, value)));
    const duration = Math.ceil(ms(steps) / 50) * 50;
    return spell({
        ...START,
        part: 'synapse',
        synapse: { ...START.synapse, rule: kind, constants: 'network', pre: pre.map(ms), post: post.map(ms), weight, duration, from: [input, cell, image], sees: front_end === 'edges' ? 'edges' : 'pixels', changed },
    });
}
