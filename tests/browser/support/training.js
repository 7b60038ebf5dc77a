// What a person does in the training view, and what the command-line tool says to the same.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { part } from '../hand.js';
import { openPage } from './browser.js';

const top = fileURLToPath(new URL('../../..', import.meta.url));
/** Other programs may keep the machine busy. */
export const LONG = { timeout: 90_000 };

/** Opens the training view and waits until its network stands there. */
export async function openTraining(t, options = {}) {
    const page = await openPage(t, { path: '#view=train', ...options });
    await standing(page);
    return page;
}

export const standing = (page) => page.waitForSelector('[data-part="train"][data-ready]', LONG);

/** Types into a field and leaves it. */
export async function set(page, name, value) {
    await part(page, name).fill(String(value));
    await part(page, name).press('Tab');
}

export const images = async (page) => Number(await part(page, 'train-progress').getAttribute('data-images'));

/** Waits until so many images were learned from, and no more are. */
export async function stopped(page, count, timeout = LONG.timeout) {
    await page.waitForFunction(
        (wanted) => {
            const { images, phase } = document.querySelector('[data-testid="train-progress"]').dataset;
            return images === String(wanted) && (phase === 'paused' || phase === 'done');
        },
        count,
        { timeout },
    );
}

/** The share of held-out images that the network reads after so many images. */
export async function accuracy(page, count) {
    await page.waitForFunction((wanted) => document.querySelector('[data-testid="train-accuracy"]').dataset.images === String(wanted), count, LONG);
    return Number(await part(page, 'train-accuracy').getAttribute('data-accuracy'));
}

export async function digest(page) {
    await page.waitForFunction(() => /^[0-9a-f]{16}$/.test(document.querySelector('[data-testid="train-digest"]').textContent), null, LONG);
    return part(page, 'train-digest').textContent();
}

/** A folder that lasts as long as the test. */
export function folder(t) {
    const path = mkdtempSync(join(tmpdir(), 'train-'));
    t.after(() => rmSync(path, { recursive: true }));
    return path;
}

const print = (program, args) => execFileSync(program, args, { cwd: top, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
/** As its own tests have built it: `cargo run` would compile it once more, without what only tests need. */
const program = () => {
    const built = print('cargo', ['build', '--quiet', '--test', 'tool', '--message-format', 'json']).trim().split('\n').map((line) => JSON.parse(line));
    return built.find(({ target, executable }) => target?.kind.includes('bin') && executable).executable;
};

/** Runs the command-line tool and hands back what it prints. */
export const tool = (...args) => print(program(), args);
