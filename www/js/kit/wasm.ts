/** Why this browser may not run the simulator. Loaded when it did not start. */
import { troubles } from './troubles.ts';

/** The shortest module, and one that computes with vectors, as the simulator does. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const VECTORS = Uint8Array.of(
    ...EMPTY,
    ...[1, 5, 1, 96, 0, 1, 123],
    ...[3, 2, 1, 0],
    ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

/** @returns null: nothing is in its way */
export function lackOfWasm(): 'missing' | 'refused' | 'vectors' | null {
    if (typeof WebAssembly !== 'object') {
        return 'missing';
    }
    try {
        new WebAssembly.Module(EMPTY);
    } catch {
        return 'refused';
    }
    return WebAssembly.validate(VECTORS) ? null : 'vectors';
}

/** @returns empty: nothing is in its way */
export async function sentence() {
    const lack = lackOfWasm();
    return lack === null ? '' : (await troubles()).wasm[lack];
}
