/** What spikes do to a synapse, as reported by the library. */
import type { Synapse } from '../../../pkg/stdp_digits.js';
import type { SynapseSetup } from '../kit/lab-setup.ts';
import { synapseConfig } from '../kit/lab-setup.ts';

export interface Change {
    /** ms */
    time: number;
    cause: 'pre' | 'post';
    before: number;
    after: number;
    /** as the rule read them */
    traces: number[];
}

export interface History {
    /** ms */
    dt: number;
    /** of the traces */
    names: string[];
    traces: Float32Array[];
    weight: Float32Array;
    changes: Change[];
}

/** Numbers of a change as the library hands them out. */
const ROW = 7;

export function changesOf(flat: Float32Array, dt: number): Change[] {
    return Array.from({ length: flat.length / ROW }, (_, nth) => {
        const [step = 0, cause, before = 0, after = 0, ...traces] = flat.subarray(nth * ROW, (nth + 1) * ROW);
        return { time: Number((step * dt).toPrecision(9)), cause: cause === 0 ? 'pre' : 'post', before, after, traces };
    });
}

/** ms */
export const stepOf = (setup: SynapseSetup) => Number(synapseConfig(setup).dt ?? 0.5);

export function historyOf(synapse: Synapse, setup: SynapseSetup): History {
    const { duration, weight, pre, post } = setup;
    const told = synapse.history({ duration, weight, pre, post });
    const names = synapse.traceNames();
    const dt = stepOf(setup);
    const history = {
        dt,
        names,
        traces: names.map((_, nth) => told.trace(nth)),
        weight: told.weight(),
        changes: changesOf(told.changes(), dt),
    };
    told.free();
    return history;
}
