/** The page's side of the worker: starts it, calls it, receives its frames, and starts another when one has failed. */
import * as Comlink from 'comlink';
import type { ModelFiles } from '../kit/models.ts';
import type { Frame, NetworkInfo } from './protocol.ts';
import { ack, fromWorker } from './protocol.ts';
import type { Simulation } from './worker.ts';

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
     * @param fresh in a new worker
     */
    load(files: ModelFiles, fresh: boolean): Promise<NetworkInfo> {
        if (!fresh && this.remote) {
            return this.remote.load(files);
        }
        this.close();
        const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => this.#receive(data);
        const remote = Comlink.wrap<Simulation>(worker);
        Object.assign(this, { worker, remote, port: port1 });
        // A script that does not arrive makes no call fail: it only never answers.
        const broken = new Promise<never>((_, reject) => {
            worker.onerror = (event) => {
                event.preventDefault();
                reject(new Error(event.message || 'its script could not be loaded'));
            };
        });
        // Both at a time: neither the simulator nor the network waits for the other.
        const opened = remote.open(Comlink.transfer(port2, [port2]));
        const loaded = Promise.all([remote.load(files), opened]).then(([info]) => info);
        return Promise.race([loaded, broken]);
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

    /** The worker's side, ready for calls. */
    get simulation() {
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
