// What the browser tests share: the built page on a server, the system's Chrome, and a page that tolerates no error.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { preview } from 'vite';
import { launchChrome } from './chrome.js';

const top = fileURLToPath(new URL('../../..', import.meta.url));

async function startServer() {
    assert(existsSync(join(top, 'dist/index.html')), 'dist/ is missing: run `npm run build`');
    const server = await preview({
        configFile: join(top, 'vite.config.js'),
        logLevel: 'error',
        // A file that is missing is answered with 404, not with the page.
        appType: 'mpa',
        preview: { host: '127.0.0.1', port: 0 },
    });
    return { server, origin: `http://127.0.0.1:${server.httpServer.address().port}` };
}

let site;
let browser;

after(async () => {
    await (await browser)?.close();
    await (await site)?.server.close();
});

/** Where the built page is served, without a slash at the end; the server starts with the first call. */
export async function siteOrigin() {
    site ??= startServer();
    return (await site).origin;
}

/**
 * Opens the page in a browser of its own state, closes it after the test `t`, and fails that test if the page had an
 * uncaught error, wrote an error to the console, got no answer to a request or asked another host for anything.
 *
 * @param {import('node:test').TestContext} t
 * @param {object} [options]
 * @param {string} [options.origin] another server than that of `siteOrigin`
 * @param {string} [options.path] what follows the address, say `?seed=1`
 * @param {RegExp[]} [options.expected] errors that the test provokes
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.prepare] is called before the page loads,
 *     say to answer a request with an error
 * @param {import('playwright-core').BrowserContextOptions} [options.context] size of the screen, touch, reduced motion…
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function openPage(t, { origin: other, path = '', expected = [], prepare, context: contextOptions = {} } = {}) {
    const origin = other ?? (await siteOrigin());
    browser ??= launchChrome();
    // What a visit before has kept would hide what this one fetches.
    const context = await (await browser).newContext({ serviceWorkers: 'block', ...contextOptions });
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
    page.on('requestfailed', (request) => note(`failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) note(`another host: ${url}`);
    });
    t.after(async () => {
        over = true;
        await context.close();
        assert.deepEqual(errors, [], 'errors of the page');
    });
    await prepare?.(page);
    await page.goto(`${origin}/${path}`);
    return page;
}

/** Fails on whatever axe finds, however slight. */
export async function axe(page, when) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    assert.deepEqual(found, [], when);
}
