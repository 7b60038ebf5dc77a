// The grid of fields from near and far, and how sure the network must be.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { drawn, part, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

const zoom = async (page) => Number(await part(page, 'fields').getAttribute('data-zoom'));
const named = (page) => part(page, 'fields-name').textContent();

/** How many pixels of a canvas have a colour. */
const coloured = (page, name) => part(page, name).evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) count += Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 60 ? 1 : 0;
    return count;
});

test('names the cell under the mouse and under the keys, and watches the one that is chosen', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const box = await part(page, 'fields').boundingBox();
    await page.mouse.move(box.x + 5, box.y + 5);
    const first = await named(page);
    assert.match(first, /^Cell \d+: a 0, 0 spikes\.$/);
    await page.mouse.move(box.x + box.width - 5, box.y + 5);
    assert.notEqual(await named(page), first);
    await page.mouse.move(0, 0);
    assert.equal(await named(page), '');
    await part(page, 'fields').focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
    assert.equal(await named(page), first, 'the keys have come back to the corner');
    await page.keyboard.press('Enter');
    const cell = /\d+/.exec(first)[0];
    await page.locator(`[data-testid="cell-inspector"] [data-cell="${cell}"]`).waitFor();
});

test('grows under buttons, keys and a wheel with Ctrl, and shrinks again', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    assert.equal(await zoom(page), 1);
    await part(page, 'fields-in').click();
    assert.equal(await zoom(page), 1.5);
    await part(page, 'fields-whole').click();
    assert.equal(await zoom(page), 1);
    await part(page, 'fields').focus();
    for (let times = 0; times < 12; times += 1) await page.keyboard.press('+');
    assert.equal(await zoom(page), 5, 'four of the twenty fields of a row side by side');
    await page.keyboard.press('ArrowRight');
    const corner = await named(page);
    const box = await part(page, 'fields').boundingBox();
    await page.mouse.move(box.x + 5, box.y + 5);
    assert.equal(await named(page), corner, 'the field that the keys name is in sight');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const middle = await named(page);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 150, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 1);
    assert.notEqual(await named(page), middle, 'dragging moves the grid');
    assert.equal(await page.locator('[data-testid="cell-inspector"] > li').count(), 0, 'and chooses nothing');
    await part(page, 'fields').focus();
    await page.keyboard.press('0');
    assert.equal(await zoom(page), 1);
    await page.evaluate(() => document.activeElement.blur());
    await page.mouse.wheel(0, -100);
    await drawn(page);
    assert.equal(await zoom(page), 1, 'a wheel alone is for the page');
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="fields"]').dataset.zoom) > 1.1);
});

test('two fingers stretch the grid', async ({ t }) => {
    const page = await openPage(t, { context: { ...phone, viewport: { width: 768, height: 1024 } } });
    await ready(page);
    await part(page, 'fields').scrollIntoViewIfNeeded();
    const box = await part(page, 'fields').boundingBox();
    const cdp = await page.context().newCDPSession(page);
    const fingers = (apart) => [-1, 1].map((side, id) => ({ x: box.x + box.width / 2 + side * apart, y: box.y + box.height / 2, id }));
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(30) });
    for (let apart = 35; apart <= 90; apart += 5) await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    assert(Math.abs((await zoom(page)) - 3) < 0.4, `zoomed ${await zoom(page)} times for fingers three times as far apart`);
    assert.equal(await page.evaluate(() => visualViewport.scale), 1, 'the page keeps its size');
});

for (const colorScheme of ['light', 'dark']) {
    test(`leaves the fields without colours on request, and the address keeps it (${colorScheme})`, async ({ t }) => {
        const page = await openPage(t, { context: { colorScheme } });
        await ready(page);
        assert((await coloured(page, 'fields')) > 5000);
        assert.equal(await part(page, 'fields-colour').getAttribute('aria-pressed'), 'true');
        await part(page, 'fields-colour').click();
        await drawn(page);
        assert.equal(await coloured(page, 'fields'), 0);
        assert.equal(await part(page, 'fields-colour').getAttribute('aria-pressed'), 'false');
        await page.waitForFunction(() => location.hash === '#colour=off');
        await axe(page, 'without colours');
        await part(page, 'fields-colour').click();
        await drawn(page);
        assert((await coloured(page, 'fields')) > 5000);
    });
}

