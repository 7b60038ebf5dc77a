/**
 * The protocol between the page and the two workers of the training view. The learner trains. The evaluation worker names
 * the cells of a copy, measures its accuracy and lets it vote, so that learning never waits. Calls go through Comlink;
 * frames and checkpoints of the learner go over a MessagePort, frames one at a time.
 */

import type { Finding, Health, Verdict } from '../../../../pkg/stdp_digits.js';
import type { Config, WholeConfig } from '../../kit/config.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Drawn } from '../worker/augment.ts';
import type { Ailment } from '../worker/guard.ts';
import type { RealSynapse } from '../worker/real-synapse.ts';

/** Waiting: for images to load. Ill: it stopped itself and went back to its last healthy state. */
export type Phase = 'running' | 'waiting' | 'paused' | 'failed' | 'ill' | 'done';

/** Stopped after this many images. */
export type Ill = { ailment: Ailment; images: number; findings: Finding[] };

/** Everything that defines a run. */
export interface Plan {
    config: Config;
    /** of a pass: 1,000, 10,000 or 60,000 */
    images: number;
    passes: number;
    seed: number;
}

/** An image that was learned from, with its spikes: step, cell, step, cell, … */
export interface Shown {
    /** how strongly each input is driven */
    seen: Uint8Array;
    label: number;
    input: Uint32Array;
    exc: Uint32Array;
}

/** Cells whose fields have changed, 784 bytes each. */
type Changes = { cells: Uint16Array; shades: Uint8Array };

export interface TrainFrame {
    type: 'frame';
    phase: Phase;
    /** presented so far */
    images: number;
    /** of the whole run */
    total: number;
    /** images that have been fetched */
    ready: number;
    /** images per second */
    rate: number | null;
    /** recent mean per image */
    spikes: number | null;
    /** recent share of images that took more than one look */
    retried: number | null;
    /** cells without a recent spike */
    silent: number | null;
    /** cells whose fields have changed since the last frame */
    cells: Uint16Array;
    /** their fields, 784 bytes each */
    shades: Uint8Array;
    /** the image, if the pace is slow enough to watch it */
    shown: Shown | null;
    /** the broken copy, if there is one */
    broken: (Changes & { spikes: number | null }) | null;
    /** why no more images can be loaded */
    failure: string | null;
    /** why it stopped itself */
    ill: Ill | null;
}

export interface Checkpoint {
    /** learned from */
    images: number;
    /** a model file from which the run can continue */
    bytes: Uint8Array;
    /** whether the run has stopped */
    stands: boolean;
    /** of weights and thetas, if the run has stopped */
    digest: string;
    /** model file of the broken copy, if there is one */
    broken: Uint8Array | null;
}

/** What is known about a run once it has been set up. */
export interface RunInfo {
    neurons: number;
    images: number;
    passes: number;
    seed: number;
    presented: number;
    total: number;
    config: WholeConfig;
    fields: Uint8Array;
    digest: string;
}

/** The learner's side of the calls. */
export interface LearnerCalls {
    load: (port: MessagePort, digitsFolder: string) => Promise<void>;
    /** the same plan gives the same random start; `drawn` replaces the digits */
    begin: (plan: Plan, drawn: Drawn | null) => Promise<RunInfo>;
    /** from a checkpoint */
    resume: (bytes: Uint8Array, drawn: Drawn | null) => Promise<RunInfo>;
    run: (pace: number, stopAt: number) => void;
    pause: () => void;
    step: () => void;
    /** lets a copy of the network learn beside it with other constants; null ends it */
    breakCopy: (config: Config | null) => void;
    /** of these inputs, the one with the largest weight */
    strongest: (inputs: number[], cell: number) => number;
    /** what one of the next images does to a synapse, found out on a copy */
    synapse: (input: number, cell: number) => Promise<RealSynapse | null>;
    checkpoint: () => Checkpoint;
}

/** Evaluation of a copy of the network. */
export interface Measured {
    /** learned from */
    images: number;
    correct: number;
    undecided: number;
    /** held-out images */
    shown: number;
    /** to each held-out image, −1: undecided */
    answers: Int8Array;
    /** label of each held-out image */
    truth: Uint8Array;
    /** of the cells, −1: none */
    labels: Int8Array;
    /** number of images used to name the cells */
    labelled: number;
    theta: Float32Array;
    /** synapses by strength, in bins from 0 to w_max */
    weights: number[];
    /** as in `stdp-digits inspect --json` */
    health: Health;
    digest: string;
}

/** Evaluation of names that came from drawings. */
export interface Named {
    /** of the cells, −1: none */
    labels: Int8Array;
    /** of the held-out images */
    correct: number;
    shown: number;
}

/** State of the mini task. */
export interface MiniState {
    presented: number;
    total: number;
    /** 25 weights per cell */
    fields: Float32Array;
    patterns: { name: string; rows: string[] }[];
    /** at the end: the pattern of each cell, −1 for none, and how many looks were answered correctly */
    answers: { labels: number[]; looks: number; right: number } | null;
}

/** Calls of the evaluation worker. */
export interface EvaluationCalls {
    load: (digitsFolder: string) => Promise<void>;
    /** votes: whether later votes use this network */
    measure: (bytes: Uint8Array, votes: boolean) => Promise<Measured>;
    /** by the network in these bytes, or by the one last measured if null */
    vote: (bytes: Uint8Array | null, pixels: Uint8Array, seed: number) => Promise<Verdict>;
    /** spikes per cell of the network last measured */
    counts: (pixels: Uint8Array) => number[];
    /** names the cells of a copy of it from drawings */
    nameBy: (drawn: Drawn) => Promise<Named>;
    /** sets what cells are named and measured with; null: digits */
    use: (drawn: Drawn | null) => void;
    image: (xy: Float32Array, lengths: Uint32Array) => Uint8Array;
    /** extracts an image from a photo or picture file */
    place: (picture: ImageData) => Uint8Array;
    /** pixels of a held-out image */
    heldOut: (number: number) => Promise<Uint8Array>;
    /** packs the network last measured for a link */
    pack: () => Uint8Array;
    /** turns it back into a model file */
    unpack: (packed: Uint8Array) => Uint8Array;
    /** a model file for a run that starts from `XeAe.npy` and `theta_A.npy`, which do not say what their cells see */
    fromNumpy: (weights: Uint8Array, theta: Uint8Array, images: number, frontEnd: FrontEnd) => Uint8Array;
    miniBegin: (cells: number, seed: number) => MiniState;
    miniLearn: (presentations: number) => MiniState;
    /** of the network last measured */
    file: (kind: 'safetensors' | 'weights' | 'theta') => Uint8Array;
}
