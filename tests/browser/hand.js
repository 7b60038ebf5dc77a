// What a person does on the page: draws, waits for the answer, reads the bars.
import assert from 'node:assert/strict';

/** Nothing is lost by patience: who waits for an event goes on when it comes, late as that may be on a busy machine. */
export const PATIENCE = { timeout: 60_000 };

/** @param {import('@playwright/test').Page} page */
export const part = (page, name) => page.locator(`[data-testid="${name}"]`);

export async function ready(page) {
    await page.waitForSelector('html[data-network="ready"]', PATIENCE);
}

/** Draws strokes of points in pad units with the mouse. */
export async function draw(page, strokes, pad = 'draw-pad') {
    await part(page, pad).scrollIntoViewIfNeeded();
    const box = await part(page, pad).boundingBox();
    const place = ([x, y]) => [box.x + x * box.width, box.y + y * box.height];
    for (const [first, ...rest] of strokes) {
        await page.mouse.move(...place(first));
        await page.mouse.down();
        // One after the other, without a frame for each: the page gets all points of a frame together.
        await Promise.all(rest.map((point) => page.mouse.move(...place(point))));
        await page.mouse.up();
    }
}

/** Waits until a look has ended and tells what it found. */
export async function verdict(page) {
    await page.waitForSelector('html[data-mood="sure"], html[data-mood="unsure"]', PATIENCE);
    return {
        answer: await part(page, 'answer').textContent(),
        status: await part(page, 'status').textContent(),
        votes: await votes(page),
        inputs: await page.locator('[data-part="input-count"]').textContent(),
    };
}

/** What it finds when it looks again because of this; a look may begin and end between two glances at the page. */
export async function lookAgain(page, act) {
    const over = page.evaluate(() => new Promise((then) => {
        const root = document.documentElement;
        new MutationObserver((changes, watcher) => {
            if (changes.some(({ oldValue }) => oldValue === 'looking') && ['sure', 'unsure'].includes(root.dataset.mood)) {
                watcher.disconnect();
                then();
            }
        }).observe(root, { attributeFilter: ['data-mood'], attributeOldValue: true });
    }));
    await act();
    await over;
    return verdict(page);
}

export async function votes(page) {
    const bars = Array.from({ length: 10 }, (_, digit) => part(page, `vote-${digit}`).getAttribute('data-spikes'));
    return (await Promise.all(bars)).map(Number);
}

/** Waits for the page's typeface, which loads after a look or with another view. */
export const typeset = (page) => page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family === 'Figtree' && status === 'loaded'), null, PATIENCE);

/** Waits until all that was asked for has been drawn. */
export const drawn = (page) => page.evaluate(() => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then))));

/** What an expression of the page says once it has said the same in thirty animation frames: nothing moves it any more. */
export const rested = (page, expression) =>
    page.evaluate(`new Promise((then) => {
        let [last, same] = [undefined, 0];
        const look = () => {
            const now = ${expression};
            same = now === last ? same + 1 : 0;
            last = now;
            same === 30 ? then(now) : requestAnimationFrame(look);
        };
        look();
    })`);

/** Waits until the page has loaded and run one of its deferred scripts. */
export async function came(page, name) {
    const script = await page.waitForFunction((name) => performance.getEntriesByType('resource').find((one) => one.name.includes(`/${name}-`))?.name, name, PATIENCE);
    await page.evaluate((address) => import(address), await script.jsonValue());
}

/** Which share of a canvas is not of the colour of its corner, once all that was asked for has been drawn. */
export async function inked(page, name) {
    await drawn(page);
    return part(page, name).evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const all = new Uint32Array(data.buffer);
        return all.filter((pixel) => pixel !== all[0]).length / all.length;
    });
}

export function assertWithin(box, height, what) {
    assert(box.y >= 0 && box.y + box.height <= height, `${what} ends at ${box.y + box.height} px of ${height}`);
}
