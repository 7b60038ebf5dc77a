/** What a cell does with its input, as reported by the library. */
import type { Cell } from '../../../pkg/stdp_digits.js';
import { pairs } from '../kit/arrays.ts';
import type { CellSetup } from '../kit/lab-setup.ts';
import { cellConfig, inputOf } from '../kit/lab-setup.ts';

export interface Recording {
    /** ms */
    dt: number;
    /** tau_m, ms */
    tau: number;
    v: Float32Array;
    threshold: Float32Array;
    gE: Float32Array;
    gI: Float32Array;
    /** steps */
    spikes: Uint32Array;
    /** mV */
    peak: number;
    /** step, input, … */
    drawn: Uint32Array;
}

/** ms */
export const stepOf = (setup: CellSetup) => Number(cellConfig(setup).dt ?? 0.5);

export function record(kind: typeof Cell, setup: CellSetup, tau: number): Recording {
    const cell = new kind(cellConfig(setup));
    const made = cell.record(inputOf(setup));
    const recording = {
        dt: stepOf(setup),
        tau,
        v: made.v(),
        threshold: made.threshold(),
        gE: made.gE(),
        gI: made.gI(),
        spikes: made.spikes(),
        peak: made.peak,
        drawn: made.drawn(),
    };
    made.free();
    cell.free();
    return recording;
}

/** Times of the cell's own spikes. */
export const spikeTimes = ({ spikes, dt }: Recording) => Array.from(spikes, (step) => step * dt);

/** Times of the spikes of its random inputs. */
export const drawnTimes = ({ drawn, dt }: Recording) => pairs(drawn).map(([step]) => step * dt);

export function spread(values: Float32Array) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) };
}
