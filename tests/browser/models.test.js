// Networks: those that come with the page, those in files, and two of them on one drawing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { digits } from './digits.js';
import { draw, part, ready, verdict, votes } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const samples = JSON.parse(read('www/data/samples.json')).digits;
initSync({ module: read('pkg/stdp_digits_bg.wasm') });

/** What a network finds in a sample, outside of the page. */
function found(network, digit, seed = 2015) {
    network.begin(Buffer.from(samples[digit].pixels, 'base64'), seed);
    while (network.advance(network.stepsPerLook) > 0);
    return network.verdict();
}
const model = (name) => Recognizer.load(read(`models/${name}.safetensors`));

const cells = (page, count) => page.waitForFunction((count) => document.querySelector('[data-part="lead"]').textContent.includes(`${count} simulated`), count);
const notice = (page, words) => page.waitForFunction((words) => new RegExp(words).test(document.querySelector('[data-testid="notice"]').textContent), words.source);
const duel = (page) => part(page, 'compare').evaluate((panel) => [...panel.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent)));
const compared = (page) => page.waitForFunction(() => document.querySelector('[data-testid="compare-says"]')?.textContent);

/** A NumPy file of little-endian floats of four bytes. */
function npy(shape, values) {
    const header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')},), }`;
    const padded = `${header.padEnd(118 - 1)}\n`;
    const length = Buffer.alloc(2);
    length.writeUInt16LE(padded.length);
    return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, Buffer.from(padded), Buffer.from(Float32Array.from(values).buffer)]);
}
/** Ten cells, each of which has learnt one sample by heart. */
const tenCells = {
    weights: npy([784, 10], Array.from({ length: 7840 }, (_, at) => {
        const pixels = Buffer.from(samples[at % 10].pixels, 'base64');
        return (78 * pixels[Math.floor(at / 10)]) / pixels.reduce((sum, value) => sum + value, 0);
    })),
    theta: npy([10], Array(10).fill(0.02)),
    labels: npy([10], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
};
const given = (name, buffer) => ({ name, mimeType: 'application/octet-stream', buffer });

test('loads another network when it is asked for, and reads with it what that network reads', async ({ t }) => {
    const asked = [];
    const page = await openPage(t, { path: '#picture=5&cells=7', prepare: async (page) => void page.on('request', (request) => request.url().includes('.safetensors') && asked.push(request.url())) });
    await ready(page);
    await verdict(page);
    assert.equal(asked.length, 1, 'one network until another is asked for');
    for (const name of ['100', '1600', '400']) {
        await part(page, 'model-select').selectOption(name);
        await cells(page, name === '1600' ? '1,600' : name);
        await page.waitForFunction(() => /^It reads|^Not sure/.test(document.querySelector('[data-testid="status"]').textContent));
        const { votes: expected } = found(model(name), 5);
        assert.deepEqual((await verdict(page)).votes, expected, `${name} cells`);
        assert(await page.locator('[data-part="model-load"]').isHidden());
    }
    assert.equal(await part(page, 'cell-inspector').locator('> li').count(), 0, 'cells of another network are other cells');
});

test('a link names the networks; one that there is not is told and left out', async ({ t }) => {
    const page = await openPage(t, { path: '#model=100&picture=3' });
    await ready(page);
    assert.deepEqual((await verdict(page)).votes, found(model('100'), 3).votes);
    assert.equal(await part(page, 'model-select').inputValue(), '100');
    const other = await openPage(t, { path: '#model=123&compare=5&picture=3' });
    await ready(other);
    assert.match(await part(other, 'notice').textContent(), /\(model, compare\)/);
    assert.deepEqual((await verdict(other)).votes, found(model('400'), 3).votes);
});

test('shows the bytes of a network as they come, and lets people read meanwhile', async ({ t }) => {
    let answer;
    const held = new Promise((then) => (answer = then));
    const page = await openPage(t, {
        expected: [/ERR_ABORTED/],
        prepare: (page) => page.route('**/1600*.safetensors', async (route) => {
            await held;
            await route.continue().catch(() => {});
        }),
    });
    await ready(page);
    await part(page, 'model-select').selectOption('1600');
    await draw(page, digits[5]);
    assert.equal((await verdict(page)).answer, '5', 'the network of before still reads');
    await answer();
    await cells(page, '1,600');
    await page.waitForFunction(() => document.querySelector('[data-testid="model-progress"]').value === document.querySelector('[data-testid="model-progress"]').max);
    const max = await part(page, 'model-progress').getAttribute('max');
    assert.equal(Number(max), read('models/1600.safetensors').length, 'real bytes');
    assert.equal(await page.locator('[data-part="model-bytes"]').textContent(), `${Math.round(max / 1000).toLocaleString('en')} of ${Math.round(max / 1000).toLocaleString('en')} kB`);
});

test('a load that is cancelled leaves the network as it was', async ({ t }) => {
    const page = await openPage(t, {
        path: '#picture=2',
        expected: [/ERR_ABORTED|ERR_FAILED/],
        // A server that never answers.
        prepare: (page) => page.route('**/1600*.safetensors', () => {}),
    });
    await ready(page);
    const { votes: before } = await verdict(page);
    await part(page, 'model-select').selectOption('1600');
    assert(await part(page, 'model-progress').isVisible());
    await axe(page, 'while a network is on its way');
    await part(page, 'model-cancel').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[data-testid="model-select"]').value === '400');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'model-select');
    assert.deepEqual(await votes(page), before);
    assert(await part(page, 'notice').isHidden());
    assert(await part(page, 'model-progress').isHidden());
});

test('a network that does not come is told in a sentence, and the old one stays', async ({ t }) => {
    const page = await openPage(t, {
        path: '#picture=2',
        context: { locale: 'de-DE' },
        expected: [/Failed to load resource/, /ERR_ABORTED/],
        prepare: (page) => page.route('**/1600*.safetensors', (route) => route.fulfill({ status: 503 })),
    });
    await ready(page);
    await part(page, 'model-select').selectOption('1600');
    await notice(page, /1\.600 Zellen war nicht zu öffnen.*503/);
    assert.equal(await part(page, 'model-select').inputValue(), '400');
    assert.deepEqual((await verdict(page)).votes, found(model('400'), 2).votes);
    await axe(page, 'with the notice');
});

test('opens a network from a file, and NumPy files of the published code', async ({ t }) => {
    const naming = gzipSync(Buffer.concat([...Array.from({ length: 1000 }, (_, at) => Buffer.from(samples[at % 10].pixels, 'base64')), Uint8Array.from({ length: 1000 }, (_, at) => at % 10)]));
    const page = await openPage(t, {
        path: '#picture=7',
        prepare: (page) => page.route('**/digits/training-0.bin', (route) => route.fulfill({ body: naming })),
    });
    await ready(page);
    await part(page, 'model-file').setInputFiles(given('my.safetensors', read('models/100.safetensors')));
    await cells(page, '100');
    assert.equal(await part(page, 'model-select').evaluate((select) => select.selectedOptions[0].textContent), 'my.safetensors');
    await page.waitForFunction(() => document.documentElement.dataset.mood === 'sure');
    assert.deepEqual(await votes(page), found(model('100'), 7).votes);
    for (const files of [
        [given('XeAe.npy', tenCells.weights), given('theta_A.npy', tenCells.theta), given('labels.npy', tenCells.labels)],
        [given('theta_A.npy', tenCells.theta), given('XeAe.npy', tenCells.weights)],
    ]) {
        await part(page, 'model-select').selectOption('400');
        await cells(page, '400');
        await part(page, 'model-file').setInputFiles(files);
        await cells(page, '10');
        await page.waitForFunction(() => document.querySelector('[data-testid="answer"]').textContent === '7');
        const shown = await votes(page);
        assert(shown[7] > 0 && shown.every((spikes, digit) => digit === 7 || spikes < shown[7]), `its cells know the samples by heart: ${shown}`);
    }
});

test('wrong files get one sentence each, and change nothing', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=4' });
    await ready(page);
    const { votes: before } = await verdict(page);
    const cut = read('models/100.safetensors').subarray(0, 50_000);
    for (const [files, words] of [
        [[given('notes.txt', Buffer.from('hello'))], /^notes\.txt is not a network: expected/],
        [[given('XeAe.npy', tenCells.weights)], /^These NumPy files are not a complete network/],
        [[given('cut.safetensors', cut)], /^cut\.safetensors could not be opened, so the network stays as it was: not a complete safetensors file/],
        [[given('XeAe.npy', tenCells.theta), given('theta_A.npy', tenCells.theta), given('labels.npy', tenCells.labels)], /^XeAe\.npy could not be opened.*the array has the wrong shape \(weights: found weights of shape \[10\]/],
    ]) {
        await part(page, 'model-file').setInputFiles(files);
        await notice(page, words);
        assert.deepEqual(await votes(page), before);
        assert.equal(await part(page, 'model-select').inputValue(), '400');
    }
    await part(page, 'model-select').selectOption('100');
    await cells(page, '100');
    assert(await part(page, 'notice').isHidden());
});

test('two networks read one drawing side by side, with spikes and evidence, and a link keeps both', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=5' });
    await ready(page);
    await verdict(page);
    assert(await part(page, 'compare').isHidden());
    await part(page, 'compare-select').selectOption('100');
    await compared(page);
    const check = async (page, digit) => {
        const [first, second] = [found(model('400'), digit), found(model('100'), digit)];
        const percent = (share) => `${Math.round(share * 100)}\u00a0%`;
        const rows = Array.from({ length: 10 }, (_, at) => [percent(first.evidence[at]), String(first.votes[at]), '', String(at), '', String(second.votes[at]), percent(second.evidence[at])]);
        assert.deepEqual(await duel(page), rows);
    };
    await check(page, 5);
    await part(page, 'samples').locator('[data-digit="1"]').click();
    await page.waitForFunction(() => /Both read a 1/.test(document.querySelector('[data-testid="compare-says"]').textContent));
    await check(page, 1);
    await page.waitForFunction(() => location.hash.includes('compare=100'));
    const other = await openPage(t, { path: await page.evaluate(() => location.hash) });
    await ready(other);
    await compared(other);
    await check(other, 1);
    await part(page, 'compare-select').selectOption('');
    assert(await part(page, 'compare').isHidden());
});

test('the second network follows the first step by step', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=1&compare=100&at=200' });
    await ready(page);
    const network = model('100');
    network.begin(Buffer.from(samples[1].pixels, 'base64'), 2015);
    network.advanceTo(200);
    const expected = network.verdict().votes.map(String);
    await page.waitForFunction((expected) => [...document.querySelectorAll('.duel tbody tr')].map((row) => row.cells[5].textContent).join() === expected, expected.join());
    assert.equal(await part(page, 'compare-says').textContent(), '', 'no verdict before the end');
});

for (const [name, context] of Object.entries({ 'in the dark': { colorScheme: 'dark' }, 'on a telephone, in German': { ...phone, locale: 'de-DE' } })) {
    test(`axe finds nothing while two networks are compared (${name})`, async ({ t }) => {
        const page = await openPage(t, { path: '#picture=5&compare=100', context });
        await ready(page);
        await compared(page);
        await axe(page, name);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        if (context.locale) assert.doesNotMatch(await page.locator('.models-panel').innerText(), /\b(the|cells|first|second|network|compare)\b/);
    });
}
