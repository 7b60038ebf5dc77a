/* tslint:disable */
/* eslint-disable */
/** What kind of error it is. */
export type ErrorKind =
| 'config'
| 'shape'
| 'idx'
| 'nothing-to-see'
| 'text-not-json'
| 'text-not-object'
| 'text-value'
| 'model-not-safetensors'
| 'model-foreign'
| 'model-header'
| 'model-format'
| 'model-tensor'
| 'model-number'
| 'model-damaged'
| 'model-unlabelled'
| 'model-link'
| 'model-unwritable'
| 'spikes-empty'
| 'spikes-input'
| 'spikes-time'
| 'spikes-twice'
| 'npy-not-numpy'
| 'npy-cut'
| 'npy-header'
| 'npy-order'
| 'npy-dtype'
| 'npy-shape'
| 'npy-value'
| 'picture-size'
| 'picture-change';

/** An error of the library. Its message is a sentence for the console; the rest is for callers that word it themselves. */
export interface LibraryError extends Error {
    kind: ErrorKind;
    /** The field of the configuration, the part of the file, or what was counted. */
    field: string | null;
    found: string;
    expected: string | null;
}

/** What a network makes of a look so far. */
export interface Verdict {
    /** null: not sure */
    digit: number | null;
    /** spikes of the cells of each digit */
    votes: number[];
    /** spikes of all cells */
    spikes: number;
    /** how likely each digit is, 0…1 */
    evidence: number[];
    /** how like anything learned it is, 0…1 */
    likeness?: number | null;
    /** why there is no digit: two are as likely, or nothing learned is like it */
    reason?: 'split' | 'unlike' | null;
}

/** Where a presentation stands. */
export interface Status {
    /** steps since it began, over all looks */
    step: number;
    /** steps since this look began */
    lookStep: number;
    /** 1 for the first look */
    attempt: number;
    /** rate of an input that is fully driven */
    maxRateHz: number;
    phase: 'look' | 'rest' | 'done';
}

/** Something out of range in a network, with the figures that show it. */
export type Finding =
| { kind: 'restless' | 'dead' | 'idle' | 'silent'; cells: number; of: number }
| { kind: 'alike' | 'unformed'; likeness: number }
| { kind: 'too-few-spikes'; spikes: number; least: number }
| { kind: 'too-many-spikes'; spikes: number }
| { kind: 'shown-again'; share: number }
| { kind: 'missing-digits'; digits: number[] };

/** The state of health of a network, as `stdp-digits inspect --json` tells it, with its findings as objects. */
export interface Health {
    neurons: number;
    most_similar: { cells: [number, number]; cosine: number } | null;
    findings: Finding[];
    [figure: string]: unknown;
}



/**
 * An excitatory cell.
 */
export class Cell {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * `config` holds what differs from the default constants.
     */
    constructor(config: any);
    /**
     * What it does with `{duration, synapses, exc, inh, poisson}`, spikes as pairs of ms and weight.
     */
    record(input: any): CellRecording;
}

/**
 * What a cell did.
 */
export class CellRecording {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Spikes of the Poisson inputs: step, input, step, input, …
     */
    drawn(): Uint32Array;
    /**
     * The excitatory conductance after each step, in multiples of the leak.
     */
    gE(): Float32Array;
    /**
     * The inhibitory one.
     */
    gI(): Float32Array;
    /**
     * Steps in which it spiked.
     */
    spikes(): Uint32Array;
    /**
     * Its adaptive part in mV.
     */
    theta(): Float32Array;
    /**
     * The threshold after each step in mV.
     */
    threshold(): Float32Array;
    /**
     * The membrane potential after each step in mV.
     */
    v(): Float32Array;
    /**
     * The highest potential in mV.
     */
    readonly peak: number;
}

/**
 * A trained network that does not learn here.
 */
