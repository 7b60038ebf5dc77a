import { defineConfig } from 'vitest/config';
import { equations } from './scripts/mathml.mjs';
import { questions } from './scripts/questions.mjs';

// The page's own vite.config.js has www/ as its root; these tests are outside of it and need only what makes modules of other files.
export default defineConfig({ plugins: [equations(), questions()], test: { include: ['tests/web/**/*.test.js'], testTimeout: 240_000, hookTimeout: 240_000 } });
