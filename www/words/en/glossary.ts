/**
 * English: what the terms on the page mean. Each has a name, a regular expression for the forms it takes in texts, and one
 * to three sentences.
 */

export type Term = { name: string; forms: string; text: string };

export const terms: Readonly<Record<string, Term>> = {
    spike: {
        name: 'Spike',
        forms: 'spik(?:es?|ed|ing)',
        text: 'A short pulse that a cell sends to others when its potential passes the threshold. All spikes are alike: what counts is when they come, and from which cell.',
    },
    synapse: {
        name: 'Synapse',
        forms: 'synapses?',
        text: 'A connection from one cell to another. Here each of the 784 input cells has one to every excitatory cell, and only these learn.',
    },
    weight: {
        name: 'Weight w',
        forms: 'weights?|w_max',
        text: 'The strength of a synapse: how much one spike opens the receiving cell’s excitatory conductance. From 0 to w_max, which is 1.',
    },
    'membrane-potential': {
        name: 'Membrane potential v',
        forms: 'membrane potential|membranes?|potential',
        text: 'A cell’s voltage, in mV. Input moves it, the leak pulls it back to rest, and at the threshold the cell spikes and is reset.',
    },
    'v-rest': {
        name: 'Resting potential v_rest',
        forms: 'v_rest|v_reset|resting potential',
        text: 'Where the membrane potential stays when there is no input: −65 mV for excitatory cells, −60 mV for inhibitory ones.',
    },
    leak: {
        name: 'Leak',
        forms: '(?<=the |× )leak|leaky',
        text: 'The current that pulls the membrane potential back to rest. All conductances are given as multiples of the leak’s.',
    },
    'time-constant': {
        name: 'Time constant τ',
        forms: 'time constants?|tau_m|tau(?:_\\w+)?',
        text: 'The time to cover 63 % of the way. For the membrane of an excitatory cell, tau_m = 100 ms, so it gathers evidence over a whole look.',
    },
    threshold: {
        name: 'Threshold',
        forms: 'thresholds?|v_thresh',
        text: 'The potential at which a cell spikes: v_thresh − θ_offset, the same for all cells, plus its own theta.',
    },
    theta: {
        name: 'Adaptive threshold θ (theta)',
        forms: 'adaptive thresholds?|thetas?|θ',
        text: 'Each spike of a cell raises its own threshold a little. The rise decays so slowly that a frequent winner finds it harder to win again, so all cells get something to learn.',
    },
    conductance: {
        name: 'Conductance',
        forms: 'conductances?',
        text: 'How far a membrane’s channels are open. The current is the conductance times the distance to the potential it pulls towards, so the closer the cell already is, the less a spike does.',
    },
    'g-e': {
        name: 'Excitatory conductance g_e',
        forms: 'g_e',
        text: 'Pulls the potential up, towards E_e = 0 mV. Each input spike adds the weight of its synapse; a few ms later it is gone.',
    },
    'g-i': {
        name: 'Inhibitory conductance g_i',
        forms: 'g_i',
        text: 'Pulls an excitatory cell’s potential down, towards E_i = −100 mV, after an inhibitory cell has spiked.',
    },
    refractory: {
        name: 'Refractory time',
        forms: 'refractory (?:time|period)',
        text: 'How long a cell must wait after a spike before it can spike again: 5 ms for excitatory cells, 2 ms for inhibitory ones.',
    },
    input: {
        name: 'Input cell',
        forms: 'input cells?',
        text: 'A source of random spikes. There are 784: one for each of the 28 × 28 pixels, or for each edge in four directions at 14 × 14 places. Input cells have no membrane.',
    },
    excitatory: {
        name: 'Excitatory cell',
        forms: 'excitatory cells?|excitatory',
        text: 'A cell whose spikes drive others. These are the cells that learn, each to look for something different.',
    },
    inhibitory: {
        name: 'Inhibitory cell',
        forms: 'inhibitory cells?|inhibitory',
        text: 'The partner of one excitatory cell: right after that cell spikes, it spikes too and silences all the others.',
    },
    inhibition: {
        name: 'Lateral inhibition',
        forms: 'w_inh_exc|lateral inhibition|inhibition|inhibits?|silences?',
        text: 'Cells in a layer keep each other quiet: the first to spike holds the others down for a moment. So they compete, and become different.',
    },
    poisson: {
        name: 'Poisson coding',
        forms: 'poisson(?: coding| spikes)?|at random moments|fires at random|spike at random',
        text: 'A pixel or an edge turns into spikes at random moments, r a second on average. The rate r is proportional to its strength, at most 63.75 Hz. Each time step is a new roll of the dice.',
    },
    'receptive-field': {
        name: 'Receptive field',
        forms: 'receptive fields?|fields|tile',
        text: 'What a cell looks for: the weights of its 784 synapses. Weights from pixels make a picture as they are; weights from edges are shown as the strokes those edges stand for.',
    },
    'front-end': {
        name: 'Front end',
        forms: 'front ends?',
        text: 'What happens to a picture before it reaches the input cells. Pixels: it is only straightened. Edges: it is straightened and resized, and its edges are found. The front end is built in and does not learn.',
    },
    edge: {
        name: 'Edge cell',
        forms: 'edge cells?|edges?',
        text: 'An input cell that responds to an edge, a border between ink and paper, at one of 14 × 14 places and in one of four directions. The stronger the edge, the more often it spikes.',
    },
    simple: {
        name: 'Simple cell',
        forms: 'simple cells?',
        text: 'A cell in the visual cortex that responds to an edge in one place, running in one direction. The four maps of edges, before they are summed, work like such cells.',
    },
    complex: {
        name: 'Complex cell',
        forms: 'complex cells?',
        text: 'A cell in the visual cortex that responds to an edge in one direction anywhere within a small region. Input cells that see edges do the same: each sums the edges around its place.',
    },
    likeness: {
        name: 'Likeness',
        forms: 'likeness',
        text: 'How similar a picture is to anything the network has learned: the largest cosine between the strengths of its inputs and the weights of any cell, corrected for digits that are easy to match. A letter scores lower than a digit, so likeness says whether there is a digit at all; evidence only says which.',
    },
    stdp: {
        name: 'STDP',
        forms: 'STDP|spike-timing-dependent plasticity',
        text: 'Spike-timing-dependent plasticity. An input that spikes just before the cell has helped, so its synapse grows; one that spikes just after was not the cause, so its synapse shrinks.',
    },
    trace: {
        name: 'Trace x_pre, x_post',
        forms: 'traces?|x_pre|x_post\\d?',
        text: 'A synapse’s memory of a spike: the spike sets it to 1, then it fades. So a rule can tell how long ago the other side spiked.',
    },
    pair: {
        name: 'Pair rule',
        forms: 'pair rule|simple pair STDP|pair STDP',
        text: 'STDP with one trace on each side: every pair of an input spike and a cell spike counts.',
    },
    triplet: {
        name: 'Triplet rule',
        forms: 'triplet(?: rule)?',
        text: 'STDP in which potentiation takes three spikes: one from the input and two from the cell, close together. The rule of the published code.',
    },
    'power-law': {
        name: 'Power-law rule',
        forms: 'power law|power-law(?: rule)?',
        text: 'Learns only when the cell spikes: synapses whose trace is above x_tar grow, the others shrink, and all change less the nearer they are to w_max.',
    },
    exponential: {
        name: 'Exponential rule',
        forms: 'exponential(?: rule)?',
        text: 'Learns only when the cell spikes. How much a synapse grows or shrinks depends exponentially on its weight.',
    },
    'pre-post': {
        name: 'Pre-and-post rule',
        forms: 'pre and post',
        text: 'The power-law rule, plus depression at input spikes.',
    },
    'x-tar': {
        name: 'Target trace x_tar',
        forms: 'x_tar',
        text: 'If an input’s trace is above this when the cell spikes, its synapse grows. In the published code: STDP_offset.',
    },
    'learning-rate': {
        name: 'Learning rate ν (η)',
        forms: 'learning rates?|nu_pre|nu_post|η',
        text: 'How much a single spike can change a weight: nu_post for growing, nu_pre for shrinking.',
    },
    potentiation: { name: 'Potentiation', forms: 'potentiation', text: 'A synapse gets stronger.' },
    depression: {
        name: 'Depression',
        forms: 'depression',
        text: 'A synapse gets weaker. Without it, fields keep everything that ever got into them.',
    },
    normalisation: {
        name: 'Normalisation',
        forms: 'normali[sz]ation|w_norm',
        text: 'After each look, each cell’s weights are scaled to the same sum, w_norm. What grows in one place shrinks elsewhere, and cells stay comparable.',
    },
    presentation: {
        name: 'Look, presentation',
        forms: 'presentations?|(?<=\\b(?:a|each|this|one|every) )looks?',
        text: 'Showing a picture once: 350 ms of input, then 150 ms of rest.',
    },
    retry: {
        name: 'Retry',
        forms: 'retr(?:y|ies|ied)|second look',
        text: 'A look that causes fewer than 5 spikes is repeated with brighter input: the highest rate goes up by 32 Hz each time.',
    },
    readout: {
        name: 'Readout',
        forms: 'readouts?|votes?|voted',
        text: 'How spikes become an answer. Each is a vote for its cell’s digit; here the answer is the digit that best explains the spike counts of all cells.',
    },
    evidence: {
        name: 'Evidence',
        forms: 'evidence',
        text: 'How likely each digit is, given the spikes of this look. It adds up to 100 % over the ten digits.',
    },
    label: {
        name: 'Label',
        forms: 'labels?|labelling',
        text: 'What a picture shows, as a person wrote it down. The network never sees it; only afterwards is each cell named after the digit it responds to most.',
    },
    unsupervised: {
        name: 'Unsupervised learning',
        forms: 'unsupervised(?: learning)?',
        text: 'Learning without being told the right answers.',
    },
    'held-out': {
        name: 'Held-out images',
        forms: 'held-out(?: digits| images)?|unseen',
        text: 'Images never used for learning or for naming cells, so reading them is a fair test.',
    },
    accuracy: {
        name: 'Accuracy',
        forms: 'accuracy',
        text: 'The share of held-out images that are read correctly. An undecided image counts as not read.',
    },
    confusion: {
        name: 'Confusion matrix',
        forms: 'confusion matrix|get mixed up',
        text: 'A table of digits shown against digits read. Mistakes lie off the diagonal.',
    },
    cosine: {
        name: 'Cosine',
        forms: 'cosine',
        text: 'How similar two fields are: 1 if they point in the same direction, 0 if they have nothing in common.',
    },
    mnist: {
        name: 'MNIST',
        forms: 'MNIST',
        text: '70,000 handwritten digits of 28 × 28 pixels: 60,000 for training, 10,000 for testing.',
    },
    seed: {
        name: 'Seed',
        forms: 'seeds?',
        text: 'The number that random choices start from. The same seed gives the same spikes, bit for bit, on every computer.',
    },
    digest: {
        name: 'Digest',
        forms: 'digests?',
        text: 'A short number computed from the whole state. Two runs with the same digest are in the same state, to the bit.',
    },
    raster: {
        name: 'Raster',
        forms: 'rasters?|raster plot',
        text: 'Spikes as marks: time runs to the right, with one row per cell.',
    },
    step: {
        name: 'Time step dt',
        forms: 'steps of 0\\.5 ms|time steps?',
        text: 'The simulation advances in steps of 0.5 ms.',
    },
    pass: { name: 'Pass', forms: 'pass(?:es)?(?= over)', text: 'Going once through all training images.' },
};

export const words = { title: 'Glossary', source: 'Source: ', all: 'All terms' };

export type Words = typeof words;
