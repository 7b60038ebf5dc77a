// Links and languages: what is on the page is in its address, in words of one's own.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { draw, part, PATIENCE, ready, verdict } from './hand.js';
import { axe, moving, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const hash = (page) => page.evaluate(() => location.hash);

test('a link opened in a new browser has the same spikes, panels, cells and digest', async ({ t }) => {
    const page = await openPage(t, { context: { permissions: ['clipboard-read', 'clipboard-write'] } });
    await ready(page);
    assert(await part(page, 'notice').isHidden());
    await draw(page, digits[8]);
    await verdict(page);
    await part(page, 'seed').fill('77');
    await part(page, 'seed').press('Enter');
    await page.waitForFunction(() => location.hash.includes('seed=77'));
    await part(page, 'vote-8').click();
    await part(page, 'raster-order').selectOption('activity');
    await part(page, 'pin-cell').fill('12');
    await part(page, 'pin').click();
    const first = { ...(await verdict(page)), digest: await part(page, 'digest').textContent() };
    await part(page, 'share-link').click();
    await part(page, 'notice').waitFor();
    assert.match(await part(page, 'notice').textContent(), /copied/);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openPage(t, { path: new URL(link).hash });
    await ready(other);
    const second = { ...(await verdict(other)), digest: await part(other, 'digest').textContent() };
    assert.deepEqual(second, first);
    assert(await part(other, 'why').isVisible());
    assert.equal(await part(other, 'raster-order').inputValue(), 'activity');
    assert.equal(await part(other, 'cell-inspector').locator('> li').getAttribute('data-cell'), '12');
    assert(await part(other, 'notice').isHidden());
});

test('says so when a link is damaged, and shows what is left of it', async ({ t }) => {
    const page = await openPage(t, { path: '#seed=9&speed=7&cells=x&what=1' });
    await ready(page);
    await part(page, 'notice').waitFor();
    assert.match(await part(page, 'notice').textContent(), /\(speed, cells, what\)/);
    assert.equal(await part(page, 'seed').inputValue(), '9');
    assert.equal(await part(page, 'speed').inputValue(), '350');
    await axe(page, 'with the notice');
});

test('a link to a moment stands still there, with the same state of all cells', async ({ t }) => {
    const first = await openPage(t);
    await ready(first);
    await part(first, 'samples').locator('[data-digit="3"]').click();
    await verdict(first);
    await part(first, 'threshold').fill('90');
    await part(first, 'scrub').fill('301');
    await first.waitForFunction(() => /^150.5 of/.test(document.querySelector('[data-part="moment"]').textContent));
    const digest = await part(first, 'digest').textContent();
    const link = await hash(first);
    assert.match(link, /at=301/);
    for (const context of [{}, moving]) {
        const second = await openPage(t, { path: link, context });
        await second.waitForFunction((wanted) => document.querySelector('[data-testid="digest"]').textContent === wanted, digest);
        assert.equal(await part(second, 'scrub').inputValue(), '301');
        assert(await part(second, 'play').isVisible(), 'it stands still');
        assert.equal(await part(second, 'threshold').inputValue(), '90');
        assert.equal(await hash(second), link);
        await part(second, 'step-look').click();
        await verdict(second);
        assert.doesNotMatch(await hash(second), /at=/, 'the end is not a moment');
    }
});

test('a link hides panels, and the rest still works', async ({ t }) => {
    const page = await openPage(t, { path: '#hide=raster,fields,noise,lesson,models,tools,about&picture=7' });
    await ready(page);
    assert.equal((await verdict(page)).answer, '7');
    for (const name of ['raster', 'fields', 'seed', 'share-link', 'centre-toggle', 'model-select']) assert(await part(page, name).isHidden(), `${name} is hidden`);
    for (const name of ['draw-pad', 'vote-7', 'play', 'threshold']) assert(await part(page, name).isVisible(), `${name} is there`);
    await axe(page, 'with panels hidden');
});

test('says so when a link asks for a cell that the network has not', async ({ t }) => {
    const page = await openPage(t, { path: '#cells=500,3' });
    await ready(page);
    assert.match(await part(page, 'notice').textContent(), /has cells 0 to 399/);
    await page.locator('[data-testid="cell-inspector"] [data-cell="3"]').waitFor();
    assert.equal(await hash(page), '#cells=3');
});

for (const [name, context] of Object.entries({ 'a laptop': {}, 'a telephone': phone })) {
    test(`speaks German where the browser does, all of it (${name})`, async ({ t }) => {
        const page = await openPage(t, { context: { ...context, locale: 'de-DE' } });
        await ready(page);
        assert.equal(await page.locator('html').getAttribute('lang'), 'de');
        assert.match(await page.title(), /lesen deine Ziffer/);
        await part(page, 'samples').locator('[data-digit="1"]').click();
        assert.match((await verdict(page)).status, /^Es liest eine 1/);
        await part(page, 'vote-1').click();
        await part(page, 'pin-cell').fill('5');
        await part(page, 'pin').click();
        // Only the paper's own title stays as it is.
        assert.doesNotMatch((await page.locator('body').innerText()).replace(/Diehl PU.*/, ''), /\b(the|cell|spike|of|time|digit)\b/);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert(wide <= 0, `${wide} px too wide`);
        if (name === 'a telephone') {
            const box = await part(page, 'vote-9').evaluate((bar) => bar.getBoundingClientRect().bottom + scrollY);
            assert(box <= 640, `the votes end at ${box} px`);
        }
        await axe(page, 'in German');
    });
}

test('changes its language by hand and keeps the drawing', async ({ t }) => {
    // A page that starts anew breaks off what it was still fetching.
    const page = await openPage(t, { expected: [/ERR_ABORTED/] });
    await ready(page);
    await draw(page, digits[4]);
    const { votes, answer } = await verdict(page);
    const before = await hash(page);
    await part(page, 'menu').click();
    await part(page, 'language').selectOption('de');
    await page.waitForSelector('html[lang="de"][data-network="ready"]');
    const after = await verdict(page);
    assert.deepEqual([after.votes, after.answer], [votes, answer]);
    assert.equal((await hash(page)).replace('lang=de&', ''), before);
    assert.match(after.status, /^Es liest/);
});

test('views are places to come back to, each with its title, and the page does not reload', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3' });
    await ready(page);
    await page.evaluate(() => Object.assign(window, { same: true }));
    const title = await page.title();
    await part(page, 'view-lab').click();
    await page.waitForFunction(() => location.hash.includes('view=lab'));
    assert.match(await page.title(), /^Lab – /);
    await part(page, 'view-learn').click();
    await page.waitForFunction(() => location.hash.includes('view=learn'));
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'lab');
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'look');
    assert.equal(await page.title(), title);
    assert.match(await hash(page), /picture=3/, 'the drawing is still there');
    await page.goForward();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'lab');
    assert(await page.evaluate(() => window.same), 'the page has not reloaded');
});

