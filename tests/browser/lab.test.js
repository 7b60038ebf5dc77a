// The laboratory on the real page: spikes by pointer, finger and keyboard, the curves of a rule, the membrane, links.
import assert from 'node:assert/strict';
import { RULES, START } from '../../www/js/kit/lab-setup.ts';
import { drawn, part } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';
import { LONG, openTraining, set, standing } from './support/training.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, locale: 'de-DE' };

async function openLab(t, lab = '', context = {}) {
    const page = await openPage(t, { path: `#view=lab${lab === '' ? '' : `&lab=${lab}`}`, context });
    await page.waitForSelector('[data-part="lab"][data-ready]', LONG);
    return page;
}

const unfold = (page, name) => part(page, name).locator('summary').click();
const facts = (page, name) => part(page, name).evaluate((element) => ({ ...element.dataset }));
/** Waits until a fact is what it should be. */
const fact = (page, name, key, value) => page.waitForFunction(([one, of, wanted]) => document.querySelector(`[data-testid="${one}"]`).dataset[of] === wanted, [name, key, value], LONG);
const times = (page, lane) => page.locator(`[data-testid="${lane}"] [role="slider"]`).evaluateAll((all) => all.map((one) => Number(one.getAttribute('aria-valuenow'))));
const numbers = (text) => Number(text.replace('−', '-').replace(/·10(.*)$/, (_, power) => `e${[...power].map((sign) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)).map((digit) => (digit < 0 ? '-' : digit)).join('')}`).replace(',', '.'));
/** The rows of a table that is folded away. */
const rows = (page, name) => part(page, name).locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));

test('a spike is dragged: the weight follows, and the link says it', async ({ t }) => {
    const page = await openLab(t, 'pre:20;post:100;duration:200');
    assert.deepEqual(await times(page, 'lab-post'), [100]);
    const before = await facts(page, 'lab');
    assert.equal(before.rule, 'pair');
    const [spike, track] = [await part(page, 'lab-post-0').boundingBox(), await page.locator('[data-testid="lab-post"] .lane__track').boundingBox()];
    const y = spike.y + spike.height / 2;
    await page.mouse.move(spike.x + spike.width / 2, y);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.15, y, { steps: 8 });
    await page.mouse.up();
    assert.deepEqual(await times(page, 'lab-post'), [30]);
    await page.waitForFunction((old) => document.querySelector('[data-testid="lab"]').dataset.dw !== old, before.dw);
    const dw = Number((await facts(page, 'lab')).dw);
    assert(Math.abs(dw - 0.01 * Math.exp(-10 / 20)) < 2e-7, `${dw} 10 ms after the input`);
    await page.waitForFunction(() => location.hash.includes('post:30'));
    // Off its line, it is dropped.
    await page.mouse.move(track.x + track.width * 0.15, y);
    await page.mouse.down();
    await page.mouse.move(track.x + track.width * 0.15, y + 150, { steps: 4 });
    await page.mouse.up();
    await fact(page, 'lab', 'post', '0');
    // A click on the line makes one.
    await page.mouse.click(track.x + track.width * 0.5, y);
    assert.deepEqual(await times(page, 'lab-post'), [100]);
});

test('three controls come before the first plot, the rest after it, and a wrong constant is shown', async ({ t }) => {
    const page = await openLab(t);
    for (const [half, plot, first] of [['lab', 'lab-pre', 'lab-rule'], ['membrane-lab', 'membrane-exc', 'membrane-play']]) {
        const before = await part(page, half).evaluate(
            (root, lane) => [...root.querySelectorAll('button, select, input')].filter((one) => one.compareDocumentPosition(root.querySelector(`[data-testid="${lane}"]`)) & Node.DOCUMENT_POSITION_FOLLOWING).map((one) => one.dataset.testid),
            plot,
        );
        assert.equal(before.length, 3, `${before}`);
        assert.equal(before[0], first);
    }
    const open = (name) => part(page, name).evaluate((/** @type {HTMLDetailsElement} */ details) => details.open);
    assert.deepEqual([await open('lab-parameters'), await open('membrane-parameters')], [false, false]);
    await unfold(page, 'lab-parameters');
    assert.equal(await page.locator('label[for="lab-param-rule.nu_post"]').textContent(), 'Potentiation rate');
    const wrong = await openLab(t, 'rule.nu_post:7');
    await part(wrong, 'lab-param-rule.nu_post').waitFor();
    assert.equal(await part(wrong, 'lab-param-rule.nu_post').getAttribute('aria-invalid'), 'true');
});

