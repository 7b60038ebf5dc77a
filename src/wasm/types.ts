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
