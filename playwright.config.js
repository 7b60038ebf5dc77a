import { defineConfig } from '@playwright/test';
import { chromeForTests } from './tests/browser/support/chrome.js';

export default defineConfig({
    testDir: 'tests/browser',
    testMatch: '*.test.js',
    globalSetup: './tests/browser/support/site.js',
    outputDir: 'target/test-results',
    // A test that fails has failed: a second try would hide what is wrong.
    retries: 0,
    workers: 2,
    fullyParallel: true,
    forbidOnly: true,
    reporter: [['list']],
    // Who waits for an event loses nothing by patience: on a busy machine it comes late.
    timeout: 240_000,
    use: {
        launchOptions: chromeForTests(),
        actionTimeout: 60_000,
        navigationTimeout: 60_000,
        screenshot: 'only-on-failure',
        trace: 'off',
    },
});
