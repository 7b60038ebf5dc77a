// The menu behind ⋯: language, keys, the code that embeds the page, what the page is, the state's digest.
import assert from 'node:assert/strict';
import { part, ready, typeset, verdict } from './hand.js';
import { axe, openPage, siteOrigin, test } from './support/browser.js';

const isOpen = (page) => page.locator('.menu').evaluate((/** @type {HTMLDetailsElement} */ menu) => menu.open);
test('the menu opens and closes like a menu, by mouse and keyboard', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5' });
    await verdict(page);
    // The last of what comes after the first vote.
    await typeset(page);
    await part(page, 'menu').click();
    await part(page, 'shortcuts').waitFor();
    assert.match(await part(page, 'digest').innerText(), /^[0-9a-f]{16}$/);
    await axe(page, 'with the menu open');
    await part(page, 'draw-pad').click({ position: { x: 5, y: 5 } });
    assert.equal(await isOpen(page), false, 'a click elsewhere closes it');
    await part(page, 'menu').focus();
    await page.keyboard.press('Enter');
    assert.equal(await isOpen(page), true);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'language');
    await page.keyboard.press('Escape');
    assert.deepEqual([await isOpen(page), await page.evaluate(() => document.activeElement.dataset.testid)], [false, 'menu']);
    await part(page, 'menu').click();
    await part(page, 'about-open').click();
    assert.equal(await isOpen(page), false);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2', 'what the page is');
});

test('the code that embeds the page shows it as it stands', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5&seed=3', context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await ready(page);
    await part(page, 'menu').click();
    await part(page, 'share-embed').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="notice"]').textContent !== '');
    const code = await page.evaluate(() => navigator.clipboard.readText());
    assert(code.startsWith(`<script src="${siteOrigin()}/embed.js"></script><stdp-demo state="`), code);
    const state = await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').querySelector('stdp-demo').getAttribute('state'), code);
    assert.deepEqual([new URLSearchParams(state).get('picture'), new URLSearchParams(state).get('seed')], ['5', '3']);
});
