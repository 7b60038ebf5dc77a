/** What is drawn of a synapse over time: the traces that spikes leave, each change of its weight, and the weight. */

import type { Words } from '../../words/en/lab.ts';
import { extent } from '../kit/arrays.ts';
import type { Plot } from './chart.ts';
import { limits } from './chart.ts';
import type { History } from './history.ts';

/** Traces also differ by their dashes. */
const DASHES = [[], [6, 4], [2, 3]];

export function historyPlots(history: History, words: Words): Plot[] {
    const times = Array.from(history.weight, (_, step) => step * history.dt);
    return [tracePlot(history, times, words), changePlot(history, words), weightPlot(history, times, words)];
}

function tracePlot({ traces, names }: History, times: readonly number[], words: Words): Plot {
    const high = Math.max(1, ...limits(traces, 1));
    return {
        name: words.tracesPlot,
        low: 0,
        high,
        ticks: [
            [0, '0'],
            [high, words.plain(high)],
        ],
        lines: traces.map((y, nth) => ({
            name: words.traceNames[names[nth] ?? ''] ?? '',
            x: times,
            y,
            colour: nth === 0 ? 'spark' : 'cool',
            dash: DASHES[nth] ?? [],
        })),
    };
}

function changePlot({ changes }: History, words: Words): Plot {
    const y = changes.map(({ before, after }) => after - before);
    const [low, high] = limits([y], 1e-6);
    return {
        name: words.changesPlot,
        low,
        high,
        ticks: [
            [low, words.short(low)],
            [high, words.short(high)],
        ],
        lines: [{ name: '', x: changes.map(({ time }) => time), y, colour: 'ink', shape: 'stems' }],
    };
}

function weightPlot({ weight }: History, times: readonly number[], words: Words): Plot {
    const [low, high] = around(weight);
    return {
        name: words.weightPlot,
        low,
        high,
        ticks: [
            [low, words.short(low)],
            [high, words.short(high)],
        ],
        lines: [{ name: '', x: times, y: weight, colour: 'ink' }],
    };
}

/** Limits close around some weights, so that small changes are seen. */
function around(weight: Float32Array): [number, number] {
    const [least, most] = extent(weight);
    const room = Math.max((most - least) * 0.15, 1e-5);
    return [Math.max(0, least - room), most + room];
}
