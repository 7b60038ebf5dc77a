// A run in a link: the form, the run and the broken copy are what the link says, and the link says what they are.
import assert from 'node:assert/strict';
import { part } from './hand.js';
import { openPage, test } from './support/browser.js';
import { LONG, digest, images, openTraining, set, standing, stopped } from './support/training.js';

const hash = (page, wanted) => page.waitForFunction((text) => location.hash === text, wanted, LONG);
const value = (page, name) => part(page, name).inputValue();

test('a link says the run and what is broken beside it, and another tab gets the same', async ({ t }) => {
    const page = await openTraining(t);
    await hash(page, '#view=train');
    await set(page, 'train-neurons', 15);
    await part(page, 'train-rule').selectOption('pair');
    await part(page, 'train-data').selectOption('1000');
    await set(page, 'train-seed', 7);
    await set(page, 'train-stop-at', 60);
    await part(page, 'train-start').click();
    await stopped(page, 60);
    await part(page, 'break-rest').click();
    const link = '#view=train&train=cells:15,data:1000,seed:7,stop:60,rule:pair,break:rest';
    await hash(page, link);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await part(page, 'share-link').click();
    await part(page, 'notice').filter({ hasText: 'It repeats the run; the trained network itself is in “Make a link”' }).waitFor(LONG);
    const there = await digest(page);

    const other = await openPage(t, { path: link });
    await standing(other);
    assert.deepEqual([await value(other, 'train-neurons'), await value(other, 'train-rule'), await value(other, 'train-data'), await value(other, 'train-seed'), await value(other, 'train-stop-at')], ['15', 'pair', '1000', '7', '60']);
    assert.equal(await part(other, 'break-rest').getAttribute('aria-pressed'), 'true');
    await part(other, 'train-start').click();
    await stopped(other, 60);
    assert.equal(await digest(other), there);
    await hash(other, link);
    // What the address says is what the page goes on with, not the last run.
    await other.reload();
    await standing(other);
    assert.equal(await images(other), 60);
    await hash(other, link);
});

test('a link can say every constant, and what cannot be read is said and left as usual', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20,theta.plus:0.2,normalize:off,seed:x,heart:1' });
    assert.match(await part(page, 'notice').textContent(), /could not be read \(train seed, train heart\)/);
    assert.equal(await value(page, 'train-neurons'), '20');
    assert.equal(await value(page, 'train-seed'), '1');
    assert.equal(await value(page, 'train-param-theta.plus'), '0.2');
    assert.equal(await part(page, 'train-param-normalize').isChecked(), false);
    await hash(page, '#view=train&train=cells:20,normalize:off,theta.plus:0.2');
});

test('a link whose constants cannot work says so, and starts once they can', async ({ t }) => {
    const page = await openTraining(t, { path: '#view=train&train=cells:20,stop:20,theta.tau:0' });
    assert.match(await part(page, 'train-problem').textContent(), /theta\.tau is 0, expected 1 to/);
    await page.locator('[data-testid="train-constants"] > summary').click();
    await set(page, 'train-param-theta.tau', '');
    await part(page, 'train-start').click();
    await stopped(page, 20);
});

test('a link says what the cells see, and the run, its command and its synapses go by that', async ({ t }) => {
    const link = '#view=train&train=cells:20,data:1000,stop:30,sees:edges';
    const page = await openTraining(t, { path: link });
    assert.equal(await value(page, 'train-front-end'), 'edges');
    assert.equal(await value(page, 'train-param-w_norm'), '25');
    assert.match(await part(page, 'train-command').textContent(), /\{"front_end":"edges","neurons":20\}/);
    await part(page, 'train-start').click();
    await stopped(page, 30);
    await hash(page, link);
    const edges = await digest(page);

    await part(page, 'train-front-end').selectOption('pixels');
    await hash(page, '#view=train&train=cells:20,data:1000,stop:30');
    assert.equal(await value(page, 'train-param-w_norm'), '35');
    await part(page, 'train-start').click();
    await part(page, 'train-command').filter({ hasText: '{"front_end":"pixels","neurons":20}' }).waitFor(LONG);
    await stopped(page, 30);
    assert.notEqual(await digest(page), edges);

    // What was kept comes back with what its cells see.
    await part(page, 'run-list').locator('li', { hasText: 'edges' }).getByTestId('run-open').click();
    await hash(page, link);
    assert.equal(await digest(page), edges);
    assert.equal(await part(page, 'train-synapse-direction').locator('option').count(), 4);
    await part(page, 'train-fields').click({ position: { x: 30, y: 30 } });
    await page.waitForFunction(() => location.hash.includes('view=lab') || document.querySelector('[data-testid="train-synapse-says"]').textContent !== '', null, LONG);
});
