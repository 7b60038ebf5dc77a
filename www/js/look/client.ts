/** The page's side of the worker: starts it, calls it, receives its frames, and starts another when one has failed. */
import * as Comlink from 'comlink';
import type { Input } from '../kit/input.ts';
import type { ModelFiles } from '../kit/models.ts';
import type { Drawing, Frame, NetworkInfo, Play, SecondInfo, Simulation } from './protocol.ts';
import { ack, fromWorker } from './protocol.ts';

export class Client {
    onProgress: (loaded: number, total: number) => void;
    onFrame: (frame: Frame) => void;
    onFatal: (error: { name: string; message: string }) => void;
    worker: Worker | null = null;
    remote: Comlink.Remote<Simulation> | null = null;
    port: MessagePort | null = null;

    constructor({
        onFrame,
        onFatal,
        onProgress,
    }: {
        onFrame: (frame: Frame) => void;
        onFatal: (error: { name: string; message: string }) => void;
        /** bytes of a network that have come */
        onProgress: (loaded: number, total: number) => void;
    }) {
        this.onProgress = onProgress;
        this.onFrame = onFrame;
        this.onFatal = onFatal;
    }

    /**
     * Loads a network and waits until it can look. The one before it goes on until then.
     * @param anew in a fresh worker
     */
    load(files: ModelFiles, fresh: boolean): Promise<NetworkInfo> {
        if (!fresh && this.remote) {
            return this.remote.load(files) as Promise<NetworkInfo>;
        }
        this.close();
        const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => this.#receive(data);
        const remote = Comlink.wrap(worker) as Comlink.Remote<Simulation>;
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
        return Promise.race([loaded, broken]) as Promise<NetworkInfo>;
    }

    /** @param files of a second network; null: none any more */
    loadSecond(files: ModelFiles | null) {
        return this.#simulation.loadSecond(files) as Promise<SecondInfo | null>;
    }

    /** Gives up what is being loaded. */
    cancel() {
        return this.#simulation.cancel();
    }

    /** What the second network makes of it up to a step. */
    glance(play: Play, step: number, threshold: number) {
        return this.#simulation.glance(play, step, threshold);
    }

    /**
     * The picture that the network gets of a drawing.
     * @param input what is done to it
     * @param seed of its noise
     */
    image(drawing: Drawing, input: Input, seed: number) {
        return this.#simulation.image(drawing, input, seed);
    }

    /** The picture that the network gets of a picture file, before it is distorted. */
    place(source: ImageData, input: Input) {
        return this.#simulation.place(source, input);
    }

    /**
     * What becomes spikes when these pixels are shown: the picture set upright, and how strongly it drives each input.
     */
    sight(pixels: Uint8Array) {
        return this.#simulation.sight(pixels);
    }

    weights(cells: Uint16Array) {
        return this.#simulation.weights(cells);
    }

    play(play: Play) {
        return this.#simulation.play(play);
    }

    stop() {
        return this.#simulation.stop();
    }

    pause() {
        return this.#simulation.pause();
    }

    resume(stepsPerSecond: number) {
        return this.#simulation.resume(stepsPerSecond);
    }

    pace(stepsPerSecond: number) {
        return this.#simulation.pace(stepsPerSecond);
    }

    step() {
        return this.#simulation.step();
    }

    stepSpike() {
        return this.#simulation.stepSpike();
    }

    seek(step: number) {
        return this.#simulation.seek(step);
    }

    trace(cells: Uint16Array) {
        return this.#simulation.trace(cells);
    }

    /** @param threshold 0…1 */
    threshold(threshold: number) {
        return this.#simulation.threshold(threshold);
    }

    freshSeed() {
        return this.#simulation.freshSeed();
    }

    /** @param run whose last frame is on screen now */
    drawn(run: number) {
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

    #receive(data: unknown) {
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
