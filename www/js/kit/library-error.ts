/** What an error of the library says beside its sentence. */
import type { ErrorKind, LibraryError } from '../../../pkg/stdp_digits.js';

export type Facts = Pick<LibraryError, 'kind' | 'field' | 'found' | 'expected'>;

/** A language's words for each kind of error. */
export type FaultWords = Record<ErrorKind, (facts: Facts) => string>;

/** @returns null: not an error of the library */
export function factsOf(error: unknown): Facts | null {
    return error instanceof Error && 'kind' in error && 'found' in error ? (error as LibraryError) : null;
}

/** What went wrong, in the reader's language where the library found it. */
export function reasonOf(error: unknown, faults: FaultWords): string {
    const facts = factsOf(error);
    if (facts) {
        return faults[facts.kind](facts);
    }
    return error instanceof Error ? error.message || error.name : String(error);
}
