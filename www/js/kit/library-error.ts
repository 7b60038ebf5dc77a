/** What an error of the library says beside its sentence. */
import type { LibraryError } from '../../../pkg/stdp_digits.js';

export type Facts = Pick<LibraryError, 'kind' | 'field' | 'found' | 'expected'>;

/** @returns null: not an error of the library */
export function factsOf(error: unknown): Facts | null {
    return error instanceof Error && 'kind' in error && 'found' in error ? (error as LibraryError) : null;
}

/** What went wrong, for a sentence that already says that it is about a network. */
export function reasonOf(error: unknown): string {
    const facts = factsOf(error);
    if (facts?.kind === 'model') {
        return facts.found;
    }
    return error instanceof Error ? error.message || error.name : String(error);
}
