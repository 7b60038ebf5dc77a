// Terms of the page say what they mean: to a mouse, a finger and the keyboard.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { came, draw, drawn, part, PATIENCE, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const term = (page, id) => page.locator(`[data-term="${id}"]:visible`).first();
const popover = (page) => part(page, 'glossary-popover');

async function openTerms(t, options = {}) {
    const page = await openPage(t, options);
    await page.waitForSelector('.bench [data-term="seed"]', { ...PATIENCE, state: 'attached' });
    return page;
}

test('the mouse: pointing says it, going away closes it, and the page reads digits as before', async ({ t }) => {
    const page = await openTerms(t, { path: '#picture=7&cells=374', prepare: (page) => page.clock.install() });
    await ready(page);
    await term(page, 'membrane-potential').hover();
    await popover(page).waitFor();
    assert.match(await popover(page).innerText(), /in mV[^]*Diehl & Cook 2015, 2\.1/);
    assert(await popover(page).locator('math').isVisible());
    await axe(page, 'with a popover');
    await popover(page).hover();
    await page.clock.runFor(500);
    assert(await popover(page).isVisible(), 'it stays for who goes over to it');
    await page.mouse.move(5, 5);
    await popover(page).waitFor({ state: 'hidden' });
    await draw(page, digits[3]);
    assert.equal((await verdict(page)).answer, '3');
});

test('the keyboard: Tab comes to each term once, says it, goes on into it, and Escape closes it', async ({ t }) => {
    const page = await openTerms(t);
    const stops = await page.locator('.bench a.term').evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).map(({ dataset }) => dataset.term));
    assert.equal(new Set(stops).size, stops.length, stops.join());
    await part(page, 'new-noise').focus();
    await page.keyboard.press('Shift+Tab');
    while ((await page.evaluate(() => document.activeElement.dataset.term)) !== 'seed') await page.keyboard.press('Shift+Tab');
    await popover(page).waitFor();
    const link = term(page, 'seed');
    assert.equal(await link.getAttribute('aria-expanded'), 'true');
    assert.equal(await link.getAttribute('aria-describedby'), await popover(page).getAttribute('id'));
    await page.keyboard.press('Escape');
    await popover(page).waitFor({ state: 'hidden' });
    assert.equal(await link.getAttribute('aria-expanded'), 'false');
    await page.keyboard.press('Space');
    await popover(page).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.closest('.glossary-popover') !== null), true, 'its link comes next');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.faq[data-ready] #faq-term-seed.terms__asked', PATIENCE);
    assert.match(await page.evaluate(() => location.hash), /view=faq&ask=term-seed/);
});

test('a finger: a tap says it in German, on the screen, and a tap elsewhere closes it', async ({ t }) => {
    const page = await openTerms(t, { context: { ...phone, locale: 'de-DE' } });
    await term(page, 'receptive-field').tap();
    await popover(page).waitFor();
    assert.match(await popover(page).innerText(), /Rezeptives Feld/);
    const { x, y, width, height } = await popover(page).boundingBox();
    assert(x >= 0 && y >= 0 && x + width <= 360 && y + height <= 640, `${x} ${y} ${width} ${height}`);
    await page.touchscreen.tap(180, y > 320 ? 20 : 620);
    await popover(page).waitFor({ state: 'hidden' });
});

test('terms in what is drawn anew: a watched cell, and the training view', async ({ t }) => {
    const page = await openTerms(t, { path: '#picture=7&cells=374,380' });
    await ready(page);
    await term(page, 'theta').hover();
    await popover(page).waitFor();
    assert.match(await popover(page).innerText(), /Adaptive threshold/);
    await part(page, 'view-train').click();
    await page.waitForSelector('[data-part="train"][data-ready]', PATIENCE);
    const marked = () => page.locator('[data-part="setup"] [data-term], .train [data-term]').evaluateAll((all) => all.map((one) => `${one.dataset.term} ${one.textContent}`));
    const before = await marked();
    assert(before.length > 8, before.join());
    await part(page, 'train-rule').selectOption('pair');
    await page.locator('[data-testid="train-param-rule.tau_x_post"]').waitFor({ ...PATIENCE, state: 'attached' });
    await drawn(page);
    assert.deepEqual(await marked(), before, 'still there after the panels were shown anew');
    await term(page, 'synapse').click();
    await popover(page).waitFor();
    await axe(page, 'training, with a popover');
});

test('terms in the laboratory and in a lesson, which stay beside each other', async ({ t }) => {
    const page = await openTerms(t, { path: '#lesson=synapse.1' });
    await page.waitForSelector('.guide .term', PATIENCE);
    await page.waitForSelector('[data-part="lab"][data-ready]', PATIENCE);
    const marked = (place) => page.locator(`${place} [data-term]`).evaluateAll((all) => all.map(({ dataset }) => dataset.term));
    assert((await marked('[data-part="lab"]')).length > 5, 'the laboratory');
    assert((await marked('.guide')).includes('synapse'), 'the lesson');
    await page.locator('.guide [data-term="synapse"]').click();
    await popover(page).waitFor();
    await popover(page).locator('a').click();
    await page.waitForSelector('#faq-term-synapse.terms__asked', PATIENCE);
    assert(await page.locator('.guide .term').first().isVisible(), 'the lesson is still there');
});

test('a page inside another has no popovers', async ({ t }) => {
    const asked = [];
    const page = await openPage(t, { path: '?embed', prepare: async (page) => void page.on('request', (request) => asked.push(request.url())) });
    await ready(page);
    await came(page, 'later');
    // Requests are made in order: those for the words of the terms would come before this one.
    await page.evaluate(() => fetch(location.href));
    assert.deepEqual(asked.filter((url) => /\/glossary-/.test(url)), []);
    assert.equal(await page.locator('a.term').count(), 0);
});
