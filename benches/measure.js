// What is measured of the WebAssembly module, in Node and in Chrome alike.

const INPUTS = 784;

/** @returns {Generator<Uint8Array>} the images one after the other, over and over */
function* endlessly(images) {
    for (let start = 0; ; start = (start + INPUTS) % images.length) yield images.subarray(start, start + INPUTS);
}

/** Milliseconds per image of `work`, after a tenth of the images to warm up. */
function perImage(images, count, work) {
    const source = endlessly(images);
    for (let i = 0; i < count / 10; i++) work(source.next().value);
    const start = performance.now();
    for (let i = 0; i < count; i++) work(source.next().value);
    return (performance.now() - start) / count;
}

/**
 * @param {typeof import('../pkg/stdp_digits.js')} pkg the initialised module
 * @param {Uint8Array} images 784 bytes each
 * @param {Uint8Array} model a labelled model
 * @returns {{ what: string, ms: number }[]}
 */
export function measure(pkg, images, model) {
    const results = [];
    for (const [neurons, count] of [[100, 2000], [400, 2000], [1600, 500], [6400, 100]]) {
        const trainer = new pkg.Trainer({ neurons }, 1, 60_000, 1);
        results.push({ what: `training, ${neurons} cells`, ms: perImage(images, count, (image) => trainer.learn(image)) });
        trainer.free();
    }
    const recognizer = pkg.Recognizer.load(model);
    const look = (image) => {
        recognizer.begin(image, 1);
        while (recognizer.advance(1000) > 0);
        recognizer.takeInputSpikes();
        recognizer.takeExcSpikes();
        recognizer.takeInhSpikes();
    };
    results.push({ what: `recognition, ${recognizer.neurons} cells`, ms: perImage(images, 1000, look) });
    recognizer.free();
    return results;
}
