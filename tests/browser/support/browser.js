// What the browser tests share: a test that owns its pages, and a page that tolerates no error.
import assert from 'node:assert/strict';
import AxeBuilder from '@axe-core/playwright';
import { test as base } from '@playwright/test';

/** Where the built page is served, without a slash at the end. */
export const siteOrigin = () => /** @type {string} */ (process.env.SITE_ORIGIN);

/**
 * @typedef {object} Test
 * @property {import('@playwright/test').Browser} browser that of the worker, for contexts of their own
 * @property {(end: () => unknown) => void} after is called when the test is over, last in first out; fails the test if it fails
 */

/** Playwright's `test`, with `t`, which `openPage` and its like take. */
export const test = base.extend({
    t: async ({ browser }, use) => {
        const ends = [];
        await use({ browser, after: (end) => void ends.push(end) });
        const failures = [];
        for (const end of ends.reverse()) {
            try {
                await end();
            } catch (failure) {
                failures.push(failure);
            }
        }
        if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures, failures.map(String).join('\n'));
    },
});

/** For tests of pace and animation: elsewhere readers want no motion, and a look is over at once. */
export const moving = /** @type {const} */ ({ reducedMotion: 'no-preference' });

/**
 * Opens the page in a browser of its own state, closes it after the test `t`, and fails that test if the page had an
 * uncaught error, wrote an error to the console, got no answer to a request or asked another host for anything.
 *
 * @param {Test} t
 * @param {object} [options]
 * @param {string} [options.origin] another server than that of `siteOrigin`
 * @param {string} [options.path] what follows the address, say `?seed=1`
 * @param {RegExp[]} [options.expected] errors that the test provokes
 * @param {string} [options.drawer] the tab of the drawer that is open, as after an earlier visit; all of them unless told otherwise
 * @param {boolean} [options.attract] whether an idle page writes a digit by itself
 * @param {(page: import('@playwright/test').Page) => Promise<void>} [options.prepare] is called before the page loads,
 *     say to answer a request with an error
 * @param {import('@playwright/test').BrowserContextOptions} [options.context] size of the screen, touch, `moving`…
 * @returns {Promise<import('@playwright/test').Page>}
 */
export async function openPage(t, { origin: other, path = '', expected = [], drawer = 'all', attract = false, prepare, context: contextOptions = {} } = {}) {
    const origin = other ?? siteOrigin();
    // What a visit before has kept would hide what this one fetches.
    const context = await t.browser.newContext({ serviceWorkers: 'block', reducedMotion: 'reduce', ...contextOptions });
    const page = await context.newPage();
    const errors = [];
    // What is still being fetched when the test is over breaks off.
    let over = false;
    const note = (text) => {
        if (!over && !expected.some((pattern) => pattern.test(text))) errors.push(text);
    };
    page.on('pageerror', (error) => note(`uncaught: ${error.stack ?? error}`));
    page.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('requestfailed', (request) => {
        // A request breaks off where the page, or a reload, has given it up; a server that fails says something else.
        const why = request.failure()?.errorText;
        if (why !== 'net::ERR_ABORTED') note(`failed: ${request.url()} ${why}`);
    });
    page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) note(`another host: ${url}`);
    });
    t.after(async () => {
        over = true;
        await context.close();
        assert.deepEqual(errors, [], 'errors of the page');
    });
    await page.addInitScript(({ name, attract }) => {
        try {
            sessionStorage.getItem('drawer') ?? sessionStorage.setItem('drawer', name);
            // The first seconds of a first visit are a test of their own.
            if (!attract) sessionStorage.setItem('attract', 'seen');
        } catch {
            // Where nothing can be kept, it is closed.
        }
    }, { name: drawer, attract });
    await prepare?.(page);
    await page.goto(`${origin}/${path}`);
    return page;
}

/** Hides or shows what comes after the eleventh row of a table: rows are alike, and axe takes seconds for a thousand of them. */
const hideLaterRows = (page, hide) =>
    page.evaluate((hide) => {
        const sheet = (window.laterRows ??= new CSSStyleSheet());
        sheet.replaceSync('tbody tr:nth-child(n + 12) { display: none !important }');
        document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((other) => other !== sheet), ...(hide ? [sheet] : [])];
    }, hide);

/** Fails on whatever axe finds, however slight, in a page without frames, or in the part of it that a selector names. */
export async function axe(page, when, within = 'html') {
    await hideLaterRows(page, true);
    // Its builder brings axe into the page, and would bring it again for each look, and hand back all that is in order.
    if (!(await page.evaluate(() => 'axe' in window))) await new AxeBuilder({ page }).setLegacyMode().withRules('document-title').analyze();
    const found = await page.evaluate(async (within) => {
        const { violations } = await window.axe.run(within, { resultTypes: ['violations'] });
        return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    }, within);
    await hideLaterRows(page, false);
    assert.deepEqual(found, [], when);
}
