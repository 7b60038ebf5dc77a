/** How far each cell is on its way from rest to its threshold. */

/** Below this a cell is held down: inhibition has pulled it below rest. */
export const HUSHED = -0.012;

/**
 * (v − rest) / (threshold − rest): 0 at rest, 1 where the cell fires, below 0 while it is held down.
 * @param membranes mV
 * @param thresholds mV
 * @param rest mV
 */
export function chargesOf(membranes: Float32Array, thresholds: Float32Array, rest: number) {
    return membranes.map((v, cell) => (v - rest) / Math.max(1, (thresholds[cell] ?? 0) - rest));
}
