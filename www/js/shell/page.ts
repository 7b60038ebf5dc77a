/** What a view is given. */
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export interface Page {
    state: State;
    strings: Strings;
    language: string;
    /** sets the page up as a link says; what goes wrong is said */
    apply: (hash: string) => Promise<void>;
    /** lets the drawing view read with the network in these files; returns whether it does, and reports what goes wrong */
    use: (files: readonly File[]) => Promise<boolean>;
    /** saves what is not in the address before the page reloads */
    leaving: (() => Promise<unknown>)[];
}
