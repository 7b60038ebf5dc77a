// What the network sees, edges or pixels: what is drawn of it, what is said of it, and the switch between the two.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { placeOf } from '../../www/js/kit/edges.ts';
import { digits } from './digits.js';
import { assertWithin, draw, inked, part, PATIENCE, ready, verdict } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const laptop = { viewport: { width: 1280, height: 720 } };
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const samples = JSON.parse(file('www/data/samples.json')).digits;
initSync({ module: file('pkg/stdp_digits_bg.wasm') });

const sees = (page, name) => page.waitForFunction((name) => document.documentElement.dataset.frontEnd === name, name, PATIENCE);
const digest = (page) => part(page, 'digest').textContent();
/** Waits until a look of another state is over. */
async function lookedAnew(page, before) {
    await page.waitForFunction((old) => {
        const { textContent } = document.querySelector('[data-testid="digest"]');
        return textContent.length === 16 && textContent !== old && /sure/.test(document.documentElement.dataset.mood);
    }, before, PATIENCE);
    return digest(page);
}
const text = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent).join(' '));

test('opens with edges: each that is driven is a dash of its colour at its place', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=7', context: { ...laptop, colorScheme: 'light' } });
    await ready(page);
    await verdict(page);
    await sees(page, 'edges');
    assert(await part(page, 'front-end-edges').isChecked());
    const network = Recognizer.load(file('models/400.safetensors'));
    assert.equal(network.frontEnd, 'edges');
    const inputs = network.inputs(Buffer.from(samples[7].pixels, 'base64'));
    const colours = await part(page, 'net-input').evaluate((/** @type {HTMLCanvasElement} */ canvas, inputs) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const ways = [0, 1, 2, 3].map((way) => getComputedStyle(document.documentElement).getPropertyValue(`--way-${way}`));
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        const rgb = ways.map((colour) => {
            context.fillStyle = colour;
            return [1, 3, 5].map((at) => Number.parseInt(context.fillStyle.slice(at, at + 2), 16));
        });
        const hue = ([r, g, b]) => Math.atan2(Math.sqrt(3) * (g - b), 2 * r - g - b);
        return inputs.map(({ way, row, column }) => {
            const at = 4 * (Math.round(((row + 0.5) * canvas.height) / 14) * canvas.width + Math.round(((column + 0.5) * canvas.width) / 14));
            const shown = [data[at], data[at + 1], data[at + 2]];
            const turn = Math.abs(hue(shown) - hue(rgb[way]));
            return { shown, plain: Math.max(...shown) - Math.min(...shown), off: Math.min(turn, 2 * Math.PI - turn) };
        });
        // The strongest edges, each alone at its place as far as edges are.
    }, Array.from(inputs, (drive, input) => ({ drive, ...placeOf(input), others: [0, 1, 2, 3].map((way) => inputs[way * 196 + (input % 196)]) }))
        .filter(({ drive, others }) => drive > 200 && others.filter((other) => other > 0.6 * drive).length === 1));
    assert(colours.length >= 5, `${colours.length} edges to look at`);
    for (const { shown, plain, off } of colours) assert(plain > 40 && off < 0.5, `${shown}, ${off} from its hue`);
});

test('dashes flash while their cells spike, and cost little', async ({ t }) => {
    const page = await openPage(t, { context: { ...laptop, ...moving } });
    await ready(page);
    await part(page, 'net-input').evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
        const pictures = new Set();
        const look = () => {
            if (document.documentElement.dataset.mood === 'looking') pictures.add(canvas.toDataURL());
            requestAnimationFrame(look);
        };
        look();
        Object.assign(window, { pictures });
    });
    await part(page, 'samples').locator('[data-digit="3"]').click();
    await verdict(page);
    const pictures = await page.evaluate(() => window.pictures.size);
    assert(pictures >= 4, `${pictures} pictures of one look`);
});

for (const name of ['edges', 'pixels']) {
    test(`what is said is said of ${name}`, async ({ t }) => {
        const page = await openPage(t, { path: `#picture=5&cells=7${name === 'pixels' ? '&model=400-pixels' : ''}` });
        await ready(page);
        await verdict(page);
        await sees(page, name);
        const [own, other] = name === 'edges' ? [/edge/i, /\bpixel/i] : [/\bpixel/i, /\bedge/i];
        const told = `${await text(page, '.input-panel h2, .input .says')} ${await part(page, 'net-input').getAttribute('aria-label')}`;
        assert.match(told, name === 'edges' ? /standard size.*four directions.*at random/ : /Each pixel has an input cell/);
        assert.doesNotMatch(told, other);
        await page.locator('[data-table="input"] summary').click();
        await page.locator('[data-table="input"] td').first().waitFor();
        assert.equal(await page.locator('[data-table="input"] table').count(), name === 'edges' ? 4 : 1);
        assert.equal(await page.locator('[data-table="input"] tbody tr').count(), name === 'edges' ? 56 : 28);
        await page.waitForFunction((word) => new RegExp(word).test(document.querySelector('[data-testid="cell-inspector"]').textContent), `Strongest inputs: ${name === 'edges' ? 'edge [–/|\\\\]' : 'pixel'} at row \\d+`);
        assert.match(await text(page, '[data-part="input-rate"]'), name === 'edges' ? /^Strongest edge: / : /^Full ink: /);
        await page.locator('[data-part="raster-table"] summary').click();
        await part(page, 'table-population').selectOption('input');
        await page.waitForFunction((word) => new RegExp(word).test(document.querySelector('[data-part="raster-rows"]').textContent), `${name === 'edges' ? 'edge [–/|\\\\]' : 'pixel'} at row \\d+, column \\d+`);
        assert.match(told, own);
        await axe(page, `with ${name}`);
    });
}

