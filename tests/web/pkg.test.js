// pkg/ is committed: these tests prove that it belongs to the sources beside it and is what the page needs.
import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { packageDigest, sourceDigest } from '../../scripts/source-digest.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const wasm = read('pkg/stdp_digits_bg.wasm');

test('pkg/ was built from these sources; if not, run `make pkg`', () => {
    expect(packageDigest()).toBe(sourceDigest());
});

test('pkg/ has the version of Cargo.toml', () => {
    const [, version] = /^version = "(.+)"$/m.exec(read('Cargo.toml').toString());
    expect(JSON.parse(read('pkg/package.json').toString()).version).toBe(version);
});

test('the module computes with vectors of four floats', () => {
    const module = binaryen.readBinary(wasm);
    const operations = module.emitText().match(/f32x4\.\w+/g) ?? [];
    module.dispose();
    for (const operation of ['f32x4.add', 'f32x4.mul', 'f32x4.sub']) {
        expect(operations, `of ${operations.length} operations`).toContain(operation);
    }
});

test('the module names no folder of the machine that built it', () => {
    expect(wasm.toString('latin1')).not.toMatch(/\/(home|root|Users)\//);
});
