import { defineConfig } from 'vitest/config';

// The page's own vite.config.js has www/ as its root; these tests are outside of it and need none of its settings.
export default defineConfig({ test: { include: ['tests/web/**/*.test.js'] } });
