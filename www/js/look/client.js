/** The page's side of the worker: starts it, calls it, receives its frames, and starts another when one has failed. */
import * as Comlink from 'comlink';
import { ack, fromWorker } from './protocol.js';

/** @typedef {import('./protocol.js').Simulation} Simulation */
/** @typedef {import('./protocol.js').NetworkInfo} NetworkInfo */
/** @typedef {import('./protocol.js').Play} Play */

export class Client {
    /**
     * @param {object} listeners
     * @param {(frame: import('./protocol.js').Frame) => void} listeners.onFrame
     * @param {(error: { name: string, message: string }) => void} listeners.onFatal
     * @param {(loaded: number, total: number) => void} listeners.onProgress  bytes of a network that have come
     */
    constructor({ onFrame, onFatal, onProgress }) {
        this.onProgress = onProgress;
        this.onFrame = onFrame;
        this.onFatal = onFatal;
        /** @type {Worker | null} */
        this.worker = null;
        /** @type {Comlink.Remote<Simulation> | null} */
        this.remote = null;
        /** @type {MessagePort | null} */
        this.port = null;
    }

    /**
     * Loads a network and waits until it can look. The one before it goes on until then.
     * @param {import('./protocol.js').ModelFiles} files
     * @param {boolean} anew in a fresh worker
     * @returns {Promise<NetworkInfo>}
     */
    load(files, anew) {
        if (!anew && this.remote) {
            return /** @type {Promise<NetworkInfo>} */ (this.remote.load(files));
        }
        this.close();
        const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => this.#receive(data);
        const remote = /** @type {Comlink.Remote<Simulation>} */ (Comlink.wrap(worker));
        Object.assign(this, { worker, remote, port: port1 });
        // A script that does not arrive makes no call fail: it only never answers.
        const broken = new Promise((_, reject) => {
            worker.onerror = (event) => {
                event.preventDefault();
                reject(new Error(event.message || 'its script could not be loaded'));
            };
        });
        // Both at a time: neither the simulator nor the network waits for the other.
        const opened = remote.open(Comlink.transfer(port2, [port2]));
        const loaded = Promise.all([remote.load(files), opened]).then(([info]) => info);
        return /** @type {Promise<NetworkInfo>} */ (Promise.race([loaded, broken]));
    }

    /** @param {import('./protocol.js').ModelFiles | null} files of a second network; null: none any more */
    loadSecond(files) {
        return /** @type {Promise<import('./protocol.js').SecondInfo | null>} */ (this.#simulation.loadSecond(files));
    }

    /** Gives up what is being loaded. */
    cancel() {
        return this.#simulation.cancel();
    }

    /**
     * What the second network makes of it up to a step.
     * @param {Play} play
     * @param {number} step
     * @param {number} threshold
     */
    glance(play, step, threshold) {
        return this.#simulation.glance(play, step, threshold);
    }

    /**
     * The picture that the network gets of a drawing.
     * @param {import('./protocol.js').Drawing} drawing
     * @param {import('../kit/input.js').Input} input  what is done to it
     * @param {number} seed                       of its noise
     */
    image(drawing, input, seed) {
        return this.#simulation.image(drawing, input, seed);
    }

    /**
     * The picture that the network gets of a picture file, before it is distorted.
     * @param {ImageData} source
     * @param {import('../kit/input.js').Input} input
     */
    place(source, input) {
        return this.#simulation.place(source, input);
    }

    /**
     * What becomes spikes when these pixels are shown: the picture set upright, and how strongly it drives each input.
     * @param {Uint8Array} pixels
     */
    sight(pixels) {
        return this.#simulation.sight(pixels);
    }

    /** @param {Uint16Array} cells */
    weights(cells) {
        return this.#simulation.weights(cells);
    }

    /** @param {Play} play */
    play(play) {
        return this.#simulation.play(play);
    }

    stop() {
        return this.#simulation.stop();
    }

    pause() {
        return this.#simulation.pause();
    }

    /** @param {number} stepsPerSecond */
    resume(stepsPerSecond) {
        return this.#simulation.resume(stepsPerSecond);
    }

    /** @param {number} stepsPerSecond */
    pace(stepsPerSecond) {
        return this.#simulation.pace(stepsPerSecond);
    }

    step() {
        return this.#simulation.step();
    }

    stepSpike() {
        return this.#simulation.stepSpike();
    }

    /** @param {number} step */
    seek(step) {
        return this.#simulation.seek(step);
    }

    /** @param {Uint16Array} cells */
    trace(cells) {
        return this.#simulation.trace(cells);
    }

    /** @param {number} threshold 0…1 */
    threshold(threshold) {
        return this.#simulation.threshold(threshold);
    }

    freshSeed() {
        return this.#simulation.freshSeed();
    }

    /** @param {number} run whose last frame is on screen now */
    drawn(run) {
        this.port?.postMessage(ack(run));
    }

    close() {
        this.worker?.terminate();
        this.port?.close();
        this.worker = null;
        this.remote = null;
        this.port = null;
    }

    get #simulation() {
        if (this.remote === null) {
            throw new Error('the simulation was called before it was loaded');
        }
        return this.remote;
    }

    /** @param {unknown} data */
    #receive(data) {
        const message = fromWorker(data);
        if (message.type === 'fatal') {
            this.onFatal(message.error);
        } else if (message.type === 'progress') {
            this.onProgress(message.loaded, message.total);
        } else {
            this.onFrame(message);
        }
    }
}
