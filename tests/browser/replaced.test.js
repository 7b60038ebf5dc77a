// A page that stays open while a newer version takes its place on the server; and browsers that cannot run the simulator.
import assert from 'node:assert/strict';
import { digits } from './digits.js';
import { draw, part, ready, verdict } from './hand.js';
import { axe, openPage, siteOrigin, test } from './support/browser.js';

const expected = [/Failed to load resource/, /^failed: .*ERR_(FAILED|ABORTED)/];

/** Has the server answer as after a deploy: another index.html, and the files of this version are gone. */
async function deploy(page, gone) {
    const context = page.context();
    await context.route(gone, (route) => route.fulfill({ status: 404 }));
    await context.route(`${siteOrigin()}/`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.text()).replace(/assets\/index-[\w-]+\.js/, 'assets/index-newer.js') });
    });
    return () => context.unrouteAll();
}

for (const [locale, words] of [['en', /has been updated/], ['de-DE', /gibt es eine neue Fassung/]]) {
    test(`a view that is gone after a deploy offers to reload, which keeps the drawing (${locale})`, async ({ t }) => {
        const page = await openPage(t, { context: { locale }, expected });
        await ready(page);
        await draw(page, digits[4]);
        const { votes } = await verdict(page);
        const done = await deploy(page, '**/view-*.js');
        await part(page, 'view-faq').click();
        await part(page, 'reload').waitFor();
        assert.match(await part(page, 'notice').textContent(), words);
        await axe(page, 'with the offer');
        await done();
        await part(page, 'reload').click();
        await page.waitForSelector('.faq[data-ready]');
        assert(await part(page, 'notice').isHidden());
        await part(page, 'view-look').click();
        await ready(page);
        assert.deepEqual((await verdict(page)).votes, votes, 'the drawing is still there');
    });
}

/** What is asked for without a script of its own. */
const others = {
    network: { gone: /1600-.*safetensors/, ask: (page) => part(page, 'model-select').selectOption('1600') },
    'second network': { gone: /1600-.*safetensors/, ask: (page) => part(page, 'compare-select').selectOption('1600') },
    gallery: { gone: /gallery.*(json|bin)/, ask: (page) => part(page, 'gallery-open').click() },
};
for (const [what, { gone, ask }] of Object.entries(others)) {
    test(`so does a ${what} that is gone`, async ({ t }) => {
        const page = await openPage(t, { expected });
        await ready(page);
        await deploy(page, gone);
        await ask(page);
        await part(page, 'reload').waitFor();
    });
}

test('a connection that is lost is told as that, and reloading is not offered', async ({ t }) => {
    const page = await openPage(t, { expected });
    await ready(page);
    const asked = page.waitForRequest(`${siteOrigin()}/`);
    await page.context().route('**/*', (route) => route.abort());
    await part(page, 'view-faq').click();
    await asked;
    await page.locator('main.faq').filter({ hasText: /Check the connection/ }).waitFor();
    assert.equal(await part(page, 'reload').count(), 0);
});

/** Browsers without it, and servers that forbid it. */
const lacks = {
    missing: {
        words: /This browser has no WebAssembly/,
        prepare: async (page) => {
            await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
            await page.context().route('**/worker-*.js', async (route) => {
                const response = await route.fetch();
                await route.fulfill({ response, body: `delete self.WebAssembly;${await response.text()}` });
            });
        },
    },
    refused: {
        words: /security policy forbids WebAssembly/,
        prepare: (page) =>
            page.context().route(/\/$|worker-.*\.js$/, async (route) => {
                const response = await route.fetch();
                await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" } });
            }),
    },
    vectors: {
        words: /lacks vector instructions/,
        prepare: async (page) => {
            // Of what the browser says to the test module, and to the simulator itself.
            await page.addInitScript(() => (WebAssembly.validate = () => false));
            await page.context().route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 255]) }));
        },
    },
};
for (const [lack, { words, prepare }] of Object.entries(lacks)) {
    test(`WebAssembly that is ${lack} is named as that, in each view that needs it`, async ({ t }) => {
        const page = await openPage(t, { prepare, expected: [/WebAssembly|wasm|Content Security Policy/i] });
        await part(page, 'status').filter({ hasText: words }).waitFor({ state: 'attached' });
        assert.doesNotMatch(await part(page, 'status').textContent(), /connection/);
        await part(page, 'view-train').click();
        await page.locator('main.train').filter({ hasText: words }).waitFor();
    });
}