test('spikes stand over the axis of their traces', async ({ t }) => {
    const page = await openLab(t, 'cell.duration:200');
    for (const [lane, chart] of [['lab-pre', 'lab-time'], ['membrane-exc', 'membrane-time']]) {
        const [track, canvas] = [await page.locator(`[data-testid="${lane}"] .lane__track`).boundingBox(), await part(page, chart).boundingBox()];
        // chart.js: what is left and right of its plots.
        assert(Math.abs(track.x - canvas.x - 64) < 1 && Math.abs(canvas.x + canvas.width - track.x - track.width - 10) < 1, `${lane}: ${JSON.stringify([track, canvas])}`);
    }
    const [equation, time] = [await page.locator('.lab__equation').first().boundingBox(), await part(page, 'lab-time').boundingBox()];
    assert(equation.x > time.x + time.width, 'its equation beside them');
});

test('all of it works with keys alone', async ({ t }) => {
    const page = await openLab(t, 'pre:20;post:30');
    await part(page, 'lab-post-add').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await times(page, 'lab-post'), [30, 50]);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'lab-post-1');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    assert.deepEqual(await times(page, 'lab-post'), [30, 55.5]);
    await page.keyboard.press('Home');
    assert.deepEqual(await times(page, 'lab-post'), [30, 0]);
    await part(page, 'lab-post-0').focus();
    await page.keyboard.press('Shift+ArrowLeft');
    assert.deepEqual(await times(page, 'lab-post'), [25, 0]);
    assert.equal(await part(page, 'lab-post-0').getAttribute('aria-valuetext'), '25 ms');
    assert.equal(await part(page, 'lab-live').getAttribute('data-time'), '25');
    await page.keyboard.press('Delete');
    await fact(page, 'lab', 'post', '1');
    await page.keyboard.press('Delete');
    await fact(page, 'lab', 'post', '0');
    await part(page, 'lab-pre-add').focus();
    await page.keyboard.press('Space');
    await fact(page, 'lab', 'pre', '2');
    // A time that is taken is stepped over.
    await page.keyboard.press('Home');
    for (let k = 0; k < 4; k += 1) await page.keyboard.press('Shift+ArrowRight');
    assert.deepEqual(await times(page, 'lab-pre'), [20, 20.5]);
});

test('time goes on by single spikes, or plays', async ({ t }) => {
    const page = await openLab(t, 'pre:20;post:30,60', moving);
    const live = () => part(page, 'lab-live').getAttribute('data-time');
    const says = (name, text) => page.waitForFunction(([one, wanted]) => document.querySelector(`[data-testid="${one}"]`).textContent === wanted, [name, text]);
    const seen = [];
    for (let k = 0; k < 4; k += 1) {
        await part(page, 'lab-step').click();
        await drawn(page);
        seen.push(await live());
    }
    assert.deepEqual(seen, ['20', '30', '60', '60']);
    await part(page, 'lab-play').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="lab-live"]')?.dataset.time === '20');
    await part(page, 'lab-play').click();
    await says('lab-play', 'Play');
    await part(page, 'lab-pre-0').focus();
    await page.waitForFunction(() => document.querySelector('[data-testid="lab-live"]').dataset.cause === 'pre');
    await part(page, 'membrane-step').click();
    await part(page, 'membrane-play').click();
    await says('membrane-play', 'Pause');
});

