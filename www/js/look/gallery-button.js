/** The button that opens the gallery, which is fetched when it is first asked for. */
import { currentTheme, find } from '../kit/dom.js';

/**
 * @param {object} parts
 * @param {import('../shell/state.js').State} parts.state
 * @param {import('../shell/strings.js').Strings} parts.strings
 * @param {(sentence: string) => void} parts.notice
 * @returns {{ recolour: (theme: import('../kit/colormap.js').Theme) => void }}
 */
export function galleryButton({ state, strings, notice }) {
    const button = find('gallery-open');
    const place = find('gallery');
    /** @type {import('./widgets/gallery.js').Gallery | null} */
    let gallery = null;
    button.addEventListener('click', async () => {
        const opening = place.hidden;
        if (opening && gallery === null) {
            try {
                const { open } = await import('./widgets/gallery.js');
                gallery ??= await open(place, { state, strings, theme: currentTheme() });
                notice('');
            } catch (error) {
                notice(strings.galleryFailed(/** @type {Error} */ (error).message));
                return;
            }
        }
        place.hidden = !opening;
        button.setAttribute('aria-expanded', String(opening));
    });
    return { recolour: (theme) => gallery?.recolour(theme) };
}
