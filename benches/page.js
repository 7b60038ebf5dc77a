// Measures the page in the system's Chrome: from the end of a stroke to the first spike on the screen, long tasks while
// it plays, and memory over 500 presentations. Run `vite build` first; nothing is asserted.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { digits } from '../tests/browser/digits.js';
import { draw, ready, verdict } from '../tests/browser/hand.js';
import { launchChrome } from '../tests/browser/support/chrome.js';

const STROKES = 20;
const PRESENTATIONS = 500;

const server = await preview({ configFile: fileURLToPath(new URL('../vite.config.js', import.meta.url)), logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
const browser = await launchChrome();
const page = await (await browser.newContext({ viewport: { width: 1280, height: 760 } })).newPage();
const cdp = await page.context().newCDPSession(page);

const print = (what, value) => console.log(`${'Chrome'.padEnd(8)} ${what.padEnd(44)} ${value}`);
const open = async (hash) => {
    await page.goto('about:blank');
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/${hash}`);
    await ready(page);
};

/** Milliseconds from each lift of the pen until a frame with the first spikes of its look has been drawn. */
async function firstSpikes() {
    await open('');
    await page.evaluate(() => {
        const times = [];
        const count = document.querySelector('[data-part="input-count"]');
        document.querySelector('[data-testid="draw-pad"]').addEventListener('pointerup', ({ timeStamp }) => {
            const look = () => (/[1-9]/.test(count.textContent) ? requestAnimationFrame(() => times.push(performance.now() - timeStamp)) : requestAnimationFrame(look));
            // After the page's own handler has emptied the count.
            requestAnimationFrame(look);
        });
        Object.assign(window, { times });
    });
    for (let stroke = 1; stroke <= STROKES; stroke += 1) {
        await draw(page, digits[1]);
        await page.waitForFunction((wanted) => window.times.length === wanted, stroke);
        await page.locator('[data-testid="clear"]').click();
    }
    return (await page.evaluate(() => window.times)).sort((a, b) => a - b);
}

/** Lengths of tasks of the main thread above 50 ms during some looks. */
async function longTasks(hash, looks) {
    await open(hash);
    await verdict(page);
    await page.evaluate(() => {
        const tasks = [];
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
        Object.assign(window, { tasks });
    });
    for (let look = 0; look < looks; look += 1) {
        await page.locator('[data-testid="same-noise"]').click();
        await verdict(page);
    }
    return page.evaluate(() => window.tasks);
}

/** Bytes of JavaScript on the page, and of its whole process where the system tells. */
async function memory() {
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    return { heap: usedSize, process: rendererBytes() };
}

/** Resident memory of the largest renderer below this process; none but on Linux. */
function rendererBytes() {
    if (!existsSync('/proc/self/status')) return null;
    const sizes = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => {
        try {
            if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer')) return 0;
            return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
        } catch {
            // It has ended in the meantime.
            return 0;
        }
    });
    return Math.max(0, ...sizes);
}

/** Looks again and again, all at once. */
const present = (times) => page.evaluate(async (count) => {
    const digest = document.querySelector('[data-testid="digest"]');
    for (let look = 0; look < count; look += 1) {
        document.querySelector('[data-testid="same-noise"]').click();
        do await new Promise((then) => requestAnimationFrame(then));
        while (digest.textContent === '–');
    }
}, times);

const times = await firstSpikes();
print('stroke to first spike on screen, median, worst', `${times[STROKES / 2].toFixed(0)} ms, ${times.at(-1).toFixed(0)} ms`);
for (const [what, hash, looks] of [['1 s a look', '#picture=5&cells=0,7&why=5', 8], ['all at once', '#picture=5&cells=0,7&why=5&speed=max', 40]]) {
    const tasks = await longTasks(hash, looks);
    print(`tasks above 50 ms in ${looks} looks, ${what}`, `${tasks.length}${tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : ''}`);
}
await open('#picture=5&cells=0,7&why=5&speed=max');
await present(50);
const before = await memory();
await present(PRESENTATIONS);
const after = await memory();
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
print(`page's heap before and after ${PRESENTATIONS} looks`, `${megabytes(before.heap)}, ${megabytes(after.heap)}`);
if (after.process) print('its process, worker included', `${megabytes(before.process)}, ${megabytes(after.process)}`);
await browser.close();
await server.close();
