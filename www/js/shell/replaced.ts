/** A newer version has taken the place of this one on the server: what this one has not fetched yet is gone. */
import { notice } from '../kit/dom.ts';
import { MISSED } from '../kit/missed.ts';
import type { Strings } from './strings.ts';

/** Whether the page that is served now has another script than this one. */
async function isReplaced() {
    const script = document.querySelector('script[type="module"]')?.getAttribute('src') ?? '';
    try {
        const response = await fetch(location.pathname, { cache: 'no-store' });
        return response.ok && !(await response.text()).includes(script);
    } catch {
        return false;
    }
}

/**
 * Offers to reload the page when a file is gone.
 * @param leave keeps what would be lost by that
 */
export function offerReload(strings: Strings, leave: () => Promise<unknown>) {
    addEventListener(MISSED, async () => {
        if (await isReplaced()) {
            const button = document.createElement('button');
            button.className = 'button';
            button.dataset.testid = 'reload';
            button.textContent = strings.reload;
            button.addEventListener('click', () => leave().then(() => location.reload()));
            notice(strings.replaced, ' ', button);
        }
    });
}
