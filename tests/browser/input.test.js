// The input as a lesson: what becomes of the votes when a digit is not centred, moved, turned, thickened or noisy; and pictures
// from files, pasted and dropped.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { draw, part, ready, verdict, votes } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const digest = (page) => part(page, 'digest').textContent();
/** Waits until a state other than that has ended its look. */
async function changed(page, before) {
    const found = await page.waitForFunction((old) => {
        const { textContent } = document.querySelector('[data-testid="digest"]');
        // In one moment: another look may follow at once, where several things were changed.
        return textContent.length === 16 && textContent !== old && ['sure', 'unsure'].includes(document.documentElement.dataset.mood) && textContent;
    }, before);
    return found.jsonValue();
}
/** Waits until the look is the one that has this digest. */
const becomes = (page, wanted) => page.waitForFunction((text) => document.querySelector('[data-testid="digest"]').textContent === text, wanted);
const set = (page, name, value) => part(page, `input-${name}`).fill(String(value));

/** A JPEG, in base64, of strokes, as a photograph might show them: large, in a corner, on paper that is not quite even. */
function picture(page, strokes, { ink = '#222', paper = ['#f4f0e8', '#ddd8cc'], width = 1600, height = 1200 } = {}) {
    return page.evaluate(async ({ strokes, ink, paper, width, height }) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        const ground = context.createLinearGradient(0, 0, width, height);
        paper.forEach((colour, at) => ground.addColorStop(at, colour));
        context.fillStyle = ground;
        context.fillRect(0, 0, width, height);
        context.strokeStyle = ink;
        context.lineWidth = height / 20;
        context.lineCap = context.lineJoin = 'round';
        for (const points of strokes) {
            context.beginPath();
            for (const [x, y] of points) context.lineTo(width * 0.45 + x * height * 0.6, height * 0.3 + y * height * 0.6);
            context.stroke();
        }
        const reader = new FileReader();
        reader.readAsDataURL(await canvas.convertToBlob({ type: 'image/jpeg' }));
        await new Promise((then) => reader.addEventListener('load', then));
        return reader.result.split(',')[1];
    }, { strokes, ink, paper, width, height });
}
const file = (base64, name = 'digit.jpg') => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') });

/** Hands files to the page as a paste or a drop does. */
const hand = (page, kind, { name, mimeType, buffer }) =>
    page.evaluate(({ kind, name, mimeType, base64 }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name, { type: mimeType }));
        const event = kind === 'paste' ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }) : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
        document.querySelector('[data-testid="draw-pad"]').dispatchEvent(event);
        return event.defaultPrevented;
    }, { kind, name, mimeType, base64: buffer.toString('base64') });

test('centring is why a small digit in a corner is read, and can be switched off', async ({ t }) => {
    // A network that sees edges sets whatever it gets straight itself.
    const page = await openPage(t, { path: '#model=400-pixels' });
    await ready(page);
    const corner = digits[5].map((stroke) => stroke.map(([x, y]) => [0.02 + 0.4 * x, 0.02 + 0.4 * y]));
    await draw(page, corner);
    assert.equal((await verdict(page)).answer, '5');
    const usual = await digest(page);
    await part(page, 'centre-toggle').uncheck();
    const off = await changed(page, usual);
    await part(page, 'scale-toggle').uncheck();
    await changed(page, off);
    assert.notEqual((await verdict(page)).answer, '5', 'a small digit in the corner is like nothing it has learnt');
    assert.match(await page.evaluate(() => location.hash), /input=centre:off,scale:off/);
    await part(page, 'input-reset').click();
    assert.equal(await changed(page, off), usual, 'as usual again');
    assert(await part(page, 'input-reset').isDisabled());
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'centre-toggle', 'the focus has not fallen off the page');
});

test('the votes follow every slider, for a sample as for a drawing, and the link has it all', async ({ t }) => {
    // Edges are taken from a picture that is centred again: there, moving it changes nothing.
    const page = await openPage(t, { path: '#model=400-pixels' });
    await ready(page);
    for (const show of [() => part(page, 'samples').locator('[data-digit="3"]').click(), () => draw(page, digits[2])]) {
        await show();
        await verdict(page);
        for (const [name, value] of Object.entries({ x: 4, y: -3.5, rotate: 30, thicken: 1.5, noise: 12 })) {
            const before = await digest(page);
            await set(page, name, value);
            await changed(page, before);
        }
        const { votes: found } = await verdict(page);
        const link = await digest(page);
        await page.waitForFunction(() => location.hash.includes('input=x:4,y:-3.5,rotate:30,thicken:1.5,noise:12'));
        const other = await openPage(t, { path: await page.evaluate(() => location.hash) });
        await ready(other);
        assert.deepEqual([(await verdict(other)).votes, await digest(other)], [found, link], 'the same in another browser');
        await part(page, 'input-reset').click();
        await changed(page, link);
        await part(page, 'clear').click();
    }
});

