/** Elements of the page by name, its notice, and the colours of its theme. */
import { readTheme } from './colormap.ts';

/** @param name of a data-testid or data-part */
export function find(name: string): HTMLElement {
    const element = document.querySelector(`[data-testid="${name}"], [data-part="${name}"]`);
    if (!(element instanceof HTMLElement)) {
        throw new Error(`index.html has no '${name}'`);
    }
    return element;
}

/** @param sentence above everything; empty: nothing to say */
export function notice(sentence: string) {
    find('notice').textContent = sentence;
    find('notice').hidden = sentence === '';
}

/** The colours of the current theme. */
export function currentTheme() {
    return readTheme(document.documentElement);
}
