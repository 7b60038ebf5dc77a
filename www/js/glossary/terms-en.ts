/**
 * English: what the terms on the page mean. Each has its name, the forms in which texts have it (a regular expression), and
 * one to three sentences.
 */

export type Term = { name: string; forms: string; text: string };

export const terms: Readonly<Record<string, Term>> = {
    spike: {
        name: 'Spike',
        forms: 'spik(?:es?|ed|ing)',
        text: 'A short pulse by which a cell tells others that its potential has passed the threshold. All spikes are alike: what counts is when they come, and from whom.',
    },
    synapse: {
        name: 'Synapse',
        forms: 'synapses?',
        text: 'The connection from one cell to another. Here each of the 784 input cells has one to every excitatory cell, and these are all that learns.',
    },
    weight: {
        name: 'Weight w',
        forms: 'weights?|w_max',
        text: 'The strength of a synapse: by so much a spike opens the excitatory conductance of the cell behind it. From 0 to w_max, which is 1.',
    },
    'membrane-potential': {
        name: 'Membrane potential v',
        forms: 'membrane potential|membranes?|potential',
        text: 'The voltage of a cell, in mV. Input moves it, the leak draws it back to rest, and at the threshold the cell spikes and is reset.',
    },
    'v-rest': {
        name: 'Resting potential v_rest',
        forms: 'v_rest|v_reset|resting potential',
        text: 'Where the membrane potential stays when nothing comes in: −65 mV for excitatory cells, −60 mV for inhibitory ones.',
    },
    leak: {
        name: 'Leak',
        forms: '(?<=the |× )leak|leaky',
        text: 'The current that draws the membrane potential back to rest. Conductances are measured as multiples of its own.',
    },
    'time-constant': {
        name: 'Time constant τ',
        forms: 'time constants?|tau_m|tau(?:_\\w+)?',
        text: 'After so long 63 % of the way is done: tau_m = 100 ms for the membrane of an excitatory cell, which so gathers evidence over a whole look.',
    },
    threshold: {
        name: 'Threshold',
        forms: 'thresholds?|v_thresh',
        text: 'The potential at which a cell spikes: that of all cells, v_thresh − θ_offset, and its own theta on top.',
    },
    theta: {
        name: 'Adaptive threshold θ (theta)',
        forms: 'adaptive thresholds?|thetas?|θ',
        text: 'What each spike of a cell adds to its own threshold. It decays so slowly that a cell which wins often finds it hard to win again, so that all cells get something to learn.',
    },
    conductance: {
        name: 'Conductance',
        forms: 'conductances?',
        text: 'How far channels of a membrane are open. The current is the conductance times the distance to the potential that it pulls towards, so a spike does less the nearer the cell is to it.',
    },
    'g-e': {
        name: 'Excitatory conductance g_e',
        forms: 'g_e',
        text: 'Pulls the potential up, towards E_e = 0 mV. Each spike of an input adds the weight of its synapse; it is gone after some ms.',
    },
    'g-i': {
        name: 'Inhibitory conductance g_i',
        forms: 'g_i',
        text: 'Pulls the potential of an excitatory cell down, towards E_i = −100 mV, when an inhibitory cell has spiked.',
    },
    refractory: {
        name: 'Refractory time',
        forms: 'refractory (?:time|period)',
        text: 'For so long after a spike a cell cannot spike again: 5 ms for excitatory cells, 2 ms for inhibitory ones.',
    },
    input: {
        name: 'Input cell',
        forms: 'input cells?',
        text: 'A source of random spikes. There are 784: one for each of the 28 × 28 pixels, or for each edge in four directions at 14 × 14 places. It has no membrane.',
    },
    excitatory: {
        name: 'Excitatory cell',
        forms: 'excitatory cells?|excitatory',
        text: 'A cell whose spikes drive others. These are the cells that learn, each to look for something of its own.',
    },
    inhibitory: {
        name: 'Inhibitory cell',
        forms: 'inhibitory cells?|inhibitory',
        text: 'The partner of one excitatory cell: it spikes when that has spiked, and hushes all others.',
    },
    inhibition: {
        name: 'Lateral inhibition',
        forms: 'w_inh_exc|lateral inhibition|inhibition|inhibits?|hush(?:es|ed)?',
        text: 'Cells of one layer keep each other quiet: the first to spike holds the others down for a moment. So they compete, and come to differ.',
    },
    poisson: {
        name: 'Poisson coding',
        forms: 'poisson(?: coding| spikes)?|at random moments|spike at random',
        text: 'A pixel or an edge becomes spikes at random moments, on average r a second, in proportion to its strength: the strongest is 63.75 Hz. Each step is a toss of its own.',
    },
    'receptive-field': {
        name: 'Receptive field',
        forms: 'receptive fields?|fields|tile',
        text: 'What a cell looks for: the weights of its 784 synapses. Those of pixels are a picture as they are; those of edges are shown as the strokes that the edges stand for.',
    },
    'front-end': {
        name: 'Front end',
        forms: 'front ends?',
        text: 'What stands between a picture and the input cells. Pixels: nothing but setting it upright. Edges: setting it upright and to size, and finding its edges. It is built in and does not learn.',
    },
    edge: {
        name: 'Edge cell',
        forms: 'edge cells?|edges?',
        text: 'An input cell that answers to an edge, a border between ink and paper: at one of 14 × 14 places, in one of four directions. The stronger the edge, the more it spikes.',
    },
    simple: {
        name: 'Simple cell',
        forms: 'simple cells?',
        text: 'A cell of the visual cortex that answers to an edge in one place that runs in one direction. The four maps of edges, before they are summed, are simple cells of this kind.',
    },
    complex: {
        name: 'Complex cell',
        forms: 'complex cells?',
        text: 'A cell of the visual cortex that answers to an edge of one direction wherever it lies in a small region. Input cells that see edges do: each sums the edges around its place.',
    },
    likeness: {
        name: 'Likeness',
        forms: 'likeness|how like anything it has learned',
        text: 'How like anything it has learned a picture is: the largest cosine between the strengths of its inputs and the weights of any cell. A letter is less like any digit, so this says whether there is a digit at all; evidence only says which.',
    },
    stdp: {
        name: 'STDP',
        forms: 'STDP|spike-timing-dependent plasticity',
        text: 'Spike-timing-dependent plasticity. An input that spikes just before the cell does has helped, and its synapse grows; one that spikes after it was no cause, and its synapse shrinks.',
    },
    trace: {
        name: 'Trace x_pre, x_post',
        forms: 'traces?|x_pre|x_post\\d?',
        text: 'What a synapse remembers of a spike: it is set to 1 by the spike, and fades. So a rule can see how long ago the other side has spiked.',
    },
    pair: {
        name: 'Pair rule',
        forms: 'pair rule|simple pair STDP|pair STDP',
        text: 'STDP with one trace on each side: every pair of an input spike and a spike of the cell counts.',
    },
    triplet: {
        name: 'Triplet rule',
        forms: 'triplet(?: rule)?',
        text: 'STDP in which potentiation needs three spikes: the input, and two of the cell close to each other. The rule of the published code.',
    },
    'power-law': {
        name: 'Power-law rule',
        forms: 'power law|power-law(?: rule)?',
        text: 'Learns at spikes of the cell alone: synapses whose trace is above x_tar grow, others shrink, and less the nearer they are to w_max.',
    },
    exponential: {
        name: 'Exponential rule',
        forms: 'exponential(?: rule)?',
        text: 'Learns at spikes of the cell alone, and weighs growing and shrinking by exponentials of the weight.',
    },
    'pre-post': {
        name: 'Pre-and-post rule',
        forms: 'pre and post',
        text: 'The power-law rule, with depression at input spikes besides.',
    },
    'x-tar': {
        name: 'Target trace x_tar',
        forms: 'x_tar',
        text: 'The trace of an input above which its synapse grows when the cell spikes. In the published code: STDP_offset.',
    },
    'learning-rate': {
        name: 'Learning rate ν (η)',
        forms: 'learning rates?|nu_pre|nu_post|η',
        text: 'By how much one event may change a weight: nu_post for growing, nu_pre for shrinking.',
    },
    potentiation: { name: 'Potentiation', forms: 'potentiation', text: 'A synapse grows stronger.' },
    depression: {
        name: 'Depression',
        forms: 'depression',
        text: 'A synapse grows weaker. Without it fields keep whatever has once come in.',
    },
    normalisation: {
        name: 'Normalisation',
        forms: 'normali[sz]ation|w_norm',
        text: 'After each look the weights of a cell are scaled to the same sum, w_norm. What grows in one place shrinks in the others, and cells stay comparable.',
    },
    presentation: {
        name: 'Look, presentation',
        forms: 'presentations?|(?<=\\b(?:a|each|this|one|every) )looks?',
        text: 'One showing of a picture: 350 ms of input, then 150 ms of rest.',
    },
    retry: {
        name: 'Retry',
        forms: 'retr(?:y|ies|ied)|looked twice',
        text: 'A look that causes fewer than 5 spikes is repeated with brighter input: the highest rate grows by 32 Hz each time.',
    },
    readout: {
        name: 'Readout',
        forms: 'readouts?|votes?|voted',
        text: 'How spikes become an answer. Each is a vote for the digit of its cell; here the answer is the digit under which the counts of all cells are likeliest.',
    },
    evidence: {
        name: 'Evidence',
        forms: 'evidence',
        text: 'How likely each digit is, given the spikes of this look; it adds up to 100 % over the ten digits.',
    },
    label: {
        name: 'Label',
        forms: 'labels?|labelling',
        text: 'What a picture shows, as somebody wrote it down. The network never sees it; only afterwards is each cell named by the digit that it answers to most.',
    },
    unsupervised: {
        name: 'Unsupervised learning',
        forms: 'unsupervised(?: learning)?',
        text: 'Learning without being told what is right.',
    },
    'held-out': {
        name: 'Held-out images',
        forms: 'held-out(?: digits| images)?|unseen',
        text: 'Images kept away from learning and naming, so that reading them is a fair test.',
    },
    accuracy: {
        name: 'Accuracy',
        forms: 'accuracy',
        text: 'The share of held-out images that are read rightly. An image left undecided counts as not read.',
    },
    confusion: {
        name: 'Confusion matrix',
        forms: 'confusion matrix|taken for whom',
        text: 'A table of what was shown against what was read: the mistakes stand beside the diagonal.',
    },
    cosine: {
        name: 'Cosine',
        forms: 'cosine',
        text: 'How alike two fields are: 1 for the same direction, 0 for nothing in common.',
    },
    mnist: {
        name: 'MNIST',
        forms: 'MNIST',
        text: '70,000 handwritten digits of 28 × 28 pixels: 60,000 to train on, 10,000 to test with.',
    },
    seed: {
        name: 'Seed',
        forms: 'seeds?',
        text: 'The number that random choices begin with. The same seed gives the same spikes, bit for bit, on every machine.',
    },
    digest: {
        name: 'Digest',
        forms: 'digests?',
        text: 'A short number made of the whole state. Two runs with the same digest are in the same state, to the bit.',
    },
    raster: {
        name: 'Raster',
        forms: 'rasters?|raster plot',
        text: 'Spikes as marks: time to the right, one row for each cell.',
    },
    step: {
        name: 'Time step dt',
        forms: 'steps of 0\\.5 ms|time steps?',
        text: 'The simulation goes on in steps of 0.5 ms.',
    },
    pass: { name: 'Pass', forms: 'pass(?:es)?(?= over)', text: 'Once through all training images.' },
};

export const words = { title: 'Terms', source: 'Source: ', all: 'All terms' };

export type Words = typeof words;
