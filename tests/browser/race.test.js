// The first screen: what is drawn of the race is what was simulated, and what explains it lies in the drawer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import sampleFile from '../../www/data/samples.json' with { type: 'json' };
import { chargesOf, HUSHED } from '../../www/js/look/charge.ts';
import { decodeSamples } from '../../www/js/look/widgets/samples.ts';
import { digits } from './digits.js';
import { draw, inked, part, PATIENCE, ready, verdict } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const file = (name) => readFileSync(new URL(`../../${name}`, import.meta.url));
initSync({ module: file('pkg/stdp_digits_bg.wasm') });

const SEED = 2015;
const pixels = decodeSamples(sampleFile.digits).get(3);

/** The library's network, at a step of the look at sample 3. */
function networkAt(step) {
    const network = Recognizer.load(file('models/400.safetensors'));
    network.begin(pixels, SEED);
    network.advanceTo(step);
    return network;
}

/** Steps of the volleys of that look, and the cells that fire in each. */
function volleys() {
    const exc = networkAt(0xffff_ffff).takeExcSpikes();
    const found = new Map();
    for (let at = 0; at < exc.length; at += 2) found.set(exc[at], [...(found.get(exc[at]) ?? []), exc[at + 1]]);
    return [...found];
}

test('what the stage draws at a step equals the state of the library there', async ({ t }) => {
    const [[first, [cell]], , [third]] = volleys();
    for (const step of [first - 20, first + 1, first + 7, third + 1]) {
        const page = await openPage(t, { path: `#picture=3&at=${step}`, context: moving });
        await page.waitForFunction((step) => document.querySelector('[data-testid="scrub"]').value === String(step), step, PATIENCE);
        const network = networkAt(step);
        const charges = chargesOf(network.membranes(), network.thresholds(), network.metadata().config.exc.v_rest);
        const fields = part(page, 'fields');
        assert.equal(Number(await fields.getAttribute('data-hushed')), charges.filter((charge) => charge < HUSHED).length, `held down at step ${step}`);
        assert.equal(Number(await fields.getAttribute('data-fullest')), charges.indexOf(Math.max(...charges)), `fullest at step ${step}`);
        const exc = network.takeExcSpikes();
        const expected = [];
        for (let at = 0; at < exc.length; at += 2) if (network.labels()[exc[at + 1]] >= 0) expected.push([exc[at + 1], exc[at]].join());
        const ballots = await part(page, 'ballot').evaluateAll((all) => all.map(({ dataset }) => [dataset.voter, dataset.step].join()));
        assert.deepEqual(ballots.toSorted(), expected.toSorted(), `ballots at step ${step}`);
        if (step === first + 1) {
            const carried = await part(page, 'race').getAttribute('data-carried');
            const [of, inputs] = carried.split(' ')[0].split(':');
            assert.equal(Number(of), cell);
            const recent = new Set();
            const spikes = networkAt(first + 1).takeInputSpikes();
            for (let at = 0; at < spikes.length; at += 2) if (spikes[at] > first - 28) recent.add(spikes[at + 1]);
            assert(inputs.split(',').length >= 40, 'the strongest 46, where there are as many');
            for (const input of inputs.split(',')) assert(recent.has(Number(input)), `input ${input} has spiked in the last 14 ms`);
            assert((await inked(page, 'race')) > 0.005, 'the threads are drawn');
            assert.match(await part(page, 'narration').textContent(), new RegExp(`^Cell ${cell} `));
        }
    }
});

test('a ballot is one spike of one cell, which it shows', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3', drawer: '' });
    await ready(page);
    await verdict(page);
    const ballot = part(page, 'ballot').first();
    const { voter: cell, step } = await ballot.evaluate(({ dataset }) => ({ ...dataset }));
    await ballot.click();
    await page.waitForFunction((at) => document.querySelector('[data-testid="scrub"]').value === at, String(Number(step) + 1), PATIENCE);
    await page.waitForFunction((cell) => location.hash.includes(`cells=${cell}`), cell, PATIENCE);
    assert.equal(await part(page, 'tab-cell').getAttribute('aria-selected'), 'true', 'and the cell is shown');
});

