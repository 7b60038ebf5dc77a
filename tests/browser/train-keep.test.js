// Runs outlive their tab, bit for bit, and travel between the page and the command-line tool.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { part } from './hand.js';
import { siteOrigin, test } from './support/browser.js';
import { LONG, accuracy, digest, folder, images, openTraining, set, standing, stopped, tool } from './support/training.js';

/** The same run as the page's: 100 cells, the first 10,000 images, seed 1. */
function trained(t, ...more) {
    const path = folder(t);
    const config = join(path, 'run.json');
    writeFileSync(config, '{"front_end":"pixels","neurons":100}');
    const out = join(path, 'run.safetensors');
    const report = JSON.parse(tool('train', '--config', config, '--images', '1000', '--passes', '1', '--seed', '1', '--out', out, '--json', ...more));
    return { path, out, digest: report.digest };
}

async function file(page, t, name) {
    const [download] = await Promise.all([page.waitForEvent('download'), part(page, name).click()]);
    const path = join(folder(t), download.suggestedFilename());
    await download.saveAs(path);
    return path;
}

test('a tab that dies in the middle of a run goes on where it was and ends as the tool does', async ({ t }) => {
    const page = await openTraining(t);
    await part(page, 'train-data').selectOption('1000');
    await part(page, 'train-speed').selectOption('100');
    await part(page, 'train-start').click();
    // Saved with the first checkpoint, at 250 images.
    await part(page, 'run-list').locator('[data-images="250"]').waitFor(LONG);
    const context = page.context();
    await page.close();
    const other = await context.newPage();
    await other.goto(`${siteOrigin()}/#view=train`);
    await standing(other);
    assert.match(await part(other, 'train-notice').textContent(), /continues where it left off, at image \d+/);
    const from = await images(other);
    assert(from >= 250 && from < 1000, `goes on at ${from}`);
    await part(other, 'train-speed').selectOption('Infinity');
    await part(other, 'train-start').click();
    await stopped(other, 1000);
    assert.equal(await digest(other), trained(t).digest);
    assert.match(await part(other, 'train-command').textContent(), /train --config run\.json --images 1000 --passes 1 --seed 1/);
});

test('a model trained in the page opens in the tool, and one of the tool in the page', async ({ t }) => {
    const page = await openTraining(t);
    await part(page, 'train-data').selectOption('1000');
    await part(page, 'train-start').click();
    await stopped(page, 1000);
    const read = await accuracy(page, 1000);
    const [here, saved] = [await digest(page), await file(page, t, 'save-safetensors')];
    const report = JSON.parse(tool('inspect', saved, '--json'));
    assert.equal(report.neurons, 100);
    // The tool reads other images with other noise, but the same network.
    const tested = JSON.parse(tool('evaluate', '--model', saved, '--images', '2000', '--json')).accuracy;
    assert(Math.abs(tested - read) < 0.05, `${tested} by the tool, ${read} in the page`);
    assert.match(readFileSync(await file(page, t, 'save-csv'), 'utf8'), /^images,held_out,correct,undecided,accuracy\n(\d+,1000,\d+,\d+,0\.\d+\n)*1000,1000,/);
    assert.equal(readFileSync(await file(page, t, 'save-weights')).subarray(1, 6).toString(), 'NUMPY');
    for (const picture of ['save-png', 'save-confusion']) assert.equal(readFileSync(await file(page, t, picture)).subarray(1, 4).toString(), 'PNG', picture);

    const { out, digest: there } = trained(t);
    assert.equal(here, there);
    await part(page, 'train-reset').click();
    await page.waitForFunction((old) => document.querySelector('[data-testid="train-digest"]').textContent !== old, there, LONG);
    await part(page, 'run-file').setInputFiles(out);
    await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-digest"]').textContent === wanted, there, LONG);
    assert.equal(await images(page), 1000);
    assert.equal(await accuracy(page, 1000), read, 'the same network reads the same');

    await part(page, 'run-file').setInputFiles({ name: 'no.safetensors', mimeType: '', buffer: Buffer.from('not a model') });
    await part(page, 'train-problem').waitFor(LONG);
    assert.match(await part(page, 'train-problem').textContent(), /not a complete safetensors file/);
});

test('the NumPy files of the published code go out and come back in', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20,stop:300' });
    await part(page, 'train-start').click();
    await stopped(page, 300);
    await accuracy(page, 300);
    const there = await digest(page);
    const files = [await file(page, t, 'save-weights'), await file(page, t, 'save-theta')];
    await part(page, 'train-reset').click();
    await accuracy(page, 0);
    await part(page, 'run-file').setInputFiles(files[0]);
    await part(page, 'train-problem').filter({ hasText: 'choose weights (XeAe.npy) and thresholds (theta_A.npy) together' }).waitFor(LONG);
    await part(page, 'run-file').setInputFiles(files);
    await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-digest"]').textContent === wanted, there, LONG);
    // What it has learned from is not in these files; its constants are those of the published code. The form follows the run.
    await page.waitForFunction(
        () => document.querySelector('[data-testid="train-progress"]').dataset.images === '0' && document.querySelector('[data-testid="train-param-w_norm"]').value === '78',
        null,
        LONG,
    );
    await part(page, 'train-step').click();
    await stopped(page, 1);
});

