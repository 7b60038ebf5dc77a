/**
 * What the page and its worker say to each other: the only place that names messages.
 *
 * Calls (load, play, stop, …) go through Comlink as `Simulation`; frames go over a MessagePort of their own, with one
 * frame in flight: the worker sends the next only after the page has drawn the last and said so.
 */

/**
 * @typedef {object} Verdict
 * @property {number | null} digit  null: undecided
 * @property {number[]} votes       spikes of the cells of each digit, this look
 * @property {number} spikes        spikes of all cells, this look
 * @property {number[]} evidence    how likely each digit is, 0…1
 * @property {'split' | 'unlike' | null} [reason]  why there is no digit: two are as likely, or it is like nothing that was learnt
 * @property {number | null} [likeness]            how like anything that was learnt, 0…1
 */

/** What the inputs see. @typedef {'pixels' | 'edges'} FrontEnd */

/**
 * What a network makes of a picture before any spike.
 * @typedef {object} Sight
 * @property {Uint8Array} seen    784: the picture that the inputs are taken from
 * @property {Uint8Array} inputs  how strongly each of the 784 is driven
 */

/**
 * What one run is asked to be.
 * @typedef {object} Play
 * @property {number} run             number of the run; every frame carries it, so that stale ones are known
 * @property {Uint8Array} pixels      784
 * @property {number} seed            of the noise, u32
 * @property {number} stepsPerSecond  pace of the playback; Infinity: all at once
 */

/**
 * What a picture is made from: strokes, or pixels that are the network's input already.
 * @typedef {{ xy: Float32Array, lengths: Uint32Array } | { pixels: Uint8Array }} Drawing
 */

/**
 * What a network is, once it has come.
 * @typedef {object} NetworkInfo
 * @property {number} neurons
 * @property {FrontEnd} frontEnd
 * @property {number} dt            ms
 * @property {number} stepsPerLook
 * @property {Int8Array} labels     digit of each cell, −1 for none
 * @property {Uint8Array} fields    a picture of 28 × 28 for each cell
 * @property {Float32Array} rates   mean spikes of each cell in a look at each digit, ten a cell
 * @property {Float32Array} theta   mV
 * @property {Float32Array} thresholds mV
 * @property {Record<string, any>} metadata
 */

/**
 * What a network is loaded from: an address, a file of this program, or NumPy files, with labelled images to name its cells by if
 * it has no labels.
 * @typedef {{ url: string }
 *     | { bytes: Uint8Array, named?: Named }
 *     | { weights: Uint8Array, theta: Uint8Array, labels?: Uint8Array, named?: Named }} ModelFiles
 */

/** Images that name cells, 784 pixels each, and their digits. @typedef {{ images: Uint8Array, digits: Uint8Array }} Named */

/**
 * What a second network makes of the same drawing, up to the same step.
 * @typedef {object} Glance
 * @property {Verdict} verdict
 * @property {number} attempt
 * @property {boolean} done
 */

/**
 * The worker's side of the calls.
 * @typedef {object} Simulation
 * @property {(port: MessagePort) => Promise<void>} open  fetches the simulator; frames go over the port
 * @property {(files: ModelFiles) => Promise<NetworkInfo>} load  a load before it that is not over is cancelled
 * @property {(files: ModelFiles | null) => Promise<SecondInfo | null>} loadSecond  null: none any more
 * @property {() => void} cancel  what is being loaded
 * @property {(play: Play, step: number, threshold: number) => Glance | null} glance  of the second network
 * @property {(drawing: Drawing, input: import('../kit/input.js').Input, seed: number) => Promise<Uint8Array>} image
 * @property {(source: ImageData, input: import('../kit/input.js').Input) => Promise<Uint8Array>} place  of a picture file
 * @property {(pixels: Uint8Array) => Sight} sight  what becomes spikes when these are shown
 * @property {(cells: Uint16Array) => Float32Array} weights  784 of each, in the order of the inputs
 * @property {(play: Play) => void} play
 * @property {() => void} stop
 * @property {() => void} pause
 * @property {(stepsPerSecond: number) => void} resume
 * @property {(stepsPerSecond: number) => void} pace
 * @property {() => void} step
 * @property {() => void} stepSpike
 * @property {(step: number) => void} seek
 * @property {(cells: Uint16Array) => void} trace
 * @property {(threshold: number) => void} threshold  least evidence for an answer, 0…1
 * @property {() => number} freshSeed
 */

