// Pages without https have no clipboard: what was to be copied is shown instead.
import assert from 'node:assert/strict';
import { part, ready } from './hand.js';
import { axe, openPage, test } from './support/browser.js';
import { openTraining } from './support/training.js';

/** As browsers have it on a page that came over plain http. */
const plain = (page) => page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined }));

/** What is shown to be copied, and whether all of it is selected. */
async function shown(page) {
    await part(page, 'copy-sheet').waitFor();
    return part(page, 'copy-text').evaluate((field) => {
        assertFocus(field);
        return field.value.slice(field.selectionStart, field.selectionEnd);
        function assertFocus(element) {
            if (document.activeElement !== element) throw new Error('the text has not got the focus');
        }
    });
}

for (const [locale, words] of [['en', /does not let the page use the clipboard/], ['de-DE', /nicht an die Zwischenablage/]]) {
    test(`without a clipboard the link is shown, selected (${locale})`, async ({ t }) => {
        const page = await openPage(t, { path: '#picture=7', prepare: plain, context: { locale } });
        await ready(page);
        await part(page, 'share-link').click();
        assert.equal(await shown(page), await page.evaluate(() => location.href));
        assert.match(await part(page, 'copy-sheet').innerText(), words);
        assert(await part(page, 'notice').isHidden(), 'nothing claims to be copied');
        await axe(page, 'with a link to copy');
        await page.keyboard.press('Escape');
        await part(page, 'copy-sheet').waitFor({ state: 'detached' });
    });
}

test('without a clipboard the command of a run is shown', async ({ t }) => {
    const page = await openTraining(t, { prepare: plain });
    await part(page, 'copy-command').click();
    assert.equal(await shown(page), await part(page, 'train-command').textContent());
    assert.equal(await part(page, 'train-notice').count(), 0);
});

test('without a clipboard the network in a link stands in its field', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20', prepare: plain });
    await part(page, 'train-step').click();
    await page.waitForSelector('[data-testid="brain-link"]:enabled');
    await part(page, 'brain-link').click();
    await part(page, 'brain-made').waitFor();
    assert.doesNotMatch(await part(page, 'brain-made').textContent(), /Copied/);
    assert.match(await part(page, 'brain-address').inputValue(), /#view=train&brain=./);
});

test('without a clipboard the file of a lesson is shown', async ({ t }) => {
    const page = await openPage(t, { path: '#view=learn', prepare: plain });
    await part(page, 'open-builder').click();
    await part(page, 'builder-copy').click();
    assert.equal(await shown(page), await part(page, 'builder-source').inputValue());
});