export class Judge {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Digest of weights and thetas.
     */
    digest(): string;
    /**
     * Receptive fields as pictures, like those of a `Recognizer`.
     */
    fields(): Uint8Array;
    /**
     * Reads the published code's NumPy files, with its constants: the start of a run over `images` images.
     */
    static fromNumpy(weights: Uint8Array, theta: Uint8Array, images: number): Judge;
    /**
     * The health of the network, as in `stdp-digits inspect --json`, but with findings as objects.
     */
    health(): Health;
    /**
     * The digit of each cell, −1 for a silent one; empty before the cells are named.
     */
    labels(): Int8Array;
    /**
     * Reads a model or a checkpoint from the bytes of its safetensors file.
     */
    static load(bytes: Uint8Array): Judge;
    /**
     * Where the model comes from.
     */
    metadata(): any;
    /**
     * Takes over the cells' names from another state of the same network.
     */
    nameAs(other: Judge): void;
    /**
     * Names the cells by the recorded responses.
     */
    name(): void;
    /**
     * The network in a few kilobytes, for a link; `unpackBrain` turns it back into a model file.
     */
    pack(): Uint8Array;
    /**
     * The digits read from pictures, −1 for undecided; the first is number `from` of the test, with the noise of the
     * network's own seed.
     */
    read(pictures: Uint8Array, from: number): Int8Array;
    /**
     * Records how the cells respond to labelled pictures, the first being number `from` of the labelling pass.
     */
    show(pictures: Uint8Array, labels: Uint8Array, from: number): void;
    /**
     * The thresholds in the format of the published code's `theta_A.npy`.
     */
    thetaNpy(): Uint8Array;
    /**
     * Adaptive parts of the thresholds in mV.
     */
    theta(): Float32Array;
    /**
     * The model file, with the names of its cells.
     */
    toBytes(): Uint8Array;
    /**
     * `{digit, votes, spikes, evidence, likeness, reason}` of one picture, with the noise of `seed`.
     */
    vote(pixels: Uint8Array, seed: number): Verdict;
    /**
     * The weights in the format of the published code's `XeAe.npy`.
     */
    weightsNpy(): Uint8Array;
    /**
     * What the inputs see: `pixels` or `edges`.
     */
    readonly frontEnd: string;
    /**
     * Excitatory cells.
     */
    readonly neurons: number;
}

/**
 * Six patterns, a handful of cells, every synapse a number.
 */
export class Mini {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The pattern of each cell, −1 for none; then the number of looks, and how many were answered correctly.
     */
    answers(looks: number): Int32Array;
    /**
     * The 25 synapses of each cell, cell by cell, row by row.
     */
    fields(): Float32Array;
    /**
     * Shows the next pattern and learns from it; returns its place.
     */
    learn(): number;
    /**
     * The name of a pattern; undefined if there is none.
     */
    nameOf(place: number): string | undefined;
    /**
     * 4 to 16 cells with random weights.
     */
    constructor(cells: number, seed: number);
    /**
     * The rows of a pattern, # for white; undefined if there is none.
     */
    pattern(place: number): string[] | undefined;
    /**
     * Presentations so far.
     */
    readonly presented: number;
    /**
     * Presentations after which learning rates have reached their final value.
     */
    readonly total: number;
}

/**
 * A trained network that looks at pictures and does not learn.
 */