test('the window of the pair rule is its two exponentials, and pairs add up', async ({ t }) => {
    const page = await openLab(t, 'repetitions:1');
    const check = async (count) => {
        for (const [interval, change] of (await rows(page, 'lab-window-table')).map((row) => row.map(numbers))) {
            const exact = count * (interval >= 0 ? 0.01 * Math.exp(-interval / 20) : -0.0105 * Math.exp(interval / 20));
            assert(Math.abs(change - exact) < 1e-3 * Math.abs(exact) + 2e-6 * count, `${interval} ms: ${change}, exact ${exact}`);
        }
    };
    await check(1);
    await set(page, 'lab-repetitions', 10);
    await fact(page, 'lab-window', 'repetitions', '10');
    await check(10);
    await set(page, 'lab-hertz', 40);
    await fact(page, 'lab-window', 'hertz', '40');
});

test('the triplet rule wants frequent pairs', async ({ t }) => {
    const page = await openLab(t, 'rule:triplet;repetitions:20');
    const table = (await rows(page, 'lab-frequency-table')).map((row) => row.map(numbers));
    const at = (hertz) => table.find(([one]) => one === hertz);
    assert(at(1)[2] < 0 && Math.abs(at(1)[1]) < 0.01, `rare pairs: ${at(1)}`);
    assert(at(50)[1] > 0 && at(50)[2] > at(10)[2], `frequent ones: ${at(50)}`);
    await part(page, 'lab-rule').selectOption('power_law');
    await fact(page, 'lab', 'rule', 'power_law');
    const weights = (await rows(page, 'lab-weight-table')).map((row) => row.map(numbers));
    assert(weights[0][1] > weights[45][1] && weights[45][1] > weights[50][1], 'a strong synapse gains less');
    await unfold(page, 'lab-parameters');
    await set(page, 'lab-param-rule.nu_post', 0.04);
    await page.waitForFunction(() => location.hash.includes('rule.nu_post:0.04'));
    await set(page, 'lab-param-rule.nu_post', 7);
    await page.waitForFunction(() => /rule.nu_post is 7, expected 0 to 1/.test(document.querySelector('[data-testid="lab-problem"]').textContent));
    assert.equal(await part(page, 'lab-param-rule.nu_post').getAttribute('aria-invalid'), 'true');
});

test('a link brings everything back, and says what it cannot read', async ({ t }) => {
    const lab = 'rule:triplet;constants:network;pre:10,40;post:15,45,50;weight:0.3;part:membrane;cell.in:20x3,22x3;cell.inhibit:;cell.synapses:current;cell.exc.tau_m:20;cell.theta.adaptive:off';
    const page = await openLab(t, lab);
    const { rule, pre, post } = await facts(page, 'lab');
    assert.deepEqual({ rule, pre, post }, { rule: 'triplet', pre: '2', post: '3' });
    const { inputs, tau, synapse, threshold } = await facts(page, 'membrane-lab');
    assert.deepEqual({ inputs, tau, synapse, threshold }, { inputs: '2', tau: '20', synapse: 'current', threshold: 'fixed' });
    assert.deepEqual(await times(page, 'membrane-exc'), [20, 22]);
    const again = await openLab(t, 'rule:nonsense;pre:10');
    assert.match(await part(again, 'lab-notice').textContent(), /could not be read: rule/);
    assert.equal((await facts(again, 'lab')).pre, '1');
});

test('the membrane: one spike, inhibition, thresholds, and why 100 ms', async ({ t }) => {
    const page = await openLab(t, 'cell.in:20x1;cell.inhibit:');
    const first = await facts(page, 'membrane-lab');
    assert.equal(first.spikes, '0');
    assert(Math.abs(Number(first.peak) + 65 - 0.617) < 0.03, `a weight of 1 lifts v to ${first.peak} mV`);
    await part(page, 'membrane-exc-0').focus();
    await set(page, 'membrane-weight', 30);
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="membrane-lab"]').dataset.peak) > -53);
    await part(page, 'membrane-inh-add').click();
    await page.keyboard.press('Home');
    await page.waitForFunction(() => document.querySelector('[data-testid="membrane-lab"]').dataset.inputs === '2');
    await unfold(page, 'membrane-parameters');
    await part(page, 'membrane-param-theta.adaptive').uncheck();
    await fact(page, 'membrane-lab', 'threshold', 'fixed');
    await part(page, 'membrane-synapses').selectOption('current');
    await fact(page, 'membrane-lab', 'synapse', 'current');
    await set(page, 'membrane-param-exc.tau_m', 50);
    await fact(page, 'membrane-lab', 'tau', '50');
    const argument = await openLab(t);
    await part(argument, 'membrane-why').click();
    await argument.waitForFunction(() => document.querySelectorAll('[data-testid="membrane-figures"] tbody tr').length === 2);
    const figures = await argument.locator('[data-testid="membrane-figures"] tbody tr').evaluateAll((all) => all.map((row) => [row.dataset.tau, row.dataset.spread, row.querySelector('[data-within]').dataset.within].map(Number)));
    const hidden = await part(argument, 'membrane-figures').evaluate((table) => table.parentElement.scrollWidth - table.parentElement.clientWidth);
    assert(hidden <= 0, `${hidden} px of the figures cannot be seen`);
    assert.deepEqual(figures.map(([tau, , within]) => [tau, within]), [[100, 6.375], [20, 1.275]], 'the paper’s figures');
    assert(figures[1][1] > 1.3 * figures[0][1], `spreads ${figures}`);
});

