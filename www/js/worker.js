/** The worker: owns the WebAssembly module and the network; the page calls it through Comlink. */
import * as Comlink from 'comlink';
import init, { Recognizer, distort, freshSeed, imageFromPicture, imageFromStrokes } from '../../pkg/stdp_digits.js';
import { isUndistorted } from './input.js';
import { Player } from './player.js';
import { LoadError, fromPage } from './protocol.js';

const WASM = new URL('../../pkg/stdp_digits_bg.wasm', import.meta.url);
const MODEL = new URL('../../models/400.safetensors', import.meta.url);

/** @type {Player | null} */
let player = null;

/** Pictures may come before the module that makes them has. @type {(value?: unknown) => void} */
let begin = () => {};
const begun = new Promise((then) => (begin = then));

/**
 * @param {'wasm' | 'model'} part
 * @param {URL} url
 */
async function get(part, url) {
    const response = await fetch(url).catch((error) => {
        throw new LoadError(part, error.message);
    });
    if (!response.ok) {
        throw new LoadError(part, `the server answered ${response.status}`);
    }
    return response;
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

/** @type {import('./protocol.js').Simulation} */
const simulation = {
    async load(port) {
        const [, bytes] = await Promise.all([
            blame('wasm', async () => init({ module_or_path: await get('wasm', WASM) })),
            blame('model', async () => new Uint8Array(await (await get('model', MODEL)).arrayBuffer())),
        ]);
        begin();
        const network = await blame('model', () => Recognizer.load(bytes));
        const clock = new Player(network, {
            post: (message, transfer) => port.postMessage(message, transfer),
            now: () => performance.now(),
            wait: (then, delay) => setTimeout(then, delay),
        });
        port.onmessage = ({ data }) => clock.drawn(fromPage(data).run);
        player = clock;
        return {
            neurons: network.neurons,
            dt: network.dt,
            stepsPerLook: network.stepsPerLook,
            labels: network.labels(),
            fields: network.fields(),
            rates: network.rates(),
            theta: network.theta(),
            thresholds: network.thresholds(),
            metadata: /** @type {Record<string, any>} */ (network.metadata()),
        };
    },
    image: (drawing, input, seed) => {
        const pixels = 'pixels' in drawing ? drawing.pixels : imageFromStrokes(drawing.xy, drawing.lengths, input.centre, input.scale);
        return isUndistorted(input) ? pixels : distort(pixels, input.x, input.y, input.rotate, input.thicken, input.noise / 100, seed);
    },
    place: async (source, input) => {
        await begun;
        return imageFromPicture(source, input.centre, input.scale);
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
