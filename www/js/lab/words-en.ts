/** English: every word of the laboratory. */

import { placeOf, WAYS } from '../kit/edges.ts';
import { faults } from '../shell/faults-en.ts';
import { short } from './sums.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const plain = (value: number) => number.format(value).replace('-', '−');
const signed = (value: number) => (value > 0 ? `+${short(value)}` : short(value));

const edge = (input: number) => {
    const { way, row, column } = placeOf(input);
    return `${WAYS[way]} in row ${row}, column ${column} of 14 × 14 places,`;
};

export const en = {
    faults,
    plain,
    short,
    signed,
    fixed: (value: number, places: number) => value.toFixed(places).replace('-', '−'),
    ms: (time: number) => `${plain(time)} ms`,
    /** A constant; the text is the library's own. */
    meaning: (_key: string, text: string) => text,
    usually: (value: number | boolean | string) =>
        `Usually ${typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value).replace('-', '−')}.`,
    badLink: (names: readonly string[]) =>
        `The link has something for the laboratory that cannot be read: ${names.join(', ')}. The rest is shown.`,

    lead: 'One synapse and one cell, by themselves. Move spikes and see what the network’s own rule and its own membrane make of them, number by number.',

    synapseTitle: 'One synapse',
    synapseText:
        'An input (pre) and a cell (post) spike; the learning rule reads the traces that their spikes leave and moves the weight between them.',
    preLane: 'pre',
    postLane: 'post',
    preSpike: (at: number) => `Pre spike ${at}`,
    postSpike: (at: number) => `Post spike ${at}`,
    lanesLabel: 'Spikes of the input and of the cell',
    lanesHelp:
        'Drag a spike; click a line to add one; draw one far off its line to drop it. By keyboard: Tab to a spike, arrow keys move it by one step (with Shift by ten), Delete drops it.',
    timeLabel: 'Traces, changes of the weight, and the weight over time. The table below says the changes in numbers.',
    addPre: 'Add a pre spike',
    addPost: 'Add a post spike',
    remove: 'Remove the spike',
    play: 'Play',
    pause: 'Pause',
    nextSpike: 'Next spike',
    rule: 'Learning rule',
    rules: {
        triplet: 'triplet (published code)',
        power_law: 'power law (paper)',
        exponential: 'exponential (paper)',
        pre_post: 'pre and post (paper)',
        pair: 'simple pair STDP',
    } as Record<string, string>,
    constantsFrom: 'Its constants',
    textbook: { pair: 'textbook (Song et al. 2000)', triplet: 'textbook (Pfister & Gerstner 2006)' } as Record<
        string,
        string
    >,
    ofNetwork: 'as this network learns with',
    startWeight: 'Weight at the start',
    duration: 'Time (ms)',
    tracesPlot: 'traces',
    changesPlot: 'Δw of each spike',
    weightPlot: 'weight w',
    atSpike: { pre: 'At a pre spike', post: 'At a post spike' },
    equationLabel: 'Equation of the rule, with its numbers',
    cellEquationLabel: 'Equation of the membrane',
    figuresLabel: 'The cell in numbers',
    nothing: 'nothing happens',
    noSpikes: 'No spike yet: add one.',
    liveHead: (cause: 'pre' | 'post', time: number) => `The ${cause} spike at ${plain(time)} ms:`,
    moved: (before: number, after: number) =>
        before === after
            ? `The weight stays at ${short(before)}.`
            : `The weight goes from ${short(before)} to ${short(after)}: ${signed(after - before)}.`,
    changesTable: 'The changes as a table',
    changesHead: ['Time', 'Spike', 'w before', 'w after', 'Δw'],
    causes: { pre: 'pre', post: 'post' },
    fromReal: (sees: 'pixels' | 'edges', input: number, cell: number, image: number) =>
        `A real synapse: from ${sees === 'pixels' ? `the pixel in row ${Math.floor(input / 28)}, column ${input % 28}` : `the edges that run ${edge(input)}`} to cell ${cell}, while it learned from image ${number.format(image)}. Weight, rule and rates are those of that moment.`,

    pairsTitle: 'The curves of this rule',
    pairsText:
        'Measured as in a laboratory: pairs of spikes, again and again, and then what has become of the weight. The rule above answers, with the constants below.',
    repetitions: 'Pairs',
    hertz: 'Pairs a second (Hz)',
    interval: 'Δt of the right two curves, ± ms',
    ruleSays: {
        pair: 'A pair alone decides: the window is two exponentials, and more pairs a second only bring pairs closer to each other.',
        triplet:
            'Potentiation needs two post spikes close to each other: with one pair a second there is none. Raise the frequency.',
        power_law:
            'Only post spikes act: inputs that spiked just before win, all others lose. So the window has no end to the left.',
        exponential:
            'Only post spikes act. Small weights grow fastest, large ones shrink fastest: look at the curve over the weight.',
        pre_post: 'The power law, and a little depression at each pre spike that follows a post spike.',
    } as Record<string, string>,
    afterInterval: 'Δw against Δt = t_post − t_pre, in ms',
    fromWeight: 'Δw against the weight w before',
    overHertz: 'Δw against pairs a second, in Hz',
    windowTitle: 'Window: which comes first?',
    windowLabel: 'Change of the weight against the time between the spikes of a pair. The table below has the numbers.',
    windowTable: 'The window as a table',
    weightTitle: 'Weight: does a strong synapse learn less?',
    weightLabel: 'Change of the weight against the weight before, for two intervals. The table below has the numbers.',
    weightTable: 'The curve over the weight as a table',
    hertzTitle: 'Frequency: do rare pairs do the same?',
    hertzLabel:
        'Change of the weight against the number of pairs a second, for two intervals. The table below has the numbers.',
    hertzTable: 'The curve over the frequency as a table',
    parameters: 'All parameters of the rule',

    membraneTitle: 'One cell',
    membraneText:
        'Input spikes open conductances, the potential follows and leaks away again; at the threshold the cell spikes and is reset.',
    excLane: 'excite',
    inhLane: 'inhibit',
    excSpike: (at: number) => `Excitatory spike ${at}`,
    inhSpike: (at: number) => `Inhibitory spike ${at}`,
    weighted: (time: number, weight: number) => `${plain(time)} ms, weight ${plain(weight)}`,
    cellLanesLabel: 'Excitatory and inhibitory input spikes',
    membraneLabel:
        'Membrane potential with its threshold, and both conductances, over time. The table below has the numbers.',
    addExc: 'Add excitation',
    addInh: 'Add inhibition',
    synapses: 'Synapses',
    synapseKinds: { conductance: 'conductances (the network)', current: 'currents (simpler textbook)' },
    synapsesSay: {
        conductance:
            'A spike adds its weight to g: what flows depends on how far v is from e_exc = 0 mV or e_inh = −100 mV. The nearer, the less: inputs cannot add up without end.',
        current:
            'What flows does not ask for v: each spike counts the same wherever v is, so inputs add up without end, and inhibition can pull below e_inh. No network here has such synapses; they are for contrast.',
    } as Record<string, string>,
    whyButton: 'Why 100 ms and not 20?',
    whySays:
        'A white pixel spikes 63.75 times a second, at random moments. In 20 ms that is hardly more than one spike: the potential tells when the last one came. In 100 ms it is six: the potential tells how bright the pixel is. Means are alike, the spread is not.',
    weightOfSpike: 'Weight of the spike',
    poissonInputs: 'Poisson inputs',
    poissonHertz: 'Their rate (Hz)',
    poissonWeight: 'Their weight',
    poissonSeed: 'Seed of their noise',
    besideTau: 'A second cell with tau_m (ms), 0: none',
    poissonPlot: 'Poisson input spikes',
    vPlot: 'membrane potential v',
    thresholdName: 'threshold',
    tauIs: (tau: number) => `tau_m = ${plain(tau)} ms`,
    gPlot: 'conductances, in multiples of the leak',
    spikesHead: 'Spikes',
    peakHead: 'Peak of v (mV)',
    meanHead: 'Mean (mV)',
    spreadHead: 'Spread (mV)',
    withinHead: 'Inputs in tau_m',
    membraneTable: 'The membrane as a table, every 10 ms',
    otherParameters: 'All other parameters of the cell',
};

export type Words = typeof en;
