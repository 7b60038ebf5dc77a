// What went wrong with a file is said where the reader is, however far down the page that is.
import assert from 'node:assert/strict';
import { assertWithin, part, ready } from './hand.js';
import { axe, openPage, test } from './support/browser.js';
import { openTraining } from './support/training.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const wrong = (name) => ({ name, mimeType: '', buffer: Buffer.from('neither a network nor a picture') });

/** Whether the notice, with some words, can be seen without scrolling. */
async function seen(page, words) {
    await part(page, 'notice').filter({ hasText: words }).waitFor();
    assert(await page.evaluate(() => scrollY > 640), 'the reader is far down');
    assertWithin(await part(page, 'notice').boundingBox(), 640, 'the notice');
}

for (const [locale, network, picture] of [['en', /not a complete safetensors file/, /not a picture this browser can open/], ['de-DE', /keine vollständige safetensors-Datei/, /ist kein Bild/]]) {
    test(`a file that cannot be opened is told where the reader is (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { ...phone, locale } });
        await ready(page);
        await part(page, 'model-file').scrollIntoViewIfNeeded();
        await part(page, 'model-file').setInputFiles(wrong('no.safetensors'));
        await seen(page, network);
        await axe(page, 'with the notice');
        // It stands in the way of nothing.
        await page.getByRole('button', { name: locale === 'en' ? 'Close' : 'Schließen' }).filter({ visible: true }).press('Enter');
        assert(await part(page, 'notice').isHidden());
        await page.evaluate(() => {
            const transfer = new DataTransfer();
            transfer.items.add(new File(['no picture'], 'no.png', { type: 'image/png' }));
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        });
        await seen(page, picture);
    });
}

test('in training, too, for files that are chosen and for those that are dropped', async ({ t }) => {
    const page = await openTraining(t, { context: phone });
    await part(page, 'run-file').scrollIntoViewIfNeeded();
    await part(page, 'run-file').setInputFiles(wrong('no.safetensors'));
    await seen(page, /not a complete safetensors file/);
    await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['no picture'], 'no.png', { type: 'image/png' }));
        document.querySelector('[data-part="train"]').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await seen(page, /not a picture this browser can open/);
});