test('a pixel of a receptive field opens its synapse in the laboratory', async ({ t }) => {
    const page = await openTraining(t);
    await set(page, 'train-neurons', 16);
    await set(page, 'train-stop-at', 60);
    await part(page, 'train-start').click();
    await page.waitForFunction(() => document.querySelector('[data-testid="train-progress"]').dataset.images === '60', null, LONG);
    const box = await part(page, 'train-fields').boundingBox();
    // Cell 5 of 4 × 4, row 12 and column 14 of its field.
    const at = (cell, pixel) => (box.width / 4) * (cell + (pixel + 1.5) / 30);
    await page.mouse.click(box.x + at(1, 14), box.y + at(1, 12));
    await page.waitForSelector('[data-part="lab"][data-ready]', LONG);
    await part(page, 'lab-from').waitFor();
    assert.match(await part(page, 'lab-from').textContent(), /row 12, column 14 to cell 5/);
    const { rule, post } = await facts(page, 'lab');
    assert.equal(rule, 'triplet');
    assert(Number(post) > 0, 'its cell spiked');
    assert.match(page.url(), /constants:network/);
    // By keyboard, from the form.
    await part(page, 'view-train').click();
    await standing(page);
    await set(page, 'train-synapse-row', 10);
    await part(page, 'train-synapse').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /row 10, column 14 to cell 5/.test(document.querySelector('[data-testid="lab-from"]')?.textContent ?? ''), null, LONG);
    await axe(page, 'with a real synapse');
});

test('on a telephone, in German, in the dark, by finger', async ({ t }) => {
    const page = await openLab(t, '', { ...phone, colorScheme: 'dark' });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert((await wide()) <= 0, `${await wide()} px too wide`);
    assert.equal(await page.locator('#lab-title').textContent(), 'Eine Synapse');
    const track = page.locator('[data-testid="lab-post"] .lane__track');
    await track.scrollIntoViewIfNeeded();
    const box = await track.boundingBox();
    await page.touchscreen.tap(box.x + box.width * 0.9, box.y + box.height / 2);
    await fact(page, 'lab', 'post', '4');
    for (const kind of RULES.filter((rule) => rule !== START.synapse.rule)) {
        await part(page, 'lab-rule').selectOption(kind);
        await fact(page, 'lab', 'rule', kind);
        assert((await wide()) <= 0, `${kind}: ${await wide()} px too wide`);
    }
    await part(page, 'membrane-why').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="membrane-figures"] tbody tr').length === 2);
    assert((await wide()) <= 0, `${await wide()} px too wide`);
    for (const details of await page.locator('[data-part="lab"] details').all()) await details.evaluate((one) => (one.open = true));
    assert((await wide()) <= 0, `${await wide()} px too wide with all tables`);
    await axe(page, 'on a telephone');
});

test('on a laptop nothing keeps people from it', async ({ t }) => {
    const page = await openLab(t);
    for (const details of await page.locator('[data-part="lab"] details').all()) await details.evaluate((one) => (one.open = true));
    await part(page, 'lab-pre-0').focus();
    await part(page, 'membrane-exc-0').focus();
    await axe(page, 'with everything open');
});
