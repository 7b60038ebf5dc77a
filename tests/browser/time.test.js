// Time: play, pause, steps, and going back to any moment.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { draw, lookAgain, part, PATIENCE, ready, rested, verdict, votes } from './hand.js';
import { moving, openPage, test } from './support/browser.js';

const digest = (page) => part(page, 'digest').textContent();
const scrubbed = (page) => part(page, 'scrub').inputValue().then(Number);

/** Moves the scrubber and waits until the page stands there. */
async function scrub(page, step) {
    const before = await digest(page);
    await part(page, 'scrub').fill(String(step));
    await page.waitForFunction((old) => document.querySelector('[data-testid="digest"]').textContent !== old, before, PATIENCE);
}

async function looked(page) {
    await ready(page);
    await draw(page, digits[5]);
    return verdict(page);
}

test('has the same state at the same moment, however one came there', async ({ t }) => {
    const page = await openPage(t);
    const first = await looked(page);
    const end = await digest(page);
    assert.match(end, /^[0-9a-f]{16}$/);
    await scrub(page, 240);
    const there = { digest: await digest(page), votes: await votes(page) };
    assert.notEqual(there.digest, end);
    assert.match(await part(page, 'status').textContent(), /Paused at 120 ms/);
    await scrub(page, 600);
    assert((await votes(page))[5] > there.votes[5], 'more votes later');
    await scrub(page, 239);
    await part(page, 'step').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="scrub"]').value === '240');
    assert.deepEqual({ digest: await digest(page), votes: await votes(page) }, there, 'back and one step on');
    await part(page, 'step-look').click();
    await page.waitForSelector('html[data-mood="sure"]', PATIENCE);
    assert.equal(await digest(page), end, 'the end');
    assert.deepEqual(await votes(page), first.votes);
});

test('plays, pauses and goes on to the same end', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    const first = await looked(page);
    const end = await digest(page);
    await part(page, 'speed').selectOption('35');
    await page.waitForSelector('html[data-mood="looking"]');
    await part(page, 'pause').click();
    const at = Number(await rested(page, `document.querySelector('[data-testid="scrub"]').value`));
    assert(at > 0 && at < 700, `it stands still at step ${at}`);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'play', 'the focus stays');
    await part(page, 'speed').selectOption('1000');
    assert.equal(await scrubbed(page), at, 'another pace does not move it');
    await part(page, 'play').click();
    await page.waitForSelector('html[data-mood="sure"]', PATIENCE);
    assert.equal(await digest(page), end);
    assert.deepEqual(await votes(page), first.votes);
    await lookAgain(page, () => part(page, 'play').click());
    assert.equal(await digest(page), end, 'played again from its beginning');
});

test('goes from spike to spike until the votes are those of the look', async ({ t }) => {
    const page = await openPage(t);
    const { votes: all } = await looked(page);
    await scrub(page, 0);
    const sum = (counts) => counts.reduce((total, count) => total + count, 0);
    let before = 0;
    assert.equal(sum(await votes(page)), 0);
    for (let spikes = 0; spikes < 100; spikes += 1) {
        const was = await digest(page);
        await part(page, 'step-spike').click();
        await page.waitForFunction((old) => document.querySelector('[data-testid="digest"]').textContent !== old, was);
        if ((await page.locator('html').getAttribute('data-mood')) !== 'looking') break;
        const now = sum(await votes(page));
        assert(now > before, `no spike after ${before}`);
        before = now;
    }
    assert.deepEqual(await votes(page), all);
});

test('shows one thousandth of real time, two steps a second', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    await looked(page);
    await part(page, 'speed').selectOption('1');
    await page.waitForSelector('html[data-mood="looking"]');
    // When each of four steps is seen: the machine may be late with one, never early.
    const seen = await page.evaluate(() => new Promise((then) => {
        const steps = [];
        const look = (now) => {
            const step = Number(document.querySelector('[data-testid="scrub"]').value);
            if (step > 0 && step !== steps.at(-1)?.step) steps.push({ step, now });
            steps.length === 4 ? then(steps) : requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
    }));
    const [first, , , last] = seen;
    assert.equal(last.step - first.step, 3, 'step by step');
    const took = last.now - first.now;
    assert(took > 1400, `three steps in ${took} ms`);
});
