// Does what a step of a lesson asks for: for each check, what a person would do so that it holds.
import { readFileSync, readdirSync } from 'node:fs';
import { spellCheck } from '../../../www/js/learn/check.ts';
import { parseLesson } from '../../../www/js/learn/parse.ts';
import { part } from '../hand.js';

/** A step that has been done is seen at once, even where other programs keep the machine busy. */
const LONG = { timeout: 40_000 };


/** All lessons of a language, by name. */
export function lessonsOf(language) {
    const folder = new URL(`../../../www/words/${language}/lessons/`, import.meta.url);
    const names = readdirSync(folder).sort();
    return new Map(names.map((name) => [/\d+-(\w+)\./.exec(name)[1], parseLesson(readFileSync(new URL(name, folder), 'utf8'), name, () => [])]));
}

async function press(page, testid) {
    const button = page.locator(`[data-testid="${testid}"]:not([disabled])`).first();
    await button.waitFor(LONG);
    await button.click();
}

async function type(page, testid, value) {
    await part(page, testid).fill(value);
    await part(page, testid).press('Enter');
}

/** What has to be done for checks that nobody fulfils by a click on the very element. */
const WAYS = {
    'seed value = 1': (page) => type(page, 'seed', '1'),
    'gallery-filter value = hard': async (page) => {
        await press(page, 'gallery-open');
        await part(page, 'gallery-filter').selectOption('hard');
        await part(page, 'gallery').locator('[role="option"]:visible').first().click();
    },
    'page data-pad = inked': async (page) => {
        if ((await page.locator('html').getAttribute('data-pad')) === 'blank') {
            await part(page, 'samples').locator('button[data-digit="7"]').click();
        }
    },
    'threshold value >= 70': async (page) => {
        await part(page, 'threshold').focus();
        for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press('ArrowRight');
    },
    'lab data-post >= 1': (page) => press(page, 'lab-post-add'),
    'lab-window data-hertz >= 40': (page) => type(page, 'lab-hertz', '40'),
    pin: async (page) => {
        await part(page, 'pin-cell').fill('5');
        await part(page, 'pin-cell').press('Enter');
    },
};

async function learn(page, images) {
    const now = async () => Number(await part(page, 'train-progress').getAttribute('data-images'));
    await page.waitForSelector('[data-part="train"][data-ready]', LONG);
    if ((await now()) < images) {
        await press(page, images - (await now()) === 1 ? 'train-step' : 'train-start');
    }
}

/** Adds excitation until the cell has spiked so often. */
async function excite(page, spikes) {
    await page.waitForSelector('[data-testid="membrane-lab"][data-spikes]', LONG);
    for (let added = 0; added < 30 && Number(await part(page, 'membrane-lab').getAttribute('data-spikes')) < spikes; added += 1) {
        const inputs = Number(await part(page, 'membrane-lab').getAttribute('data-inputs'));
        await press(page, 'membrane-exc-add');
        await page.waitForFunction((before) => Number(document.querySelector('[data-testid="membrane-lab"]').dataset.inputs) > before, inputs, LONG);
    }
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {import('../../../www/js/learn/parse.ts').Step} step
 */
export async function doStep(page, step) {
    const started = step.checks.some(({ testid, attribute }) => testid === 'train-start' && attribute === 'clicked');
    for (const check of step.checks) {
        const { testid, attribute, comparison, value } = check;
        const line = spellCheck(check);
        const way = WAYS[line] ?? WAYS[testid];
        if (way) {
            await way(page);
        } else if (attribute === 'open') {
            await part(page, testid).locator('summary').click();
        } else if (testid === 'answer' && comparison === '=') {
            // A reader waits for the answer before doing what depends on it.
            await page.waitForFunction(([name, wanted]) => document.querySelector('[data-testid="answer"]').getAttribute(name) === wanted, [attribute, value], LONG);
        } else if (testid === 'membrane-lab' && comparison === '>=') {
            await excite(page, Number(value));
        } else if (testid === 'train-progress' && !started) {
            await learn(page, Number(value));
        } else if (attribute === 'clicked' || attribute === 'aria-expanded' || attribute === 'aria-pressed') {
            await press(page, testid);
        } else if (attribute === 'checked' && value === 'true') {
            await part(page, testid).evaluate((box) => box.click());
        } else if (attribute === 'value' && comparison === '=' && (await part(page, testid).inputValue()) !== value) {
            await part(page, testid).selectOption(value);
        }
        // The rest comes of itself.
    }
}

/** Goes through a step: predicts, does it, and waits for the tick. */
export async function walk(page, step) {
    const bar = part(page, 'lesson-step');
    if (step.predict) {
        await bar.locator(`input[value="${step.predict.right}"]`).click();
    }
    await doStep(page, step);
    await page.waitForSelector('[data-testid="lesson-step"][data-done="yes"]', LONG);
}
