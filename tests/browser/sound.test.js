// Clicks for spikes: off until asked for, at the pace of the playback, and silent as soon as time stands still.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { score } from '../../www/js/look/sound.ts';
import { came, part, ready, rested, verdict } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** Notes every click that is put on the clock of the sound card, and every one that is taken off it. */
const listen = (page) => page.addInitScript(() => {
    const clicks = [];
    const { start, stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (at) {
        clicks.push({ at, now: this.context.currentTime, source: this, stopped: false });
        return start.call(this, at);
    };
    AudioBufferSourceNode.prototype.stop = function (...rest) {
        clicks.find(({ source }) => source === this).stopped = true;
        return stop.apply(this, rest);
    };
    Object.assign(window, { clicks, scripts: () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /sound/.test(name)) });
});

const heard = (page) => page.evaluate(() => window.clicks.map(({ at, now, stopped }) => ({ at, now, stopped })));

/** How many clicks a look at a sample makes at a pace: spikes that no ear can tell apart are one. */
async function clicksOf(digit, stepsPerSecond) {
    initSync({ module: file('pkg/stdp_digits_bg.wasm') });
    const network = Recognizer.load(file('models/400.safetensors'));
    const { digits } = JSON.parse(file('www/data/samples.json'));
    network.begin(Buffer.from(digits[digit].pixels, 'base64'), 2015);
    network.advanceTo(100_000);
    return score(network.takeExcSpikes(), network.labels(), { first: 0, start: 0, stepsPerSecond }, new Float64Array(11).fill(-1)).length;
}

test('is silent, and not even loaded, until it is switched on', async ({ t }) => {
    const page = await openPage(t, { context: moving, prepare: listen });
    await ready(page);
    assert.equal(await part(page, 'sound-toggle').getAttribute('aria-pressed'), 'false');
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await verdict(page);
    assert.deepEqual(await heard(page), []);
    assert.deepEqual(await page.evaluate(() => window.scripts()), []);
});

test('puts a click on the clock for each spike, as far apart as they are', async ({ t }) => {
    const page = await openPage(t, { context: moving, prepare: listen });
    await ready(page);
    await part(page, 'sound-toggle').click();
    await came(page, 'sound');
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await verdict(page);
    const clicks = await heard(page);
    const expected = await clicksOf(0, 700);
    assert(Math.abs(clicks.length - expected) <= 2, `${clicks.length} clicks, expected ${expected}`);
    assert(clicks.every(({ at, now }) => at >= now && at < now + 0.5), 'each is still to come, and soon');
    const span = clicks.at(-1).at - clicks[0].at;
    assert(span > 0.4 && span < 3, `a look of a second is heard in ${span} s`);
    assert(clicks.every(({ stopped }) => !stopped), 'the end rings out');
    await axe(page, 'with sound');
    await part(page, 'sound-toggle').click();
    await part(page, 'same-noise').click();
    await verdict(page);
    assert.equal((await heard(page)).length, clicks.length, 'nothing after it is switched off');
});

test('a look that is shown all at once is heard in the time of a brain', async ({ t }) => {
    const page = await openPage(t, { path: '#sound=on&speed=max&model=400-pixels', context: moving, prepare: listen });
    await ready(page);
    await came(page, 'sound');
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await verdict(page);
    await page.waitForFunction(() => window.clicks.length > 3);
    const clicks = await heard(page);
    const span = clicks.at(-1).at - clicks[0].at;
    assert(span > 0.15 && span <= 0.35, `${span} s`);
});

test('stops with a pause and in a hidden tab; a step by hand clicks', async ({ t }) => {
    const page = await openPage(t, { path: '#sound=on&speed=35&model=400-pixels', context: moving, prepare: listen });
    await ready(page);
    await came(page, 'sound');
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await page.waitForFunction(() => window.clicks.length > 0);
    await part(page, 'pause').click();
    // Moments without a spike are silent even while time passes.
    await rested(page, `[document.querySelector('[data-testid="scrub"]').value, window.clicks.length].join()`);
    assert.equal(await page.locator('html').getAttribute('data-mood'), 'looking', 'it stands still, and not at the end');
    const { length } = await heard(page);
    await part(page, 'step-spike').click();
    await page.waitForFunction((before) => window.clicks.length > before, length);
    await part(page, 'speed').selectOption('Infinity');
    await part(page, 'play').click();
    await page.waitForFunction((before) => window.clicks.length > before + 3, length);
    await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
    });
    assert((await heard(page)).some(({ stopped }) => stopped), 'what was still to come does not');
});