export class Recognizer {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Plays until an excitatory cell has spiked, or to the end.
     */
    advanceToSpike(): void;
    /**
     * Plays until `step` steps have passed; to go back, begin again.
     */
    advanceTo(step: number): void;
    /**
     * Plays up to `steps` steps; returns the number played, 0 if the look is over.
     */
    advance(steps: number): number;
    /**
     * Begins to look at 784 pixels with the noise of `seed`; `pieces` is how many separate pieces the drawing is in, 1
     * unless told otherwise.
     */
    begin(pixels: Uint8Array, seed: number, pieces?: number | null): void;
    /**
     * Digest of the state of all cells, equal for equal histories.
     */
    digest(): string;
    /**
     * Receptive fields as pictures: 784 bytes per cell, cell by cell; 128 is full darkness.
     */
    fields(): Uint8Array;
    /**
     * Reads the published code's NumPy files, with its constants. Without labels, the cells are named by looks at
     * `images`, as above.
     */
    static fromNumpy(weights: Uint8Array, theta: Uint8Array, labels: Uint8Array | null | undefined, images: Uint8Array, digits: Uint8Array): Recognizer;
    /**
     * How strongly each of the 784 inputs is driven when these pixels are shown, 0…255. Inputs that see edges come
     * channel by channel (edges that run –, /, |, \\), each 14 rows of 14 places.
     */
    inputs(pixels: Uint8Array): Uint8Array;
    /**
     * The digit of each cell, −1 for one that was silent in labelling.
     */
    labels(): Int8Array;
    /**
     * Reads a model. If its cells have no labels yet, they are named by looks at `images`, 784 pixels each, of
     * `digits`.
     */
    static loadUnlabelled(bytes: Uint8Array, images: Uint8Array, digits: Uint8Array): Recognizer;
    /**
     * Reads a labelled model from the bytes of its safetensors file.
     */
    static load(bytes: Uint8Array): Recognizer;
    /**
     * Current membrane potentials in mV.
     */
    membranes(): Float32Array;
    /**
     * Where the model comes from: constants, seed, accuracy.
     */
    metadata(): any;
    /**
     * Mean spikes of each cell in a look at each digit, ten values per cell.
     */
    rates(): Float32Array;
    /**
     * The picture behind the inputs when these pixels are shown: with its slant removed if the network learned that
     * way.
     */
    seen(pixels: Uint8Array): Uint8Array;
    /**
     * Sets the least evidence for an answer, 0 to 1.
     */
    setThreshold(threshold: number): void;
    /**
     * `{step, lookStep, attempt, maxRateHz, phase}`
     */
    status(): Status;
    /**
     * Excitatory spikes since the last call: step, cell, step, cell, …
     */
    takeExcSpikes(): Uint32Array;
    /**
     * Inhibitory spikes since the last call: step, cell, step, cell, …
     */
    takeInhSpikes(): Uint32Array;
    /**
     * Input spikes since the last call: step, input, step, input, …
     */
    takeInputSpikes(): Uint32Array;
    /**
     * For each step since the last call: its number, then v in mV, g_e and g_i of every traced cell.
     */
    takeTraces(): Float32Array;
    /**
     * Adaptive parts of the thresholds in mV.
     */
    theta(): Float32Array;
    /**
     * Thresholds in mV.
     */
    thresholds(): Float32Array;
    /**
     * Records the membranes of these cells from the next step; invalid cells are ignored.
     */
    trace(cells: Uint16Array): void;
    /**
     * `{digit, votes, spikes, evidence, likeness, reason}` of this look so far.
     */
    verdict(): Verdict;
    /**
     * Weights from these inputs to a cell; 0 if there is no such input or cell.
     */
    weightsBetween(inputs: Uint16Array, cell: number): Float32Array;
    /**
     * The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
     */
    weightsOf(cell: number): Float32Array | undefined;
    /**
     * Time step in ms.
     */
    readonly dt: number;
    /**
     * What the inputs see: `pixels` or `edges`.
     */
    readonly frontEnd: string;
    /**
     * Excitatory cells.
     */
    readonly neurons: number;
    /**
     * Steps of one look.
     */
    readonly stepsPerLook: number;
}

/**
 * A synapse with a learning rule.
 */
export class Synapse {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Δw of the pairs `{weight, interval, repetitions, hertz}`, with each of `values` in turn for the key `over`
     * ("interval", "weight" or "hertz").
     */
    curve(pairing: any, over: any, values: Float32Array): Float32Array;
    /**
     * What `{duration, weight, pre, post}` does to it, times in ms.
     */
    history(spikes: any): SynapseHistory;
    /**
     * `config` holds what differs from the default constants.
     */
    constructor(config: any);
    /**
     * Names of the traces of its rule.
     */
    traceNames(): string[];
}

/**
 * What happened to a synapse.
 */
export class SynapseHistory {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * For each spike to which the rule responded: its step, 0 for the input's or 1 for the cell's, the weight before
     * and after, and three traces as read by the rule.
     */
    changes(): Float32Array;
    /**
     * A trace after each step.
     */
    trace(place: number): Float32Array;
    /**
     * The weight after each step.
     */
    weight(): Float32Array;
}

/**
 * A network that learns.
 */
