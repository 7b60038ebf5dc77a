/** English: what the page says where the browser lacks or forbids something. Fetched only then. */
export const words = {
    copyTitle: 'Copy it by hand',
    copyText:
        'This browser does not let the page use the clipboard. The text is selected: press Ctrl C (on a Mac ⌘ C), or hold a finger on it.',
    close: 'Close',
    wasm: {
        missing:
            'This browser has no WebAssembly, or it is switched off, as in Lockdown Mode. The simulator needs it: allow it for this page, or use another browser.',
        refused:
            'A security policy forbids WebAssembly here, so the simulator cannot run. If you serve this page, allow script-src ‘wasm-unsafe-eval’; an extension or your organisation may forbid it, too.',
        vectors:
            'This browser’s WebAssembly lacks vector instructions (SIMD), which the simulator needs. Please update it: Chrome and Firefox have them since 2021, Safari since 2023.',
    },
};

export type Words = typeof words;
