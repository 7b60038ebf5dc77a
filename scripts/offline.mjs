// Vite plugins: what makes the page an app that works without a network. Only for what is built: nothing is kept in development.
import { TRAINING, HELD_OUT } from '../www/js/train/worker/shards.ts';

/** So many images are there without a network; whatever else is fetched once is kept from then on. */
const IMAGES = 10_000;
const shards = [...TRAINING.filter(({ first }) => first < IMAGES), HELD_OUT];

const icon = (src, sizes, purpose = 'any') => ({ src, sizes, type: src.endsWith('.svg') ? 'image/svg+xml' : 'image/png', purpose });

export async function offline() {
    // It brings many packages, which serving the page does not need; a name that Vite could read would be looked for even then.
    const plugin = 'vite-plugin-pwa';
    const { VitePWA } = await import(plugin);
    return VitePWA({
        // A new version waits until the reader takes it (www/js/offline/update.ts registers and asks).
        registerType: 'prompt',
        injectRegister: null,
        manifest: {
            name: 'Spiking digits',
            short_name: 'Spiking digits',
            description: 'Draw a digit and watch a network of spiking cells vote on it; train one; learn why it works.',
            // All relative to the manifest, so that the page works under any path.
            id: '.',
            start_url: '.',
            scope: '.',
            display: 'standalone',
            background_color: '#faf8f4',
            theme_color: '#14171c',
            icons: [icon('icon-192.png', '192x192'), icon('icon-512.png', '512x512'), icon('icon-maskable-512.png', '512x512', 'maskable')],
        },
        includeManifestIcons: false,
        workbox: {
            globPatterns: ['index.html', 'icon-*.png', 'assets/!(*.safetensors)', 'assets/400-*.safetensors', ...shards.map(({ name }) => `digits/${name}`)],
            // No page but our own is answered: another may lie below it.
            navigateFallback: null,
            ignoreURLParametersMatching: [/^embed$/],
            // The page that has just come is served from then on, so that what it asks for later is there.
            clientsClaim: true,
            cleanupOutdatedCaches: true,
            inlineWorkboxRuntime: true,
            sourcemap: false,
            runtimeCaching: [
                {
                    // Their names change with what is in them.
                    urlPattern: /\/assets\/\d+-[\w-]+\.safetensors$/,
                    handler: 'CacheFirst',
                    options: { cacheName: 'networks', expiration: { maxEntries: 8 } },
                },
            ],
        },
    });
}
