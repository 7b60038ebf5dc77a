// Questions and answers: found by words, opened by a link, and every set-up true.
import assert from 'node:assert/strict';
import { part, PATIENCE, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const answer = (page, anchor) => page.locator(`#faq-${anchor}`);

async function openQuestions(t, options = {}) {
    const page = await openPage(t, { path: '#view=faq', ...options });
    await page.waitForSelector('.faq[data-ready]');
    return page;
}

/** Opens a question and takes its set-up. */
async function tryIt(page, anchor) {
    await part(page, 'view-faq').click();
    await page.waitForSelector('.faq[data-ready]');
    if (!(await answer(page, anchor).evaluate((details) => details.open))) await answer(page, anchor).locator('summary').click();
    await answer(page, anchor).locator('a.live').click();
}

for (const [name, context, words] of [
    ['English, light', {}, /Theta decides/],
    ['German, dark, on a telephone', { locale: 'de-DE', colorScheme: 'dark', viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, /entscheiden die\s+thetas/],
]) {
    test(`a link opens an answer, and axe finds nothing in it (${name})`, async ({ t }) => {
        const page = await openQuestions(t, { path: '#view=faq&ask=spikes', context });
        assert.match(await answer(page, 'spikes').innerText(), words);
        assert(await answer(page, 'spikes').locator('math').isVisible());
        assert.equal(await page.locator('.faq details[open]').count(), 1);
        await axe(page, 'questions');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${wide} px too wide`);
    });
}

test('words narrow the list down, and the address says what is open', async ({ t }) => {
    const page = await openQuestions(t);
    const seen = () => page.locator('.faq details:visible').evaluateAll((all) => all.map(({ id }) => id));
    const all = (await seen()).length;
    assert(all >= 16, `${all} questions`);
    await part(page, 'faq-search').fill('DIAGONAL zero');
    assert.deepEqual(await seen(), ['faq-one-to-one']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await answer(page, 'one-to-one').locator('pre').waitFor();
    await page.waitForFunction(() => location.hash === '#view=faq&ask=one-to-one');
    await part(page, 'faq-search').fill('no such words');
    assert.match(await page.locator('.faq [role="status"]').textContent(), /No question/);
    assert((await page.locator('[data-testid="glossary"] dt:visible').count()) > 20, 'terms stay where none has the words');
    await part(page, 'faq-search').fill('refractory');
    assert.equal(await page.locator('[data-testid="glossary"] dt:visible').count() < 5, true);
    await part(page, 'faq-search').fill('');
    assert.equal((await seen()).length, all);
    await answer(page, 'pause').locator('summary').click();
    await page.waitForFunction(() => location.hash === '#view=faq&ask=pause');
    assert.equal(await page.locator('.faq details[open]').count(), 1, 'one at a time');
});

/** Waits until the status line says these words. */
const status = (page, words) =>
    page.waitForFunction(([source]) => new RegExp(source).test(document.querySelector('[data-testid="status"]').textContent), [words.source], PATIENCE);

test('what is tried is true, without loading the page again', async ({ t }) => {
    const page = await openQuestions(t);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await tryLooks(page);
    await trySizes(page);
    await tryLaboratory(page);
    await tryRuns(page);
    assert(await page.evaluate(() => window.same), 'it is the same page as at first');
});

async function tryLooks(page) {
    const inspector = () => part(page, 'cell-inspector').innerText();
    const g_i = async (cell) => Number((await page.locator(`[data-cell="${cell}"]`).innerText()).match(/\+ ([\d.]+) · \(−100/)[1]);

    // A faint 1 needs a second look.
    await tryIt(page, 'spikes');
    await ready(page);
    assert.match((await verdict(page)).status, /It took 2 looks/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'view-look');

    // Each excitatory spike is answered.
    await tryIt(page, 'i-syn-i');
    await status(page, /reads a 0/);
    const [, spikes, answers] = /^(\d+) spikes.* by (\d+) spikes/.exec(await page.locator('[data-part="fields-count"]').textContent());
    assert.equal(spikes, answers);

    // In the pause the conductances go first.
    await tryIt(page, 'pause');
    await status(page, /at 360 ms: no cell/);
    const gone = [...(await inspector()).matchAll(/\+ ([\d.]+) · \(0 − /g)];
    assert.deepEqual(gone.map(([, g_e]) => g_e), ['0.00', '0.00']);

    // 153 has fired: 284 is inhibited by 20, 153 is not.
    await tryIt(page, 'one-to-one');
    await status(page, /at 50 ms: 2 leads/);
    await page.waitForFunction(() => /20\.00/.test(document.querySelector('[data-cell="284"]')?.textContent), null, PATIENCE);
    assert.deepEqual([await g_i(153), await g_i(284)], [0, 20]);
    await tryIt(page, 'weights-by-hand');
    await status(page, /at 52 ms/);
    await tryIt(page, 'unit');
    await status(page, /at 45 ms/);
    assert.match(await inspector(), /100 ms · dv\/dt = /);
}

/** Two sizes look at the same digit, then one of them twice with the same noise. */
async function trySizes(page) {
    await tryIt(page, 'sizes');
    await page.waitForFunction(() => /1,600 cells/.test(document.querySelector('[data-testid="compare"]').textContent), null, PATIENCE);
    assert.equal(await part(page, 'model-select').inputValue(), '100');
    assert.equal(await page.locator('[data-testid="cell-inspector"] li').count(), 0, 'nobody is watched any more');
    await tryIt(page, 'draw-weights');
    await page.waitForFunction(() => document.querySelector('[data-testid="model-select"]').value === '1600' && document.querySelector('[data-testid="fields-colour"]').ariaPressed === 'true', null, PATIENCE);
    await tryIt(page, 'at-rest');
    await status(page, /reads a 7/);
    const digest = await part(page, 'digest').textContent();
    await part(page, 'same-noise').click();
    await page.waitForFunction(() => document.documentElement.dataset.mood === 'looking' || document.documentElement.dataset.mood === 'sure');
    await verdict(page);
    assert.equal(await part(page, 'digest').textContent(), digest);
}

/** The laboratory has the paper's figures: 6.4 spikes in 100 ms, 1.3 in 20 ms. */
async function tryLaboratory(page) {
    await tryIt(page, 'time-constants');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="membrane-figures"] tbody tr').length === 2, null, PATIENCE);
    assert.deepEqual(await page.locator('[data-testid="membrane-figures"] [data-within]').evaluateAll((all) => all.map(({ dataset }) => Number(dataset.within))), [6.375, 1.275]);
}

async function tryRuns(page) {
    for (const [anchor, fields] of Object.entries({
        'stdp-offset': { 'train-rule': 'power_law', 'train-param-rule.x_tar': '0.4' },
        'simple-stdp': { 'train-rule': 'pair' },
        squares: { 'train-neurons': '150' },
        memory: { 'train-data': '60000' },
        'a-day': { 'train-neurons': '400', 'train-data': '6600' },
    })) {
        await tryIt(page, anchor);
        for (const field of Object.entries(fields)) {
            await page.waitForFunction(([name, wanted]) => document.querySelector(`[data-testid="${name}"]`)?.value === wanted, field, PATIENCE);
        }
    }
}
