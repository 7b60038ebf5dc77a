/** English: every word on the page. A value is a string, or a function to one. */

const number = new Intl.NumberFormat('en');
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 });
const whole = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });

const spikes = (count: number) => `${number.format(count)} ${count === 1 ? 'spike' : 'spikes'}`;
const cells = (count: number) => `${number.format(count)} ${count === 1 ? 'cell' : 'cells'}`;

const a = (digit: number) => (digit === 8 ? 'an 8' : `a ${digit}`);
/** Within a sentence. */
const inside = (reason: string) => reason.charAt(0).toLowerCase() + reason.slice(1);

export const words = {
    decimal: (value: number, places: number) => value.toFixed(places).replace('-', '−'),
    title: 'Draw a digit. Watch 400 brain cells vote.',
    lead: 'No one told these simulated brain cells what a digit is: they learned by watching. Draw one and see them vote.',
    leadOf: (neurons: number, images: number) =>
        `No one told these ${number.format(neurons)} simulated brain cells what a digit is: they learned by watching ${images > 0 ? number.format(images) : 'many'} of them. Draw one and see them vote.`,

    padTitle: 'Draw a digit',
    padLabel:
        'Drawing pad. Draw a digit with the mouse, a finger or a pen; with a keyboard, use the arrow keys to move and the space bar to lower or lift the pen.',
    padHint: 'Draw a digit here',
    padAt: (column: number, row: number, inked: boolean) => `Column ${column}, row ${row}: ${inked ? 'ink' : 'empty'}.`,
    penDown: (column: number, row: number) => `Pen down at column ${column}, row ${row}.`,
    padImage: 'A picture from a file.',
    padEmpty: 'The pad is empty.',
    padStrokes: (strokes: number, left: number, right: number, top: number, bottom: number) =>
        `A drawing of ${strokes} ${strokes === 1 ? 'stroke' : 'strokes'}, from column ${left} to ${right} and row ${top} to ${bottom} of 28.`,
    penUp: 'Pen up.',
    penDropped: 'Stroke cancelled.',
    padErased: 'Erased.',
    padSample: (digit: number) => `${digit === 8 ? 'An' : 'A'} ${digit} from the MNIST test set`,
    doorsLabel: 'Where to go from here',
    doors: {
        learn: 'Watch 100 blank cells learn this (5\u00a0s)',
        symbols: 'Teach it your own symbol',
        lessons: 'Lessons: how it works',
    },
    undo: 'Undo',
    clear: 'Clear',
    samples: 'Or pick a test digit; some are hard',
    sample: (digit: number) => `Sample digit ${digit}`,
    galleryOpen: '100 digits…',
    galleryLabel: 'Test digits',
    galleryShow: 'Show',
    galleryAll: 'all',
    galleryHard: 'the hardest',
    galleryDigit: (digit: number) => `only ${digit}s`,
    galleryTile: (digit: number, kind: 'easy' | 'hard' | 'misread', right: number, looks: number) =>
        `${digit === 8 ? 'An' : 'A'} ${digit}, ${{ easy: 'always read', hard: `read in ${right} of ${looks} looks`, misread: 'never read' }[kind]}`,
    gallerySays: (misread: number, hard: number, looks: number, correct: number) =>
        `These are among the hardest: in ${looks} looks, the 400-cell network never read those marked × (${misread}) and only sometimes those marked ~ (${hard}). Of all 10,000 test digits it reads ${percent.format(correct).replace('%', '\u00a0%')}.`,
    galleryFailed: (why: string) => `The test digits could not be loaded: ${why}.`,
    pictureFile: 'Picture…',
    pictureWays: 'or drop or paste one here',
    badPicture: {
        none: (name: string) => `${name || 'This'} is not a picture this browser can open: use a PNG or JPEG file.`,
        large: (name: string) => `${name || 'This'} is larger than 64 MB: use a smaller picture.`,
        empty: (name: string) =>
            `Nothing in ${name || 'this picture'} stands out as a digit: use one with a single digit on a plain background.`,
        hidden: (name: string) =>
            `This browser hides the pixels of ${name || 'pictures'} from the page, against fingerprinting: allow canvas data here, or draw the digit.`,
        failed: (name: string, why: string) => `${name || 'This picture'} could not be read: ${why}.`,
    },

    inputTitle: 'It turns into spikes',
    inputText:
        'We straighten your digit and shrink it to 28 × 28 pixels. Each pixel has an input cell that fires at random: the darker, the faster.',
    inputTitleEdges: 'Edges turn into spikes',
    inputTextEdges:
        'We straighten your drawing, bring it to a standard size and look for edges in four directions. Each edge has an input cell that fires at random: the stronger the edge, the faster.',
    inputLabel: 'The 28 by 28 picture that the network gets, with the spikes of its input cells.',
    inputLabelEdges:
        'Your drawing, set straight, with a short dash for each edge found in it, in four directions. Each dash flashes when its cell spikes.',
    inputRate: (rate: number, sees: string) =>
        `${sees === 'edges' ? 'Strongest edge' : 'Full ink'}: ${rate.toFixed(2)} spikes/s`,
    inputCount: (count: number) => `${spikes(count)} so far`,

    lessonTitle: 'Change what it sees',
    lessonText:
        'The network learned from digits that were all centred and the same size, so yours is treated the same way. See what happens when it isn’t. Test digits are already centred and scaled.',
    lessonTextEdges:
        'This network straightens, centres and scales every picture itself. So moving a digit changes little here; turning it a lot, thickening it or adding noise does. With pixels, moving matters too.',
    lessonReset: 'Reset',
    centre: 'Centre it',
    scale: 'Scale it',
    sliders: { x: 'Right', y: 'Down', rotate: 'Turn', thicken: 'Thicken', noise: 'Noise' },
    sliderValue: (name: 'x' | 'y' | 'rotate' | 'thicken' | 'noise', value: number) =>
        `${String(value).replace('-', '−')}\u00a0${{ x: 'px', y: 'px', rotate: '°', thicken: 'px', noise: '%' }[name]}`,

    modelsTitle: 'Networks',
    modelsText:
        'The same rules with fewer or more cells. You can also open your own network: a .safetensors file from this program, or XeAe.npy and theta_A.npy from the published code together.',
    modelLabel: 'Network in use',
    model: (neurons: number, sees: string) => cells(neurons) + (sees === 'pixels' ? ', pixels' : ''),
    modelFile: 'Open a file…',
    modelOnItsWay: 'Loading the network',
    bytes: (loaded: number, total: number) =>
        total > 0
            ? `${number.format(Math.round(loaded / 1000))} of ${number.format(Math.round(total / 1000))} kB`
            : `${number.format(Math.round(loaded / 1000))} kB`,
    cancel: 'Cancel',
    /** Only asked for where something went wrong. */
    faults: async () => (await import('./faults.ts')).faults,
    badModel: {
        none: (name: string) =>
            `${name} is not a network: expected a .safetensors file, or XeAe.npy and theta_A.npy together.`,
        pair: () =>
            'These NumPy files are not a complete network: choose weights (XeAe.npy) and thresholds (theta_A.npy) together, and labels.npy if there is one.',
        unnamed: (name: string) =>
            `The cells of ${name} have no labels yet, and the training digits that would label them could not be loaded: add labels.npy, or label them with stdp-digits label.`,
        large: (name: string) => `${name} is larger than 256 MB, too large to run here.`,
        failed: (name: string, why: string) => `${name} could not be opened, so the network stays as it was: ${why}.`,
    },
    seesLabel: 'What the network sees',
    seesPixels: 'Pixels (as in the paper)',
    seesEdges: 'Edges',
    seesText: 'Pixels: as in the paper. Edges: closer to the visual cortex, better at people’s drawings.',
    seesCompare: 'Compare',
    seesCompareHint: 'Show the other one beside it, with the same drawing',
    edgeAt: (way: string, row: number, column: number) => `edge ${way} at row ${row}, column ${column}`,
    pixelAt: (row: number, column: number) => `pixel at row ${row}, column ${column}`,
    compareLabel: 'Compare with',
    compareNone: 'none',
    compareCaption: 'Spikes, and how likely each digit is at the end',
    duelHead: (neurons: number, digit: string, sees: string) =>
        `${cells(neurons)}${{ pixels: ', pixels', edges: ', edges' }[sees] ?? ''}: ${digit}`,
    share: (share: number) => whole.format(share).replace('%', '\u00a0%'),
    duel: (first: number | null, second: number | null, why: readonly string[] = []) => {
        const says = (digit: number | null, reason = '') =>
            digit === null ? `is not sure${reason && ` (${inside(reason)})`}` : `reads ${a(digit)}`;
        return first === second && why[0] === why[1]
            ? first === null
                ? `Neither is sure${why[0] ? ` (${inside(why[0])})` : ''}.`
                : `Both read ${a(first)}.`
            : `The first ${says(first, why[0])}, the second ${says(second, why[1])}.`;
    },

    fieldsTitle: 'Cells compete',
    fieldsText:
        'Each tile shows what one cell has learned to look for. A cell that spikes lights up in its digit’s colour and silences all the others for a moment.',
    fieldsTextEdges:
        'Each tile is the shape one cell has learned; + shows its edges. A cell that spikes lights up in its digit’s colour and silences all the others.',
    fieldsLabel: 'The receptive fields of all cells, ordered by the digit each stands for. Cells that spike light up.',
    fieldsCount: (count: number, fired: number, hushes: number) =>
        `${spikes(count)} from ${cells(fired)}, answered by ${spikes(hushes)} from inhibitory cells`,

    fieldsTools: 'How the cells are shown',
    fieldsColour: 'In colour',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    zoomWhole: 'All',
    fieldName: (cell: number, digit: number, count: number) =>
        `Cell ${cell}: ${digit < 0 ? 'no digit' : a(digit)}, ${spikes(count)}.`,

    votesTitle: 'Every spike is a vote',
    votesText: 'for the digit of the cell that sent it. Click a digit to see why, a ballot to see its spike.',
    ballot: (cell: number, digit: number, ms: number) => `Cell ${cell} votes ${digit} at ${ms.toFixed(1)} ms`,
    attract: 'Watch a 2 being read – touch anywhere to draw yourself',
    yourTurn: 'Your turn: draw a digit',
    wasRight: 'Right',
    wasDigit: 'It was a …',
    wasDigitLabel: 'Which digit it was',
    score: (right: number, total: number) => `It has read ${right} of your ${total}.`,
    scoreKept: 'Counted in this browser only',
    clip: 'Save as a clip',
    clipPicture: 'Save as a picture',
    noFilm: 'This browser cannot record films',
    stageLabel: 'The race',
    drawerLabel: 'What is behind it',
    tabs: {
        why: 'Why?',
        cell: 'This cell',
        spikes: 'Every spike',
        input: 'What it sees',
        compare: 'Compare',
        chance: 'Chance and sureness',
        all: 'All',
    },
    paceSlow: 'slow',
    paceReal: 'real time',
    tellCharge: (count: number, look: number) =>
        look > 1
            ? `A brighter look: sparks charge all ${number.format(count)} cells again. Who is first?`
            : `Sparks from your ink charge ${cells(count)}. Who is first?`,
    tellFire: (cell: number, others: number, digits: readonly number[], rest: number) =>
        `Cell ${cell}${others > 0 ? ` and ${others} more` : ''} ${others > 0 ? 'fire' : 'fires'}${
            digits.length > 0 ? `, ${others > 0 ? 'vote' : 'votes'} ${digits.join(' and ')}` : ', without a vote'
        } – and ${others > 0 ? 'silence' : 'silences'} the other ${number.format(rest)}.`,
    tellClimb: () => 'Silenced cells climb back up. Who is next?',
    tellRest: (count: number) => `Only ${spikes(count)}: too few to decide. It rests, then looks again, brighter.`,
    votesUnit: 'spikes',
    spikes,
    cell: (cell: number) => `cell ${cell}`,
    pin: (cell: number) => `Watch cell ${cell}`,
    whyTitle: (digit: number) => `Why ${a(digit)}?`,
    whyText:
        'Each picture shows what a cell has learned, in colour, over your ink, in grey. Where the two overlap, the colour is strongest.',
    whyTextEdges:
        'Each picture shows the edges a cell has learned, over your drawing, in grey. Edges that your drawing shares are in full colour; the percentage says how much of the cell’s pattern that is.',
    whyMet: (share: number) => `${whole.format(share).replace('%', '\u00a0%')} match`,
    whySum: (counts: readonly number[], all: number) =>
        counts.length === 0
            ? 'No cell that stands for it spiked.'
            : `${cells(counts.length)} voted for it: ${counts.join(' + ')}${counts.length > 1 ? ` = ${all}` : ''} ${all === 1 ? 'spike' : 'spikes'}, the height of its bar.`,
    whyNext: (digit: number, votes: number, voters: number, ahead: number) =>
        ahead === 0
            ? `The ${digit} has as many: ${spikes(votes)} from ${cells(voters)}.`
            : ahead > 0
              ? `Next is the ${digit}, with ${spikes(votes)} from ${cells(voters)}: ${ahead} fewer.`
              : `The ${digit} has more: ${spikes(votes)} from ${cells(voters)}.`,
    whyAlone: 'No other digit got a vote.',
    whySilent: (count: number) => `${spikes(count)} came from cells that stand for no digit.`,
    close: 'Close',

    cellsTitle: 'Watch cells',
    cellsText: 'Up to four: click one in the grid or one of its spikes, or type its number.',
    pinLabel: 'Number of a cell',
    pinButton: 'Watch',
    badCell: (most: number) => `Cells are numbered 0 to ${most}.`,
    unpin: '×',
    lostCells: (most: number) => `This network has cells 0 to ${most}; other numbers are ignored.`,
    unpinCell: (cell: number) => `Stop watching cell ${cell}`,
    tracesLabel:
        'Membrane potential, threshold and conductances of the watched cells over time. The list has the values at this moment.',
    traceHead: (cell: number, digit: number) => (digit < 0 ? `cell ${cell}: no digit` : `cell ${cell}: ${a(digit)}`),
    threshold: (value: number) => `threshold ${value.toFixed(1).replace('-', '−')} mV`,
    leak: (value: number) => `${value} × leak`,
    factSpikes: 'Spikes in this look',
    factRank: 'Rank by spikes',
    rank: (rank: number, all: number) => `${rank} of ${number.format(all)}`,
    factTheta: 'Adaptation θ',
    factThreshold: 'Threshold',
    strongest: (names: readonly string[]) => `Strongest inputs: ${names.join('; ')}.`,
    ratesTitle: 'Average spikes per look at each digit:',
    membraneTitle: 'Its membrane now:',

    rasterTitle: 'Every spike',
    rasterText: 'Time runs to the right. Each mark is one spike; click one to watch its cell.',
    rasterLabel:
        'All spikes of this look over time: input, excitatory and inhibitory cells. The table below lists the excitatory ones.',
    rasterInput: (count: number, sees: string) =>
        sees === 'edges'
            ? `input: ${number.format(count)} edges, –, /, | and \\, each from the top row down`
            : `input: ${number.format(count)} pixels, from the top row down`,
    rasterExc: (count: number) => `excitatory: ${cells(count)}`,
    rasterInh: (count: number) => `inhibitory: ${cells(count)}`,
    order: 'Order of cells',
    orders: { digit: 'by digit', activity: 'most active first' },
    asTable: 'As a table',
    rasterTable: 'Spikes in the order they came',
    inputTable: 'Spikes of each input cell, in rows and columns of the picture',
    edgesTable: (way: string) => `Spikes of the input cells for ${way} edges, in rows and columns of places`,
    digitsTable: 'Cells of each digit',
    spikedTable: 'Cells that have spiked in this look',
    tracesTable: (every: number) => `Membranes of the watched cells, every ${every} ms`,
    tableOf: 'Spikes of',
    populations: { input: 'input cells', exc: 'excitatory cells', inh: 'inhibitory cells' },
    tableCells: 'Cells',
    tableSpiked: 'Have spiked',
    tableSpikes: 'Spikes',
    tableTheta: 'θ (mV)',
    tableV: (cell: number) => `v of cell ${cell} (mV)`,
    tableGe: (cell: number) => `g_e of cell ${cell} (× leak)`,
    tableGi: (cell: number) => `g_i of cell ${cell} (× leak)`,
    tableTime: 'Time (ms)',
    tableCell: 'Cell',
    tableDigit: 'Digit',
    vote: (digit: number, count: number) => `${digit}: ${spikes(count)}`,

    answerTitle: 'The network reads',
    sure: (share: number) =>
        share > 0.995 ? '> 99\u00a0% sure' : `${whole.format(share).replace('%', '\u00a0%')} sure`,
    unsureShort: 'not sure',
    split: (first: number, second: number) => `Between ${first} and ${second}`,
    unlike: 'Unlike any digit I have seen',
    notSure: (reason: string) => `Not sure: ${inside(reason)}.`,
    time: (now: number, all: number) => `${Math.round(now)} of ${all} ms`,

    noiseTitle: 'Chance',
    noiseText: 'Input cells spike at random. The same seed gives exactly the same spikes again.',
    seed: 'Seed',
    sameNoise: 'Same noise',
    newNoise: 'New noise',

    percent: (share: number) => whole.format(share).replace('%', '\u00a0%'),
    thresholdTitle: 'How sure must it be?',
    thresholdText:
        'The evidence for the ten digits adds up to 100 %. If no digit reaches this much, the answer is “not sure”.',
    thresholdLabel: 'Evidence needed for an answer',
    thresholdMeasured: (answered: number, correct: number, images: number) =>
        answered === 0
            ? `Measured on ${number.format(images)} unseen test digits: it answers none of them.`
            : `Measured on ${number.format(images)} unseen test digits: it answers ${percent.format(answered / images).replace('%', '\u00a0%')} of them, and gets ${percent.format(correct / answered).replace('%', '\u00a0%')} of those right.`,
    thresholdUnmeasured: 'How often this network is right at each setting has not been measured.',

    timeTitle: 'Time',
    play: 'Play',
    pause: 'Pause',
    step: '+\u00a00.5\u00a0ms',
    stepSpike: 'Next spike',
    stepLook: 'To the end',
    scrub: 'Position in the presentation',
    moment: (now: number, all: number) => `${now.toFixed(1)} of ${number.format(all)} ms`,
    speed: 'Speed',
    speedOf: {
        '1': '1/1000 (6 min)',
        '10': '1/100 (35 s)',
        '35': 'slow (10 s)',
        '350': 'normal (1 s)',
        '1000': 'real time (0.35 s)',
        Infinity: 'as fast as possible',
    },
    digest: 'State',
    stands: (now: number, digit: number, votes: number, all: number) =>
        `Paused at ${now} ms: ${digit} leads with ${votes} of ${spikes(all)}.`,
    standsSilent: (now: number) => `Paused at ${now} ms: no cell has spiked yet.`,

    loading: 'Loading the network… you can start drawing.',
    waiting: 'Your digit is waiting for the network to load.',
    invite: 'Draw a digit, or pick a test digit.',
    drawing: 'Keep drawing.',
    looking: 'Looking for 350 ms.',
    lookingSlowly: 'Looking for 350 ms (slowed down so you can see it).',
    brighter: 'Fewer than 5 spikes, too faint to tell. It rests for 150 ms, then looks again at a brighter picture.',
    lookAgain: (attempt: number, rate: number, sees: string) =>
        `Look ${attempt}, brighter: ${sees === 'edges' ? 'the strongest edge' : 'full ink'} now sends ${Math.round(rate)} spikes a second.`,
    afterLooks: (attempt: number, sentence: string) => `${sentence} It took ${attempt} looks, each brighter.`,
    reads: (digit: number, votes: number, all: number) =>
        `It reads ${a(digit)}: ${votes} of ${spikes(all)} voted for it.`,
    readsDoubtfully: (digit: number, votes: number, all: number, other: number) =>
        `It reads ${a(digit)}, but is not certain: ${votes} of ${spikes(all)} voted for it, yet ${a(other)} can cause such spikes too.`,
    readsAgainst: (digit: number, tallest: number) =>
        `It reads ${a(digit)}. The ${tallest} has more spikes, but which cells spiked and how often fits ${a(digit)} better.`,
    readsTied: (digit: number, other: number) =>
        `It reads ${a(digit)}. The ${other} has as many spikes, but which cells spiked and how often fits ${a(digit)} better.`,
    unsure: (first: number, second: number) => `Not sure: it could be ${a(first)} or ${a(second)}.`,
    silent: 'Not sure: hardly any cell spiked. This looks like nothing it has learned.',
    nothing: 'Nothing to see yet: draw a digit, more than just a dot.',
    badSeed: 'The seed must be a whole number from 0 to 4,294,967,295.',

    failed: {
        wasm: 'The simulator did not load, so nothing can be read. Check the connection and try again.',
        model: 'The trained network did not load, so nothing can be read. Check the connection and try again.',
        worker: 'The simulation stopped. Try again.',
    },
    cause: (why: string) => `Reason: ${why}`,
    retry: 'Try again',

    viewsLabel: 'Views',
    views: { look: 'Draw', train: 'Train', lab: 'Lab', learn: 'Lessons', faq: 'Questions' },
    noView: (why: string) => `This view could not be loaded. Check the connection and open it again. Reason: ${why}`,
    replaced:
        'This page has been updated since you opened it, and that part of the old version is gone. You’ll carry on where you are now.',
    reload: 'Reload',
    tools: 'Sound, link and more',
    more: 'More',
    language: 'Language',
    sound: 'Sound',
    shortcuts: 'Keys',
    wholePage: 'Open the whole page ↗',
    shareDone: 'Copied',
    shareLink: 'Copy link',
    shareEmbed: 'Copy embed code',
    sharedEmbed: 'Code copied. It puts this page, as it stands, into any other page.',
    sharedRun: 'Link to this set-up copied. It repeats the run; the trained network itself is in “Make a link”, below.',
    shared: 'Link copied. Anyone who opens it sees the same spikes.',
    cutDrawing: 'The drawing in this link is cut off or damaged: open the link whole, or draw it again.',
    badLink: (names: readonly string[]) =>
        `Part of this link could not be read (${names.join(', ')}); defaults are used there.`,

    aboutTitle: 'What is this?',
    about: 'A simulation of the network of Peter U. Diehl and Matthew Cook, running in your browser in steps of 0.5 ms. Its cells talk in spikes, as nerve cells do, and its synapses learned from the timing of spikes alone. Theirs sees pixels; ours can see edges instead, with everything else unchanged. Only afterwards did we check which digit each cell responds to most.',
    measured: (neurons: number, correct: number, images: number) =>
        `This network has ${cells(neurons)} and read ${number.format(correct)} of ${number.format(images)} unseen test digits correctly: ${percent.format(correct / images).replace('%', '\u00a0%')}.`,
    unmeasured: (neurons: number) => `This network has ${cells(neurons)}; its accuracy has not been measured.`,
    paper: 'Diehl PU, Cook M (2015). Unsupervised learning of digit recognition using spike-timing-dependent plasticity. Frontiers in Computational Neuroscience 9:99.',
    digits: 'Test digits: MNIST (LeCun, Cortes, Burges).',
};

export type Words = typeof words;