test('the switch shows the same drawing to the other network, and back; the link has it', async ({ t }) => {
    const page = await openPage(t, { context: laptop });
    await ready(page);
    await draw(page, digits[4]);
    await verdict(page);
    const [ink, first, seed] = [await inked(page, 'draw-pad'), await digest(page), await part(page, 'seed').inputValue()];
    const picture = new URLSearchParams((await page.evaluate(() => location.hash)).slice(1)).get('picture');
    await part(page, 'front-end-pixels').click();
    await sees(page, 'pixels');
    const pixels = await lookedAnew(page, first);
    assert.equal(await inked(page, 'draw-pad'), ink, 'the drawing is still there');
    assert.equal(await part(page, 'seed').inputValue(), seed);
    assert.equal(await part(page, 'model-select').inputValue(), '400-pixels');
    const hash = await page.evaluate(() => location.hash);
    assert.match(hash, /model=400-pixels/);
    assert(hash.includes(picture));
    const other = await openPage(t, { path: hash });
    await ready(other);
    await verdict(other);
    assert(await part(other, 'front-end-pixels').isChecked());
    assert.equal(await digest(other), pixels, 'the link shows the same spikes');
    await part(page, 'front-end-edges').click();
    await sees(page, 'edges');
    assert.equal(await lookedAnew(page, pixels), first, 'the same spikes as before');
    assert.doesNotMatch(await page.evaluate(() => location.hash), /model=/);
});

test('the switch follows the list of networks, and is off where there is nothing to switch to', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=2' });
    await ready(page);
    await verdict(page);
    const first = await digest(page);
    await part(page, 'model-select').selectOption('400-pixels');
    await sees(page, 'pixels');
    assert(await part(page, 'front-end-pixels').isChecked());
    const buffer = file('models/400.safetensors');
    await part(page, 'model-file').setInputFiles({ name: 'mine.safetensors', mimeType: 'application/octet-stream', buffer });
    await sees(page, 'edges');
    await page.waitForFunction((digest) => document.querySelector('[data-testid="digest"]').textContent === digest, first, PATIENCE);
    assert(await part(page, 'front-end-edges').isChecked());
    for (const name of ['front-end-pixels', 'front-end-edges', 'front-end-compare']) assert(await part(page, name).isDisabled(), name);
});

test('one click puts the other beside it', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5', context: laptop });
    await ready(page);
    await verdict(page);
    await part(page, 'front-end-compare').click();
    await page.waitForFunction(() => /Both read|The first|Neither/.test(document.querySelector('[data-testid="compare-says"]')?.textContent), undefined, PATIENCE);
    assert.equal(await part(page, 'compare-select').inputValue(), '400-pixels');
    assert.equal(await part(page, 'front-end-compare').getAttribute('aria-pressed'), 'true');
    const heads = await part(page, 'compare').locator('thead th').allTextContents();
    assert.match(heads[0], /^400 cells, edges: /);
    assert.match(heads[2], /^400 cells, pixels: /);
    assertWithin(await part(page, 'compare').boundingBox(), 720, 'what is compared');
    await axe(page, 'with both');
    await part(page, 'front-end-pixels').click();
    await sees(page, 'pixels');
    await page.waitForFunction(() => /^400 cells, pixels/.test(document.querySelector('[data-testid="compare"] thead th')?.textContent), undefined, PATIENCE);
    assert.equal(await part(page, 'compare-select').inputValue(), '400', 'they have changed places');
});

for (const [where, context] of [
    ['a small laptop', laptop],
    ['a small laptop in the dark', { ...laptop, colorScheme: 'dark' }],
    ['a telephone', phone],
    ['a telephone in the dark, in German', { ...phone, colorScheme: 'dark', locale: 'de-DE' }],
]) {
    test(`the switch is in sight at once (${where})`, async ({ t }) => {
        const page = await openPage(t, { path: '#picture=5', context });
        await ready(page);
        await verdict(page);
        const { height, width } = context.viewport;
        for (const name of ['front-end', 'front-end-pixels', 'front-end-edges', 'front-end-compare']) {
            const box = await part(page, name).boundingBox();
            const bar = await page.locator('.time-panel').boundingBox();
            assertWithin(box, context === laptop ? bar.y : height, name);
            assert(box.x >= 0 && box.x + box.width <= width && box.height >= 24, JSON.stringify(box));
        }
        if (height === 720) assertWithin(await part(page, 'net-input').boundingBox(), (await page.locator('.time-panel').boundingBox()).y + 2, 'the edges');
        await axe(page, where);
    });
}

