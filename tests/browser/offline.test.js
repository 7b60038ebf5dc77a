// After one visit all of the page is there without a network; a new version waits until somebody takes it.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { digits } from './digits.js';
import { came, draw, part, PATIENCE, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';
import { LONG, accuracy, set, standing, stopped } from './support/training.js';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const allowed = { serviceWorkers: 'allow' };
/** Without a network the browser says so of whatever it asks for once more, itself included. */
const expected = [/ERR_(INTERNET_DISCONNECTED|FAILED|ABORTED|CONNECTION_REFUSED)/];

/** The page in a folder of its own, on a server that can be stopped, under a path that is not the top. */
async function site(t) {
    const folder = mkdtempSync(join(tmpdir(), 'offline-'));
    const dist = join(folder, 'some', 'where');
    cpSync(built, dist, { recursive: true });
    const server = await preview({ configFile: false, root: folder, appType: 'mpa', logLevel: 'error', build: { outDir: '.' }, preview: { host: '127.0.0.1', port: 0 } });
    let open = true;
    const stop = async () => {
        if (open) {
            open = false;
            server.httpServer.closeAllConnections();
            await server.close();
        }
    };
    t.after(async () => {
        await stop();
        rmSync(folder, { recursive: true });
    });
    return { dist, stop, origin: `http://127.0.0.1:${server.httpServer.address().port}` };
}

const kept = (page) => page.waitForSelector('html[data-offline="ready"]', LONG);

test('without a network, after one visit: drawing, voting, training, laboratory, lessons, questions, in both languages', async ({ t }) => {
    const { origin, stop } = await site(t);
    const page = await openPage(t, { origin, path: 'some/where/', context: allowed, expected });
    await ready(page);
    await kept(page);
    await page.context().setOffline(true);
    await stop();
    await page.reload();
    await ready(page);
    await draw(page, digits[3]);
    assert.equal((await verdict(page)).answer, '3');

    // Terms, pictures and questions.
    await page.waitForSelector('a.term', PATIENCE);
    await part(page, 'gallery-open').click();
    await page.locator('[data-part="gallery"] canvas').first().waitFor();
    await part(page, 'view-faq').click();
    await page.waitForSelector('.faq[data-ready]', PATIENCE);
    assert(await page.evaluate(() => document.fonts.load('16px Equations', 'θ').then((fonts) => fonts.length > 0)), 'the font of equations');

    // 1,000 of the 10,000 images, and all held-out ones.
    await part(page, 'view-train').click();
    await standing(page);
    await set(page, 'train-stop-at', 1000);
    await part(page, 'train-start').click();
    await stopped(page, 1000);
    const share = await accuracy(page, 1000);
    assert(share > 0.5, `${share} read rightly`);

    // The laboratory, and a lesson that leads through the page.
    await part(page, 'view-lab').click();
    await page.waitForSelector('[data-part="lab"][data-ready]', PATIENCE);
    await part(page, 'view-learn').click();
    await part(page, 'lesson-open').first().click();
    await part(page, 'lesson-step').waitFor();

    await page.goto(`${origin}/some/where/?embed#lang=de&picture=7`);
    await ready(page);
    assert.match((await verdict(page)).status, /^Es liest eine 7/);
    await page.goto(`${origin}/some/where/#lang=de&view=faq&ask=pause`);
    await page.reload();
    await page.waitForSelector('#faq-pause[open]', PATIENCE);
});

test('all that one can train on without a network is there, and a larger network once it was fetched', async ({ t }) => {
    const { origin, stop } = await site(t);
    const page = await openPage(t, { origin, path: 'some/where/#model=100&picture=7', context: allowed, expected });
    await ready(page);
    await kept(page);
    // The visit that installs it has fetched its network before it was there; the next one is seen.
    await page.reload();
    await ready(page);
    await page.waitForFunction(async () => (await (await caches.open('networks')).keys()).some(({ url }) => /\/100-[\w-]+\.safetensors$/.test(url)), null, PATIENCE);
    await stop();
    await page.context().setOffline(true);
    await page.reload();
    await ready(page);
    assert.equal((await verdict(page)).answer, '7');
    const sizes = await page.evaluate(async () => {
        const names = ['training-0.bin', 'training-1000.bin', 'training-5000.bin', 'held-out.bin'];
        return Promise.all(names.map(async (name) => (await new Response((await fetch(`digits/${name}`)).body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()).byteLength / 785));
    });
    assert.deepEqual(sizes, [1000, 4000, 5000, 1000]);
});

test('the browser takes it for an app', async ({ t }) => {
    const { origin } = await site(t);
    const page = await openPage(t, { origin, path: 'some/where/', context: allowed });
    await kept(page);
    const cdp = await page.context().newCDPSession(page);
    const { errors, data } = await cdp.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { icons } = JSON.parse(data);
    assert.equal(icons.length, 3);
    for (const { src, sizes } of icons) {
        const size = await page.evaluate(async (address) => {
            const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
            return `${width}x${height}`;
        }, src);
        assert.equal(size, sizes, src);
    }
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
});

for (const [language, words] of [['en', /new version/], ['de', /neue Fassung/]]) {
    test(`a new version asks before it takes the place of the page (${language})`, async ({ t }) => {
        const { dist, origin } = await site(t);
        const page = await openPage(t, { origin, path: `some/where/#lang=${language}&picture=3`, context: allowed, expected });
        await ready(page);
        await kept(page);
        const [html, worker] = ['index.html', 'sw.js'].map((name) => readFileSync(join(dist, name), 'utf8'));
        writeFileSync(join(dist, 'index.html'), html.replace('<body>', '<body data-new>'));
        const revision = /url:"index\.html",revision:"(\w+)"|revision:"(\w+)",url:"index\.html"/.exec(worker.replaceAll('"url"', 'url').replaceAll('"revision"', 'revision'));
        writeFileSync(join(dist, 'sw.js'), worker.replaceAll(revision[1] ?? revision[2], 'another'));

        await page.reload();
        const update = part(page, 'update');
        await update.waitFor(LONG);
        await page.waitForFunction(() => document.querySelector('[data-testid="update"] p').textContent !== '');
        assert.match(await update.innerText(), words);
        assert.equal(await page.locator('body[data-new]').count(), 0, 'the page stays as it is');
        await axe(page, 'with the question');
        await part(page, 'update-later').click();
        await update.waitFor({ state: 'detached' });
        await page.reload();
        await update.waitFor(LONG);
        assert.equal(await page.locator('body[data-new]').count(), 0, 'even when it is loaded again');
        await part(page, 'update-take').click();
        await page.waitForSelector('body[data-new]', LONG);
        assert.match((await verdict(page)).status, language === 'en' ? /reads a 3/ : /liest eine 3/, 'and begins where one was');
        await kept(page);
        assert.equal(await update.count(), 0);
    });
}

test('nothing is kept for who saves data, or inside another page', async ({ t }) => {
    /** Notes each attempt. */
    const register = () => {
        window.asked = 0;
        ServiceWorkerContainer.prototype.register = () => Promise.reject((window.asked += 1));
    };
    const asked = (page) => page.evaluate(() => window.asked);
    const page = await openPage(t, {
        context: allowed,
        prepare: async (page) => {
            await page.addInitScript(register);
            await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
        },
    });
    await came(page, 'later');
    await page.evaluate(() => fetch(location.href));
    assert.equal(await asked(page), 0);
    const scripts = [];
    const inside = await openPage(t, {
        path: '?embed',
        context: allowed,
        prepare: async (page) => {
            page.on('request', (request) => scripts.push(request.url()));
            await page.addInitScript(register);
        },
    });
    await came(inside, 'later');
    // Requests are made in order: those for what may come later would be made before this one.
    await inside.evaluate(() => fetch(location.href));
    assert.deepEqual(scripts.filter((url) => /\/(update|glossary)-/.test(url)), []);
    assert.equal(await asked(inside), 0);
});
