// The three doors of the first screen: what they say is what happens.
import assert from 'node:assert/strict';
import { part, ready } from './hand.js';
import { axe, openPage, test } from './support/browser.js';
import { LONG } from './support/training.js';

const images = (page, from, to) => page.waitForFunction(([from, to]) => {
    const seen = Number(document.querySelector('[data-testid="train-progress"]')?.dataset.images);
    return seen >= from && seen <= to;
}, [from, to], LONG);

for (const [name, viewport] of [['a laptop', { width: 1280, height: 720 }], ['a telephone', { width: 390, height: 844 }]]) {
    test(`they are there before something is drawn, and no longer (${name})`, async ({ t }) => {
        const page = await openPage(t, { drawer: '', context: { viewport } });
        await ready(page);
        for (const door of ['learn', 'symbols', 'lessons']) await part(page, `door-${door}`).waitFor();
        const bottom = await part(page, 'door-lessons').evaluate((door) => door.getBoundingClientRect().bottom);
        assert(bottom <= viewport.height, `the last door ends at ${bottom}`);
        await axe(page, name);
        await part(page, 'samples').locator('button').first().click();
        await part(page, 'door-learn').waitFor({ state: 'hidden' });
    });
}

test('a hundred blank cells learn at once, and again', async ({ t }) => {
    const page = await openPage(t, { drawer: '' });
    await ready(page);
    await part(page, 'door-learn').click();
    await images(page, 1, 5000);
    assert.equal(await part(page, 'train-neurons').inputValue(), '100');
    await images(page, 5000, 5000);
    await part(page, 'view-look').click();
    await part(page, 'door-learn').click();
    await images(page, 1, 4500);
});

test('a symbol of one’s own: the pad for it has the focus', async ({ t }) => {
    const page = await openPage(t, { drawer: '' });
    await ready(page);
    await part(page, 'door-symbols').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.dataset.testid === 'symbols-pad', undefined, LONG);
    await page.goBack();
    await part(page, 'door-lessons').click();
    await part(page, 'lesson-list').waitFor();
});