test('answers only from the chosen evidence on, and says what that is worth', async ({ t }) => {
    initSync({ module: file('pkg/stdp_digits_bg.wasm') });
    const network = Recognizer.load(file('models/400.safetensors'));
    const { images, thresholds = [] } = network.metadata().accuracy;
    const { digits } = JSON.parse(file('www/data/samples.json'));
    const page = await openPage(t);
    await ready(page);
    const words = () => page.locator('#threshold-measured').textContent();
    const at = thresholds.find(({ threshold }) => threshold === 0.8);
    assert(at, 'the shipped network has been measured at each threshold');
    // The least sure of the ten leaves room above it.
    const sureness = digits.map(({ pixels }) => {
        network.begin(Buffer.from(pixels, 'base64'), 2015);
        network.advanceTo(100_000);
        return Math.max(...network.verdict().evidence);
    });
    const evidence = Math.min(...sureness);
    await part(page, 'samples').locator(`[data-digit="${sureness.indexOf(evidence)}"]`).click();
    const before = await verdict(page);
    await part(page, 'threshold').fill('0');
    await page.waitForSelector('html[data-mood="sure"]');
    const over = Math.min(95, 5 * Math.ceil(evidence * 20));
    assert(evidence < over / 100, `the sample is read with evidence ${evidence}: too sure for this test`);
    await part(page, 'threshold').fill(String(over));
    await page.waitForSelector('html[data-mood="unsure"]');
    assert.match(await part(page, 'status').textContent(), /^Not sure/);
    assert.deepEqual((await verdict(page)).votes, before.votes, 'the votes are the same');
    await part(page, 'threshold').fill('80');
    const share = (count, of) => `${(Math.round((1000 * count) / of) / 10).toFixed(1).replace(/\.0$/, '')}\u00a0%`;
    assert.equal(
        await words(),
        `Measured on ${images.toLocaleString('en')} unseen test digits: it answers ${share(at.answered, images)} of them, and gets ${share(at.correct, at.answered)} of those right.`,
    );
    await page.waitForFunction(() => location.hash.includes('threshold=80'));
    await part(page, 'threshold').focus();
    await page.keyboard.press('ArrowLeft');
    assert.equal(await part(page, 'threshold').inputValue(), '75', 'the keys move it by a step');
});

for (const neurons of [100, 1600]) {
    test(`lays out ${neurons} cells, all of them at first and four side by side at last`, async ({ t }) => {
        const page = await openPage(t, { path: `#model=${neurons}` });
        await ready(page);
        await page.waitForFunction((wanted) => document.querySelector('[data-part="measured"]').textContent.includes(wanted), neurons.toLocaleString('en'));
        const box = await part(page, 'fields').boundingBox();
        const columns = Math.sqrt(neurons);
        const seen = new Set();
        for (const [column, row] of [[0, 0], [columns - 1, 0], [0, columns - 1], [columns - 1, columns - 1]]) {
            await page.mouse.move(box.x + ((column + 0.5) / columns) * box.width, box.y + ((row + 0.5) / columns) * box.height);
            seen.add(/\d+/.exec(await named(page))[0]);
        }
        assert.equal(seen.size, 4, 'a cell in each corner');
        await part(page, 'fields').focus();
        for (let times = 0; times < 12; times += 1) await page.keyboard.press('+');
        assert.equal(await zoom(page), columns / 4);
        await part(page, 'samples').locator('[data-digit="0"]').click();
        await verdict(page);
        await part(page, 'fields').focus();
        await page.keyboard.press('0');
        await drawn(page);
        assert((await coloured(page, 'fields')) > 100, 'cells that spike light up');
    });
}
