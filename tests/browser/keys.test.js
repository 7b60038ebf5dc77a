// Everything without a pointer: drawing by arrow keys, and what a screen reader is told of it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { inked, part, ready, verdict } from './hand.js';
import { openPage } from './support/browser.js';

const still = { reducedMotion: 'reduce' };
const says = (page) => page.locator('#pad-says').textContent();

async function press(page, key, times = 1) {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

for (const locale of ['en', 'de']) {
    test(`a 1 drawn by the arrow keys is read (${locale})`, async (t) => {
        const page = await openPage(t, { context: { ...still, locale } });
        await ready(page);
        await part(page, 'draw-pad').focus();
        await press(page, 'ArrowUp', 8);
        assert.equal(await inked(page, 'draw-pad'), 0, 'a pen that is up leaves no ink');
        await press(page, 'Space');
        assert.match(await says(page), locale === 'en' ? /^Pen down at column 14, row 6\.$/ : /^Stift gesenkt bei Spalte 14, Zeile 6\.$/);
        await press(page, 'ArrowDown', 17);
        await press(page, 'Space');
        assert.match(await says(page), locale === 'en' ? /^Pen up/ : /^Stift gehoben/);
        const { answer, status } = await verdict(page);
        assert.equal(answer, '1', status);
        await page.waitForFunction(() => /ink\.|Tinte\.|empty|leer/.test(document.querySelector('#pad-says').textContent) === false);
    });
}

test('the cursor shows with the keyboard only, and says where it is once it rests', async (t) => {
    const page = await openPage(t, { context: still });
    await ready(page);
    const cursor = page.locator('.pad__cursor');
    assert(await cursor.isHidden());
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    assert(await cursor.isVisible());
    const said = await page.evaluate(() => {
        const heard = [];
        new MutationObserver(() => heard.push(document.querySelector('#pad-says').textContent)).observe(document.querySelector('#pad-says'), { childList: true, subtree: true });
        return void Object.assign(window, { heard });
    });
    assert.equal(said, undefined);
    await press(page, 'ArrowRight', 4);
    await page.waitForFunction(() => window.heard.length > 0);
    assert.deepEqual(await page.evaluate(() => window.heard), ['Column 19, row 14: empty.'], 'one sentence for five steps');
});

test('Shift erases under the cursor, Escape drops the stroke, Delete clears, and Undo brings back', async (t) => {
    const page = await openPage(t, { context: still });
    await ready(page);
    await part(page, 'draw-pad').focus();
    await press(page, 'ArrowUp', 8);
    await press(page, 'Enter');
    await press(page, 'ArrowDown', 17);
    await press(page, 'Enter');
    await verdict(page);
    const whole = await inked(page, 'draw-pad');
    await press(page, 'ArrowUp', 8);
    await press(page, 'Shift+Space');
    const cut = await inked(page, 'draw-pad');
    assert(cut < whole && cut > 0.6 * whole, `${cut} of ${whole} is left of a line with a gap`);
    await press(page, 'Shift+ArrowUp', 3);
    assert((await inked(page, 'draw-pad')) < cut, 'Shift and an arrow go on erasing');
    await press(page, 'Control+z', 4);
    assert.equal(await inked(page, 'draw-pad'), whole, 'undone');
    await press(page, 'Space');
    await press(page, 'ArrowRight', 6);
    assert((await inked(page, 'draw-pad')) > whole);
    await press(page, 'Escape');
    assert.equal(await inked(page, 'draw-pad'), whole, 'the stroke under way is gone');
    await press(page, 'Delete');
    assert.equal(await inked(page, 'draw-pad'), 0);
});

test('a stroke under way counts when the focus leaves the pad', async (t) => {
    const page = await openPage(t, { context: still });
    await ready(page);
    await part(page, 'draw-pad').focus();
    await press(page, 'ArrowUp', 8);
    await press(page, 'Space');
    await press(page, 'ArrowDown', 17);
    await page.keyboard.press('Tab');
    assert.equal((await verdict(page)).answer, '1');
});
