/** English: every word of the training view. */

const number = new Intl.NumberFormat('en');
const whole = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en', { notation: 'compact' });
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

/** @param {number} count @param {string} one @param {string} [many] */
const some = (count, one, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;
/** @param {number} answer 10: undecided */
const read = (answer) => (answer === 10 ? 'left undecided' : `read as ${answer}`);

export const en = {
    decimal: (/** @type {number} */ value, places = 1) => value.toFixed(places).replace('-', '−'),
    percent: (/** @type {number} */ share) => tenths.format(share),
    short: (/** @type {number} */ value) => compact.format(value),

    lead: 'Blank cells become digits: nobody tells them what they see. Start, watch the fields grow, and draw beside them whenever you like.',
    runTitle: 'Training',
    start: 'Start',
    startNew: 'Start a new run',
    resume: 'Go on',
    pause: 'Pause',
    step: 'One image',
    reset: 'Reset',
    pace: 'Speed',
    paceOf: (/** @type {number} */ pace) => (pace === 0 ? 'slow motion: every spike' : pace === Infinity ? 'as fast as it goes' : `${some(pace, 'image')} a second`),
    stopAt: 'Stop at image',
    theEnd: 'the end',
    progressLabel: 'Images learned from',
    progress: (/** @type {number} */ images, /** @type {number} */ total) => `${number.format(images)} of ${some(total, 'image')}`,
    rate: (/** @type {number} */ rate, /** @type {number | null} */ left) =>
        `${number.format(Math.round(rate))} images/s${left === null ? '' : left < 90 ? `, ${Math.ceil(left)} s left` : `, ${Math.ceil(left / 60)} min left`}`,
    waiting: 'waiting for images that are still being fetched',
    done: 'done',
    runName: (/** @type {import('./protocol.js').Plan} */ { config, images, seed }) => `${some(config.neurons ?? 400, 'cell')}, ${number.format(images)} images, seed ${seed}`,
    goesOn: (/** @type {string} */ name, /** @type {number} */ images) => `Your run “${name}” goes on where it was, at image ${number.format(images)}.`,
    copyOf: (/** @type {string} */ name) => `${name} (copy)`,
    elsewhere: 'This run is open in another tab, so this tab works on a copy of it.',
    gone: 'This run could not be read from the browser’s storage; it may have been deleted in another tab.',
    cannotKeep: (/** @type {string} */ why) => `This browser keeps nothing at the moment (${why}): training goes on, but save the model as a file before you leave.`,
    noWorkers: (/** @type {string} */ why) => `Training could not be loaded (${why}). Check the connection and open this page again.`,
    noImages: (/** @type {string} */ why) => `The next images did not come, so the run has paused and nothing is lost. Start tries again. Reason: ${why}`,
    notMeasured: (/** @type {string} */ why) => `Accuracy could not be measured. Reason: ${why}`,
    badCells: (/** @type {number} */ found, /** @type {number} */ least, /** @type {number} */ most) => `config: neurons is ${found}, expected ${least} to ${most}`,
    copied: 'The command is copied.',

    setupTitle: 'The run',
    setupText: 'The same settings give the same network, bit for bit, here and in the command-line tool.',
    neurons: 'Cells, 4 to 1600',
    rule: 'Learning rule',
    rules: /** @type {Record<string, string>} */ ({ triplet: 'triplet (published code)', power_law: 'power law (paper)', exponential: 'exponential (paper)', pre_post: 'pre and post (paper)', pair: 'simple pair STDP' }),
    data: 'Training images',
    amount: (/** @type {number} */ amount) => `the first ${number.format(amount)}`,
    passes: 'Passes over them',
    seed: 'Seed',
    allConstants: (/** @type {number} */ changed) => (changed === 0 ? 'All constants' : `All constants; ${changed} changed`),
    constantsText: 'Each as the library documents it, with the values of paper and published code.',
    groups: /** @type {Record<string, string>} */ ({ '': 'Network and images', rule: 'Learning rule', theta: 'Adaptive threshold', exc: 'Excitatory cells', inh: 'Inhibitory cells' }),
    usually: (/** @type {number | boolean | string} */ value) => `Usually ${typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value).replace('-', '−')}.`,

    fieldsTitle: 'What each cell looks for',
    fieldsText: 'Each tile shows the 784 synapses of one cell: what stands out is strong. The small numeral is the digit that the cell answers to most, found out afterwards.',
    fieldsLabel: 'The receptive fields of all cells while they learn.',
    inputLabel: 'The image that is being learned from, with the spikes of its input cells.',
    shown: (/** @type {number} */ label) => `It looks at this. Cells that spike are framed; the label, ${label}, is not told to them.`,
    shownNot: 'Choose a slower speed, or “One image”, to see every spike.',
    accuracyTitle: 'What it can read',
    measuring: 'measuring…',
    notYet: 'not measured yet',
    accuracy: (/** @type {number} */ share) => tenths.format(share),
    accuracyPlan: 'Measured as it goes, by 1,000 digits that it never learns from.',
    accuracyText: (/** @type {import('./protocol.js').Measured} */ { correct, shown, undecided, images, labelled }) =>
        `${number.format(correct)} of ${number.format(shown)} held-out digits read rightly after ${some(images, 'image')}, ${undecided} left undecided. Cells are named by the first ${number.format(labelled)} training images, on a copy.`,
    axisImages: 'images learned from',
    axisRight: 'right (%)',
    tryTitle: 'Try it, while it learns',
    padLabel: 'Drawing pad. Draw a digit with the mouse, a finger or a pen; with a keyboard, take a test digit.',
    drawHere: 'Draw a digit, or take one that it never learns from.',
    cannotVote: 'Its cells have no names yet.',
    voted: (/** @type {import('../protocol.js').Verdict} */ { digit, votes, spikes }) =>
        digit === null ? `Not sure, after ${some(spikes, 'spike')}.` : `The network as it is now reads a ${digit}: ${votes[digit]} of ${some(spikes, 'spike')} voted for it.`,
    votesFor: (/** @type {number} */ digit) => `Votes for ${digit}`,
    clear: 'Clear',
    anyDigit: 'Take a test digit',

    healthTitle: 'How it is doing',
    spikes: 'Spikes an image, lately',
    retried: 'Looked twice or more, lately',
    silent: 'Silent in the last 500 images',
    unnamed: 'Silent in labelling',
    alike: 'Most alike pair',
    ofCells: (/** @type {number} */ count, /** @type {number} */ cells) => `${number.format(count)} of ${some(cells, 'cell')}`,
    pair: (/** @type {number} */ a, /** @type {number} */ b, /** @type {number} */ cosine) => `cells ${a} and ${b}, cosine ${cosine.toFixed(2)}`,
    healthy: 'Nothing is out of range.',

    breakTitle: 'Break it',
    breakText: 'A switch takes a part out of a copy that learns the same images beside the whole network. What is each part for?',
    parts: /** @type {Record<import('./break.js').Part, string>} */ ({ inhibition: 'No inhibition', threshold: 'No adaptive threshold', normalisation: 'No normalisation', depression: 'No depression' }),
    lookFor: /** @type {Record<import('./break.js').Part, string>} */ ({
        inhibition: 'Nobody is hushed: all cells fire at every image, and their fields become one and the same blur.',
        threshold: 'Nothing holds a winner back: a few cells win again and again, the others never learn.',
        normalisation: 'Weights of a cell no longer add up to the same sum: those that fire a lot grow fat, and cells stop being comparable.',
        depression: 'Inputs that come at the wrong time no longer lose: look for smudges that stay. With normalisation on, growing elsewhere still shrinks them.',
    }),
    network: 'Network',
    wholeOne: 'whole, on the left',
    brokenOne: (/** @type {readonly string[]} */ parts) => (parts.length > 0 ? `the copy: ${parts.join(', ').toLowerCase()}` : 'the copy, mended'),
    brokenCopy: 'broken copy',
    brokenLabel: 'The receptive fields of the broken copy while it learns.',
    mend: 'End the comparison',

    confusionTitle: 'Who is taken for whom',
    confusionText: 'Rows: the digit shown. Columns: what was read. A number opens the digits behind it.',
    shownDigit: 'Digit shown',
    undecided: 'undecided',
    confusionCell: (/** @type {number} */ digit, /** @type {number} */ answer, /** @type {number} */ count) => `${digit} ${read(answer)}: ${count}`,
    confusionOpened: (/** @type {number} */ digit, /** @type {number} */ answer, /** @type {number} */ count) => `${some(count, 'held-out digit')}: a ${digit}, ${read(answer)}`,
    lookAt: (/** @type {number} */ held) => `Put held-out digit ${held} on the pad`,

    spreadTitle: 'Weights and thresholds',
    weights: 'Weights above nearly 0',
    theta: 'Adaptive thresholds (theta)',
    weightsLabel: (/** @type {number} */ zero, /** @type {number} */ rest) => `Histogram of weights: ${number.format(rest)} synapses above nearly 0, ${number.format(zero)} at nearly 0.`,
    thetaLabel: (/** @type {number} */ least, /** @type {number} */ most) => `Histogram of theta from ${least.toFixed(1)} to ${most.toFixed(1)} mV.`,
    spreadText: (/** @type {number} */ zero) => `${number.format(zero)} further synapses are at nearly 0 and left out.`,

    runsTitle: 'Keep it',
    runsText: 'Runs are saved in this browser as they go. A closed tab goes on where it was, bit for bit.',
    name: 'Name of this run',
    save: 'Save now',
    digest: 'Digest',
    open: 'Open',
    compare: 'Compare',
    delete: 'Delete',
    runLine: (/** @type {import('./store.js').Kept} */ { images, total, saved, points }) => {
        const last = points.at(-1);
        return `${number.format(images)} of ${number.format(total)} images${last ? `, ${whole.format(last.correct / last.shown)} right` : ''}; ${date.format(saved)}`;
    },
    filesTitle: 'Files',
    saveModel: 'Save the model',
    saveCurve: 'Curve (CSV)',
    saveFields: 'Fields (PNG)',
    openFile: 'Open a model…',
    commandTitle: 'The same run in the command-line tool',
    commandText: 'It ends with the same digest.',
    copyCommand: 'Copy the command',
};

/** @typedef {typeof en} Words */