test('what explains the stage lies in the drawer, one tab at a time, by mouse and keyboard', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3', drawer: '' });
    await ready(page);
    await verdict(page);
    const open = () => page.locator('[data-panel]:not([hidden])').evaluateAll((panels) => panels.map(({ dataset }) => dataset.panel));
    assert.deepEqual(await open(), []);
    for (const [name, inside] of [['why', 'votes-0'], ['cell', 'pin-cell'], ['spikes', 'raster'], ['input', 'centre-toggle'], ['compare', 'model-select'], ['chance', 'seed']]) {
        await part(page, `tab-${name}`).click();
        assert.deepEqual(await open(), [name]);
        if (name !== 'why') assert(await part(page, inside).isVisible(), `${inside} in ${name}`);
        await axe(page, `tab ${name}`);
    }
    await part(page, 'tab-chance').click();
    assert.deepEqual(await open(), [], 'a second click closes it');
    await part(page, 'tab-why').press('ArrowRight');
    assert.deepEqual(await open(), ['cell']);
    await part(page, 'tab-cell').press('ArrowLeft');
    assert.deepEqual(await open(), ['why']);
    await part(page, 'tab-why').press('End');
    assert.equal((await open()).length, 6, 'or all of it, one below the other');
    await part(page, 'tab-chance').click();
    await part(page, 'vote-3').click();
    assert.deepEqual(await open(), ['why'], 'a digit asks why');
    await page.reload();
    await ready(page);
    await page.waitForSelector('[data-panel="why"]:not([hidden])', PATIENCE);
    await part(page, 'tab-why').press('Home');
    assert.deepEqual(await open(), ['why']);
});

for (const [hash, tab] of [['why=3', 'why'], ['cells=7', 'cell'], ['compare=100', 'compare']]) {
    test(`a link with ${hash} opens the tab that shows it`, async ({ t }) => {
        const page = await openPage(t, { path: `#picture=3&${hash}`, drawer: '' });
        await ready(page);
        await page.waitForSelector(`[data-testid="tab-${tab}"][aria-selected="true"]`, PATIENCE);
        assert(await page.locator(`[data-panel="${tab}"]`).isVisible());
    });
}

test('an idle first visit writes a digit and runs one race, until a key is pressed', async ({ t }) => {
    const page = await openPage(t, { attract: true, context: moving });
    await ready(page);
    await part(page, 'attract').waitFor({ ...PATIENCE, state: 'visible' });
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="ballot"]').length > 0, null, PATIENCE);
    assert.match(await part(page, 'narration').textContent(), /[Cc]ell|Sparks/);
    assert.equal(await page.evaluate(() => location.hash), '', 'the address says nothing of it');
    await page.keyboard.press('Shift');
    await page.waitForSelector('html[data-mood="idle"][data-pad="blank"]', PATIENCE);
    assert.equal(await part(page, 'attract').isVisible(), false);
    assert.equal(await part(page, 'ballot').count(), 0);
    await draw(page, digits[7]);
    assert.equal((await verdict(page)).answer, '7');
});

test('with reduced motion nothing moves by itself', async ({ t }) => {
    const page = await openPage(t, { attract: true, context: { reducedMotion: 'reduce' }, prepare: (page) => page.clock.install() });
    await ready(page);
    // Two idle seconds on the page's own clock, and some.
    await page.clock.runFor(5000);
    assert.equal(await part(page, 'attract').isVisible(), false);
    assert.equal(await part(page, 'answer').textContent(), '?');
});

test('the reader says whether it was right, in two taps, and the count stays in this browser', async ({ t }) => {
    const page = await openPage(t, { drawer: '' });
    await ready(page);
    await draw(page, digits[7]);
    assert.equal((await verdict(page)).answer, '7');
    await part(page, 'was-right').click();
    assert.equal(await part(page, 'score').textContent(), 'It has read 1 of your 1.');
    assert(await part(page, 'was-right').isDisabled(), 'once a drawing');
    await part(page, 'clear').click();
    await draw(page, digits[1]);
    await verdict(page);
    await part(page, 'was-digit').selectOption('4');
    assert.equal(await part(page, 'score').textContent(), 'It has read 1 of your 2.');
    assert.equal(await part(page, 'tab-why').getAttribute('aria-selected'), 'true', 'the cells that nearly won');
    await page.reload();
    await ready(page);
    await verdict(page);
    assert.equal(await part(page, 'score').textContent(), 'It has read 1 of your 2.');
});

test('a look is saved as a film of three seconds, and as a picture', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3', context: moving });
    await ready(page);
    await verdict(page);
    const saved = async (name) => {
        const [download] = await Promise.all([page.waitForEvent('download', PATIENCE), part(page, name).click()]);
        return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const picture = await saved('clip-picture');
    assert.equal(picture.name, 'race.png');
    assert.deepEqual([...picture.bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
    assert.equal(picture.bytes.readUInt32BE(16), 1200, 'wide enough to be shown anywhere');
    const film = await saved('clip');
    assert.match(film.name, /^race\.(webm|mp4)$/);
    assert(film.bytes.length > 50_000, `${film.bytes.length} bytes for three seconds`);
    assert.equal((await verdict(page)).answer, '3', 'and the look ends as it did');
});