export class Trainer {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * All constants.
     */
    config(): any;
    /**
     * Digest of weights and thetas, equal to the tool's for the same run.
     */
    digest(): string;
    /**
     * Receptive fields as pictures, like those of a `Recognizer`.
     */
    fields(): Uint8Array;
    /**
     * How strongly each of the 784 inputs is driven when these pixels are shown, as in a `Recognizer`.
     */
    inputs(pixels: Uint8Array): Uint8Array;
    /**
     * Learns from one picture of 784 pixels; returns the number of output spikes.
     */
    learn(pixels: Uint8Array): number;
    /**
     * A run over `images` images, `passes` times; `config` holds what differs from the default constants.
     */
    constructor(config: any, seed: number, images: number, passes: number);
    /**
     * Which image of the pass comes next; undefined at the end.
     */
    nextImage(): number | undefined;
    /**
     * Continues with other constants from the next image; the number of cells stays the same.
     */
    reconfigure(config: any): void;
    /**
     * Resumes a run from a checkpoint written by this class or by the tool's `train`.
     */
    static resume(bytes: Uint8Array): Trainer;
    /**
     * Starts or stops recording spikes.
     */
    setMonitor(on: boolean): void;
    /**
     * The pictures of these cells as of the last `takeChanged`, one after the other.
     */
    shownFields(cells: Uint16Array): Uint8Array;
    /**
     * Number of cells without a spike in the last look of any of the last `presentations`.
     */
    silent(presentations: number): number;
    /**
     * The cells whose pictures have changed since the last call.
     */
    takeChanged(): Uint16Array;
    /**
     * Excitatory spikes of the last picture: step, cell, step, cell, …
     */
    takeExcSpikes(): Uint32Array;
    /**
     * Input spikes of the last picture: step, input, step, input, …
     */
    takeInputSpikes(): Uint32Array;
    /**
     * Adaptive parts of the thresholds in mV.
     */
    theta(): Float32Array;
    /**
     * The checkpoint: a model file from which the run can be resumed, also in the tool.
     */
    toBytes(): Uint8Array;
    /**
     * The weight between an input and a cell; undefined if there is none.
     */
    weight(input: number, cell: number): number | undefined;
    /**
     * The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
     */
    weightsOf(cell: number): Float32Array | undefined;
    /**
     * What the inputs see: `pixels` or `edges`.
     */
    readonly frontEnd: string;
    /**
     * Images of one pass.
     */
    readonly images: number;
    /**
     * Number of looks at the last picture.
     */
    readonly looks: number;
    /**
     * Excitatory cells.
     */
    readonly neurons: number;
    /**
     * Passes over them.
     */
    readonly passes: number;
    /**
     * Presentations so far.
     */
    readonly presented: number;
    /**
     * Seed of the initial weights and of all noise.
     */
    readonly seed: number;
    /**
     * The share of the rule's rates for the next picture.
     */
    readonly share: number;
    /**
     * Presentations of the whole run.
     */
    readonly total: number;
}

/**
 * 784 pixels moved right and down by `x` and `y` pixels, turned clockwise by `rotate` degrees, with lines `thicken`
 * pixels wider, and the share `noise` of the pixels replaced by noise of `seed`.
 */
export function distort(pixels: Uint8Array, x: number, y: number, rotate: number, thicken: number, noise: number, seed: number): Uint8Array;

/**
 * A seed from the browser's randomness, the only place that uses any.
 */
export function freshSeed(): number;

/**
 * The network's input for a picture file, given the pixels from a canvas; it is centred and scaled unless turned off.
 *
 * Throws an error named `NothingToSee` if there is no digit to see.
 */
export function imageFromPicture(picture: ImageData, centre?: boolean | null, scale?: boolean | null): Uint8Array;

/**
 * The network's input for a drawing: `xy` holds x, y, … in pad units (0…1, y down), `lengths` the number of points of
 * each stroke; it is centred and scaled unless turned off.
 *
 * Throws an error named `NothingToSee` if there is no digit to see.
 */
export function imageFromStrokes(xy: Float32Array, lengths: Uint32Array, centre?: boolean | null, scale?: boolean | null): Uint8Array;

/**
 * How many separate pieces a drawing is in, given as to `imageFromStrokes`.
 */
export function pieces(xy: Float32Array, lengths: Uint32Array): number;

export function start(): void;

/**
 * The model file of a network packed by [`Judge::pack`].
 *
 * # Errors
 * Bytes that are not a complete packed network.
 */
