// The demo inside somebody else's page, on another host: one line, and it lives there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { digits } from './digits.js';
import { draw, part, PATIENCE, ready, verdict } from './hand.js';
import { openPage, siteOrigin, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const example = readFileSync(new URL('../../docs/embed-example.html', import.meta.url), 'utf8');

/** Another host's page, with the example of the docs in it. */
async function openExample(t, { change = (html) => html, context = {} } = {}) {
    const origin = siteOrigin();
    const html = change(example.replace('http://localhost:5173', origin));
    assert(html.includes(origin), 'the example loads embed.js');
    const other = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
    await new Promise((then) => other.listen(0, '127.0.0.1', then));
    t.after(() => other.close());
    const page = await openPage(t, { path: 'embed.js', context, expected: [/^another host: /, /favicon/] });
    await page.goto(`http://127.0.0.1:${other.address().port}/lesson`);
    const frame = await (await page.waitForSelector('stdp-demo')).evaluateHandle((demo) => demo.shadowRoot.querySelector('iframe'));
    const inside = await frame.asElement().contentFrame();
    await inside.waitForSelector('html[data-network="ready"]', PATIENCE);
    return { page, inside, frame };
}

test('the example of the docs shows the live demo, and hears what it read', async ({ t }) => {
    const { page, inside, frame } = await openExample(t);
    const { answer } = await verdict(inside);
    assert.equal(answer, '4');
    await page.waitForFunction(() => /^a 4, by \d+ of \d+ spikes$/.test(document.querySelector('#read').textContent));
    for (const name of ['seed', 'pin', 'threshold']) assert(await part(inside, name).isHidden(), `${name} is hidden`);
    for (const name of ['draw-pad', 'fields', 'play', 'raster', 'whole-page']) assert(await part(inside, name).isVisible(), `${name} is there`);
    const heights = async () => [await frame.evaluate((element) => element.clientHeight), await inside.evaluate(() => document.body.getBoundingClientRect().height)];
    await expect.poll(async () => (([outer, inner]) => Math.abs(outer - inner))(await heights()), { ...PATIENCE, message: 'the frame is as high as what is in it' }).toBeLessThanOrEqual(1);
    const [outer] = await heights();
    await part(inside, 'vote-4').click();
    await page.waitForFunction((before) => document.querySelector('stdp-demo').shadowRoot.querySelector('iframe').clientHeight > before + 50, outer);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), []);
});

test('one line with nothing else is enough, on a telephone too, and follows its attributes', async ({ t }) => {
    const line = (html) => html.replace(/<stdp-demo[^>]*>/, '<stdp-demo>');
    const { page, inside } = await openExample(t, { change: line, context: phone });
    assert.equal(await inside.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing sticks out');
    assert(await inside.locator('h1').isHidden());
    await page.evaluate(() => document.querySelector('stdp-demo').setAttribute('lang', 'de'));
    await inside.waitForSelector('html[lang="de"][data-network="ready"]', PATIENCE);
});

test('?embed alone does for a frame of one’s own, and leads to the whole page with the same state', async ({ t }) => {
    const page = await openPage(t, { path: '?embed#seed=7' });
    await ready(page);
    await draw(page, digits[7]);
    const { votes } = await verdict(page);
    assert(await page.locator('h1').isHidden());
    await page.waitForFunction(() => location.hash.includes('picture='));
    const [whole] = await Promise.all([page.context().waitForEvent('page'), part(page, 'whole-page').click()]);
    await ready(whole);
    assert(!whole.url().includes('embed'));
    assert(await whole.locator('h1').isVisible());
    assert.deepEqual((await verdict(whole)).votes, votes);
});
