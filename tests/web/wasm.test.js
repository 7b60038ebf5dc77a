import { afterEach, describe, expect, it, vi } from 'vitest';
import { lackOfWasm } from '../../www/js/kit/wasm.ts';

const real = WebAssembly;
const like = (changes) => vi.stubGlobal('WebAssembly', { Module: real.Module, validate: real.validate, ...changes });

describe('what a browser lacks to run the simulator', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('is nothing here', () => {
        expect(lackOfWasm()).toBeNull();
    });

    it('is WebAssembly where there is none', () => {
        vi.stubGlobal('WebAssembly', undefined);
        expect(lackOfWasm()).toBe('missing');
    });

    it('is permission where a policy forbids to compile', () => {
        like({
            Module: class {
                constructor() {
                    throw new real.CompileError('blocked by CSP');
                }
            },
        });
        expect(lackOfWasm()).toBe('refused');
    });

    it('is vector instructions where only plain modules are valid', () => {
        // As engines of before 2021 say it: 0xfd begins no instruction that they know.
        like({ validate: (bytes) => real.validate(bytes) && !bytes.includes(0xfd) });
        expect(lackOfWasm()).toBe('vectors');
    });
});
