/** Which input spikes carried a cell over its threshold. */
import type { Carrier } from './protocol.ts';

/** Earlier spikes than this have leaked away from the conductance and most of the membrane [ms]. */
export const WINDOW_MS = 14;
/** Number of the strongest ones to report. */
const MOST = 46;

/**
 * @param spikes step, input, step, input, … in order of steps
 * @param weights from inputs to the cell
 * @param window steps
 */
export function carrierOf(
    { cell, step }: { cell: number; step: number },
    spikes: ArrayLike<number>,
    weights: (inputs: Uint16Array) => Float32Array,
    window: number,
): Carrier {
    const recent = [];
    for (let at = spikes.length - 2; at >= 0 && (spikes[at] ?? 0) > step - window; at -= 2) {
        const age = step - (spikes[at] ?? 0);
        if (age >= 0) {
            recent.push({ input: spikes[at + 1] ?? 0, recency: 1 - age / window });
        }
    }
    const known = weights(Uint16Array.from(recent, ({ input }) => input));
    const strongest = recent
        .map(({ input, recency }, at) => ({ input, strength: recency * (known[at] ?? 0) }))
        .filter(({ strength }) => strength > 0)
        .sort((a, b) => b.strength - a.strength || a.input - b.input)
        .slice(0, MOST);
    const most = strongest[0]?.strength ?? 1;
    return {
        cell,
        step,
        inputs: Uint16Array.from(strongest, ({ input }) => input),
        strengths: Float32Array.from(strongest, ({ strength }) => strength / most),
    };
}
