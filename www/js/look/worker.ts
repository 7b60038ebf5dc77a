/**
 * The worker: owns the WebAssembly module and the network; the page calls it through Comlink.
 * It starts with the module that only looks; the whole one is loaded when something needs more.
 */
import * as Comlink from 'comlink';
import init, { freshSeed, imageFromStrokes, pieces, Recognizer } from '../../../pkg/look/stdp_digits.js';
import { keepErrorProperties } from '../kit/error-transfer.ts';
import type { Input } from '../kit/input.ts';
import { isUndistorted } from '../kit/input.ts';
import type { FrontEnd, ModelFiles } from '../kit/models.ts';
import { download } from './download.ts';
import { Player } from './player.ts';
import type { Drawing, NetworkInfo, Play, SecondInfo, Sight, Strokes } from './protocol.ts';
import { Cancelled, fromPage, LoadError, progress } from './protocol.ts';

const WASM = new URL('../../../pkg/look/stdp_digits_bg.wasm', import.meta.url);
const WHOLE = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);

let player: Player | null = null;
/** A second network, which only counts votes, and the run that it is at. */
let second: { network: Recognizer; run: number } | null = null;
/** Where frames go. */
let port: MessagePort | null = null;
/** What is on its way. */
const loading = { first: new AbortController(), second: new AbortController() };

/** Pictures and networks may come before the module that reads them has. */
let begin: (value?: unknown) => void = () => {};
const begun = new Promise((then) => (begin = then));

async function get(part: 'wasm' | 'model', url: URL | string, signal?: AbortSignal) {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) {
        throw new LoadError(part, `the server answered ${response.status}`);
    }
    return response;
}

type Whole = typeof import('../../../pkg/stdp_digits.js');
let coming: Promise<Whole> | null = null;

/** The whole module; requested again if loading failed. */
function whole() {
    coming ??= blame('wasm', async () => {
        const module = await import('../../../pkg/stdp_digits.js');
        await module.default({ module_or_path: await get('wasm', WHOLE) });
        return module;
    }).catch((error) => {
        coming = null;
        throw error;
    });
    return coming;
}

async function blame<T>(part: 'wasm' | 'model', work: () => T | Promise<T>) {
    try {
        return await work();
    } catch (error) {
        throw error instanceof LoadError ? error : new LoadError(part, error);
    }
}

/** The network in some files; for each place, only the last requested one is loaded. */
async function network(place: keyof typeof loading, files: ModelFiles) {
    loading[place].abort();
    loading[place] = new AbortController();
    const { signal } = loading[place];
    try {
        return await blame('model', async () => {
            const bytes =
                'url' in files
                    ? await download(await get('model', files.url, signal), (loaded, total) =>
                          port?.postMessage(progress(loaded, total)),
                      )
                    : 'bytes' in files
                      ? files.bytes
                      : new Uint8Array();
            await begun;
            signal.throwIfAborted();
            const { images, digits } = ('named' in files && files.named) || {
                images: new Uint8Array(),
                digits: new Uint8Array(),
            };
            if ('weights' in files) {
                return (await whole()).Recognizer.fromNumpy(
                    files.weights,
                    files.theta,
                    files.labels ?? null,
                    images,
                    digits,
                );
            }
            if (digits.length > 0) {
                return (await whole()).Recognizer.loadUnlabelled(bytes, images, digits);
            }
            return Recognizer.load(bytes);
        });
    } catch (error) {
        throw signal.aborted ? new Cancelled('another one was asked for') : error;
    }
}