test('in German it says the same', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5', context: { locale: 'de-DE' } });
    await ready(page);
    await verdict(page);
    assert.match(await page.locator('.sees').innerText(), /Pixel \(wie im Artikel\)\s*Kanten\s*Vergleichen/);
    assert.match(await text(page, '.input-panel h2, .input-panel .says'), /Kanten werden zu Spikes.*Sehrinde.*auf eine Größe gebracht.*vier Richtungen.*zufällig feuert: je stärker die Kante, desto schneller/s);
    await part(page, 'front-end-pixels').click();
    await sees(page, 'pixels');
    assert.match(await text(page, '.input .says'), /Bildpunkt/);
});

test('the keyboard reaches the switch and changes it', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5' });
    await ready(page);
    await verdict(page);
    const before = await digest(page);
    let name = '';
    for (let tabs = 0; tabs < 60 && name !== 'front-end-edges'; tabs += 1) {
        await page.keyboard.press('Tab');
        name = await page.evaluate(() => document.activeElement.dataset.testid ?? '');
    }
    assert.equal(name, 'front-end-edges', 'the option that is chosen takes the focus');
    await page.keyboard.press('ArrowLeft');
    await sees(page, 'pixels');
    await lookedAnew(page, before);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'front-end-pixels', 'the focus stays');
    await page.keyboard.press('ArrowRight');
    await sees(page, 'edges');
});

test('cells are shapes from afar and dashes when they are near: in the grid, under the pointer, in Why? and in the list', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5&cells=7&colour=off', context: { ...laptop, colorScheme: 'light' } });
    await ready(page);
    const { answer } = await verdict(page);
    const coloured = (name) => part(page, name).evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) count += Number(Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 60);
        return count / (data.length / 4);
    });
    const far = await coloured('fields');
    await part(page, 'fields').hover({ position: { x: 40, y: 40 } });
    await part(page, 'fields-lens').waitFor();
    assert((await coloured('fields-lens')) > 0.03, 'the cell that is pointed at');
    await page.mouse.move(5, 5);
    await part(page, 'fields-lens').waitFor({ state: 'hidden' });
    for (let times = 0; times < 4; times += 1) await part(page, 'fields-in').click();
    await expect.poll(() => coloured('fields'), { ...PATIENCE, message: 'the grid, larger' }).toBeGreaterThan(far + 0.03);
    assert((await part(page, 'cell-inspector').locator('canvas.near').count()) === 1);
    const digit = answer === '?' ? '5' : answer;
    await part(page, `vote-${digit}`).click();
    const voter = page.locator('[data-part="why-cells"] li').first();
    await voter.locator('canvas.near').waitFor();
    assert.match(await voter.locator('.voter__met').textContent(), /^\d+\s% match$/);
    assert.match(await text(page, '.why-panel .says'), /edges a cell has learned/);
    await axe(page, 'near');
});

test('both reasons for no answer stand in the answer, the sentence and the table', async ({ t }) => {
    // What the network says of its doubts, whatever network it is.
    const page = await openPage(t, {
        prepare: (page) => page.addInitScript(() => {
            const { onmessage } = Object.getOwnPropertyDescriptors(MessagePort.prototype);
            Object.defineProperty(MessagePort.prototype, 'onmessage', {
                ...onmessage,
                set(handler) {
                    onmessage.set.call(this, (event) => {
                        const { data } = event;
                        if (data?.type === 'frame' && window.reason) Object.assign(data.verdict, { digit: null, reason: window.reason, evidence: [0, 0, 0, 0.48, 0, 0.5, 0, 0, 0, 0.02] });
                        handler({ data });
                    });
                },
            });
        }),
    });
    await ready(page);
    for (const [reason, short, sentence] of [
        ['split', 'Between 3 and 5', 'Not sure: between 3 and 5.'],
        ['unlike', 'Unlike any digit I have seen', 'Not sure: unlike any digit I have seen.'],
    ]) {
        await page.evaluate((reason) => Object.assign(window, { reason }), reason);
        await part(page, 'samples').locator(`[data-digit="${reason === 'split' ? 3 : 8}"]`).click();
        await page.waitForFunction((reason) => document.querySelector('[data-testid="answer"]').dataset.reason === reason, reason, PATIENCE);
        assert.equal(await part(page, 'answer').textContent(), '?');
        assert.equal(await page.locator('[data-part="sureness"]').textContent(), short);
        assert((await part(page, 'status').textContent()).startsWith(sentence));
        await page.locator('[data-table="fields"]').evaluate((fold) => Object.assign(fold, { open: true }));
        await page.waitForFunction((words) => document.querySelector('[data-part="table-says"]')?.textContent === words, sentence);
        await axe(page, reason);
    }
});