test('a change that the address does not say yet is there on the way back from another view', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3' });
    await ready(page);
    // More changes than the address takes at once, and then another view, all before anything else can run.
    await page.evaluate(() => {
        const seed = document.querySelector('[data-testid="seed"]');
        for (let value = 100; value <= 150; value += 1) {
            seed.value = String(value);
            seed.dispatchEvent(new Event('input', { bubbles: true }));
            seed.dispatchEvent(new Event('change', { bubbles: true }));
        }
        if (location.hash.includes('seed=150')) throw new Error('the address was not behind');
        document.querySelector('[data-testid="view-lab"]').click();
    });
    await page.waitForFunction(() => document.documentElement.dataset.view === 'lab');
    await page.goBack();
    await page.waitForFunction(() => document.documentElement.dataset.view === 'look');
    assert.match(await page.evaluate(() => location.hash), /seed=150/);
    assert.equal(await part(page, 'seed').inputValue(), '150');
});

test('a link that is followed inside the page sets it up without loading it, from its top', async ({ t }) => {
    const page = await openPage(t, { path: '#picture=3' });
    await ready(page);
    await page.evaluate(() => {
        Object.assign(window, { same: true });
        scrollTo(0, 500);
        location.hash = '#picture=7&seed=9&what=1';
    });
    await page.waitForFunction(() => document.querySelector('[data-testid="seed"]').value === '9', null, PATIENCE);
    assert.equal((await verdict(page)).answer, '7');
    assert.match(await part(page, 'notice').textContent(), /what/, 'what cannot be read is told');
    assert.equal(await page.evaluate(() => scrollY), 0);
    assert(await page.evaluate(() => window.same));
});
