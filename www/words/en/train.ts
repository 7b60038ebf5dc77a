/** English: every word of the training view. */

import type { Finding, Verdict } from '../../../pkg/stdp_digits.js';
import type { Value } from '../../js/kit/config.ts';
import type { Made } from '../../js/train/run/brain.ts';
import type { Part } from '../../js/train/run/break.ts';
import type { Ill, Measured, Plan } from '../../js/train/run/protocol.ts';
import type { Kept } from '../../js/train/run/store.ts';
import { faults } from './faults.ts';

const number = new Intl.NumberFormat('en');
const whole = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en', { notation: 'compact' });
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

const some = (count: number, one: string, many: string = `${one}s`) =>
    `${number.format(count)} ${count === 1 ? one : many}`;
/** @param answer '' for none */
const read = (answer: string) => (answer === '' ? 'left undecided' : `read as ${answer}`);

/** What a finding of the library means, and what to do about it. */
function sentence(finding: Finding): string {
    switch (finding.kind) {
        case 'restless':
            return `${finding.cells} of ${finding.of} cells fire without any input: their thresholds fell too low. Turn on theta.scale_with_n, or raise theta.plus or theta.tau.`;
        case 'dead':
            return `${finding.cells} of ${finding.of} cells have lost all their weights: synapses weaken too fast. Lower the rule’s rates.`;
        case 'alike':
            return `All cells learned the same thing (mean cosine ${finding.likeness.toFixed(2)}): inhibition is too weak or comes too late. Raise w_inh_exc.`;
        case 'unformed':
            return `The fields have hardly formed yet (mean cosine ${finding.likeness.toFixed(2)}; random weights have 0.75). Train on more images, or raise the learning rate.`;
        case 'idle':
            return `${finding.cells} of ${finding.of} cells have not fired for a long time: too few images for this many cells, or theta.plus is so small that the same few always win.`;
        case 'silent':
            return `${finding.cells} of ${finding.of} cells stayed silent while cells got their digits: use more labelled images, or lower theta.plus.`;
        case 'too-few-spikes':
            return `${finding.spikes.toFixed(1)} spikes per image, and a look needs ${finding.least}: most images are shown again and again. Thresholds are too high (theta.plus) or weights too small (w_norm).`;
        case 'too-many-spikes':
            return `${finding.spikes.toFixed(0)} spikes per image; 5 to 100 are normal. Too many cells answer at once: raise w_inh_exc, or train longer.`;
        case 'shown-again':
            return `${whole.format(finding.share)} of the images had to be shown again, brighter: few cells answer. Thresholds are too high (theta.plus, theta.tau), weights too small (w_norm) or inhibition too strong (w_inh_exc).`;
        case 'missing-digits':
            return `No cell stands for ${finding.digits.join(', ')}: too few cells, or too few labelled images.`;
    }
}

