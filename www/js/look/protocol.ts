/**
 * What the page and its worker say to each other: the only place that names messages.
 *
 * Calls (load, play, stop, …) go through Comlink as `Simulation` (worker.ts); frames go over a MessagePort of their own,
 * with one frame in flight: the worker sends the next only after the page has drawn the last and said so.
 */

import type { Verdict } from '../../../pkg/stdp_digits.js';
import { factsOf } from '../kit/library-error.ts';
import type { FrontEnd } from '../kit/models.ts';

/** What a network makes of a picture before any spike. */
export interface Sight {
    /** 784: the picture that the inputs are taken from */
    seen: Uint8Array;
    /** how strongly each of the 784 is driven */
    inputs: Uint8Array;
}

/** What one run is asked to be. */
export interface Play {
    /** number of the run, in every frame, to recognise stale ones */
    run: number;
    /** 784 */
    pixels: Uint8Array;
    /** of the noise, u32 */
    seed: number;
    /** how many separate pieces it was drawn in; 1 for a picture */
    pieces: number;
    /** pace of the playback; Infinity: all at once */
    stepsPerSecond: number;
}

/** Points of all strokes in turn, and how many belong to each. */
export interface Strokes {
    xy: Float32Array;
    lengths: Uint32Array;
}

/** What a picture is made from: strokes, or pixels that are the network's input already. */
export type Drawing = Strokes | { pixels: Uint8Array };

/** Where a network comes from, as far as it says so. */
interface Metadata {
    /** learned from */
    images?: number;
    config?: { t_rest?: number; exc?: { tau_m?: number; v_rest?: number; e_exc?: number; e_inh?: number } };
    /** on images that it had never seen */
    accuracy?: {
        images: number;
        correct: number;
        thresholds?: { threshold: number; answered: number; correct: number }[];
    } | null;
}

/** A network that has arrived. */
export interface NetworkInfo {
    neurons: number;
    frontEnd: FrontEnd;
    /** ms */
    dt: number;
    stepsPerLook: number;
    /** digit of each cell, −1 for none */
    labels: Int8Array;
    /** a picture of 28 × 28 for each cell */
    fields: Uint8Array;
    /** mean spikes of each cell in a look at each digit, ten a cell */
    rates: Float32Array;
    /** mV */
    theta: Float32Array;
    /** mV */
    thresholds: Float32Array;
    metadata: Metadata;
}

/** The second network, which reads the same drawing. */
export type SecondInfo = Pick<NetworkInfo, 'neurons' | 'frontEnd' | 'metadata'>;

/** The input spikes that carried a cell over its threshold. */
export interface Carrier {
    cell: number;
    /** at which it fired */
    step: number;
    /** those that counted most */
    inputs: Uint16Array;
    /** how much each counted: weight times recency, the strongest 1 */
    strengths: Float32Array;
}

export interface Frame {
    type: 'frame';
    run: number;
    /** steps since the run began, over all looks */
    step: number;
    /** steps since this look began */
    lookStep: number;
    /** steps of the whole run */
    total: number;
    /** 1 for the first look */
    attempt: number;
    /** rate of an input that is fully driven */
    maxRateHz: number;
    phase: 'look' | 'rest' | 'done';
    /** whether it holds this look from its beginning, so that what was shown is void */
    rewound: boolean;
    /** step, cell, step, cell, … since the last frame */
    input: Uint32Array;
    exc: Uint32Array;
    inh: Uint32Array;
    /** step, then v in mV, g_e and g_i of each traced cell; step, … */
    traces: Float32Array;
    /** these cells */
    traced: number[];
    /** mV, of every cell, as they are at `step` */
    membranes: Float32Array;
    /** what carried the cells that fired last, where they are few */
    carriers: Carrier[];
    /** of the state of all cells */
    digest: string;
    /** of this look so far */
    verdict: Verdict;
}

type Ack = { type: 'ack'; run: number };
/** Bytes of a model that have come, of how many; 0: not known. */
type Progress = { type: 'progress'; loaded: number; total: number };
type Fatal = { type: 'fatal'; run: number; error: { name: string; message: string } };

/** Anything on the frame port that is neither of its messages. */
export class ProtocolError extends Error {
    override name = 'ProtocolError';
}

/** A file that the page needs could not be loaded; `part` says which. */
export class LoadError extends Error {
    override name = 'LoadError';
    part: 'wasm' | 'model';

    /** @param cause an error of the library hands on its facts */
    constructor(part: 'wasm' | 'model', cause: unknown) {
        super(cause instanceof Error ? cause.message || cause.name : String(cause));
        this.part = part;
        Object.assign(this, factsOf(cause) ? { ...(cause as Error) } : {});
    }
}

/** A load that has been cancelled, or overtaken by another. */
export class Cancelled extends Error {
    override name = 'Cancelled';
}

/** @param error as it arrived from the worker */
export function partOf(error: object): 'wasm' | 'model' | 'worker' {
    const part = 'part' in error ? error.part : null;
    return part === 'wasm' || part === 'model' ? part : 'worker';
}

/** @returns the message, and what moves with it instead of being copied */
export function frame(parts: Omit<Frame, 'type'>): [Frame, Transferable[]] {
    const { input, exc, inh, traces, membranes } = parts;
    return [{ type: 'frame', ...parts }, [input, exc, inh, traces, membranes].map(({ buffer }) => buffer)];
}

export function ack(run: number): Ack {
    return { type: 'ack', run };
}

export function fatal(run: number, cause: unknown): Fatal {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    return { type: 'fatal', run, error: { name, message } };
}

export function progress(loaded: number, total: number): Progress {
    return { type: 'progress', loaded, total };
}

const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
    typeof data === 'object' && data !== null ? { ...data } : {};

/** @param data what came to the page */
export function fromWorker(data: unknown): Frame | Fatal | Progress {
    const said = fieldsOf(data);
    if (said.type === 'progress' && Number.isInteger(said.loaded) && Number.isInteger(said.total)) {
        return data as Progress;
    }
    const known = said.type === 'frame' || said.type === 'fatal';
    if (!known || !Number.isInteger(said.run)) {
        throw new ProtocolError(`expected a frame or a fatal error of some run, got ${summary(data)}`);
    }
    if (said.type === 'frame') {
        for (const layer of ['input', 'exc', 'inh']) {
            const spikes = said[layer];
            if (!(spikes instanceof Uint32Array) || spikes.length % 2 !== 0) {
                throw new ProtocolError(`${layer} of a frame must be pairs of step and cell`);
            }
        }
    }
    return data as Frame | Fatal;
}

/** @param data what came to the worker */
export function fromPage(data: unknown): Ack {
    const { type, run } = fieldsOf(data);
    if (type !== 'ack' || !Number.isInteger(run)) {
        throw new ProtocolError(`expected the ack of some run, got ${summary(data)}`);
    }
    return data as Ack;
}

function summary(data: unknown) {
    const { type, run } = fieldsOf(data);
    return data === null || typeof data !== 'object' ? String(data) : `type ${String(type)}, run ${String(run)}`;
}
