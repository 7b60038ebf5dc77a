// The page for everybody: small screens, fingers, keyboards, screen readers, dark rooms, bad connections.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { assertWithin, draw, drawn, inked, part, PATIENCE, ready, verdict, votes } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing on the page, whatever the answer (${colorScheme})`, async ({ t }) => {
        const page = await openPage(t, { context: { colorScheme } });
        await ready(page);
        await axe(page, 'before drawing');
        for (let digit = 0; digit < 10; digit += 1) {
            await part(page, 'samples').locator(`[data-digit="${digit}"]`).click();
            await verdict(page);
            // All that an answer changes is on the stage, but for the drawer.
            await axe(page, `sample ${digit}`, digit === 0 ? 'html' : '.stage');
        }
    });

    test(`the page is ${colorScheme} where the system is`, async ({ t }) => {
        const page = await openPage(t, { context: { colorScheme } });
        await ready(page);
        await draw(page, digits[7]);
        await verdict(page);
        const shade = (channels) => channels.reduce((sum, value) => sum + value) / 3;
        const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
        assert.equal(shade(ground.match(/\d+/g).map(Number)) > 128, colorScheme === 'light', ground);
        const tile = await part(page, 'fields').evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let sum = 0;
            for (let at = 0; at < data.length; at += 4) sum += data[at + 1];
            return (4 * sum) / data.length;
        });
        assert.equal(tile > 128, colorScheme === 'light', `fields of mean shade ${tile}`);
    });
}

test('recolours its canvases when the system turns dark', async ({ t }) => {
    const page = await openPage(t, { context: { colorScheme: 'light' } });
    await ready(page);
    await draw(page, digits[1]);
    await verdict(page);
    const ink = () => part(page, 'draw-pad').evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        const inks = data.filter((_, at) => at % 4 === 1 && data[at + 2] === 255);
        return inks.reduce((sum, value) => sum + value, 0) / inks.length;
    });
    const light = await ink();
    await page.emulateMedia({ colorScheme: 'dark' });
    await drawn(page);
    const dark = await ink();
    assert(light < 60 && dark > 200, `ink of shade ${light} on paper, ${dark} in the dark`);
});

test('a telephone shows drawing, answer and votes on its first screen, without a sideways scroll', async ({ t }) => {
    const page = await openPage(t, { context: phone });
    await ready(page);
    const pad = await part(page, 'draw-pad').boundingBox();
    assert(Math.abs(pad.width - pad.height) < 1, 'the pad is square');
    assert(pad.width >= 200, `the pad is ${pad.width} px wide`);
    for (const name of ['draw-pad', 'undo', 'clear', 'answer', 'status', 'vote-0', 'vote-9']) {
        assertWithin(await part(page, name).boundingBox(), 640, name);
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 360);
    const [square, cells, votes] = await Promise.all(['draw-pad', 'fields', 'vote-0'].map((name) => part(page, name).boundingBox()));
    assert.deepEqual(cells, square, 'pad and cells share a square');
    assert(votes.y > square.y + square.height, 'the votes stand below');
    await draw(page, digits[7]);
    await verdict(page);
    const seen = await part(page, 'net-input').boundingBox();
    assert(seen.width < 0.4 * square.width && seen.x === square.x, 'what it sees stands in a corner of the cells');
    assert.equal(await part(page, 'draw-pad').evaluate((pad) => getComputedStyle(pad).opacity), '0', 'the cells are seen through the pad');
});

