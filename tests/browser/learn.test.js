// What goes along with the lessons: keys, a class in front of the page, a builder, files of one's own, paper.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { part, ready, verdict } from './hand.js';
import { axe, openPage, test } from './support/browser.js';
import { lessonsOf } from './support/lesson.js';
import { LONG, folder } from './support/training.js';

const bar = (page) => part(page, 'lesson-step');
const at = (page, name, step) => page.waitForSelector(`[data-testid="lesson-step"][data-lesson="${name}"][data-step="${step}"]`, LONG);
const done = (page) => page.waitForSelector('[data-testid="lesson-step"][data-done="yes"]', LONG);
const focused = (page) => page.evaluate(() => document.activeElement?.dataset.testid ?? document.activeElement?.textContent);

/** Presses Tab until the element has the focus that is asked for. */
async function tabTo(page, matches, backwards = false) {
    for (let presses = 0; presses < 80; presses += 1) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), matches)) return;
        await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`Tab does not come to ${matches}`);
}

for (const locale of ['en', 'de']) {
    test(`a lesson is done by keyboard alone (${locale})`, async ({ t }) => {
        const page = await openPage(t, { path: '#view=learn', context: { locale } });
        await part(page, 'lesson-list').waitFor();
        await tabTo(page, '[data-lesson="poisson"] a');
        await page.keyboard.press('Enter');
        for (const [index, step] of lessonsOf(locale).get('poisson').steps.entries()) {
            await at(page, 'poisson', index + 1);
            assert.equal(await focused(page), step.heading, 'the heading has the focus');
            await tabTo(page, '[name="lesson-predict"]');
            for (let down = 0; down < step.predict.right; down += 1) await page.keyboard.press('ArrowDown');
            await page.keyboard.press('Space');
            // The word in bold leads to what it names.
            await tabTo(page, '.guide__task .word');
            await page.keyboard.press('Enter');
            if (index === 3) {
                await page.keyboard.press('Control+a');
                await page.keyboard.type('1');
            }
            await page.keyboard.press('Enter');
            await done(page);
            // L comes back, unless letters are typed.
            if (index === 3) await page.keyboard.press('Tab');
            await page.keyboard.press('l');
            assert.equal(await focused(page), step.heading, 'L leads back to the lesson');
            await tabTo(page, '[data-testid="lesson-next"]');
            await page.keyboard.press('Enter');
        }
        await at(page, 'synapse', 1);
    });
}

test('what has to be predicted is predicted first, and compared afterwards', async ({ t }) => {
    // The lesson takes another network than the one that the page has begun to fetch.
    const page = await openPage(t, { path: '#lesson=poisson.2', expected: [/\/400-[\w-]+\.safetensors net::ERR_ABORTED/], prepare: (page) => page.clock.install() });
    await at(page, 'poisson', 2);
    assert.equal(await bar(page).locator('.guide__task').count(), 0, 'nothing to do yet');
    await part(page, 'same-noise').click();
    // The lesson looks several times what has been done.
    await page.clock.runFor(2000);
    assert.equal(await bar(page).getAttribute('data-done'), 'no', 'what was done too early does not count');
    await bar(page).locator('input[value="1"]').click();
    await page.waitForSelector('[data-testid="same-noise"][data-asked]');
    await part(page, 'same-noise').click();
    await done(page);
    assert.match(await part(page, 'lesson-answer').textContent(), /You predicted: About as many, at other moments\. Not quite – here’s what happened\./);
    await page.waitForSelector('[data-asked]', { state: 'detached' });
    // It is found again after a reload, and in the list. What is still being fetched would break off.
    await ready(page);
    await page.reload();
    await at(page, 'poisson', 2);
    assert(await bar(page).locator('input[value="1"]').isChecked());
    await part(page, 'lesson-close').click();
    await part(page, 'view-learn').click();
    await page.waitForSelector('[data-lesson="poisson"][data-done="1"]');
    await part(page, 'lesson-forget').click();
    await page.waitForSelector('[data-lesson="poisson"][data-done="0"]');
});

