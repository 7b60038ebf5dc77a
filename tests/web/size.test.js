// What the first view costs to fetch: the page, what it names, and the worker, but nothing that only a click asks for. The limits
// are those of a telephone with a poor connection.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const outDir = mkdtempSync(join(tmpdir(), 'page-'));
const sizes = {};

beforeAll(async () => {
    await build({ configFile: 'vite.config.js', logLevel: 'error', build: { outDir, manifest: 'manifest.json' } });
    const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
    const lazy = Object.values(manifest).filter(({ isDynamicEntry }) => isDynamicEntry).flatMap(({ file, css = [] }) => [file, ...css]);
    // The other networks come when they are asked for.
    const others = readdirSync(join(outDir, 'assets')).filter((name) => /\.safetensors$/.test(name) && !name.startsWith('400-')).map((name) => `assets/${name}`);
    // Views that are opened later bring style sheets and workers, which no manifest tells.
    const page = readFileSync(join(outDir, 'index.html'), 'utf8');
    const later = (name) => (name.endsWith('.css') ? !page.includes(name) : /(learner-worker|judge-worker)-[\w-]+\.js$/.test(name));
    const first = (name) => !lazy.includes(name) && !others.includes(name) && !later(name);
    for (const name of readdirSync(outDir, { recursive: true }).filter(first)) {
        const kind = /\.(html|css|js|safetensors)$/.exec(name)?.[1];
        if (kind) sizes[kind] = (sizes[kind] ?? 0) + gzipSync(readFileSync(join(outDir, name)), { level: 9 }).length;
    }
}, 60_000);

afterAll(() => rmSync(outDir, { recursive: true }));

it('is at most 60 kB of HTML, CSS and JavaScript', () => {
    expect(sizes.html).toBeGreaterThan(0);
    expect(sizes.css).toBeGreaterThan(0);
    expect(sizes.js).toBeGreaterThan(0);
    expect(sizes.html + sizes.css + sizes.js).toBeLessThanOrEqual(60_000);
});

it('has a network of at most 250 kB', () => {
    expect(sizes.safetensors).toBeLessThanOrEqual(250_000);
});
