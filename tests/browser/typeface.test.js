// The page's typeface loads only after the first look, so that it never delays one.
import assert from 'node:assert/strict';
import { came, part, ready, typeset, verdict } from './hand.js';
import { openPage, test } from './support/browser.js';

/** Whether it was asked for, and whether it is there. */
const typeface = (page) =>
    page.evaluate(() => ({
        asked: performance.getEntriesByType('resource').some(({ name }) => name.includes('figtree')),
        there: [...document.fonts].some(({ family, status }) => family === 'Figtree' && status === 'loaded'),
    }));

test('it comes after the first look', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await came(page, 'later');
    assert.deepEqual(await typeface(page), { asked: false, there: false });
    await part(page, 'samples').locator('[data-digit="3"]').click();
    await verdict(page);
    await typeset(page);
    assert.equal((await typeface(page)).asked, true);
});

test('it comes with another view, and not at all for who saves data', async ({ t }) => {
    const page = await openPage(t, { path: '#view=faq' });
    await typeset(page);
    const saving = await openPage(t, {
        path: '#picture=3',
        prepare: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } })),
    });
    await verdict(saving);
    await came(saving, 'later');
    // What is asked for would be asked for before this.
    await saving.evaluate(() => fetch(location.href));
    assert.deepEqual(await typeface(saving), { asked: false, there: false });
});
