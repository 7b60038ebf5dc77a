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
     */
    constructor({ onFrame, onFatal }) {
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
     * Starts a fresh worker and waits until its network can look.
     * @returns {Promise<NetworkInfo>}
     */
    load() {
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
        return /** @type {Promise<NetworkInfo>} */ (Promise.race([remote.load(Comlink.transfer(port2, [port2])), broken]));
    }

    /**
     * The picture that the network gets of a drawing.
     * @param {import('./protocol.js').Drawing} drawing
     * @param {import('./input.js').Input} input  what is done to it
     * @param {number} seed                       of its noise
     */
    image(drawing, input, seed) {
        return this.#simulation.image(drawing, input, seed);
    }

    /**
     * The picture that the network gets of a picture file, before it is distorted.
     * @param {ImageData} source
     * @param {import('./input.js').Input} input
     */
    place(source, input) {
        return this.#simulation.place(source, input);
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
        } else {
            this.onFrame(message);
        }
    }
}
