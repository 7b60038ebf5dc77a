/** The button that opens the gallery, which is fetched when it is first asked for. */

import type { Theme } from '../kit/colormap.ts';
import { currentTheme, find } from '../kit/dom.ts';
import { missed } from '../kit/missed.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Gallery } from './widgets/gallery.ts';

export function galleryButton({
    state,
    strings,
    notice,
}: {
    state: State;
    strings: Strings;
    notice: (sentence: string) => void;
}): { recolour: (theme: Theme) => void } {
    const button = find('gallery-open');
    const place = find('gallery');
    let gallery: Gallery | null = null;
    button.addEventListener('click', async () => {
        const opening = place.hidden;
        if (opening && gallery === null) {
            try {
                const { open } = await import('./widgets/gallery.ts');
                gallery ??= await open(place, { state, strings, theme: currentTheme() });
                notice('');
            } catch (error) {
                notice(strings.galleryFailed((error as Error).message));
                missed();
                return;
            }
        }
        place.hidden = !opening;
        button.setAttribute('aria-expanded', String(opening));
    });
    return { recolour: (theme) => gallery?.recolour(theme) };
}
