// The page as people use it: they draw, and the network answers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { digits } from './digits.js';
import { draw, drawn, inked, lookAgain, part, PATIENCE, ready, verdict, votes } from './hand.js';
import { moving, openPage, test } from './support/browser.js';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const samples = JSON.parse(file('www/data/samples.json'));

const sample = (page, digit) => part(page, 'samples').locator(`[data-digit="${digit}"]`);

async function setSeed(page, seed) {
    await part(page, 'seed').fill(String(seed));
    await part(page, 'seed').press('Enter');
}

test('reads all ten digits drawn with the mouse', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const answers = [];
    for (const strokes of Object.values(digits)) {
        await draw(page, strokes);
        answers.push((await verdict(page)).answer);
        await part(page, 'clear').click();
    }
    assert.deepEqual(answers, Object.keys(digits));
});

test('plays for about a second, with bars that only grow, and then answers', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    await ready(page);
    await page.evaluate(() => {
        const seen = [];
        const answer = document.querySelector('[data-testid="answer"]');
        const look = () => {
            const bars = [...document.querySelectorAll('[data-spikes]')].map((bar) => Number(bar.dataset.spikes));
            seen.push({ now: performance.now(), mood: document.documentElement.dataset.mood, bars, answer: answer.textContent });
            requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        Object.assign(window, { seen });
    });
    await sample(page, 0).click();
    await verdict(page);
    const seen = await page.evaluate(() => window.seen);
    const looking = seen.filter(({ mood }) => mood === 'looking');
    const took = looking.at(-1).now - looking[0].now;
    assert(took > 900, `a look took ${took} ms`);
    assert(looking.every(({ answer }) => answer === '?'), 'no answer before the look is over');
    assert(new Set(looking.map(({ bars }) => bars[0])).size > 2, 'the bar grows spike by spike');
    for (let at = 1; at < looking.length; at += 1) {
        assert(looking[at].bars.every((spikes, digit) => spikes >= looking[at - 1].bars[digit]), 'a vote was taken back');
    }
});

test('shows what the same network finds outside of the page, vote by vote', async ({ t }) => {
    initSync({ module: file('pkg/stdp_digits_bg.wasm') });
    const network = Recognizer.load(file('models/400.safetensors'));
    const page = await openPage(t);
    await ready(page);
    let right = 0;
    for (const { digit, pixels } of samples.digits) {
        const seed = 1000 + digit;
        await setSeed(page, seed);
        await sample(page, digit).click();
        const shown = await verdict(page);
        network.begin(Buffer.from(pixels, 'base64'), seed);
        while (network.advance(network.stepsPerLook) > 0);
        const found = network.verdict();
        assert.deepEqual(shown.votes, found.votes, `votes on sample ${digit}`);
        assert.equal(shown.answer, found.digit === null ? '?' : String(found.digit), `answer on sample ${digit}`);
        const inputs = network.takeInputSpikes().length / 2;
        if (network.status().attempt === 1) assert(shown.inputs.startsWith(inputs.toLocaleString('en')), `${shown.inputs}, not ${inputs}`);
        right += Number(shown.answer === String(digit));
    }
    assert(right >= 8, `${right} of ten samples read rightly`);
});

test('gives the same spikes for the same seed at any pace, and others for another', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    await ready(page);
    await setSeed(page, 41);
    await sample(page, 2).click();
    const first = await verdict(page);
    assert.deepEqual(await lookAgain(page, () => part(page, 'same-noise').click()), first, 'same noise');
    assert.deepEqual(await lookAgain(page, () => part(page, 'speed').selectOption('1000')), first, 'another pace');
    assert.notDeepEqual(await lookAgain(page, () => setSeed(page, 42)), first, 'another seed');
    await part(page, 'new-noise').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="seed"]').value !== '42');
    await verdict(page);
    assert.deepEqual(await lookAgain(page, () => setSeed(page, 41)), first, 'back to the seed');
});

test('answers a blank pad and a dot with words, never with a digit', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    assert.match(await part(page, 'status').textContent(), /Draw a digit/);
    assert(await part(page, 'same-noise').isDisabled(), 'nothing to look at again');
    await part(page, 'draw-pad').click();
    await page.waitForFunction(() => /nothing to see/i.test(document.querySelector('[data-testid="status"]').textContent));
    assert.equal(await part(page, 'answer').textContent(), '?');
    assert.deepEqual(await votes(page), Array(10).fill(0));
    assert((await inked(page, 'draw-pad')) > 0.001, 'the dot itself can be seen');
    await draw(page, digits[1]);
    await page.waitForSelector('html[data-mood="sure"]', PATIENCE);
});

