// index.html opened from the disk: nothing runs there, and the page says what it needs.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { ready } from './hand.js';
import { openPage, test } from './support/browser.js';

test('opened as a file, the page says that it needs a server', async ({ t }) => {
    const context = await t.browser.newContext();
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(`file://${fileURLToPath(new URL('../../dist/index.html', import.meta.url))}`);
    const said = page.locator('.unserved');
    await said.waitFor();
    assert.match(await said.textContent(), /needs a web server/);
    const { y, height } = await said.boundingBox();
    assert(y >= 0 && y + height < 720, 'in sight');
});

test('served, the page says nothing of it', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    assert.equal(await page.locator('.unserved').count(), 0);
});
