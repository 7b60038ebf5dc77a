/** The page's typeface. It loads after the first look or with another view, so that it never delays a look; later visits use it at once. */
import file from '@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url';
import type { State } from './state.ts';

const url = () => new URL(file, document.baseURI).href;

/** Whether a visit before has kept it; browsers have no such store over plain http. */
const isKept = async () => 'caches' in window && (await caches.match(url()).catch(() => undefined)) !== undefined;

/** Waits for the end of a look, or for another view than the drawing view. */
function looked(state: State) {
    const root = document.documentElement;
    const over = () => state.values.view !== 'look' || ['sure', 'unsure'].includes(root.dataset.mood ?? '');
    return new Promise<void>((then) => {
        const check = () => {
            if (over()) {
                watcher.disconnect();
                then();
            }
        };
        const watcher = new MutationObserver(check);
        watcher.observe(root, { attributeFilter: ['data-mood', 'data-view'] });
        check();
    });
}

export async function typeface(state: State) {
    if (!(await isKept())) {
        await looked(state);
    }
    const face = new FontFace('Figtree', `url('${url()}')`, { weight: '300 900', display: 'swap' });
    document.fonts.add(face);
    // Where it does not come, the system's stays.
    await face.load().catch(() => document.fonts.delete(face));
}
