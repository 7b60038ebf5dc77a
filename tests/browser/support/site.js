// Serves the built page to all tests: Playwright runs this once, before the first.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const top = fileURLToPath(new URL('../../..', import.meta.url));

export default async function serve() {
    assert(existsSync(join(top, 'dist/index.html')), 'dist/ is missing: run `npx vite build`');
    const server = await preview({
        configFile: join(top, 'vite.config.js'),
        logLevel: 'error',
        // A file that is missing is answered with 404, not with the page.
        appType: 'mpa',
        preview: { host: '127.0.0.1', port: 0 },
    });
    // The workers inherit it.
    process.env.SITE_ORIGIN = `http://127.0.0.1:${server.httpServer.address().port}`;
    return () => server.close();
}
