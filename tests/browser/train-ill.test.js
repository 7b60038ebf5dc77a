// A constant that silences the network, or makes all of it fire, ends the run by itself.
import assert from 'node:assert/strict';
import { part } from './hand.js';
import { test } from './support/browser.js';
import { LONG, accuracy, digest, images, openTraining } from './support/training.js';

for (const [name, constant, ailment, finding] of [
    ['thresholds that rise too far', 'theta.plus:1000', /No cell responds any more/, /shown again.*theta\.plus/],
    ['weights that are too small', 'w_norm:0.001', /No cell responds any more/, /shown again.*w_norm/],
    ['thresholds below rest', 'theta.offset:200', /All cells fire at every image/, /30 of 30 cells fire without any input/],
]) {
    test(`${name} end a run by themselves, with what the library finds, and it stands as it was when it was well`, async ({ t }) => {
        const page = await openTraining(t, { path: `#view=train&train=cells:30,data:1000,${constant}` });
        const before = await digest(page);
        await part(page, 'train-start').click();
        await page.locator('[data-testid="train-progress"][data-phase="ill"]').waitFor(LONG);
        const said = await part(page, 'train-problem').textContent();
        assert.match(said, ailment);
        assert.match(said, finding);
        const [, at, good] = /after (\d+) images; .* state, image (\d+)\./.exec(said) ?? [];
        assert(Number(at) >= 50 && Number(at) < 1000, said);
        assert.equal(await images(page), Number(good));
        await accuracy(page, Number(good));
        assert.equal((await digest(page)) === before, good === '0', 'the random start where it was never well');
        assert.equal(await part(page, 'run-list').locator(`li[data-images="${good}"]`).count(), 1);
    });
}
