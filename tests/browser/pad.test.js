// The pad under hands that do more than draw: a palm that rests, a button let go elsewhere, a page that moves.
import assert from 'node:assert/strict';
import { expect } from '@playwright/test';
import { unspell } from '../../www/js/kit/picture.ts';
import { inked, part, ready } from './hand.js';
import { openPage, test } from './support/browser.js';

const tablet = { viewport: { width: 900, height: 700 }, hasTouch: true };

/** The strokes in the address, each a list of points, once there are that many. */
async function strokes(page, count) {
    const drawn = async () => {
        const { strokes } = unspell(await page.evaluate(() => /picture=([^&]*)/.exec(location.hash)?.[1] ?? ''));
        return strokes.map((stroke) => Array.from({ length: stroke.length / 2 }, (_, at) => [stroke[2 * at], stroke[2 * at + 1]]));
    };
    await expect.poll(async () => (await drawn()).length).toBe(count);
    return drawn();
}

/** What touches the pad, in pad units, as the system reports it. */
async function hands(page) {
    const cdp = await page.context().newCDPSession(page);
    const box = async () => part(page, 'draw-pad').boundingBox();
    const place = async (x, y) => {
        const { x: left, y: top, width, height } = await box();
        return { x: left + x * width, y: top + y * height };
    };
    return {
        touch: async (type, ...points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: await Promise.all(points.map(async ([x, y], id) => ({ ...(await place(x, y)), id }))) }),
        pen: async (type, x, y) => cdp.send('Input.dispatchMouseEvent', { type, ...(await place(x, y)), button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1, pointerType: 'pen' }),
        mouse: async (x, y) => {
            const { x: left, y: top } = await place(x, y);
            await page.mouse.move(left, top);
        },
    };
}

test('a pen beats the palm that lay there before it, whose dot is dropped', async ({ t }) => {
    const page = await openPage(t, { context: tablet });
    await ready(page);
    const { touch, pen } = await hands(page);
    await touch('touchStart', [0.8, 0.9]);
    await page.waitForSelector('html[data-mood="drawing"]');
    await pen('mousePressed', 0.3, 0.2);
    await touch('touchMove', [0.82, 0.92]);
    await pen('mouseMoved', 0.3, 0.6);
    await pen('mouseReleased', 0.3, 0.8);
    await touch('touchEnd');
    const [stroke, ...others] = await strokes(page, 1);
    assert.deepEqual(others, []);
    assert(stroke.every(([x]) => Math.abs(x - 0.3) < 0.02), `the pen drew ${stroke}`);
    assert(stroke.at(-1)[1] > 0.75, 'to its end');
    // The hand is put down again between two strokes.
    await touch('touchStart', [0.8, 0.9]);
    await touch('touchEnd');
    await pen('mousePressed', 0.6, 0.2);
    await pen('mouseReleased', 0.6, 0.7);
    const both = await strokes(page, 2);
    assert(both[1].every(([x]) => Math.abs(x - 0.6) < 0.02), `the second time it drew ${both[1]}`);
});

test('a stroke is over when the button is up, wherever that was', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const { mouse } = await hands(page);
    await mouse(0.3, 0.2);
    await page.mouse.down();
    await mouse(0.3, 0.6);
    // Another window was in front when the button went up: the page only sees that the pointer comes back without it.
    await part(page, 'draw-pad').evaluate((pad) => {
        const { left, top, width, height } = pad.getBoundingClientRect();
        const back = { pointerId: 1, pointerType: 'mouse', buttons: 0, bubbles: true, clientX: left + 0.9 * width, clientY: top + 0.9 * height };
        pad.dispatchEvent(new PointerEvent('pointermove', back));
    });
    await page.waitForSelector('html[data-pad="inked"]');
    const [stroke] = await strokes(page, 1);
    assert(stroke.every(([x]) => Math.abs(x - 0.3) < 0.02), `it drew ${stroke}`);
    await page.mouse.up();
    // Where the button is let go outside, the stroke ends at the edge.
    await mouse(0.6, 0.5);
    await page.mouse.down();
    await mouse(1.4, 0.5);
    await page.mouse.up();
    const both = await strokes(page, 2);
    assert(both[1].at(-1)[0] > 0.99, `the second ended at ${both[1].at(-1)}`);
});

test('a stroke ends with the pointer that the system takes away', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const { mouse } = await hands(page);
    await mouse(0.3, 0.2);
    await page.mouse.down();
    await mouse(0.3, 0.6);
    await part(page, 'draw-pad').evaluate((pad) => pad.releasePointerCapture(1));
    await mouse(0.9, 0.6);
    const [stroke] = await strokes(page, 1);
    assert(stroke.every(([x]) => Math.abs(x - 0.3) < 0.02), `it drew ${stroke}`);
});

test('wheel and resize during a stroke move no ink', async ({ t }) => {
    const page = await openPage(t, { context: { viewport: { width: 1000, height: 500 } } });
    await ready(page);
    const { mouse } = await hands(page);
    await mouse(0.2, 0.3);
    await page.mouse.down();
    await mouse(0.4, 0.3);
    const before = await inked(page, 'draw-pad');
    await page.mouse.wheel(0, 200);
    await mouse(0.6, 0.3);
    assert.equal(await page.evaluate(() => scrollY), 0, 'the page stays while someone draws');
    const width = await part(page, 'draw-pad').evaluate((pad) => pad.width);
    await page.setViewportSize({ width: 700, height: 900 });
    await page.waitForFunction((width) => document.querySelector('[data-testid="draw-pad"]').width !== width, width);
    assert((await inked(page, 'draw-pad')) > before, 'the ink under the pen is still there');
    await mouse(0.8, 0.3);
    await page.mouse.up();
    const [stroke] = await strokes(page, 1);
    assert(stroke.every(([, y]) => Math.abs(y - 0.3) < 0.02), `it drew ${stroke}`);
    assert(Math.abs(stroke.at(-1)[0] - 0.8) < 0.02, `and ended at ${stroke.at(-1)}`);
    await part(page, 'draw-pad').hover();
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => scrollY > 0);
});
