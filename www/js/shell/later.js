/** What may come when everything else is there: terms that explain themselves, and all that works without a network. */
import { dress } from '../kit/dress.js';
import { marker } from '../glossary/mark.js';
import { listen } from '../glossary/popover.js';
import { glossaryOf } from '../glossary/terms.js';
import '../kit/math-font.js';

const STYLES = [new URL('../../css/math.css', import.meta.url), new URL('../../css/glossary.css', import.meta.url)];

/** Texts of index.html, which stay as they are. */
const TEXTS = '.says[data-text], .about p[data-text]';

let begun = false;

/** @param {import('./views.js').Page} page */
export async function later({ language, apply, leaving }) {
    if (begun || 'embed' in document.documentElement.dataset) {
        return;
    }
    begun = true;
    const [glossary] = await Promise.all([glossaryOf(language), dress(...STYLES.map(String))]);
    listen(glossary, apply);
    marker(glossary.terms)(document.querySelectorAll(TEXTS));
    if (import.meta.env.PROD && 'serviceWorker' in navigator) {
        const { keep } = await import('../offline/update.js');
        await keep({ language, leaving });
    }
}