export function unpackBrain(bytes: Uint8Array): Uint8Array;

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_cell_free: (a: number, b: number) => void;
    readonly __wbg_cellrecording_free: (a: number, b: number) => void;
    readonly __wbg_judge_free: (a: number, b: number) => void;
    readonly __wbg_mini_free: (a: number, b: number) => void;
    readonly __wbg_recognizer_free: (a: number, b: number) => void;
    readonly __wbg_synapse_free: (a: number, b: number) => void;
    readonly __wbg_synapsehistory_free: (a: number, b: number) => void;
    readonly __wbg_trainer_free: (a: number, b: number) => void;
    readonly cell_new: (a: any) => [number, number, number];
    readonly cell_record: (a: number, b: any) => [number, number, number];
    readonly cellrecording_drawn: (a: number) => any;
    readonly cellrecording_gE: (a: number) => any;
    readonly cellrecording_gI: (a: number) => any;
    readonly cellrecording_peak: (a: number) => number;
    readonly cellrecording_spikes: (a: number) => any;
    readonly cellrecording_theta: (a: number) => any;
    readonly cellrecording_threshold: (a: number) => any;
    readonly cellrecording_v: (a: number) => any;
    readonly distort: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number) => [number, number, number];
    readonly freshSeed: () => [number, number, number];
    readonly imageFromPicture: (a: any, b: number, c: number) => [number, number, number];
    readonly imageFromStrokes: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly judge_digest: (a: number) => [number, number];
    readonly judge_fields: (a: number) => any;
    readonly judge_fromNumpy: (a: number, b: number, c: number, d: number, e: number) => [number, number, number];
    readonly judge_frontEnd: (a: number) => [number, number];
    readonly judge_health: (a: number) => [number, number, number];
    readonly judge_labels: (a: number) => any;
    readonly judge_load: (a: number, b: number) => [number, number, number];
    readonly judge_metadata: (a: number) => [number, number, number];
    readonly judge_name: (a: number) => void;
    readonly judge_nameAs: (a: number, b: number) => void;
    readonly judge_neurons: (a: number) => number;
    readonly judge_pack: (a: number) => [number, number, number, number];
    readonly judge_read: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly judge_show: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number];
    readonly judge_theta: (a: number) => any;
    readonly judge_thetaNpy: (a: number) => [number, number];
    readonly judge_toBytes: (a: number) => [number, number, number, number];
    readonly judge_vote: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly judge_weightsNpy: (a: number) => [number, number];
    readonly mini_answers: (a: number, b: number) => [number, number, number];
    readonly mini_fields: (a: number) => any;
    readonly mini_learn: (a: number) => [number, number, number];
    readonly mini_nameOf: (a: number, b: number) => [number, number];
    readonly mini_new: (a: number, b: number) => [number, number, number];
    readonly mini_pattern: (a: number, b: number) => [number, number];
    readonly mini_presented: (a: number) => number;
    readonly mini_total: (a: number) => number;
    readonly pieces: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly recognizer_advance: (a: number, b: number) => number;
    readonly recognizer_advanceTo: (a: number, b: number) => void;
    readonly recognizer_advanceToSpike: (a: number) => void;
    readonly recognizer_begin: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly recognizer_digest: (a: number) => [number, number];
    readonly recognizer_dt: (a: number) => number;
    readonly recognizer_fields: (a: number) => any;
    readonly recognizer_fromNumpy: (a: number, b: number, c: number, d: number, e: number, f: number, g: number, h: number, i: number, j: number) => [number, number, number];
    readonly recognizer_frontEnd: (a: number) => [number, number];
    readonly recognizer_inputs: (a: number, b: number, c: number) => [number, number, number];
    readonly recognizer_labels: (a: number) => any;
    readonly recognizer_load: (a: number, b: number) => [number, number, number];
    readonly recognizer_loadUnlabelled: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly recognizer_membranes: (a: number) => any;
    readonly recognizer_metadata: (a: number) => [number, number, number];
    readonly recognizer_neurons: (a: number) => number;
    readonly recognizer_rates: (a: number) => any;
    readonly recognizer_seen: (a: number, b: number, c: number) => [number, number, number];
    readonly recognizer_setThreshold: (a: number, b: number) => void;
    readonly recognizer_status: (a: number) => [number, number, number];
    readonly recognizer_stepsPerLook: (a: number) => number;
    readonly recognizer_takeExcSpikes: (a: number) => any;
    readonly recognizer_takeInhSpikes: (a: number) => any;
    readonly recognizer_takeInputSpikes: (a: number) => any;
    readonly recognizer_takeTraces: (a: number) => any;
    readonly recognizer_theta: (a: number) => any;
    readonly recognizer_thresholds: (a: number) => any;
    readonly recognizer_trace: (a: number, b: number, c: number) => void;
    readonly recognizer_verdict: (a: number) => [number, number, number];
    readonly recognizer_weightsBetween: (a: number, b: number, c: number, d: number) => any;
    readonly recognizer_weightsOf: (a: number, b: number) => any;
    readonly start: () => void;
    readonly synapse_curve: (a: number, b: any, c: any, d: number, e: number) => [number, number, number];
    readonly synapse_history: (a: number, b: any) => [number, number, number];
    readonly synapse_new: (a: any) => [number, number, number];
    readonly synapse_traceNames: (a: number) => [number, number];
    readonly synapsehistory_changes: (a: number) => any;
    readonly synapsehistory_trace: (a: number, b: number) => any;
    readonly synapsehistory_weight: (a: number) => any;
    readonly trainer_config: (a: number) => [number, number, number];
    readonly trainer_digest: (a: number) => [number, number];
    readonly trainer_fields: (a: number) => any;
    readonly trainer_frontEnd: (a: number) => [number, number];
    readonly trainer_images: (a: number) => number;
    readonly trainer_inputs: (a: number, b: number, c: number) => [number, number, number];
    readonly trainer_learn: (a: number, b: number, c: number) => [number, number, number];
    readonly trainer_looks: (a: number) => number;
    readonly trainer_neurons: (a: number) => number;
    readonly trainer_new: (a: any, b: number, c: number, d: number) => [number, number, number];
    readonly trainer_nextImage: (a: number) => number;
    readonly trainer_passes: (a: number) => number;
    readonly trainer_presented: (a: number) => number;
    readonly trainer_reconfigure: (a: number, b: any) => [number, number];
    readonly trainer_resume: (a: number, b: number) => [number, number, number];
    readonly trainer_seed: (a: number) => number;
    readonly trainer_setMonitor: (a: number, b: number) => void;
    readonly trainer_share: (a: number) => number;
    readonly trainer_shownFields: (a: number, b: number, c: number) => any;
    readonly trainer_silent: (a: number, b: number) => number;
    readonly trainer_takeChanged: (a: number) => any;
    readonly trainer_takeExcSpikes: (a: number) => any;
    readonly trainer_takeInputSpikes: (a: number) => any;
    readonly trainer_theta: (a: number) => any;
    readonly trainer_toBytes: (a: number) => [number, number, number, number];
    readonly trainer_total: (a: number) => number;
    readonly trainer_weight: (a: number, b: number, c: number) => number;
    readonly trainer_weightsOf: (a: number, b: number) => any;
    readonly unpackBrain: (a: number, b: number) => [number, number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
    readonly __wbindgen_start: () => void;
}

export type SyncInitInput = BufferSource | WebAssembly.Module;

/**
 * Instantiates the given `module`, which can either be bytes or
 * a precompiled `WebAssembly.Module`.
 *
 * @param {{ module: SyncInitInput }} module - Passing `SyncInitInput` directly is deprecated.
 *
 * @returns {InitOutput}
 */
export function initSync(module: { module: SyncInitInput } | SyncInitInput): InitOutput;

/**
 * If `module_or_path` is {RequestInfo} or {URL}, makes a request and
 * for everything else, calls `WebAssembly.instantiate` directly.
 *
 * @param {{ module_or_path: InitInput | Promise<InitInput> }} module_or_path - Passing `InitInput` directly is deprecated.
 *
 * @returns {Promise<InitOutput>}
 */
export default function __wbg_init (module_or_path?: { module_or_path: InitInput | Promise<InitInput> } | InitInput | Promise<InitInput>): Promise<InitOutput>;