test('where the browser keeps nothing, lessons go on without', async ({ t }) => {
    const prepare = (page) => page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
    const page = await openPage(t, { path: '#lesson=poisson.2', prepare });
    await at(page, 'poisson', 2);
    await bar(page).locator('input[value="0"]').click();
    await part(page, 'same-noise').click();
    await done(page);
    await part(page, 'lesson-next').click();
    await at(page, 'poisson', 3);
});

test('a link to a lesson sets the page, as a step before it says if need be, and one that says more is left as it is', async ({ t }) => {
    const page = await openPage(t, { path: '#lesson=poisson.4' });
    await at(page, 'poisson', 4);
    await page.waitForFunction(() => location.hash.includes('picture=5'));
    const other = await openPage(t, { path: '#lesson=poisson.4&picture=8' });
    await at(other, 'poisson', 4);
    await ready(other);
    assert.equal((await verdict(other)).answer, '8');
    assert.match(await other.evaluate(() => location.hash), /picture=8/);
    const later = await openPage(t, { path: '#lesson=labels.3' });
    await at(later, 'labels', 3);
    await later.waitForFunction(() => /view=train&train=data:5000,seed:8/.test(location.hash), null, LONG);
    const lost = await openPage(t, { path: '#lesson=nothing.1' });
    await lost.getByText("There is no lesson 'nothing'").waitFor();
});

test('a clicker moves a lesson in front of a class: first what happened, then the next step', async ({ t }) => {
    const page = await openPage(t, { path: '#view=learn', context: { viewport: { width: 1280, height: 720 } } });
    await part(page, 'present').click();
    await at(page, 'spike', 1);
    const size = (selector) => page.locator(selector).first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    assert((await size('.guide__text')) >= 19, 'large type');
    assert(await page.locator('.views').isHidden());
    await page.keyboard.press('PageDown');
    await part(page, 'lesson-answer').waitFor();
    await at(page, 'spike', 1);
    await page.keyboard.press('PageDown');
    await at(page, 'spike', 2);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await at(page, 'spike', 3);
    await page.keyboard.press('PageUp');
    await at(page, 'spike', 2);
    await page.keyboard.press('ArrowLeft');
    await at(page, 'spike', 1);
    await axe(page, 'presenting');
    await page.keyboard.press('Escape');
    assert(await page.locator('.views').isVisible());
    assert.match(await page.evaluate(() => location.hash), /lesson=spike\.1/);
    assert.doesNotMatch(await page.evaluate(() => location.hash), /present/);
});

