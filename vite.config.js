import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { digits } from './scripts/digits.mjs';
import { equations } from './scripts/mathml.mjs';
import { offline } from './scripts/offline.mjs';
import { questions } from './scripts/questions.mjs';
import { lessons } from './scripts/lessons.mjs';

const top = fileURLToPath(new URL('.', import.meta.url));

/** In development Vite puts style sheets that scripts import into the page itself, which the page's policy forbids. */
const loose = () => ({
    name: 'loose',
    apply: /** @type {const} */ ('serve'),
    transformIndexHtml: (html, { server }) => (server ? html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'") : html),
});

const ENTRY = /\/www\/js\/main\.ts$/;

/** Whether the page needs a file before anything is asked for. */
function first(id, context, above = new Set()) {
    above.add(id);
    const importers = context.getModuleInfo(id)?.importers ?? [];
    return importers.some((from) => ENTRY.test(from) || (!above.has(from) && first(from, context, above)));
}

export default defineConfig(({ command }) => ({
    root: 'www',
    // Relative, so that dist/ works under any path of any static host.
    base: './',
    plugins: [digits(), equations(), lessons(), questions(), loose(), command === 'build' && offline()],
    assetsInclude: ['**/*.safetensors'],
    build: {
        outDir: '../dist',
        emptyOutDir: true,
        target: 'es2022',
        // The page's security policy forbids data: and inline scripts, so everything stays a file of its own.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        // What comes first comes in one file, which packs better than twenty. The entry itself waits for words, whose files need this one:
        // in it, both would wait for each other.
        rolldownOptions: { output: { codeSplitting: { groups: [{ name: (id, context) => (first(id, context) && !ENTRY.test(id) ? 'first' : null) }] } } },
    },
    worker: { format: 'es' },
    // pkg/ and models/ lie beside www/.
    server: { fs: { allow: [top] } },
}));
