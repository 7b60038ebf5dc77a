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
     * How strongly each of the 784 inputs is driven when these pixels are shown, 0…255. Inputs that see edges come
     * channel by channel (edges that run –, /, |, \\), each 14 rows of 14 places.
     */
    inputs(pixels: Uint8Array): Uint8Array;
    /**
     * The digit of each cell, −1 for one that was silent in labelling.
     */
    labels(): Int8Array;
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
 * A seed from the browser's randomness, the only place that uses any.
 */
export function freshSeed(): number;

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

export type InitInput = RequestInfo | URL | Response | BufferSource | WebAssembly.Module;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_recognizer_free: (a: number, b: number) => void;
    readonly freshSeed: () => [number, number, number];
    readonly imageFromStrokes: (a: number, b: number, c: number, d: number, e: number, f: number) => [number, number, number];
    readonly pieces: (a: number, b: number, c: number, d: number) => [number, number, number];
    readonly recognizer_advance: (a: number, b: number) => number;
    readonly recognizer_advanceTo: (a: number, b: number) => void;
    readonly recognizer_advanceToSpike: (a: number) => void;
    readonly recognizer_begin: (a: number, b: number, c: number, d: number, e: number) => [number, number];
    readonly recognizer_digest: (a: number) => [number, number];
    readonly recognizer_dt: (a: number) => number;
    readonly recognizer_fields: (a: number) => any;
    readonly recognizer_frontEnd: (a: number) => [number, number];
    readonly recognizer_inputs: (a: number, b: number, c: number) => [number, number, number];
    readonly recognizer_labels: (a: number) => any;
    readonly recognizer_load: (a: number, b: number) => [number, number, number];
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
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __externref_table_dealloc: (a: number) => void;
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
