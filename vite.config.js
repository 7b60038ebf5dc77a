import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { digits } from './scripts/digits.mjs';

const top = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
    root: 'www',
    // Relative, so that dist/ works under any path of any static host.
    base: './',
    plugins: [digits()],
    assetsInclude: ['**/*.safetensors'],
    build: {
        outDir: '../dist',
        emptyOutDir: true,
        target: 'es2022',
        // The page's security policy forbids data: and inline scripts, so everything stays a file of its own.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
    },
    worker: { format: 'es' },
    // pkg/ and models/ lie beside www/.
    server: { fs: { allow: [top] } },
});
