/**
 * The worker: owns the WebAssembly module and the network; the page calls it through Comlink.
 * The module is the one that only looks; the whole one comes when something asks for more.
 */
import * as Comlink from 'comlink';
import init, { Recognizer, freshSeed, imageFromStrokes } from '../../../pkg/look/stdp_digits.js';
import { download } from './download.js';
import { isUndistorted } from '../kit/input.js';
import { Player } from './player.js';
import { Cancelled, LoadError, fromPage, progress } from './protocol.js';

const WASM = new URL('../../../pkg/look/stdp_digits_bg.wasm', import.meta.url);
const WHOLE = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);

/** @type {Player | null} */
let player = null;
/** A second network, which only counts votes, and the run that it is at. @type {{ network: Recognizer, run: number } | null} */
let second = null;
/** Where frames go. @type {MessagePort | null} */
let port = null;
/** What is on its way. */
const loading = { first: new AbortController(), second: new AbortController() };

/** Pictures and networks may come before the module that reads them has. @type {(value?: unknown) => void} */
let begin = () => {};
const begun = new Promise((then) => (begin = then));

/**
 * @param {'wasm' | 'model'} part
 * @param {URL | string} url
 * @param {AbortSignal} [signal]
 */
async function get(part, url, signal) {
    const response = await fetch(url, { signal: signal ?? null });
    if (!response.ok) {
        throw new LoadError(part, `the server answered ${response.status}`);
    }
    return response;
}

/** @typedef {typeof import('../../../pkg/stdp_digits.js')} Whole */
/** @type {Promise<Whole> | null} */
let coming = null;

/** The whole module; one that did not come is asked for again. */
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

/**
 * @template T
 * @param {'wasm' | 'model'} part
 * @param {() => T | Promise<T>} work
 */
async function blame(part, work) {
    try {
        return await work();
    } catch (error) {
        throw error instanceof LoadError ? error : new LoadError(part, error instanceof Error ? error.message : String(error));
    }
}

/**
 * The network in some files; of each place, the last one asked for is the only one that is loaded.
 * @param {keyof typeof loading} place
 * @param {import('./protocol.js').ModelFiles} files
 */
async function network(place, files) {
    loading[place].abort();
    loading[place] = new AbortController();
    const { signal } = loading[place];
    try {
        return await blame('model', async () => {
            const bytes = 'url' in files ? await download(await get('model', files.url, signal), (loaded, total) => port?.postMessage(progress(loaded, total))) : null;
            await begun;
            signal.throwIfAborted();
            const { images, digits } = ('named' in files && files.named) || { images: new Uint8Array(), digits: new Uint8Array() };
            if ('weights' in files) {
                return (await whole()).Recognizer.fromNumpy(files.weights, files.theta, files.labels ?? null, images, digits);
            }
            if (digits.length > 0) {
                return (await whole()).Recognizer.loadUnlabelled(/** @type {any} */ (files).bytes, images, digits);
            }
            return Recognizer.load(bytes ?? /** @type {any} */ (files).bytes);
        });
    } catch (error) {
        throw signal.aborted ? new Cancelled('another one was asked for') : error;
    }
}

/** @type {import('./protocol.js').Simulation} */
const simulation = {
    async open(frames) {
        port = frames;
        port.onmessage = ({ data }) => player?.drawn(fromPage(data).run);
        await blame('wasm', async () => init({ module_or_path: await get('wasm', WASM) }));
        begin();
    },
    async load(files) {
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
            frontEnd: /** @type {import('./protocol.js').FrontEnd} */ (loaded.frontEnd),
            dt: loaded.dt,
            stepsPerLook: loaded.stepsPerLook,
            labels: loaded.labels(),
            fields: loaded.fields(),
            rates: loaded.rates(),
            theta: loaded.theta(),
            thresholds: loaded.thresholds(),
            metadata: /** @type {Record<string, any>} */ (loaded.metadata()),
        };
    },
    async loadSecond(files) {
        const loaded = files && (await network('second', files));
        second?.network.free();
        second = loaded && { network: loaded, run: -1 };
        return loaded && { neurons: loaded.neurons, frontEnd: /** @type {import('./protocol.js').FrontEnd} */ (loaded.frontEnd), metadata: /** @type {Record<string, any>} */ (loaded.metadata()) };
    },
    cancel() {
        loading.first.abort();
        loading.second.abort();
    },
    glance({ run, pixels, seed }, step, threshold) {
        if (second === null) {
            return null;
        }
        const { network: other } = second;
        if (second.run !== run || other.status().step > step) {
            other.begin(pixels, seed);
            second.run = run;
        }
        other.advanceTo(step);
        other.setThreshold(threshold);
        const { attempt, phase } = other.status();
        return { verdict: other.verdict(), attempt, done: phase === 'done' };
    },
    image: async (drawing, input, seed) => {
        const pixels = 'pixels' in drawing ? drawing.pixels : imageFromStrokes(drawing.xy, drawing.lengths, input.centre, input.scale);
        return isUndistorted(input) ? pixels : (await whole()).distort(pixels, input.x, input.y, input.rotate, input.thicken, input.noise / 100, seed);
    },
    place: async (source, input) => (await whole()).imageFromPicture(source, input.centre, input.scale),
    sight: (pixels) => {
        const { network } = player ?? {};
        return network ? { seen: network.seen(pixels), inputs: network.inputs(pixels) } : { seen: pixels, inputs: pixels };
    },
    weights: (cells) => {
        const all = new Float32Array(784 * cells.length);
        cells.forEach((cell, at) => all.set(player?.network.weightsOf(cell) ?? [], 784 * at));
        return Comlink.transfer(all, [all.buffer]);
    },
    play: (play) => player?.play(play),
    stop: () => player?.stop(),
    pause: () => player?.pause(),
    resume: (stepsPerSecond) => player?.resume(stepsPerSecond),
    pace: (stepsPerSecond) => player?.pace(stepsPerSecond),
    step: () => player?.step(),
    stepSpike: () => player?.stepSpike(),
    seek: (step) => player?.seek(step),
    trace: (cells) => player?.trace(cells),
    threshold: (threshold) => player?.threshold(threshold),
    freshSeed: () => freshSeed(),
};

Comlink.expose(simulation);
