/** Single keys that press a button of the page or go to a part of it. They can be switched off in the sheet that ? opens. */
import { find } from '../kit/dom.ts';
import { KEYS } from './keys.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

/** Fields that take letters for themselves. */
const TYPING = 'input:not([type="range"], [type="checkbox"]), select, textarea';

export function listen(state: State, strings: Strings) {
    document.addEventListener('keydown', (event) => {
        const does = KEYS[event.key];
        const elsewhere =
            state.values.view !== 'look' ||
            event.ctrlKey ||
            event.metaKey ||
            event.altKey ||
            event.repeat ||
            document.querySelector('dialog[open]') !== null;
        if (
            !does ||
            elsewhere ||
            !state.values.keys ||
            (event.target instanceof Element && event.target.matches(TYPING))
        ) {
            return;
        }
        event.preventDefault();
        if (does.focus) {
            find(does.focus).focus();
        }
        // Why the answer, or what leads so far.
        const leads =
            event.key === 'w'
                ? (document.querySelector('.vote--answer') ?? document.querySelector('.vote--leads'))
                : null;
        const names =
            leads instanceof HTMLElement && leads.dataset.testid ? [leads.dataset.testid] : (does.press ?? []);
        const buttons = names.map((name) => find(name, HTMLButtonElement));
        buttons.find((button) => !button.hidden && !button.disabled)?.click();
    });
    find('shortcuts').addEventListener('click', async () => {
        const { showSheet } = await import('./sheet.ts');
        showSheet(state, strings);
    });
}
