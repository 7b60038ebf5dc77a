// Each picture of the page has a twin in words: tables and sentences that say what it shows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { nameOf } from '../../www/js/kit/edges.ts';
import { words as de } from '../../www/words/de/shell.ts';
import { words as en } from '../../www/words/en/shell.ts';
import { digits } from './digits.js';
import { draw, part, ready, verdict, votes } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

/** Opens the table with the keyboard and reads its rows as numbers. */
async function read(page, table, rows) {
    const summary = page.locator(`[data-table="${table}"] > summary`);
    if (!(await summary.evaluate((element) => element.parentElement.open))) {
        await summary.focus();
        await page.keyboard.press('Enter');
    }
    await page.locator(`[data-part="${rows}"] tr`).first().waitFor();
    return page.locator(`[data-part="${rows}"]`).evaluate((body) => [...body.rows].map((row) => [...row.cells].map((cell) => Number(cell.textContent.replace('−', '-').replace(',', '.')))));
}

for (const [name, context] of Object.entries({ 'a laptop': {}, 'a telephone in the dark, in German': { ...phone, colorScheme: 'dark', locale: 'de-DE' } })) {
    test(`the tables say what the network did, spike by spike (${name})`, async ({ t }) => {
        initSync({ module: file('pkg/stdp_digits_bg.wasm') });
        const network = Recognizer.load(file('models/400.safetensors'));
        const samples = JSON.parse(file('www/data/samples.json')).digits;
        network.begin(Buffer.from(samples[5].pixels, 'base64'), 2015);
        network.trace(Uint16Array.of(7));
        network.advanceTo(100_000);
        // Of several looks, the page shows the last.
        const { step, lookStep } = network.status();
        const began = step - lookStep;
        const last = (rows, width) => rows.slice(width * Array.from({ length: rows.length / width }, (_, at) => rows[at * width]).filter((at) => at < began).length).map((value, at) => (at % width === 0 ? value - began : value));
        const [input, exc, inh] = [network.takeInputSpikes(), network.takeExcSpikes(), network.takeInhSpikes()].map((spikes) => last(spikes, 2));
        const traces = last(network.takeTraces(), 4);
        const page = await openPage(t, { path: '#picture=5&cells=7', context });
        await ready(page);
        await verdict(page);
        for (let way = 0; way < 4; way += 1) {
            const counts = await read(page, 'input', `input-${way}`);
            const expected = Array.from({ length: 14 }, (_, row) => Array.from({ length: 14 }, (_, column) => input.filter((cell, at) => at % 2 === 1 && cell === way * 196 + 14 * row + column).length));
            assert.deepEqual(counts.map((row) => row.slice(1)), expected, 'spikes of the input cells');
        }
        const ofDigits = await read(page, 'fields', 'digits');
        assert.deepEqual(ofDigits.slice(0, 10).map((row) => row[3]), await votes(page), 'spikes of the digits are the bars');
        assert.equal(ofDigits.reduce((sum, [, cells]) => sum + cells, 0), 400);
        const spiked = await read(page, 'fields', 'spiked');
        assert.equal(spiked.reduce((sum, [, , spikes]) => sum + spikes, 0), exc.length / 2, 'and those of the cells');
        for (const [population, spikes] of Object.entries({ exc, inh, input })) {
            await read(page, 'spikes', 'raster-rows');
            await part(page, 'table-population').selectOption(population);
            await page.waitForFunction((rows) => document.querySelector('[data-part="raster-rows"]').rows.length === rows, spikes.length / 2);
            const said = await read(page, 'spikes', 'raster-rows');
            if (population === 'input') {
                const words = context.locale ? de : en;
                const names = await page.locator('[data-part="raster-rows"]').evaluate((body) => [...body.rows].map(({ cells }) => cells[1].textContent));
                assert.deepEqual(names, Array.from({ length: spikes.length / 2 }, (_, at) => nameOf(spikes[2 * at + 1], 'edges', words)));
            } else {
                assert.deepEqual(said.map(([, cell]) => cell), Array.from({ length: spikes.length / 2 }, (_, at) => spikes[2 * at + 1]), population);
            }
            assert.deepEqual(said.map(([time]) => time), Array.from({ length: spikes.length / 2 }, (_, at) => (spikes[2 * at] + 1) / 2), population);
        }
        await page.waitForFunction(() => document.querySelector('[data-testid="traces"]').dataset.points === '700');
        const membranes = await read(page, 'traces', 'traces');
        assert.equal(membranes.length, 70);
        assert.deepEqual(membranes[69], [350, Number(traces[4 * 699 + 1].toFixed(1)), Number(traces[4 * 699 + 2].toFixed(2)), Number(traces[4 * 699 + 3].toFixed(2))]);
        await axe(page, 'all tables');
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${wide} px too wide`);
        await part(page, 'scrub').fill('0');
        await page.waitForFunction(() => [...document.querySelectorAll('[data-part="input"] td')].every((cell) => cell.textContent === '0'));
    });
}

test('a sentence says what lies on the pad', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const said = () => page.locator('#pad-twin').textContent();
    assert.equal(await said(), 'The pad is empty.');
    await draw(page, digits[4]);
    assert.match(await said(), /^A drawing of 2 strokes, from column 8 to 2\d and row 6 to 24 of 28\.$/);
    await part(page, 'samples').locator('[data-digit="8"]').click();
    assert.match(await said(), /^An 8 from the MNIST test set/);
    assert.match(await part(page, 'draw-pad').getAttribute('aria-describedby'), /pad-twin/);
});

test('no table is fetched before one is opened', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /data-tables/.test(name)).length);
    assert.equal(await fetched(), 0);
    await page.locator('[data-table="fields"] > summary').click();
    await page.locator('[data-part="digits"] tr').first().waitFor();
    assert.equal(await fetched(), 1);
});