/** What the page can call. */
const simulation = {
    /** Fetches the simulator; frames go over the port. */
    async open(frames: MessagePort) {
        port = frames;
        port.onmessage = ({ data }) => player?.drawn(fromPage(data).run);
        await blame('wasm', async () => init({ module_or_path: await get('wasm', WASM) }));
        begin();
    },

    /** Loads a network; an earlier load that is not over is cancelled. */
    async load(files: ModelFiles): Promise<NetworkInfo> {
        const loaded = await network('first', files);
        player?.stop();
        player?.network.free();
        player = new Player(loaded, {
            post: (message, transfer) => port?.postMessage(message, transfer),
            now: () => performance.now(),
            wait: (then, delay) => setTimeout(then, delay),
        });
        return {
            neurons: loaded.neurons,
            frontEnd: loaded.frontEnd as FrontEnd,
            dt: loaded.dt,
            stepsPerLook: loaded.stepsPerLook,
            labels: loaded.labels(),
            fields: loaded.fields(),
            rates: loaded.rates(),
            theta: loaded.theta(),
            thresholds: loaded.thresholds(),
            metadata: loaded.metadata(),
        };
    },

    /** @param files null: no second network any more */
    async loadSecond(files: ModelFiles | null): Promise<SecondInfo | null> {
        const loaded = files && (await network('second', files));
        second?.network.free();
        second = loaded && { network: loaded, run: -1 };
        return (
            loaded && {
                neurons: loaded.neurons,
                frontEnd: loaded.frontEnd as FrontEnd,
                metadata: loaded.metadata(),
            }
        );
    },

    /** Gives up what is being loaded. */
    cancel() {
        loading.first.abort();
        loading.second.abort();
    },

    /** What the second network makes of the same drawing, up to the same step. */
    secondVerdict({ run, pixels, seed, pieces: apart }: Play, step: number, threshold: number) {
        if (second === null) {
            return null;
        }
        const { network: other } = second;
        if (second.run !== run || other.status().step > step) {
            other.begin(pixels, seed, apart);
            second.run = run;
        }
        other.advanceTo(step);
        other.setThreshold(threshold);
        const { attempt, phase } = other.status();
        return { verdict: other.verdict(), attempt, done: phase === 'done' };
    },

    /** The picture that the network gets of a drawing; the seed is that of the noise on it. */
    async image(drawing: Drawing, input: Input, seed: number) {
        const pixels =
            'pixels' in drawing
                ? drawing.pixels
                : imageFromStrokes(drawing.xy, drawing.lengths, input.centre, input.scale);
        return isUndistorted(input)
            ? pixels
            : (await whole()).distort(pixels, input.x, input.y, input.rotate, input.thicken, input.noise / 100, seed);
    },

    /** How many separate pieces strokes are in. */
    pieces: (strokes: Strokes) => pieces(strokes.xy, strokes.lengths),

    /** The picture that the network gets of a picture file, before it is distorted. */
    place: async (source: ImageData, input: Input) =>
        (await whole()).imageFromPicture(source, input.centre, input.scale),

    /** What becomes spikes when these pixels are shown. */
    sight(pixels: Uint8Array): Sight {
        const { network } = player ?? {};
        return network
            ? { seen: network.seen(pixels), inputs: network.inputs(pixels) }
            : { seen: pixels, inputs: pixels };
    },

    /** 784 weights of each cell, in the order of the inputs. */
    weights(cells: Uint16Array) {
        const all = new Float32Array(784 * cells.length);
        cells.forEach((cell, at) => all.set(player?.network.weightsOf(cell) ?? [], 784 * at));
        return Comlink.transfer(all, [all.buffer]);
    },

    play: (play: Play) => player?.play(play),
    stop: () => player?.stop(),
    pause: () => player?.pause(),
    resume: (stepsPerSecond: number) => player?.resume(stepsPerSecond),
    pace: (stepsPerSecond: number) => player?.pace(stepsPerSecond),
    step: () => player?.step(),
    stepSpike: () => player?.stepSpike(),
    seek: (step: number) => player?.seek(step),
    trace: (cells: Uint16Array) => player?.trace(cells),
    /** @param threshold least evidence for an answer, 0…1 */
    threshold: (threshold: number) => player?.threshold(threshold),
    freshSeed: () => freshSeed(),
};

export type Simulation = typeof simulation;

keepErrorProperties();
Comlink.expose(simulation);
