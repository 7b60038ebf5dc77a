/** What may come when everything else is there: terms that explain themselves, the typeface, and all that works without a network. */

import { marker } from '../glossary/mark.ts';
import { listen } from '../glossary/popover.ts';
import { glossaryOf } from '../glossary/terms.ts';
import { loadStyles } from '../kit/styles.ts';
import '../kit/math-font.ts';
import { listen as listenToMenu } from './menu.ts';
import type { Page } from './page.ts';
import { typeface } from './typeface.ts';

const STYLES = [new URL('../../css/math.css', import.meta.url), new URL('../../css/glossary.css', import.meta.url)];

/** Texts of index.html, which stay as they are. */
const TEXTS = '.says[data-text], .about p[data-text]';

let begun = false;

/** Readers who save data get only what they ask for. */
const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

export async function later({ state, language, apply, leaving }: Page) {
    if (begun || 'embed' in document.documentElement.dataset) {
        return;
    }
    begun = true;
    listenToMenu();
    const [glossary] = await Promise.all([glossaryOf(language), loadStyles(...STYLES.map(String))]);
    listen(glossary, apply);
    marker(glossary.terms)(document.querySelectorAll(TEXTS));
    if (savesData()) {
        return;
    }
    typeface(state);
    if (import.meta.env.PROD && 'serviceWorker' in navigator) {
        const { keep } = await import('../offline/update.ts');
        await keep({ language, leaving });
    }
}