/**
 * @typedef {object} Frame
 * @property {'frame'} type
 * @property {number} run
 * @property {number} step         steps since the run began, over all looks
 * @property {number} lookStep     steps since this look began
 * @property {number} total        steps of the whole run
 * @property {number} attempt      1 for the first look
 * @property {number} maxRateHz    rate of an input that is fully driven
 * @property {'look' | 'rest' | 'done'} phase
 * @property {boolean} rewound     whether it holds this look from its beginning, so that what was shown is void
 * @property {Uint32Array} input   step, cell, step, cell, … since the last frame
 * @property {Uint32Array} exc
 * @property {Uint32Array} inh
 * @property {Float32Array} traces step, then v in mV, g_e and g_i of each traced cell; step, …
 * @property {number[]} traced     these cells
 * @property {string} digest       of the state of all cells
 * @property {Verdict} verdict     of this look so far
 */

/** @typedef {{ type: 'ack', run: number }} Ack */
/** Bytes of a model that have come, of how many; 0: not known. @typedef {{ type: 'progress', loaded: number, total: number }} Progress */
/** @typedef {{ neurons: number, frontEnd: FrontEnd, metadata: Record<string, any> }} SecondInfo */
/** @typedef {{ type: 'fatal', run: number, error: { name: string, message: string } }} Fatal */

/** Anything on the frame port that is neither of its messages. */
export class ProtocolError extends Error {
    name = 'ProtocolError';
}

/** A file that the page cannot do without did not come; `part` tells which. */
export class LoadError extends Error {
    name = 'LoadError';

    /**
     * @param {'wasm' | 'model'} part
     * @param {string} why
     */
    constructor(part, why) {
        // Comlink carries name and message over to the page, and nothing else.
        super(`${part}: ${why}`);
    }
}

/** A load that has been cancelled, or overtaken by another. */
export class Cancelled extends Error {
    name = 'Cancelled';
}

/**
 * @param {{ name?: unknown, message?: unknown }} error as it arrived from the worker
 * @returns {{ part: 'wasm' | 'model' | 'worker', why: string }}
 */
export function loadFailure(error) {
    const message = String(error.message ?? error);
    const [, part, why] = /^(wasm|model): (.*)$/s.exec(message) ?? [];
    if (error.name === 'LoadError' && (part === 'wasm' || part === 'model')) {
        return { part, why };
    }
    return { part: 'worker', why: message };
}

/**
 * @param {Omit<Frame, 'type'>} parts
 * @returns {[Frame, Transferable[]]} the message, and what moves with it instead of being copied
 */
export function frame(parts) {
    return [{ type: 'frame', ...parts }, [parts.input.buffer, parts.exc.buffer, parts.inh.buffer, parts.traces.buffer]];
}

/**
 * @param {number} run
 * @returns {Ack}
 */
export function ack(run) {
    return { type: 'ack', run };
}

/**
 * @param {number} run
 * @param {unknown} cause
 * @returns {Fatal}
 */
export function fatal(run, cause) {
    const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
    return { type: 'fatal', run, error: { name, message } };
}

/**
 * @param {number} loaded
 * @param {number} total
 * @returns {Progress}
 */
export function progress(loaded, total) {
    return { type: 'progress', loaded, total };
}

/**
 * @param {any} data what came to the page
 * @returns {Frame | Fatal | Progress}
 */
export function fromWorker(data) {
    if (data?.type === 'progress' && Number.isInteger(data.loaded) && Number.isInteger(data.total)) {
        return data;
    }
    const known = data?.type === 'frame' || data?.type === 'fatal';
    if (!known || !Number.isInteger(data.run)) {
        throw new ProtocolError(`expected a frame or a fatal error of some run, got ${describe(data)}`);
    }
    if (data.type === 'frame') {
        for (const layer of ['input', 'exc', 'inh']) {
            if (!(data[layer] instanceof Uint32Array) || data[layer].length % 2 !== 0) {
                throw new ProtocolError(`${layer} of a frame must be pairs of step and cell`);
            }
        }
    }
    return data;
}

/**
 * @param {any} data what came to the worker
 * @returns {Ack}
 */
export function fromPage(data) {
    if (data?.type !== 'ack' || !Number.isInteger(data.run)) {
        throw new ProtocolError(`expected the ack of some run, got ${describe(data)}`);
    }
    return data;
}

/** @param {any} data */
function describe(data) {
    return data === null || typeof data !== 'object' ? String(data) : `type ${String(data.type)}, run ${String(data.run)}`;
}
