// The system's Chrome, for the tests and the benchmark.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const WINDOWED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** The same browser without the menus and panels that each window costs. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

/** The first of these programs on the PATH; a browser that playwright downloaded is never used. */
function findChrome(names) {
    const paths = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
    paths.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    const found = paths.find((path) => existsSync(path));
    assert(found, 'no Chrome or Chromium on the PATH: run scripts/setup.sh browser');
    return found;
}

/** How Chrome is started: whole, as people have it, or for tests. */
export function chrome(names = WINDOWED) {
    // Chrome refuses to start as root with its sandbox. The rest keeps it from calling its maker.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return {
        executablePath: findChrome(names),
        args: [...root, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    };
}

export const chromeForTests = () => chrome([...SHELLS, ...WINDOWED]);
export const launchChrome = () => chromium.launch(chrome());
