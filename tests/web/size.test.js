// What the first view costs to fetch: the page, what it names, and the worker, but nothing that only a click asks for. The limits
// are those of a telephone with a poor connection. And what is fetched after it, to work without a network: all the rest.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

const outDir = mkdtempSync(join(tmpdir(), 'page-'));
const sizes = {};
let names = [];
let kept = [];

beforeAll(async () => {
    await build({ configFile: 'vite.config.js', logLevel: 'error', build: { outDir, manifest: 'manifest.json' } });
    const manifest = JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'));
    /** A script and what it imports, before anything is asked for. */
    const needs = (key) => [manifest[key].file, ...(manifest[key].imports ?? []).flatMap(needs)];
    const scripts = new Set(needs('index.html'));
    const page = readFileSync(join(outDir, 'index.html'), 'utf8');
    const whole = readFileSync('pkg/stdp_digits_bg.wasm');
    // No manifest tells of workers. The first view has one, one network, and the simulator that is not the whole one.
    const first = (name) =>
        (name.endsWith('.wasm') && !readFileSync(join(outDir, name)).equals(whole)) ||
        name === 'index.html' ||
        scripts.has(name) ||
        // One language; German is the longer.
        name === manifest['words/de/shell.ts'].file ||
        page.includes(name) ||
        /^assets\/(worker-[\w-]+\.js|400-[\w-]{8}\.safetensors)$/.test(name);
    names = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(outDir, join(parentPath, name)).replaceAll('\\', '/'));
    kept = [...readFileSync(join(outDir, 'sw.js'), 'utf8').matchAll(/["']?url["']?: ?["']([^"']+)["']/g)].map(([, name]) => name);
    for (const name of names.filter(first)) {
        const kind = /\.(html|css|js|wasm|safetensors)$/.exec(name)?.[1];
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

it('has a simulator of at most 128 kB', () => {
    expect(sizes.wasm).toBeGreaterThan(0);
    expect(sizes.wasm).toBeLessThanOrEqual(128_000);
});

it('is at most 430 kB up to the first vote', () => {
    expect(Object.values(sizes).reduce((sum, size) => sum + size)).toBeLessThanOrEqual(430_000);
});

it('is followed by all that works without a network, at most 5 MB', () => {
    // Larger networks and later images are kept when they are fetched; the rest is not for this page, or for the server alone.
    const apart = /\.safetensors$|^digits\/training-(?!(?:0|1000|5000)\.bin)|^(?:embed|sw)\.js$|^manifest\.json$|^preview\.png$/;
    const both = names.filter((name) => /^assets\/400-.*safetensors$/.test(name));
    expect(kept.toSorted()).toEqual([...names.filter((name) => !apart.test(name)), ...both].toSorted());
    expect(kept.reduce((sum, name) => sum + statSync(join(outDir, name)).size, 0)).toBeLessThanOrEqual(5_000_000);
});
