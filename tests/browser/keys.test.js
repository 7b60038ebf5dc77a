// Everything without a pointer: drawing by arrow keys, and what a screen reader is told of it.
import assert from 'node:assert/strict';
import { KEYS } from '../../www/js/shell/keys.ts';
import { inked, part, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const says = (page) => page.locator('#pad-says').textContent();

async function press(page, key, times = 1) {
    for (let count = 0; count < times; count += 1) await page.keyboard.press(key);
}

for (const locale of ['en', 'de']) {
    test(`a 1 drawn by the arrow keys is read (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { locale } });
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

test('the cursor shows with the keyboard only, and says where it is once it rests', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const cursor = page.locator('.pad__cursor');
    assert(await cursor.isHidden());
    // The pad comes after the names of the views.
    await page.locator('.views a').last().focus();
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

test('Shift erases under the cursor, Escape drops the stroke, Delete clears, and Undo brings back', async ({ t }) => {
    const page = await openPage(t);
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

test('a stroke under way counts when the focus leaves the pad', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await part(page, 'draw-pad').focus();
    await press(page, 'ArrowUp', 8);
    await press(page, 'Space');
    await press(page, 'ArrowDown', 17);
    await page.keyboard.press('Tab');
    assert.equal((await verdict(page)).answer, '1');
});

for (const locale of ['en', 'de']) {
    test(`? opens the sheet of all keys, Escape closes it, and axe finds nothing in it (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { locale } });
        await ready(page);
        await page.keyboard.press('?');
        const sheet = part(page, 'shortcut-sheet');
        await sheet.waitFor();
        const words = await sheet.innerText();
        for (const key of Object.keys(KEYS)) assert(words.includes(key), `${key} is listed`);
        assert.match(words, locale === 'en' ? /Lower or lift the pen/ : /Den Stift senken oder heben/);
        if (locale === 'de') assert.doesNotMatch(words, /\b(the|Space|Shift|cell)\b/);
        await axe(page, 'the sheet of keys');
        await page.keyboard.press('Escape');
        await sheet.waitFor({ state: 'detached' });
        await part(page, 'menu').click();
        await part(page, 'shortcuts').click();
        await sheet.waitFor();
        await sheet.locator('button').click();
        await sheet.waitFor({ state: 'detached' });
        assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'shortcuts', 'the focus is back');
    });
}

test('single keys work the page, and not where something is typed', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await part(page, 'samples').locator('[data-digit="6"]').click();
    await verdict(page);
    const digest = await part(page, 'digest').textContent();
    await press(page, 'w');
    await page.waitForSelector('[data-testid="vote-6"][aria-expanded="true"]');
    await press(page, 'x');
    await page.waitForFunction((before) => !['–', before].includes(document.querySelector('[data-testid="digest"]').textContent), digest);
    await part(page, 'seed').fill('2015');
    await press(page, 'Enter');
    await page.waitForFunction((before) => document.querySelector('[data-testid="digest"]').textContent === before, digest);
    await part(page, 'pin-cell').focus();
    await press(page, 'c');
    assert.equal(await part(page, 'pin-cell').inputValue(), 'c', 'a letter that is typed is a letter');
    assert((await inked(page, 'draw-pad')) > 0);
    await press(page, 'Tab');
    await press(page, 'd');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'draw-pad');
    await press(page, 'm');
    assert.equal(await part(page, 'sound-toggle').getAttribute('aria-pressed'), 'true');
    await press(page, 'f');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'fields');
    await press(page, 'p');
    await page.waitForFunction(() => document.querySelector('[data-testid="pause"]').hidden === false || document.documentElement.dataset.mood === 'sure');
    await press(page, 'c');
    await page.waitForFunction(() => document.documentElement.dataset.pad === 'blank');
});

test('single keys can be switched off, and the address keeps it', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await page.keyboard.press('?');
    await part(page, 'keys-toggle').click();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => location.hash === '#keys=off');
    await page.keyboard.press('?');
    await page.keyboard.press('d');
    assert.equal(await part(page, 'shortcut-sheet').count(), 0);
    assert.notEqual(await page.evaluate(() => document.activeElement.dataset.testid), 'draw-pad');
});
