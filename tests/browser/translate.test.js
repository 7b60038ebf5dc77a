// A browser that translates the page puts <font> in the place of text, at first and wherever text changes. Figures go on all the same.
import assert from 'node:assert/strict';
import { part, ready, verdict } from './hand.js';
import { openPage, test } from './support/browser.js';
import { digest, openTraining, stopped } from './support/training.js';

/** Translates as browsers do: not what is marked, and with new text nodes in the place of the old ones. */
const translate = (page) =>
    page.evaluate(() => {
        const wrap = (root) => {
            const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts.filter((text) => text.data.trim() !== '' && !text.parentElement?.closest('[translate="no"], font, script, style, textarea, math, svg'))) {
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                inner.textContent = text.data;
                outer.append(inner);
                text.replaceWith(outer);
            }
        };
        wrap(document.body);
        new MutationObserver((changes) => changes.forEach(({ target }) => wrap(target))).observe(document.body, { childList: true, characterData: true, subtree: true });
    });

/** Whether the translator has been here. */
const translated = (page, selector) => page.locator(selector).evaluate((element) => element.querySelector('font') !== null);

test('the drawing view goes on when it is translated', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3' });
    await ready(page);
    await verdict(page);
    await translate(page);
    assert(await translated(page, '[data-text="votesTitle"] >> nth=0'), 'what stays is translated');
    await part(page, 'samples').locator('[data-digit="7"]').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="answer"]').dataset.digit === '7');
    const { answer, status, votes } = await verdict(page);
    assert.equal(answer, '7');
    assert.match(status, /7/);
    assert.equal(await part(page, 'narration').textContent(), status);
    assert.match(await part(page, 'vote-7').textContent(), new RegExp(String(votes[7])));
    await part(page, 'scrub').fill('301');
    await page.waitForFunction(() => /^150.5 of/.test(document.querySelector('[data-part="moment"]').textContent));
    for (const name of ['answer', 'status', 'narration', 'vote-7', 'digest']) assert(!(await translated(page, `[data-testid="${name}"]`)), name);
    for (const name of ['votes-top', 'moment', 'input-count', 'fields-count', 'time']) assert(!(await translated(page, `[data-part="${name}"]`)), name);
});

test('training goes on when it is translated', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20' });
    const before = await digest(page);
    await translate(page);
    assert(await translated(page, '.train__lead'), 'what stays is translated');
    await part(page, 'train-step').click();
    await stopped(page, 1);
    await page.waitForFunction((old) => document.querySelector('[data-testid="train-digest"]').textContent !== old, before);
    assert.match(await digest(page), /^[0-9a-f]{16}$/);
    assert.match(await page.locator('.train-run__progress').textContent(), /\b1\b/);
});
