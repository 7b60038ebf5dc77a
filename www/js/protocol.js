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
 * @property {number} dt            ms
 * @property {number} stepsPerLook
 * @property {Int8Array} labels     digit of each cell, −1 for none
 * @property {Uint8Array} fields    784 bytes a cell
 * @property {Float32Array} rates   mean spikes of each cell in a look at each digit, ten a cell
 * @property {Float32Array} theta   mV
 * @property {Float32Array} thresholds mV
 * @property {Record<string, any>} metadata
 */

/**
 * The worker's side of the calls.
 * @typedef {object} Simulation
 * @property {(port: MessagePort) => Promise<NetworkInfo>} load
 * @property {(drawing: Drawing, input: import('./input.js').Input, seed: number) => Uint8Array} image
 * @property {(source: ImageData, input: import('./input.js').Input) => Promise<Uint8Array>} place  of a picture file
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
 * @property {number} maxRateHz    rate of a full-ink pixel
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
 * @param {any} data what came to the page
 * @returns {Frame | Fatal}
 */
export function fromWorker(data) {
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