for (const locale of ['en', 'de-DE']) {
    test(`a telephone draws, spikes, votes and says why on one screen (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { ...phone, locale } });
        await ready(page);
        await draw(page, digits[5]);
        await verdict(page);
        for (const name of ['draw-pad', 'answer', 'narration', 'vote-5', 'track', 'play', 'scrub']) {
            assertWithin(await part(page, name).boundingBox(), 640, name);
        }
        const [, exc] = (await part(page, 'raster').getAttribute('data-drawn')).split(' ').map(Number);
        assert(exc >= 5, `${exc} spikes drawn`);
        await part(page, 'vote-5').click();
        const why = await part(page, 'why').boundingBox();
        assertWithin(why, 640, 'why');
        const bars = await part(page, 'vote-5').boundingBox();
        assert(bars.y + bars.height <= why.y + 1, 'the ballots can be seen beside what they mean');
        assert(await page.locator('[data-part="why-cells"] li canvas').first().isVisible(), 'and the first who voted');
        assert.equal(await page.evaluate(() => scrollY), 0);
    });
}

for (const viewport of [{ width: 640, height: 360 }, { width: 844, height: 390 }, { width: 320, height: 568 }]) {
    test(`nothing is cut off at ${viewport.width} × ${viewport.height} px`, async ({ t }) => {
        const page = await openPage(t, { context: { ...phone, viewport } });
        await ready(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), viewport.width);
        const pad = await part(page, 'draw-pad').boundingBox();
        assert(pad.y + pad.height <= viewport.height, `a pad of ${pad.height} px does not fit the screen`);
        assert(Math.abs(pad.width - pad.height) < 1, 'the pad is square');
    });
}

for (const locale of ['en', 'de-DE']) {
    test(`a small laptop whose browser takes the rest shows all of a look (${locale})`, async ({ t }) => {
        const page = await openPage(t, { path: '#picture=5', drawer: '', context: { viewport: { width: 1366, height: 630 }, locale } });
        await verdict(page);
        const foot = await page.locator('.stage__foot').boundingBox();
        assertWithin(foot, 630, 'the track');
        for (const name of ['draw-pad', 'answer', 'fields', 'vote-5']) assertWithin(await part(page, name).boundingBox(), foot.y, name);
    });
}

test('a finger draws without moving the page, and can still scroll it elsewhere', async ({ t }) => {
    const page = await openPage(t, { context: phone });
    await ready(page);
    const cdp = await page.context().newCDPSession(page);
    const touch = (type, points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
    const box = await part(page, 'draw-pad').boundingBox();
    for (const stroke of digits[1]) {
        const points = stroke.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height]);
        await touch('touchStart', [points[0]]);
        for (const [at, [x, y]] of points.slice(1).entries()) {
            const [fromX, fromY] = points[at];
            for (let part = 1; part <= 4; part += 1) await touch('touchMove', [[fromX + ((x - fromX) * part) / 4, fromY + ((y - fromY) * part) / 4]]);
        }
        await touch('touchEnd', []);
    }
    assert.equal((await verdict(page)).answer, '1');
    assert.equal(await page.evaluate(() => scrollY), 0, 'the page stayed where it was');
    const title = await page.locator('#votes-title').boundingBox();
    await touch('touchStart', [[180, title.y]]);
    for (let y = title.y; y > title.y - 160; y -= 20) await touch('touchMove', [[180, y]]);
    await touch('touchEnd', []);
    await page.waitForFunction(() => scrollY > 50);
});

test('a second finger leaves the stroke of the first alone', async ({ t }) => {
    // The stroke goes on as a dot, which a network that sees edges takes for no digit.
    const page = await openPage(t, { path: '#model=400-pixels', context: phone });
    await ready(page);
    const cdp = await page.context().newCDPSession(page);
    const box = await part(page, 'draw-pad').boundingBox();
    const at = (x, y, id) => ({ x: box.x + x * box.width, y: box.y + y * box.height, id });
    const touch = (type, touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', [at(0.5, 0.2, 0)]);
    await touch('touchMove', [at(0.5, 0.5, 0)]);
    const before = await inked(page, 'draw-pad');
    await touch('touchStart', [at(0.5, 0.5, 0), at(0.1, 0.9, 1)]);
    await touch('touchMove', [at(0.5, 0.5, 0), at(0.9, 0.9, 1)]);
    assert.equal(await inked(page, 'draw-pad'), before, 'a palm leaves no ink');
    await touch('touchEnd', [at(0.5, 0.5, 0)]);
    await touch('touchMove', [at(0.49, 0.85, 0)]);
    await touch('touchEnd', []);
    assert.equal((await verdict(page)).answer, '1');
});

test('all controls work with the keyboard alone, with the focus in sight', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const reached = [];
    for (let tabs = 0; tabs < 90; tabs += 1) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
            const element = document.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(element);
            return { name: element.dataset.testid ?? `sample ${element.dataset.digit ?? element.localName}`, ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
        });
        if (focus.name === 'sample body') break;
        assert(focus.ring, `no ring around ${focus.name}`);
        reached.push(focus.name);
        if (focus.name === 'sample 6') {
            await page.keyboard.press('Enter');
            assert.equal((await verdict(page)).answer, '6');
        }
        if (focus.name === 'speed') await page.keyboard.press('ArrowDown');
    }
    for (const name of ['sample 0', 'sample 9', 'same-noise', 'new-noise', 'seed', 'speed']) assert(reached.includes(name), `${name} was not reached, only ${reached}`);
    assert.equal(await part(page, 'speed').inputValue(), '1000');
    await part(page, 'clear').focus();
    await page.keyboard.press('Space');
    assert.equal(await inked(page, 'draw-pad'), 0);
});

test('announces each look and its end, and never a frame between', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    await ready(page);
    assert.equal(await part(page, 'status').getAttribute('aria-live'), 'polite');
    await page.evaluate(() => {
        const status = document.querySelector('[data-testid="status"]');
        const said = [];
        new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
        Object.assign(window, { said });
    });
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await verdict(page);
    const said = await page.evaluate(() => window.said);
    assert.equal(said.length, 2, said.join(' | '));
    assert.match(said[1], /^It reads a 0: \d+ of \d+ spikes voted for it\.$/);
    assert.match(await part(page, 'vote-0').innerText(), /0: \d+ spikes/);
});

for (const { what, pattern, words } of [
    { what: 'wasm', pattern: '**/*.wasm', words: /simulator did not load/ },
    { what: 'model', pattern: '**/*.safetensors', words: /trained network did not load/ },
    { what: 'worker', pattern: '**/worker*.js', words: /simulation stopped/ },
]) {
    test(`says in words that the ${what} did not load, and loads it on a retry`, async ({ t }) => {
        const page = await openPage(t, {
            expected: [/Failed to load resource/, /^failed: .*ERR_(FAILED|ABORTED)/],
            prepare: (blocked) => blocked.context().route(pattern, (route) => route.abort()),
        });
        await part(page, 'retry').waitFor();
        assert.match(await part(page, 'status').textContent(), words);
        assert.equal(await part(page, 'answer').textContent(), '?');
        await draw(page, digits[3]);
        assert((await inked(page, 'draw-pad')) > 0, 'the pad still takes ink');
        assert.match(await part(page, 'status').textContent(), words, 'the words stay');
        await axe(page, 'after a failure');
        await page.context().unroute(pattern);
        await part(page, 'retry').click();
        assert.equal((await verdict(page)).answer, '3', 'what was drawn in the meantime is read');
        assert(await part(page, 'retry').isHidden());
    });
}

test('says what is wrong with a model that arrives broken', async ({ t }) => {
    const page = await openPage(t, {
        prepare: (blocked) => blocked.context().route('**/*.safetensors', async (route) => {
            const response = await route.fetch();
            const body = await response.body();
            await route.fulfill({ response, body: body.subarray(0, 1000) });
        }),
    });
    await part(page, 'retry').waitFor();
    assert.match(await part(page, 'status').textContent(), /trained network did not load/);
    // Its words are fetched when something goes wrong, and come a moment later.
    await page.locator('[data-part="reason"]').getByText(/^Reason: .{10,}/).waitFor();
});

test('takes a drawing before the network has come, and reads it when it has', async ({ t }) => {
    let release = () => {};
    const held = new Promise((resolve) => (release = resolve));
    const page = await openPage(t, {
        prepare: (slow) => slow.context().route('**/*.safetensors', async (route) => {
            await held;
            await route.continue();
        }),
    });
    await draw(page, digits[2]);
    assert((await inked(page, 'draw-pad')) > 0);
    await page.waitForFunction(() => /is waiting for the network/.test(document.querySelector('[data-testid="status"]').textContent));
    assert.deepEqual(await votes(page), Array(10).fill(0));
    release();
    await page.waitForSelector('html[data-mood="sure"]', PATIENCE);
    assert.equal(await part(page, 'answer').textContent(), '2');
});
