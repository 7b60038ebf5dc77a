/**
 * What the page says to the two workers of the training view, and what they say to it. The learner trains; the judge
 * names the cells of a copy, measures what it reads and lets it vote, so that learning never waits. Calls go through
 * Comlink; frames and checkpoints of the learner go over a MessagePort, frames one at a time.
 */

import type { Finding, Health, Verdict } from '../../../../pkg/stdp_digits.js';
import type { Config, WholeConfig } from '../../kit/config.ts';
import type { FrontEnd } from '../../kit/models.ts';
import type { Drawn } from '../worker/augment.ts';
import type { Ailment } from '../worker/guard.ts';
import type { RealSynapse } from '../worker/real-synapse.ts';

/** Waiting: for images that are still to come. Ill: it stopped itself, and stands as it was when it was last well. */
export type Phase = 'running' | 'waiting' | 'paused' | 'failed' | 'ill' | 'done';

/** after so many images */
export type Ill = { ailment: Ailment; images: number; findings: Finding[] };

/** What a run is. */
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

/** cells whose pictures have changed, 784 bytes each */
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
    /** images a second */
    rate: number | null;
    /** an image, lately */
    spikes: number | null;
    /** share of images that took more than one look, lately */
    retried: number | null;
    /** cells without a spike lately */
    silent: number | null;
    /** whose pictures have changed since the last frame */
    cells: Uint16Array;
    /** their pictures, 784 bytes each */
    shades: Uint8Array;
    /** where the pace lets one see it */
    shown: Shown | null;
    /** the broken copy, where there is one */
    broken: (Changes & { spikes: number | null }) | null;
    /** why no more images come */
    failure: string | null;
    /** why it stopped itself */
    ill: Ill | null;
}

export interface Checkpoint {
    /** learned from */
    images: number;
    /** a model file from which the run can go on */
    bytes: Uint8Array;
    /** whether it does not go on by itself */
    stands: boolean;
    /** of weights and thetas, where it stands */
    digest: string;
    /** the same of the broken copy, where there is one */
    broken: Uint8Array | null;
}

/** What is known of a run once it stands. */
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
    /** the same plan gives the same random start; drawn: what it trains on instead of digits */
    begin: (plan: Plan, drawn: Drawn | null) => Promise<RunInfo>;
    /** from a checkpoint */
    resume: (bytes: Uint8Array) => RunInfo;
    run: (pace: number, stopAt: number) => void;
    pause: () => void;
    step: () => void;
    /** lets a copy of the network learn beside it with other constants; null ends it */
    breakCopy: (config: Config | null) => void;
    /** of these inputs, the one with the largest weight */
    strongest: (inputs: number[], cell: number) => number;
    /** what one of the next images does to a synapse, tried on a copy */
    synapse: (input: number, cell: number) => Promise<RealSynapse | null>;
    checkpoint: () => Checkpoint;
}

/** What a copy of the network is worth. */
export interface Measured {
    /** learned from */
    images: number;
    correct: number;
    undecided: number;
    /** held-out images */
    shown: number;
    /** to each of them, −1: undecided */
    answers: Int8Array;
    /** of each of them */
    truth: Uint8Array;
    /** of the cells, −1: none */
    labels: Int8Array;
    /** images that named them */
    labelled: number;
    theta: Float32Array;
    /** synapses by strength, in bins from 0 to w_max */
    weights: number[];
    /** as `stdp-digits inspect --json` tells it */
    health: Health;
    digest: string;
}

/** What names are worth that came from drawings. */
export interface Named {
    /** of the cells, −1: none */
    labels: Int8Array;
    /** of the held-out images */
    correct: number;
    shown: number;
}

/** How far the mini task is. */
export interface MiniState {
    presented: number;
    total: number;
    /** 25 synapses of each cell */
    fields: Float32Array;
    patterns: { name: string; rows: string[] }[];
    /** at the end: the pattern of each cell, −1 for none, and how many looks were answered rightly */
    answers: { labels: number[]; looks: number; right: number } | null;
}

/** Calls of the evaluation worker. */
export interface EvaluationCalls {
    load: (digitsFolder: string) => Promise<void>;
    /** votes: whether it is the one that votes next */
    measure: (bytes: Uint8Array, votes: boolean) => Promise<Measured>;
    /** of the network in these bytes, null: of the one last measured */
    vote: (bytes: Uint8Array | null, pixels: Uint8Array, seed: number) => Promise<Verdict>;
    /** spikes of each cell of the network last measured */
    counts: (pixels: Uint8Array) => number[];
    /** names the cells of a copy of it by drawings */
    nameBy: (drawn: Drawn) => Promise<Named>;
    /** what cells are named and measured by; null: digits */
    use: (drawn: Drawn | null) => void;
    image: (xy: Float32Array, lengths: Uint32Array) => Uint8Array;
    /** what a photograph or a picture file shows, as an image */
    place: (picture: ImageData) => Uint8Array;
    /** pixels of a held-out image */
    heldOut: (number: number) => Promise<Uint8Array>;
    /** the network last measured, small enough for a link */
    pack: () => Uint8Array;
    /** a model file again */
    unpack: (packed: Uint8Array) => Uint8Array;
    /** a model file of a run over so many images that begins with `XeAe.npy` and `theta_A.npy`, which do not say what their cells see */
    fromNumpy: (weights: Uint8Array, theta: Uint8Array, images: number, frontEnd: FrontEnd) => Uint8Array;
    miniBegin: (cells: number, seed: number) => MiniState;
    miniLearn: (presentations: number) => MiniState;
    /** of the network last measured */
    file: (kind: 'safetensors' | 'weights' | 'theta') => Uint8Array;
}
