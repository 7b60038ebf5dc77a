// The membranes of chosen cells, and all that is known of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';
import { inked, part, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

async function watch(page, cell) {
    await part(page, 'pin-cell').fill(String(cell));
    await part(page, 'pin-cell').press('Enter');
    await page.locator(`[data-testid="cell-inspector"] [data-cell="${cell}"]`).waitFor();
}

const points = (page, count) => page.waitForFunction((wanted) => document.querySelector('[data-testid="traces"]').dataset.points === String(wanted), count);

for (const colorScheme of ['light', 'dark']) {
    test(`shows the membranes of up to four cells, as the simulator has them (${colorScheme})`, async ({ t }) => {
        initSync({ module: file('pkg/stdp_digits_bg.wasm') });
        const network = Recognizer.load(file('models/400.safetensors'));
        const { digits } = JSON.parse(file('www/data/samples.json'));
        const page = await openPage(t, { context: { colorScheme } });
        await ready(page);
        assert(await part(page, 'traces').isHidden());
        await part(page, 'samples').locator('[data-digit="2"]').click();
        await verdict(page);
        const end = await part(page, 'digest').textContent();
        for (const cell of [7, 100, 399, 0]) await watch(page, cell);
        await points(page, 700);
        assert.equal(await part(page, 'digest').textContent(), end, 'watching changes nothing');
        assert((await inked(page, 'traces')) > 0.1);
        await axe(page, 'with four cells');
        await part(page, 'scrub').fill('301');
        await points(page, 301);
        network.begin(Buffer.from(digits[2].pixels, 'base64'), 2015);
        network.trace(Uint16Array.of(7, 100));
        network.advanceTo(301);
        const [, v, g] = network.takeTraces().slice(-7);
        const words = await page.locator('[data-cell="7"] .equation').innerText();
        assert(words.includes(`(−65 − (−${(-v).toFixed(1)})) + ${g.toFixed(2)} ·`), `${words} for v ${v}, g_e ${g}`);
        const card = await page.locator('[data-cell="7"]').innerText();
        assert(card.includes(`${(-network.thresholds()[7]).toFixed(1)} mV`) && card.includes(`${network.theta()[7].toFixed(1)} mV`), card);
        await watch(page, 50);
        const watched = await page.locator('[data-testid="cell-inspector"] > li').evaluateAll((cards) => cards.map((item) => item.dataset.cell));
        assert.deepEqual(watched, ['100', '399', '0', '50'], 'a fifth takes the place of the first');
    });
}

test('watches the cell that is clicked in the grid, in a spike or among the voters, and lets it go', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await part(page, 'samples').locator('[data-digit="0"]').click();
    await verdict(page);
    await part(page, 'vote-0').click();
    const voter = page.locator('[data-part="why-cells"] li').first();
    const cell = await voter.getAttribute('data-cell');
    const spikes = await voter.getAttribute('data-spikes');
    await voter.locator('button').click();
    const card = page.locator(`[data-testid="cell-inspector"] [data-cell="${cell}"]`);
    await card.waitFor();
    assert.match(await card.innerText(), new RegExp(`: a 0[\\s\\S]*Spikes in this look\\s+${spikes}\\s[\\s\\S]*Rank by spikes\\s+1 of 400`));
    await card.locator('button').click();
    assert.equal(await card.count(), 0);
    assert(await part(page, 'traces').isHidden());
    await part(page, 'fields').click({ position: { x: 5, y: 5 } });
    await page.locator('[data-testid="cell-inspector"] > li').waitFor();
    assert.match(await part(page, 'cell-inspector').innerText(), /: a 0/, 'the first of the grid is a 0');
});

test('refuses a cell that there is not, in words', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    for (const typed of ['400', '-1', 'x', '']) {
        await part(page, 'pin-cell').fill(typed);
        await part(page, 'pin').click();
        assert.match(await page.locator('#pin-problem').textContent(), /0 to 399/, typed);
    }
    await watch(page, 3);
    assert.equal(await page.locator('#pin-problem').textContent(), '');
});
