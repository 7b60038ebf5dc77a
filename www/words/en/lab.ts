/** English: every word of the lab. */

import type { Value } from '../../js/kit/config.ts';
import { placeOf, WAYS } from '../../js/kit/edges.ts';
import { short } from '../../js/kit/figures.ts';
import type { FrontEnd } from '../../js/kit/models.ts';
import { faults } from './faults.ts';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
const plain = (value: number) => number.format(value).replace('-', '−');
const signed = (value: number) => (value > 0 ? `+${short(value)}` : short(value));

const edge = (input: number) => {
    const { way, row, column } = placeOf(input);
    return `“${WAYS[way]}” edges in row ${row}, column ${column} of 14 × 14 places,`;
};

export const words = {
    faults,
    plain,
    short,
    signed,
    fixed: (value: number, places: number) => value.toFixed(places).replace('-', '−'),
    ms: (time: number) => `${plain(time)} ms`,
    /** A constant; the text is the library's own. */
    meaning: (_key: string, text: string) => text,
    usually: (value: Value) =>
        `Default: ${typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value).replace('-', '−')}.`,
    /** Constants by their names in a configuration. */
    names: {
        nu_post: 'Potentiation rate',
        nu_pre: 'Depression rate',
        tau_x_pre: 'Time constant, pre trace',
        tau_x_post: 'Time constant, post trace',
        tau_x_post1: 'Time constant, fast post trace',
        tau_x_post2: 'Time constant, slow post trace',
        x_tar: 'Target trace',
        mu: 'Weight dependence',
        beta: 'Weight dependence',
        w_max: 'Largest weight',
        additive_traces: 'Traces add up',
        dt: 'Time step',
        tau_m: 'Time constant, membrane',
        tau_g_e: 'Time constant, excitation',
        tau_g_i: 'Time constant, inhibition',
        v_thresh: 'Threshold',
        v_rest: 'Resting potential',
        v_reset: 'Reset potential',
        e_exc: 'Reversal potential, excitation',
        e_inh: 'Reversal potential, inhibition',
        t_ref: 'Refractory period',
        refractory: 'In the refractory period',
        'theta.adaptive': 'Adaptive threshold',
        'theta.plus': 'Threshold rise per spike',
        'theta.init': 'Threshold rise at the start',
        'theta.offset': 'Threshold offset',
        'theta.tau': 'Time constant, threshold',
    } as Record<string, string>,
    choices: { lockout: 'cannot spike', clamped: 'held at the reset potential' } as Record<string, string>,
    badLink: (names: readonly string[]) =>
        `Part of this link could not be read: ${names.join(', ')}. The rest is shown.`,

    lead: 'One synapse and one cell on their own. Move spikes and see what the network’s own rule and membrane do with them, number by number.',

    synapseTitle: 'One synapse',
    synapseText:
        'An input (pre) and a cell (post) spike. The learning rule reads the traces their spikes leave and changes the weight between them.',
    preLane: 'pre',
    postLane: 'post',
    preSpike: (at: number) => `Pre spike ${at}`,
    postSpike: (at: number) => `Post spike ${at}`,
    lanesLabel: 'Spikes of the input and the cell',
    lanesHelp:
        'Drag a spike to move it, click a line to add one, drag one far off its line to remove it. With a keyboard: Tab to a spike, move it one step with the arrow keys (ten with Shift), remove it with Delete.',
    timeLabel: 'Traces, weight changes and the weight over time. The table below has the changes in numbers.',
    addPre: 'Add a pre spike',
    addPost: 'Add a post spike',
    remove: 'Remove spike',
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
    constantsFrom: 'Constants',
    textbook: { pair: 'textbook (Song et al. 2000)', triplet: 'textbook (Pfister & Gerstner 2006)' } as Record<
        string,
        string
    >,
    ofNetwork: 'those of this network',
    startWeight: 'Starting weight',
    duration: 'Duration (ms)',
    tracesPlot: 'traces',
    changesPlot: 'Δw at each spike',
    weightPlot: 'weight w',
    traceNames: {
        x_pre: 'pre trace',
        x_post: 'post trace',
        x_post1: 'fast post trace',
        x_post2: 'slow post trace',
    } as Record<string, string>,
    atSpike: { pre: 'At a pre spike', post: 'At a post spike' },
    equationLabel: 'The rule’s equation, with its numbers',
    cellEquationLabel: 'The membrane’s equation',
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
    fromReal: (sees: FrontEnd, input: number, cell: number, image: number) =>
        `A real synapse: from ${sees === 'pixels' ? `the pixel in row ${Math.floor(input / 28)}, column ${input % 28}` : `the ${edge(input)}`} to cell ${cell}, while it learned from image ${number.format(image)}. Weight, rule and learning rates are from that moment.`,

    pairsTitle: 'This rule’s curves',
    pairsText:
        'Measured as in a real lab: the same pair of spikes again and again, then how far the weight has moved. This is the rule above, with its constants.',
    repetitions: 'Pairs',
    hertz: 'Pairs a second (Hz)',
    interval: 'Δt of the two curves on the right, ± ms',
    ruleSays: {
        pair: 'Each pair counts on its own: the window is two exponentials, and more pairs a second only move pairs closer together.',
        triplet:
            'Potentiation takes two post spikes close together: at one pair a second there is none. Raise the frequency.',
        power_law:
            'Only post spikes matter: inputs that spiked just before gain, all others lose. So the window never ends on the left.',
        exponential:
            'Only post spikes matter. Small weights grow fastest, large ones shrink fastest: see the weight curve.',
        pre_post: 'The power law, plus a little depression at each pre spike that follows a post spike.',
    } as Record<string, string>,
    afterInterval: 'Δw against Δt, from the pre spike to the post spike, in ms',
    fromWeight: 'Δw against the starting weight w',
    overHertz: 'Δw against pairs a second, in Hz',
    windowTitle: 'Window: which comes first?',
    windowLabel: 'Weight change against the time between the spikes of a pair. The table below has the numbers.',
    windowTable: 'The window as a table',
    weightTitle: 'Weight: does a strong synapse learn less?',
    weightLabel: 'Weight change against the starting weight, for two intervals. The table below has the numbers.',
    weightTable: 'The weight curve as a table',
    hertzTitle: 'Frequency: do rare pairs work as well?',
    hertzLabel: 'Weight change against pairs a second, for two intervals. The table below has the numbers.',
    hertzTable: 'The frequency curve as a table',
    parameters: 'All parameters of the rule',

    membraneTitle: 'One cell',
    membraneText:
        'Input spikes open conductances; the potential follows, then leaks away again. At the threshold the cell spikes and is reset.',
    excLane: 'excite',
    inhLane: 'inhibit',
    excSpike: (at: number) => `Excitatory spike ${at}`,
    inhSpike: (at: number) => `Inhibitory spike ${at}`,
    weighted: (time: number, weight: number) => `${plain(time)} ms, weight ${plain(weight)}`,
    cellLanesLabel: 'Excitatory and inhibitory input spikes',
    membraneLabel: 'Membrane potential, threshold and both conductances over time. The table below has the numbers.',
    addExc: 'Add excitation',
    addInh: 'Add inhibition',
    synapses: 'Synapses',
    synapseKinds: { conductance: 'conductances (as in the network)', current: 'currents (simpler, as in textbooks)' },
    synapsesSay: {
        conductance:
            'A spike adds its weight to g. The current depends on how far v is from the reversal potential, 0 mV for excitation and −100 mV for inhibition: the nearer, the weaker, so inputs cannot add up without limit.',
        current:
            'The current does not depend on v: each spike counts the same, so inputs add up without limit, and inhibition can pull v below its reversal potential. No network here has such synapses; they are for comparison.',
    } as Record<string, string>,
    whyButton: 'Why 100 ms and not 20?',
    whySays:
        'A white pixel spikes 63.75 times a second, at random moments. That is hardly more than one spike in 20 ms: the potential shows when the last one came. In 100 ms it is six: the potential shows how bright the pixel is. The means are alike, the spread is not.',
    weightOfSpike: 'Weight of the spike',
    poissonInputs: 'Poisson inputs',
    poissonHertz: 'Their rate (Hz)',
    poissonWeight: 'Their weight',
    poissonSeed: 'Their seed',
    besideTau: 'Time constant of a second cell (ms), 0: none',
    poissonPlot: 'Poisson input spikes',
    vPlot: 'membrane potential v',
    thresholdName: 'threshold',
    tauIs: (tau: number) => `${plain(tau)} ms`,
    gPlot: 'conductances, in multiples of the leak',
    excitatory: 'excitatory',
    inhibitory: 'inhibitory',
    tauHead: 'Time constant',
    spikesHead: 'Spikes',
    peakHead: 'Peak v (mV)',
    meanHead: 'Mean (mV)',
    spreadHead: 'Spread (mV)',
    withinHead: 'Inputs in that time',
    membraneTable: 'The membrane as a table, every 10 ms',
    membraneHead: ['t (ms)', 'v (mV)', 'threshold', 'excitatory', 'inhibitory'],
    cellParameters: 'All parameters of the cell',
};

export type Words = typeof words;
