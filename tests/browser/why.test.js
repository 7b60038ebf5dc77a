// Why this digit, and every spike that led to it.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { draw, drawn, inked, part, ready, verdict, votes } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** Spikes of the cells in a list of the panel. */
const spikesOf = (page, list) => page.locator(`[data-part="${list}"] li`).evaluateAll((items) => items.map((item) => Number(item.dataset.spikes)));
const sum = (counts) => counts.reduce((all, count) => all + count, 0);

for (const [name, context] of Object.entries({ 'a laptop': {}, 'a telephone': phone, 'the dark': { colorScheme: 'dark' } })) {
    test(`shows who voted for a digit, adding up to its bar (${name})`, async ({ t }) => {
        const page = await openPage(t, { context });
        await ready(page);
        assert(await part(page, 'why').isHidden());
        await part(page, 'samples').locator('[data-digit="3"]').click();
        await verdict(page);
        const bars = await votes(page);
        for (let digit = 0; digit < 10; digit += 1) {
            await part(page, `vote-${digit}`).click();
            assert.equal(sum(await spikesOf(page, 'why-cells')), bars[digit], `the bar of the ${digit}`);
            const others = bars.filter((_, other) => other !== digit);
            assert.equal(sum(await spikesOf(page, 'why-next-cells')), Math.max(...others), `the next after the ${digit}`);
        }
        const leader = bars.indexOf(Math.max(...bars));
        await part(page, `vote-${leader}`).click();
        assert.match(await part(page, 'why').innerText(), new RegExp(`Why an? ${leader}\\?[\\s\\S]*${bars[leader]} spikes`));
        await axe(page, 'with the panel open');
        await page.locator('[data-part="why-close"]').click();
        assert(await part(page, 'why').isHidden());
        assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), `vote-${leader}`);
    });
}

test('answers why with the keyboard, and follows the scrubber', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await draw(page, digits[5]);
    await verdict(page);
    await part(page, 'vote-5').focus();
    await page.keyboard.press('Enter');
    assert(await part(page, 'why').isVisible());
    assert.equal(await part(page, 'vote-5').getAttribute('aria-expanded'), 'true');
    const all = sum(await spikesOf(page, 'why-cells'));
    await part(page, 'scrub').fill('300');
    await page.waitForFunction((most) => Number(document.querySelector('[data-testid="vote-5"]').dataset.spikes) < most, all);
    await drawn(page);
    assert.equal(sum(await spikesOf(page, 'why-cells')), (await votes(page))[5]);
});

for (const speed of ['350', '1000', 'Infinity']) {
    test(`the raster draws every spike that was counted, at a pace of ${speed}`, async ({ t }) => {
        const page = await openPage(t, { context: moving });
        await ready(page);
        await part(page, 'speed').selectOption(speed);
        await part(page, 'samples').locator('[data-digit="3"]').click();
        await verdict(page);
        const drawn = async () => (await part(page, 'raster').getAttribute('data-drawn')).split(' ').map(Number);
        const check = async (when) => {
            await drawn(page);
            const [input, exc, inh] = await drawn();
            const said = await page.locator('[data-part="input-count"]').textContent();
            assert.equal(input, Number(said.replace(/\D/g, '')), when);
            assert.match(await page.locator('[data-part="fields-count"]').textContent(), new RegExp(`^${exc} spikes? .* by ${inh} spikes?`), when);
        };
        await check('played');
        await part(page, 'raster-order').selectOption('activity');
        await check('sorted by activity');
        await part(page, 'scrub').fill('200');
        await page.waitForSelector('html[data-mood="looking"]');
        await check('at 100 ms');
        assert((await inked(page, 'raster')) > 0.05);
    });
}

test('tells the spikes of the raster in a table too', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await part(page, 'samples').locator('[data-digit="1"]').click();
    await verdict(page);
    await page.locator('[data-part="raster-table"] summary').click();
    // A fold says that it has opened only after it has.
    await page.locator('[data-part="raster-rows"] tr').first().waitFor();
    const rows = await page.locator('[data-part="raster-rows"] tr').evaluateAll((all) => all.map((row) => row.innerText.split('\t').map(Number)));
    const bars = await votes(page);
    assert.equal(rows.filter(([, , digit]) => digit === 1).length, bars[1]);
    assert(rows.every(([time], at) => at === 0 || time >= rows[at - 1][0]), 'in order of time');
    await axe(page, 'with the table open');
});
