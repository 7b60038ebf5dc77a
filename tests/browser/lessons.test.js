// Every lesson is done on the page, as its steps say: in German one of each view, because tests/web/lessons.test.js holds that all
// German steps set, ask and check what the English ones do.
import assert from 'node:assert/strict';
import { part } from './hand.js';
import { openPage, test } from './support/browser.js';
import { lessonsOf, walk } from './support/lesson.js';
import { LONG } from './support/training.js';

const IN_GERMAN = ['synapse', 'onecell', 'whole'];

async function at(page, name, step) {
    await page.waitForSelector(`[data-testid="lesson-step"][data-lesson="${name}"][data-step="${step}"]`, LONG);
}

for (const locale of ['en', 'de']) {
    const lessons = lessonsOf(locale);
    const done = locale === 'de' ? IN_GERMAN : lessons.keys();
    for (const name of done) {
        const lesson = lessons.get(name);
        test(`${name} can be done as it says (${locale})`, async ({ t }) => {
            const page = await openPage(t, { path: `#lesson=${name}.1`, drawer: '', context: { locale } });
            for (const [index, step] of lesson.steps.entries()) {
                await at(page, name, index + 1);
                assert.equal(await part(page, 'lesson-step').locator('h2').textContent(), step.heading);
                await walk(page, step);
                if (step.answer) await part(page, 'lesson-answer').waitFor();
                if (step.task) await part(page, 'lesson-done').waitFor();
                await part(page, 'lesson-next').click();
            }
            const names = [...lessons.keys()];
            const following = names[names.indexOf(name) + 1];
            if (following) await at(page, following, 1);
            else await page.waitForSelector(`[data-testid="lesson-list"] [data-lesson="${name}"][data-done="${lesson.steps.length}"]`, LONG);
        });
    }
}