test('the builder makes a lesson of what the page shows, and the lesson can be done', async ({ t }) => {
    const page = await openPage(t, { path: '#view=learn', context: { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] } });
    await part(page, 'open-builder').click();
    await part(page, 'lesson-builder').waitFor();
    await part(page, 'samples').locator('button[data-digit="5"]').click();
    await page.waitForSelector('html[data-mood="sure"]', LONG);
    const type = (name, text) => part(page, `builder-${name}`).fill(text);
    await type('heading', 'A five');
    await type('text', 'This is a 5.');
    await type('question', 'Will it change?');
    await type('choices', 'no\n* perhaps');
    await type('task', 'Press **New noise**.');
    await part(page, 'builder-pick').click();
    await part(page, 'new-noise').click();
    assert.equal(await part(page, 'builder-check').inputValue(), 'new-noise clicked');
    assert.equal(await part(page, 'seed').inputValue(), '2015', 'what is picked is not pressed');
    await part(page, 'builder-add').click();
    assert.match(await part(page, 'builder-problem').textContent(), /found 'predict:' without 'answer:'/, 'a mistake is said, and nothing is lost');
    await type('answer', 'It depends.');
    await part(page, 'builder-add').click();
    await page.waitForFunction(() => /Step 1 added/.test(document.querySelector('[data-testid="builder-says"]').textContent));
    const source = await part(page, 'builder-source').inputValue();
    assert.match(source, /^---\ntitle: My lesson\nminutes: 5\n[^]*## A five\n\nset: picture=5\n/);
    const clipboard = async (name) => {
        await part(page, name).click();
        await page.waitForFunction(() => document.querySelector('[data-testid="builder-says"]').textContent === 'Copied.');
        return page.evaluate(() => navigator.clipboard.readText());
    };
    assert.equal(await clipboard('builder-copy'), source);
    assert.match(await clipboard('builder-link'), /^http:\/\/127\.0\.0\.1:\d+\/#picture=5$/);
    assert.match(await clipboard('builder-embed'), /^<script src="http:\/\/127\.0\.0\.1:\d+\/embed\.js"><\/script><stdp-demo state="picture=5" lang="en"><\/stdp-demo>$/);
    await axe(page, 'the builder');
    const [saved] = await Promise.all([page.waitForEvent('download'), part(page, 'builder-save').click()]);
    const file = join(folder(t), 'mine.md');
    await saved.saveAs(file);
    await part(page, 'view-learn').click();
    await page.locator('.learn [data-lesson="own"]').waitFor();

    // Opened again, by somebody else.
    const other = await openPage(t, { path: '#view=learn' });
    await part(other, 'lesson-file').setInputFiles(file);
    await other.waitForSelector('[data-lesson="own"]');
    await other.locator('[data-lesson="own"] a').click();
    await at(other, 'own', 1);
    await bar(other).locator('input[value="1"]').click();
    await part(other, 'new-noise').click();
    await done(other);
    assert.match(await part(other, 'lesson-answer').textContent(), /You predicted: perhaps\. You were right\./);
    await ready(other);
    await other.reload();
    await at(other, 'own', 1);
});

test('a file that is no lesson is refused in a sentence with its line', async ({ t }) => {
    const page = await openPage(t, { path: '#view=learn', context: { locale: 'de' } });
    const file = join(folder(t), 'bad.md');
    writeFileSync(file, '---\ntitle: T\nminutes: 5\ngoal: G\n---\n## S\nText.\n\nchek: play clicked\n');
    await part(page, 'lesson-file').setInputFiles(file);
    await part(page, 'lesson-problem').waitFor();
    assert.equal(await part(page, 'lesson-problem').textContent(), "bad.md:9: found 'chek:', expected set, predict, do, check, show or answer");
    assert.equal(await page.locator('[data-lesson="own"]').count(), 0);
});

for (const [name, context] of [
    ['a telephone in the dark', { viewport: { width: 360, height: 640 }, colorScheme: 'dark', locale: 'de', hasTouch: true }],
    ['a small laptop', { viewport: { width: 1280, height: 720 } }],
    ['a large screen', { viewport: { width: 1920, height: 1080 }, colorScheme: 'dark' }],
]) {
    test(`list, bar, plan and worksheet are whole and accessible on ${name}`, async ({ t }) => {
        const page = await openPage(t, { path: '#view=learn', context });
        const whole = async (what) => {
            const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert(wide <= 0, `${what}: ${wide} px too wide`);
            await axe(page, what);
        };
        await part(page, 'lesson-list').waitFor();
        await whole('the list');
        for (const paper of ['plan', 'worksheet']) {
            await part(page, `lesson-${paper}`).click();
            await page.waitForSelector(`[data-testid="paper"][data-paper="${paper}"]`);
            await whole(paper);
            await page.emulateMedia({ media: 'print' });
            assert(await page.locator('.masthead').isHidden(), 'only the paper is printed');
            assert(await part(page, 'paper').isVisible());
            await page.emulateMedia({ media: 'screen' });
            await part(page, 'lesson-back-to-list').click();
        }
        await page.locator('[data-lesson="competition"] a').click();
        await at(page, 'competition', 1);
        await bar(page).locator('input[value="1"]').click();
        // What is to be used can be seen: the bar does not lie upon it.
        await page.waitForFunction(
            () =>
                [...document.querySelectorAll('[data-asked]')].some((asked) => {
                    const box = asked.getBoundingClientRect();
                    return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('[data-asked]') === asked;
                }),
            null,
            LONG,
        );
        await whole('a lesson');
        await part(page, 'lesson-fold').click();
        assert(await page.locator('.guide__body').isHidden());
        await whole('a lesson folded away');
    });
}
