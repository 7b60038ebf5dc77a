// The system's Chrome, for the tests and the benchmark.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** The first Chrome or Chromium on the PATH; a browser that playwright downloaded is never used. */
function findChrome() {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
    const paths = names.flatMap((name) => process.env.PATH.split(delimiter).map((folder) => join(folder, name)));
    paths.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    const found = paths.find((path) => existsSync(path));
    assert(found, 'no Chrome or Chromium on the PATH: run scripts/setup.sh browser');
    return found;
}

export function launchChrome() {
    // Chrome refuses to start as root with its sandbox. The rest keeps it from calling its maker.
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return chromium.launch({
        executablePath: findChrome(),
        args: [...root, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
}
