/** What is drawn of a cell over time: its random inputs, potential and threshold, conductances. */

import type { Words } from '../../words/en/lab.ts';
import { extent } from '../kit/arrays.ts';
import type { Colour, Line, Plot } from './chart.ts';
import type { Recording } from './recording.ts';
import { drawnTimes, spikeTimes } from './recording.ts';

/** mV between limits of the potential. */
const ROUND = 5;

export function membranePlots(first: Recording, second: Recording | null, words: Words): Plot[] {
    const inputs = first.drawn.length > 0 ? [inputPlot(first, words)] : [];
    return [...inputs, potentialPlot(first, second, words), conductancePlot(first, words)];
}

const timesOf = ({ v, dt }: Recording) => Array.from(v, (_, step) => step * dt);

const ticksAt = (times: readonly number[], colour: Colour, dash: readonly number[] = []): Line => ({
    name: '',
    x: times,
    y: times.map(() => 0),
    colour,
    dash,
    shape: 'ticks',
});

const inputPlot = (first: Recording, words: Words): Plot => ({
    name: words.poissonPlot,
    low: 0,
    high: 1,
    size: 18,
    ticks: [],
    lines: [ticksAt(drawnTimes(first), 'ink')],
});

function potentialPlot(first: Recording, second: Recording | null, words: Words): Plot {
    const [least, most] = extent(first.v, first.threshold, second?.v ?? []);
    const low = Math.floor((least - 1) / ROUND) * ROUND;
    const high = Math.ceil((most + 1) / ROUND) * ROUND;
    const x = timesOf(first);
    return {
        name: words.vPlot,
        low,
        high,
        size: 190,
        ticks: [
            [low, words.plain(low)],
            [high, `${words.plain(high)} mV`],
        ],
        lines: [
            { name: words.thresholdName, x, y: first.threshold, colour: 'quiet', dash: [5, 4] },
            ...(second ? besideLines(second, x, words) : []),
            { name: second ? words.tauIs(first.tau) : 'v', x, y: first.v, colour: 'ink' },
            ticksAt(spikeTimes(first), 'ink'),
        ],
    };
}

const besideLines = (second: Recording, x: readonly number[], words: Words): Line[] => [
    { name: words.tauIs(second.tau), x, y: second.v, colour: 'spark', dash: [2, 2] },
    ticksAt(spikeTimes(second), 'spark', [2, 2]),
];

function conductancePlot(first: Recording, words: Words): Plot {
    const most = Math.max(1, extent(first.gE, first.gI)[1]);
    const rounded = Number(most.toPrecision(2));
    const high = rounded >= most ? rounded : Number((most * 1.05).toPrecision(2));
    const x = timesOf(first);
    return {
        name: words.gPlot,
        low: 0,
        high,
        size: 70,
        ticks: [
            [0, '0'],
            [high, words.plain(high)],
        ],
        lines: [
            { name: words.excitatory, x, y: first.gE, colour: 'spark' },
            { name: words.inhibitory, x, y: first.gI, colour: 'cool', dash: [6, 4] },
        ],
    };
}