test('sliders answer at once where a look takes six minutes', async ({ t }) => {
    const page = await openPage(t, { path: '#speed=1&picture=1', context: moving });
    await ready(page);
    await page.waitForSelector('html[data-mood="looking"]');
    await set(page, 'rotate', 5);
    assert.equal((await verdict(page)).answer, '1');
});

test('reads pictures from files: dark on light, light on dark, huge, and places them as the switches say', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const kinds = [{}, { ink: '#f8f8f0', paper: ['#1a1d22', '#2a2d33'] }, { width: 6000, height: 4500 }];
    for (const kind of kinds) {
        const before = await digest(page);
        await part(page, 'image-file').setInputFiles(file(await picture(page, digits[5], kind)));
        await changed(page, before);
        assert.equal((await verdict(page)).answer, '5', JSON.stringify(kind));
        assert(await part(page, 'notice').isHidden());
    }
    const usual = await digest(page);
    await page.waitForFunction(() => location.hash.includes('picture=~'));
    const large = await page.evaluate(() => location.hash.split('picture=')[1]);
    await part(page, 'scale-toggle').uncheck();
    const small = await changed(page, usual);
    await page.waitForFunction((old) => location.hash.includes('picture=~') && !location.hash.endsWith(old), large);
    const other = await openPage(t, { path: await page.evaluate(() => location.hash) });
    await ready(other);
    await verdict(other);
    assert.equal(await digest(other), small, 'the link has the picture in it');
    await part(page, 'scale-toggle').check();
    await becomes(page, usual);
    await part(page, 'undo').click();
    await changed(page, usual);
});

test('takes a picture that is pasted or dropped', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    for (const [kind, digit] of [['paste', 3], ['drop', 7]]) {
        const before = await digest(page);
        assert(await hand(page, kind, file(await picture(page, digits[digit]))), `the browser does nothing of its own with a ${kind}`);
        await changed(page, before);
        assert.equal((await verdict(page)).answer, String(digit));
    }
    await draw(page, digits[1]);
    assert.equal((await verdict(page)).answer, '1', 'drawing on it starts a drawing');
});

test('a file that is no picture, or shows nothing, gets one sentence and leaves the pad alone', async ({ t }) => {
    const page = await openPage(t, { context: { locale: 'de-DE' } });
    await ready(page);
    await draw(page, digits[4]);
    const { votes: before } = await verdict(page);
    for (const [given, words] of [
        [file(btoa('not a picture'), 'text.png'), /^text\.png ist kein Bild/],
        [file(await picture(page, []), 'blank.png'), /^Nichts in blank\.png hebt sich/],
    ]) {
        await part(page, 'image-file').setInputFiles(given);
        await page.waitForFunction((words) => new RegExp(words).test(document.querySelector('[data-testid="notice"]').textContent), words.source);
        assert.deepEqual(await votes(page), before);
    }
    await axe(page, 'with the notice');
    await part(page, 'image-file').setInputFiles(file(await picture(page, digits[7])));
    await page.waitForFunction(() => document.querySelector('[data-testid="notice"]').hidden);
});

for (const [locale, words] of [['en', /^This browser hides the pixels of 7\.jpg/], ['de-DE', /^Dieser Browser verbirgt die Pixel von 7\.jpg/]]) {
    test(`a browser that hides what is on a canvas reads no picture, and says so (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { locale } });
        await ready(page);
        await draw(page, digits[4]);
        const { votes: before } = await verdict(page);
        const given = file(await picture(page, digits[7]), '7.jpg');
        // As resistFingerprinting does: all of it white.
        await page.evaluate(() => {
            const { prototype } = OffscreenCanvasRenderingContext2D;
            const { getImageData } = prototype;
            prototype.getImageData = function (...box) {
                const image = getImageData.apply(this, box);
                image.data.fill(255);
                return image;
            };
        });
        await part(page, 'image-file').setInputFiles(given);
        await part(page, 'notice').filter({ hasText: words }).waitFor();
        assert.deepEqual(await votes(page), before);
    });
}

test('all of it works with the keyboard alone', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const chooser = page.waitForEvent('filechooser');
    await part(page, 'image-file').focus();
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file(await picture(page, digits[5])));
    assert.equal((await verdict(page)).answer, '5');
    const usual = await digest(page);
    await part(page, 'centre-toggle').focus();
    await page.keyboard.press('Space');
    assert(!(await part(page, 'centre-toggle').isChecked()));
    await part(page, 'input-x').focus();
    for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
    assert.equal(await part(page, 'input-x').getAttribute('aria-valuetext'), '4\u00a0px');
    const moved = await changed(page, usual);
    await part(page, 'input-reset').focus();
    await page.keyboard.press('Enter');
    await becomes(page, usual);
});

for (const [name, context] of Object.entries({ 'in the dark': { colorScheme: 'dark' }, 'on a telephone, in German': { ...phone, locale: 'de-DE' } })) {
    test(`axe finds nothing while the input is changed (${name})`, async ({ t }) => {
        const page = await openPage(t, { path: '#picture=5&input=centre:off,x:3,rotate:20,noise:10', context });
        await ready(page);
        await verdict(page);
        await axe(page, name);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    });
}
