// A broken copy learns the same images beside the whole network, which stays what it is.
import assert from 'node:assert/strict';
import { inked, part } from './hand.js';
import { axe, test } from './support/browser.js';
import { LONG, accuracy, digest, openTraining, set, stopped } from './support/training.js';

const cell = async (page, row, column) => page.locator(`[data-testid="break-table"] tbody tr:nth-child(${row}) td:nth-child(${column})`).textContent();

test('a part is taken out of a copy while it runs, and the whole network learns on unchanged', async ({ t }) => {
    const page = await openTraining(t);
    await set(page, 'train-neurons', 30);
    await part(page, 'train-data').selectOption('1000');
    await set(page, 'train-stop-at', 300);
    await part(page, 'train-start').click();
    await stopped(page, 300);
    assert(await part(page, 'break-fields').isHidden());
    await part(page, 'break-inhibition').click();
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="break-fields"]').dataset.changed) === 30, null, LONG);
    assert((await inked(page, 'break-fields')) > 0.1);
    assert.equal(await part(page, 'break-inhibition').getAttribute('aria-pressed'), 'true');
    await set(page, 'train-stop-at', '');
    await part(page, 'train-start').click();
    await stopped(page, 1000);
    await accuracy(page, 1000);
    await page.waitForFunction(() => document.querySelectorAll('.u-legend .u-series').length === 2, null, LONG);
    const [whole, broken] = [Number(await cell(page, 1, 1 + 1)), Number(await cell(page, 2, 1 + 1))];
    assert(broken > 1.5 * whole, `${broken} spikes an image without inhibition, ${whole} with it`);
    await axe(page, 'a part taken out');
    const after = await digest(page);
    await part(page, 'break-end').click();
    await part(page, 'break-fields').waitFor({ state: 'hidden', ...LONG });

    await part(page, 'train-reset').click();
    await part(page, 'train-start').click();
    await stopped(page, 1000);
    assert.equal(await digest(page), after, 'as without any copy');
});

for (const name of ['threshold', 'normalisation', 'depression', 'rest']) {
    test(`a copy without ${name} goes another way`, async ({ t }) => {
        const page = await openTraining(t, { context: { viewport: { width: 360, height: 640 }, locale: 'de-DE' } });
        await set(page, 'train-neurons', 20);
        await part(page, `break-${name}`).click();
        await page.waitForFunction(() => Number(document.querySelector('[data-testid="break-fields"]').dataset.changed) > 0, null, LONG);
        await set(page, 'train-stop-at', 200);
        await part(page, 'train-start').click();
        await stopped(page, 200);
        const pictures = await page.evaluate(() => ['train-fields', 'break-fields'].map((one) => document.querySelector(`[data-testid="${one}"]`).toDataURL()));
        assert.notEqual(pictures[0], pictures[1]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${wide} px too wide`);
    });
}
