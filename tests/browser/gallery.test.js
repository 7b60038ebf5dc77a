// A hundred test digits: fetched when asked for, filtered, chosen by finger, mouse or keyboard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { part, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';

const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
const { digits } = JSON.parse(readFileSync(new URL('../../www/data/gallery.json', import.meta.url)));

const tiles = (page) => part(page, 'gallery').locator('[role="option"]:visible');
async function opened(t, options) {
    const page = await openPage(t, options);
    await ready(page);
    await part(page, 'gallery-open').click();
    await part(page, 'gallery').waitFor();
    return page;
}

test('is fetched only when it is asked for, shows a hundred digits, and the hardest on request', async ({ t }) => {
    const asked = [];
    const page = await openPage(t, { prepare: async (page) => void page.on('request', (request) => /gallery/.test(request.url()) && asked.push(request.url())) });
    await ready(page);
    assert.deepEqual(asked, []);
    await part(page, 'gallery-open').click();
    await part(page, 'gallery').waitFor();
    assert.equal(await tiles(page).count(), 100);
    await part(page, 'gallery-filter').selectOption('4');
    assert.equal(await tiles(page).count(), 10);
    await part(page, 'gallery-filter').selectOption('hard');
    assert.equal(await tiles(page).count(), 60);
    await part(page, 'gallery-open').click();
    assert(await part(page, 'gallery').isHidden());
});

test('a digit that the network never reads is misread here, too, and its link shows it again', async ({ t }) => {
    const page = await opened(t, { path: '#seed=1' });
    const hardest = digits.find(({ right }) => right === 0);
    await part(page, 'gallery').locator(`[data-index="${hardest.index}"]`).click();
    const { answer, votes } = await verdict(page);
    assert.notEqual(answer, String(hardest.digit));
    assert.match(await page.locator('[data-part="pad-sample"]').textContent(), new RegExp(`${hardest.digit} from the MNIST test set`));
    await page.waitForFunction(() => location.hash.includes('picture=~'));
    const other = await opened(t, { path: await page.evaluate(() => location.hash) });
    assert.deepEqual((await verdict(other)).votes, votes);
    assert.equal(await part(other, 'gallery').locator('[aria-selected="true"]').getAttribute('data-index'), String(hardest.index));
});

test('is one stop of the Tab key, with arrows inside', async ({ t }) => {
    const page = await openPage(t);
    await ready(page);
    await part(page, 'gallery-open').focus();
    await page.keyboard.press('Enter');
    await part(page, 'gallery').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'gallery-filter');
    await page.keyboard.press('Tab');
    const focus = () => page.evaluate(() => Number(document.activeElement.dataset.index));
    assert.equal(await focus(), digits[0].index);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focus(), digits[2].index);
    const columns = await part(page, 'gallery').evaluate((grid) => getComputedStyle(grid).gridTemplateColumns.split(' ').length);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focus(), digits[2 + columns].index);
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    assert.equal((await verdict(page)).answer, '0');
    assert.equal(await part(page, 'gallery').locator('[aria-selected="true"]').getAttribute('data-index'), String(digits[0].index));
    await page.keyboard.press('Tab');
    assert(!(await page.evaluate(() => document.activeElement.role === 'option')), 'Tab leaves it');
});

test('says so when it does not come', async ({ t }) => {
    const page = await openPage(t, {
        expected: [/Failed to load resource/, /ERR_(FAILED|ABORTED)/],
        prepare: (page) => page.route('**/gallery*.bin', (route) => route.fulfill({ status: 404 })),
    });
    await ready(page);
    await part(page, 'gallery-open').click();
    await part(page, 'notice').waitFor();
    assert.match(await part(page, 'notice').textContent(), /^The test digits could not be loaded: the server answered 404\.$/);
});

for (const [name, context] of Object.entries({ 'in the dark': { colorScheme: 'dark' }, 'on a telephone, in German': { ...phone, locale: 'de-DE' } })) {
    test(`axe finds nothing in it (${name})`, async ({ t }) => {
        const page = await opened(t, { context });
        await tiles(page).nth(9).click();
        await verdict(page);
        await axe(page, name);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        const { width, height } = await tiles(page).first().boundingBox();
        assert(width >= 24 && height >= 24, `${width} × ${height} px`);
    });
}
