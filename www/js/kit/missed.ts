/** What a file may mean that could not be fetched: it is gone, or this browser cannot run it. */

/** Vite's own name for the event: one listener then handles scripts and all other files. */
export const MISSED = 'vite:preloadError';

/** Has the page look whether the server still has the version that is open; scripts tell by themselves. */
export const missed = () => dispatchEvent(new Event(MISSED));

/** @returns what this browser lacks to run the simulator, in a sentence; empty: nothing, as far as can be told */
export const lack = () =>
    import('./wasm.ts').then(
        ({ sentence }) => sentence(),
        () => '',
    );