test('undoes stroke by stroke, and clears', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    assert(await part(page, 'undo').isDisabled());
    await draw(page, [digits[4][0]]);
    const one = await inked(page, 'draw-pad');
    await draw(page, [digits[4][1]]);
    const both = await inked(page, 'draw-pad');
    assert(both > one && one > 0, `${one} and ${both} of the pad inked`);
    await part(page, 'undo').click();
    assert(Math.abs((await inked(page, 'draw-pad')) - one) < 0.002, 'the first stroke is left');
    await page.keyboard.press('Control+z');
    assert.equal(await inked(page, 'draw-pad'), 0);
    assert.deepEqual(await votes(page), Array(10).fill(0));
    await draw(page, digits[4]);
    await verdict(page);
    await part(page, 'clear').click();
    await page.waitForSelector('html[data-mood="idle"]');
    assert.equal(await inked(page, 'draw-pad'), 0);
    assert.equal(await part(page, 'answer').textContent(), '?');
    assert.equal(await inked(page, 'net-input').then((share) => share < 0.5), true);
    await part(page, 'undo').click();
    await page.waitForSelector('html[data-mood="sure"]', PATIENCE);
    assert((await inked(page, 'draw-pad')) > 0, 'clearing can be undone');
});

test('looks again when a stroke is added', async ({ t }) => {
    const page = await openPage(t, { context: moving });
    await ready(page);
    await draw(page, [digits[5][0]]);
    await page.waitForSelector('html[data-mood="looking"]');
    const box = await part(page, 'draw-pad').boundingBox();
    await page.mouse.move(box.x + 0.38 * box.width, box.y + 0.2 * box.height);
    await page.mouse.down();
    await page.waitForSelector('html[data-mood="drawing"]');
    await page.mouse.move(box.x + 0.68 * box.width, box.y + 0.19 * box.height, { steps: 8 });
    assert.deepEqual(await votes(page), Array(10).fill(0), 'nothing is counted while the pen is down');
    await page.mouse.up();
    assert.equal((await verdict(page)).answer, '5');
});

for (const viewport of [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }, { width: 360, height: 740 }]) {
    test(`the pad stays where it is when a look ends (${viewport.width} × ${viewport.height})`, async ({ t }) => {
        const page = await openPage(t, { drawer: '', context: { viewport } });
        await ready(page);
        const before = await part(page, 'draw-pad').boundingBox();
        await draw(page, [digits[5][0]]);
        await verdict(page);
        await drawn(page);
        assert.deepEqual(await part(page, 'draw-pad').boundingBox(), before, 'a second stroke would begin elsewhere');
    });
}

test('refuses a seed that is none, in words, and keeps the old one', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await setSeed(page, -3);
    assert.match(await page.locator('#seed-problem').textContent(), /whole number/);
    assert.equal(await part(page, 'seed').getAttribute('aria-invalid'), 'true');
    await setSeed(page, 3);
    assert.equal(await page.locator('#seed-problem').textContent(), '');
});

test('shows the end at once to people who want no motion', async ({ t }) => {
    const page = await openPage(t, { context: { reducedMotion: 'reduce' } });
    await ready(page);
    const before = await inked(page, 'fields');
    await sample(page, 0).click();
    await verdict(page);
    const picture = () => part(page, 'fields').evaluate((/** @type {HTMLCanvasElement} */ canvas) => canvas.toDataURL());
    const input = await inked(page, 'net-input');
    const one = await picture();
    for (let frames = 0; frames < 10; frames += 1) await drawn(page);
    assert.equal(await picture(), one, 'the fields stand still');
    assert(input > 0.02 && before > 0.05);
    const duration = await page.locator('.vote__count').first().evaluate((bar) => getComputedStyle(bar).transitionDuration);
    assert.equal(duration, '0s');
});

test('lights up the cells that spike, in the colour of their digit', async ({ t }) => {
    const page = await openPage(t, { path: '#colour=off' });
    await ready(page);
    const coloured = () => part(page, 'fields').evaluate((/** @type {HTMLCanvasElement} */ canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) count += Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 60 ? 1 : 0;
        return count;
    });
    assert.equal(await coloured(), 0, 'no colour before the first spike');
    await sample(page, 4).click();
    await verdict(page);
    await drawn(page);
    assert((await coloured()) > 300);
    await part(page, 'clear').click();
    await drawn(page);
    assert.equal(await coloured(), 0, 'no colour on a cleared pad');
});