export const words = {
    faults,
    decimal: (value: number, places = 1) => value.toFixed(places).replace('-', '−'),
    percent: (share: number) => tenths.format(share),
    short: (value: number) => compact.format(value),

    lead: 'Blank cells turn into digits, and no one tells them what they see. Press Start, watch the fields grow, and draw alongside whenever you like.',
    runTitle: 'Training',
    start: 'Start',
    startNew: 'Start a new run',
    resume: 'Continue',
    pause: 'Pause',
    step: 'One image',
    reset: 'Reset',
    pace: 'Speed',
    paceOf: (pace: number) =>
        pace === 0
            ? 'slow motion: every spike'
            : pace === Infinity
              ? 'as fast as possible'
              : `${some(pace, 'image')} per second`,
    stopAt: 'Stop at image',
    theEnd: 'the end',
    progressLabel: 'Images learned from',
    progress: (images: number, total: number) => `${number.format(images)} of ${some(total, 'image')}`,
    rate: (rate: number, left: number | null) =>
        `${number.format(Math.round(rate))} images/s${left === null ? '' : left < 90 ? `, ${Math.ceil(left)} s left` : `, ${Math.ceil(left / 60)} min left`}`,
    waiting: 'waiting for more images to load',
    done: 'done',
    runName: ({ config, images, seed }: Plan) =>
        `${some(config.neurons ?? 400, 'cell')}${config.front_end === 'edges' ? ' that see edges' : ''}, ${number.format(images)} images, seed ${seed}`,
    goesOn: (name: string, images: number) =>
        `Your run “${name}” continues where it left off, at image ${number.format(images)}.`,
    isBack: (name: string) => `Your run “${name}” is back.`,
    copyOf: (name: string) => `${name} (copy)`,
    elsewhere: 'This run is open in another tab, so this tab works on a copy of it.',
    gone: 'This run could not be read from the browser’s storage; it may have been deleted in another tab.',
    silentStore: 'its storage (IndexedDB) does not answer.',
    cannotKeep: (why: string) =>
        `This browser cannot save anything right now, so this run will not be kept. Training continues, but save the model as a file before you leave. Reason: ${why}`,
    noWorkers: (why: string) => `Training could not be loaded (${why}). Check the connection and open this page again.`,
    noImages: (why: string) =>
        `The next images could not be loaded, so the run is paused; nothing is lost. Press Start to try again. Reason: ${why}`,
    ill: ({ ailment, images, findings }: Ill, good: number) =>
        `${ailment === 'silent' ? 'No cell responds any more' : 'All cells fire at every image'}, so the run stopped itself after ${some(images, 'image')}; the network is back at its last healthy state, image ${number.format(good)}. ${findings.length > 0 ? findings.map(sentence).join(' ') : 'Change a constant and start a new run.'}`,
    notMeasured: (why: string) => `Accuracy could not be measured. Reason: ${why}`,
    noHeldOut: (why: string) => `The held-out images could not be loaded, so none can be shown. Reason: ${why}`,
    finding: sentence,
    badCells: (found: number, least: number, most: number) =>
        `${found} cells are not possible here: choose ${least} to ${most}.`,
    copied: 'Command copied.',

    setupTitle: 'The run',
    setupText: 'The same settings give the same network, bit for bit, here and in the command-line tool.',
    frontEnd: 'The cells see',
    frontEnds: { pixels: 'pixels', edges: 'edges' },
    frontEndSays: {
        pixels: 'Pixels: each of the 784 inputs is a pixel of the straightened picture. So a cell’s field is a picture.',
        edges: 'Edges: each of the 784 inputs is an edge in one of four directions, – / | \\, at one of 14 × 14 places of the picture, straightened and scaled. The network reads more this way, especially other people’s drawings. A field is shown as the strokes its edges stand for.',
    },
    neurons: 'Cells, 4 to 1600',
    rule: 'Learning rule',
    rules: {
        triplet: 'triplet (published code)',
        power_law: 'power law (paper)',
        exponential: 'exponential (paper)',
        pre_post: 'pre and post (paper)',
        pair: 'simple pair STDP',
    } as Record<string, string>,
    data: 'Training images',
    symbolsData: (names: readonly string[], images: number) => `${number.format(images)} copies of ${names.join(', ')}`,
    amount: (amount: number) => `the first ${number.format(amount)}`,
    passes: 'Passes over them',
    seed: 'Seed',
    allConstants: (changed: number) => (changed === 0 ? 'All constants' : `All constants; ${changed} changed`),
    constantsText: 'Each with the library’s own description and the values of the paper and the published code.',
    groups: {
        '': 'Network and images',
        rule: 'Learning rule',
        theta: 'Adaptive threshold',
        exc: 'Excitatory cells',
        inh: 'Inhibitory cells',
    } as Record<string, string>,
    /** A constant or a rule; the text is the library's own. */
    meaning: (_key: string, text: string) => text,
    usually: (value: Value) =>
        `Default: ${typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value).replace('-', '−')}.`,

    fieldsTitle: 'What each cell looks for',
    fieldsText:
        'Each tile shows the 784 synapses of one cell, pixels as they are, edges as the strokes they stand for. Strong synapses stand out. The small numeral is the digit the cell responds to most, found afterwards.',
    fieldsLabel: 'The receptive fields of all cells while they learn.',
    inputLabel:
        'What the cells see of the current training image, as pixels or as dashes for edges, with the spikes of the input cells.',
    shown: (label: string) =>
        `This is what it sees now. Cells that spike are framed; they are never told the label, ${label}.`,
    shownNot: 'Choose a slower speed, or “One image”, to see every spike.',
    synapseText:
        'Click a pixel of a field, or enter it here: the lab shows what one of the next images does to that synapse.',
    synapseTextEdges:
        'Click a stroke of a field, or enter an edge here: the lab shows what one of the next images does to that synapse. There are 14 × 14 places with edges in four directions; a click picks the strongest edge at its place.',
    synapseCell: 'Cell',
    synapseRow: 'Row',
    synapseColumn: 'Column',
    synapseDirection: 'Direction of the edge',
    directions: ['horizontal', 'up to the right', 'vertical', 'down to the right'],
    synapseOpen: 'This synapse in the lab',
    synapseSilent: (cell: number) =>
        `Cell ${cell} does not spike at any of the next images, so nothing happens to its synapses. Try another one.`,
    accuracyTitle: 'What it can read',
    measuring: 'measuring…',
    notYet: 'not measured yet',
    accuracy: (share: number) => tenths.format(share),
    accuracyPlan: 'Measured along the way, on 1,000 digits it never learns from.',
    accuracyText: ({ correct, shown, undecided, images, labelled }: Measured) =>
        `${number.format(correct)} of ${number.format(shown)} held-out digits read correctly after ${some(images, 'image')}, ${undecided} left undecided. Cells get their digits from the first ${number.format(labelled)} training images, on a copy.`,
    axisImages: 'images learned from',
    axisRight: 'correct (%)',
    tryTitle: 'Try it while it learns',
    padLabel:
        'Drawing pad. Draw a digit with the mouse, a finger or a pen; with a keyboard, use the arrow keys to move and the space bar to lower or lift the pen.',
    drawHere: 'Draw a digit, or pick one it never learns from.',
    cannotVote: 'Its cells have no digits yet.',
    voted: ({ digit, votes, spikes }: Verdict, name: string) =>
        digit === null
            ? `Not sure, after ${some(spikes, 'spike')}.`
            : `Right now the network reads this as ${name}: ${votes[digit]} of ${some(spikes, 'spike')} voted for it.`,
    votesFor: (name: string) => `Votes for ${name}`,
    clear: 'Clear',
    anyDigit: 'Pick a test digit',

    healthTitle: 'How it is doing',
    spikes: 'Spikes per image, recently',
    retried: 'Needed a second look',
    silent: 'Silent in the last 500 images',
    unnamed: 'Never responded',
    alike: 'Most similar pair',
    ofCells: (count: number, cells: number) => `${number.format(count)} of ${some(cells, 'cell')}`,
    pair: (a: number, b: number, cosine: number) => `cells ${a} and ${b}, cosine ${cosine.toFixed(2)}`,
    untaught: 'Nothing is learned yet. Labels alone are worth about half: even random cells have favourite digits.',
    useOnDraw: 'Use on Draw',
    usedOnDraw: (name: string) =>
        `Your network “${name}” reads now. Choose another one under Compare; the run waits under Train.`,
    notBegun: 'No image yet.',
    healthy: 'Nothing is out of range.',

    breakTitle: 'Break it',
    breakText:
        'Each switch removes one part from a copy that learns the same images alongside the whole network. What is each part for?',
    parts: {
        inhibition: 'No inhibition',
        threshold: 'No adaptive threshold',
        normalisation: 'No normalisation',
        depression: 'No depression',
        rest: 'No rest',
    } as Record<Part, string>,
    lookFor: {
        inhibition:
            'Nothing holds cells back, so they all fire together and none specialises: fields stay noise or all become the same blur.',
        threshold: 'Nothing holds a winner back: a few cells keep winning and the others never learn.',
        normalisation:
            'A cell’s weights no longer add up to the same sum: busy cells get stronger and stronger, and cells can no longer be compared.',
        depression:
            'Inputs that arrive at the wrong time no longer get weaker: look for smudges that stay. With normalisation on, growth elsewhere still shrinks them.',
        rest: 'The next picture comes at once instead of after 150 ms, so spikes still on their way are lost, and so is what they would have taught. Look for a curve that falls slightly behind: cells still begin each look at rest.',
    } as Record<Part, string>,
    network: 'Network',
    wholeOne: 'whole, on the left',
    brokenOne: (parts: readonly string[]) =>
        parts.length > 0 ? `the copy: ${parts.join(', ').toLowerCase()}` : 'the copy, repaired',
    brokenCopy: 'broken copy',
    brokenLabel: 'The receptive fields of the broken copy while it learns.',
    mend: 'End the comparison',

    handTitle: 'Name the cells yourself',
    handText:
        'Cells learn without names. Draw a digit, see which cells respond, and tell it which digit it was; repeat a few times for each digit. Every drawing is shown 20 times, shifted and turned a little.',
    handPad:
        'Drawing pad for naming cells. With a keyboard, use the arrow keys to move and the space bar to lower or lift the pen.',
    handDraw: 'Draw a digit first.',
    handLater: 'You can name cells while the run is paused and has been measured.',
    handNobody: 'No cell responds to this.',
    handAnswers: (answers: readonly [number, number][]) =>
        `${some(answers.length, 'cell')} ${answers.length === 1 ? 'responds' : 'respond'}, framed above: ${answers
            .slice(0, 4)
            .map(([cell, spikes]) => `cell ${cell} with ${some(spikes, 'spike')}`)
            .join(', ')}${answers.length > 4 ? '…' : '.'}`,
    handIs: 'This is',
    handForget: 'Forget all drawings',
    handDrawings: (drawings: readonly { name: string; count: number }[]) =>
        `You have drawn: ${drawings.map(({ name, count }) => `${name} ${count === 1 ? 'once' : `${count} times`}`).join(', ')}.`,
    handBy: 'Named by you',
    handAutomatic: (images: number) => `Named by ${some(images, 'labelled image')}`,
    handNamed: 'Cells with a name',
    handSame: 'Same name in both columns',
    handShow: 'Show my names on the fields',

    symbolsTitle: 'Your own symbols',
    symbolsText:
        'Draw a symbol, name it and add it, a few times each, or drop pictures of symbols here. Then 40 blank cells learn them in seconds, from 400 shifted, turned and thickened copies; mixed with digits, 100 cells learn from 4,000. Everything stays in this browser.',
    symbolsPad:
        'Drawing pad for symbols. With a keyboard, use the arrow keys to move and the space bar to lower or lift the pen.',
    symbolName: 'Name of the symbol',
    symbolPictures: 'Add pictures…',
    symbolMix: 'Mixed with the digits',
    symbolAdd: 'Add the drawing',
    symbolLine: (name: string, count: number) => `${name}: ${some(count, 'drawing')}`,
    symbolDelete: (name: string) => `Delete ${name}`,
    symbolsTrain: 'Train on them',
    symbolsSave: 'Save as a file',
    symbolsOpen: 'Open a file…',
    nameIt: 'Give the symbol a name first.',
    drawIt: 'Draw the symbol first, more than just a dot.',
    tooMany: (most: number) =>
        `You already have ${most} symbols, the most a network can tell apart here: delete one first.`,
    symbolsNotKept: (why: string) =>
        `This browser cannot keep the symbols (${why}): save them as a file before you leave.`,
    noSymbols: (name: string) => `${name} is not a complete symbols file as written by “Save as a file”.`,
    noCommand: 'The tool does not have these images.',
    confusionTitle: 'Which digits get mixed up',
    confusionText: 'Rows: the digit shown. Columns: what was read. Click a number to see the digits behind it.',
    readAs: 'Read as',
    shownDigit: 'Digit shown',
    undecided: 'undecided',
    confusionCell: (digit: string, answer: string, count: number) => `${digit} ${read(answer)}: ${count}`,
    confusionOpened: (digit: string, answer: string, count: number) =>
        `${some(count, 'held-out image')}: ${digit}, ${read(answer)}`,
    lookAt: (held: number) => `Put held-out digit ${held} on the pad`,

    spreadTitle: 'Weights and thresholds',
    weights: 'Weights (without those almost 0)',
    theta: 'Adaptive thresholds (theta)',
    weightsLabel: (zero: number, rest: number) =>
        `Histogram of the weights of ${number.format(rest)} synapses; ${number.format(zero)} more are almost 0.`,
    thetaLabel: (least: number, most: number) =>
        `Histogram of theta from ${least.toFixed(1)} to ${most.toFixed(1)} mV.`,
    spreadText: (zero: number) => `${number.format(zero)} more synapses are almost 0 and are left out.`,

    runsTitle: 'Keep it',
    runsText:
        'Runs are saved in this browser as they go. Close the tab, and the run later continues where it left off, bit for bit.',
    name: 'Name of this run',
    save: 'Save now',
    digest: 'Digest',
    open: 'Open',
    compare: 'Compare',
    delete: 'Delete',
    removed: (name: string) => `“${name}” is deleted.`,
    undo: 'Undo',
    runLine: ({ images, total, saved, points }: Kept) => {
        const last = points.at(-1);
        return `${number.format(images)} of ${number.format(total)} images${last ? `, ${whole.format(last.correct / last.shown)} right` : ''}; ${date.format(saved)}`;
    },
    filesTitle: 'Files',
    saveModel: 'Save the model',
    saveCurve: 'Curve (CSV)',
    saveFields: 'Fields (PNG)',
    saveConfusion: 'Confusions (PNG)',
    openFile: 'Open a model, or XeAe.npy and theta_A.npy…',
    filesText: 'NumPy files do not say what the cells see; the form above decides, pixels or edges.',
    brainTitle: 'A network in a link',
    brainText: 'Four bits per weight instead of 32, compressed: small enough for a link.',
    brainButton: 'Make a link',
    brainMade: ({ link, correct, before, shown }: Made, copied: boolean) =>
        `${copied ? 'Copied: ' : ''}${number.format(link.length)} characters. It reads ${tenths.format(correct / shown)} of the held-out digits; the network itself reads ${tenths.format(before / shown)}.`,
    brainAddress: 'The link',
    fromLink: 'from a link',
    miniTitle: 'A tiny network you can check by hand',
    miniText:
        'Six patterns of 5 × 5 pixels, a handful of cells, simple pair STDP: the whole idea in a second. Each table shows all 25 synapses of one cell.',
    miniCells: 'Cells',
    miniRun: 'Learn the six patterns',
    miniDone: (right: number, looks: number) =>
        `Done: ${right} of ${looks} looks were answered by a cell for the pattern shown.`,
    miniPatterns: { plus: 'plus', cross: 'cross', T: 'T', L: 'L', diamond: 'diamond', bars: 'bars' } as Record<
        string,
        string
    >,
    miniCell: (cell: number, name: string, done: boolean) =>
        `Cell ${cell}${name !== '' ? `: ${name}` : done ? ': silent' : ''}`,
    commandTitle: 'The same run in the command-line tool',
    commandText: 'It ends with the same digest.',
    copyCommand: 'Copy the command',
};

export type Words = typeof words;
