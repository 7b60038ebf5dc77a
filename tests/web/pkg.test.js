// pkg/ is committed: these tests prove that it belongs to the sources beside it and is what the page needs.
import { readFileSync } from 'node:fs';
import binaryen from 'binaryen';
import { expect, test } from 'vitest';
import { packageDigest, sourceDigest } from '../../scripts/source-digest.mjs';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const modules = ['pkg', 'pkg/look'];

test('pkg/ was built from these sources; if not, run `make pkg`', () => {
    expect(packageDigest()).toBe(sourceDigest());
});

test('pkg/ has the version of Cargo.toml', () => {
    const [, version] = /^version = "(.+)"$/m.exec(read('Cargo.toml').toString());
    for (const folder of modules) {
        expect(JSON.parse(read(`${folder}/package.json`).toString()).version, folder).toBe(version);
    }
});

for (const folder of modules) {
    const wasm = read(`${folder}/stdp_digits_bg.wasm`);

    test(`${folder} computes with vectors of four floats`, () => {
        const module = binaryen.readBinary(wasm);
        const operations = module.emitText().match(/f32x4\.\w+/g) ?? [];
        module.dispose();
        for (const operation of ['f32x4.add', 'f32x4.mul', 'f32x4.sub']) {
            expect(operations, `of ${operations.length} operations`).toContain(operation);
        }
    });

    test(`${folder} names no folder of the machine that built it`, () => {
        expect(wasm.toString('latin1')).not.toMatch(/\/(home|root|Users)\//);
    });
}

test('the module that only looks sees what the whole one sees, to the last bit', async () => {
    const { digits } = JSON.parse(read('www/data/samples.json').toString());
    const model = read('models/400.safetensors');
    const looks = [];
    for (const folder of modules) {
        const { Recognizer, initSync } = await import(new URL(`../../${folder}/stdp_digits.js`, import.meta.url).href);
        initSync({ module: read(`${folder}/stdp_digits_bg.wasm`) });
        const network = Recognizer.load(model);
        looks.push(
            digits.slice(0, 3).map(({ pixels }) => {
                network.begin(Buffer.from(pixels, 'base64'), 2015);
                network.advanceTo(0xffff_ffff);
                return { digest: network.digest(), verdict: network.verdict(), metadata: network.metadata() };
            }),
        );
        network.free();
    }
    expect(looks[0]).toEqual(looks[1]);
    expect(looks[0][0].verdict.spikes).toBeGreaterThan(4);
    expect(looks[0][0].metadata.config.neurons).toBe(400);
});