test('lists runs, names them, compares their curves, opens and deletes them', async ({ t }) => {
    const page = await openTraining(t);
    await set(page, 'train-neurons', 10);
    await set(page, 'train-stop-at', 100);
    await part(page, 'train-start').click();
    await stopped(page, 100);
    await accuracy(page, 100);
    await set(page, 'run-name', 'ten cells');
    await page.waitForFunction(() => document.querySelector('[data-testid="run-list"]').textContent.includes('ten cells'), null, LONG);
    const first = await digest(page);
    await set(page, 'train-neurons', 12);
    await part(page, 'train-start').filter({ hasText: 'Start a new run' }).waitFor(LONG);
    await part(page, 'train-start').click();
    await stopped(page, 100);
    await accuracy(page, 100);
    const list = part(page, 'run-list').locator('li');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="run-list"] li').length === 2, null, LONG);
    const ten = list.filter({ hasText: 'ten cells' });
    await ten.getByTestId('run-compare').click();
    await page.waitForFunction(() => document.querySelectorAll('.u-legend .u-series').length === 2, null, LONG);
    await ten.getByTestId('run-open').click();
    await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-digest"]').textContent === wanted, first, LONG);
    assert.equal(await part(page, 'train-neurons').inputValue(), '10');
    const twelve = list.filter({ hasText: '12 cells' });
    await twelve.getByTestId('run-delete').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="run-list"] li').length === 1, null, LONG);
    await part(page, 'run-undo').click();
    await twelve.getByTestId('run-open').click();
    await page.waitForFunction((before) => !['', '…', before].includes(document.querySelector('[data-testid="train-digest"]').textContent), first, LONG);
    assert.equal(await part(page, 'train-neurons').inputValue(), '12');
    assert.equal(await part(page, 'run-undo').count(), 0);
});

test('a finished run is there after a reload, and starts over for anyone who opens its link', async ({ t }) => {
    const path = '#view=train&train=cells:10,data:100';
    const page = await openTraining(t, { path });
    await part(page, 'train-start').click();
    await stopped(page, 100);
    await accuracy(page, 100);
    const before = await digest(page);
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="run-list"] li').length === 1, null, LONG);
    await page.reload();
    await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-digest"]')?.textContent === wanted, before, LONG);
    await part(page, 'train-notice').filter({ hasText: 'is back' }).waitFor(LONG);
    await accuracy(page, 100);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await standing(other);
    await accuracy(other, 0);
});

test('a tab that sleeps with its laptop goes on when it wakes, as if it had not', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20,data:1000,speed:100' });
    await part(page, 'train-start').click();
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="train-progress"]').dataset.images) > 20, null, LONG);
    const system = await t.browser.newBrowserCDPSession();
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const signal = (name) => processInfo.filter(({ type }) => type === 'renderer').forEach(({ id }) => process.kill(id, name));
    await page.evaluate(() => {
        let last = performance.now();
        window.longest = 0;
        setInterval(() => {
            window.longest = Math.max(window.longest, performance.now() - last);
            last = performance.now();
        }, 20);
    });
    signal('SIGSTOP');
    // How long it sleeps is the point, and what sleeps has no events.
    await new Promise((then) => setTimeout(then, 1000));
    signal('SIGCONT');
    await page.waitForFunction(() => window.longest > 900, null, LONG);
    await part(page, 'train-speed').selectOption('Infinity');
    await stopped(page, 1000);
    assert.equal(await part(page, 'train-problem').count(), 0);
    const slept = await digest(page);
    await part(page, 'train-reset').click();
    await part(page, 'train-start').click();
    await stopped(page, 1000);
    assert.equal(await digest(page), slept);
});

test('a second tab does not write over the run of the first', async ({ t }) => {
    const page = await openTraining(t);
    await set(page, 'train-stop-at', 50);
    await part(page, 'train-start').click();
    await stopped(page, 50);
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="run-list"] li').length === 1, null, LONG);
    const other = await page.context().newPage();
    await other.goto(`${siteOrigin()}/#view=train`);
    await standing(other);
    assert.match(await part(other, 'train-notice').textContent(), /open in another tab/);
    assert.match(await part(other, 'run-name').inputValue(), /\(copy\)/);
});

/** Trains in two goes, which nothing keeps, and finds that it is said. */
async function trainsOn(page, why) {
    await set(page, 'train-stop-at', 60);
    await part(page, 'train-start').click();
    await stopped(page, 60);
    await part(page, 'train-not-kept').filter({ hasText: why }).waitFor(LONG);
    await set(page, 'train-stop-at', 120);
    await part(page, 'train-start').click();
    await stopped(page, 120);
    assert.match(await part(page, 'train-not-kept').textContent(), /this run will not be kept\. Training continues/, 'said as long as it is so');
    assert.equal(await part(page, 'run-list').locator('li').count(), 0);
    await accuracy(page, 120);
}

test('trains on where the browser forbids to keep anything, and says that it does not', async ({ t }) => {
    const page = await openTraining(t, { prepare: (page) => page.addInitScript(() => Object.defineProperty(IDBFactory.prototype, 'open', { value: () => { throw new DOMException('Not for you.', 'SecurityError'); } })) });
    await part(page, 'train-not-kept').waitFor(LONG);
    await trainsOn(page, 'Not for you.');
});

test('trains on where the database never answers, and says so', async ({ t }) => {
    const page = await openTraining(t, { prepare: (page) => page.addInitScript(() => Object.defineProperty(IDBFactory.prototype, 'open', { value: () => ({}) })) });
    await part(page, 'train-not-kept').waitFor(LONG);
    await trainsOn(page, 'does not answer');
});

test('trains on where the browser is full, says so, and keeps the run once there is room', async ({ t }) => {
    const page = await openTraining(t);
    const tools = await page.context().newCDPSession(page);
    const origin = siteOrigin();
    await tools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    await trainsOn(page, 'quota');
    await tools.send('Storage.overrideQuotaForOrigin', { origin });
    await part(page, 'run-save').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="run-list"] li').length === 1, null, LONG);
    assert.equal(await part(page, 'train-not-kept').count(), 0);
});
