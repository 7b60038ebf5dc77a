/** German: what the page says where the browser lacks or forbids something. Fetched only then. */
import type { Words } from '../en/troubles.ts';

export const words: Words = {
    copyTitle: 'Von Hand kopieren',
    copyText:
        'Dieser Browser lässt die Seite nicht an die Zwischenablage. Der Text ist markiert: Drück Strg C (auf dem Mac ⌘ C) oder halte einen Finger darauf.',
    close: 'Schließen',
    wasm: {
        missing:
            'Dieser Browser hat kein WebAssembly, oder es ist ausgeschaltet, etwa im Blockierungsmodus. Der Simulator braucht es: Erlaube es für diese Seite, oder nimm einen anderen Browser.',
        refused:
            'Eine Sicherheitsregel verbietet hier WebAssembly, darum kann der Simulator nicht laufen. Wenn du diese Seite anbietest, erlaube script-src ‚wasm-unsafe-eval‘; auch eine Erweiterung oder deine Schule oder Firma kann es verbieten.',
        vectors:
            'Dem WebAssembly dieses Browsers fehlen Vektorbefehle (SIMD), die der Simulator braucht. Bitte aktualisiere ihn: Chrome und Firefox haben sie seit 2021, Safari seit 2023.',
    },
};
