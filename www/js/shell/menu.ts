/** The menu behind ⋯: what is set seldom. It closes like any menu; what it opens lies outside of it. */
import { find } from '../kit/dom.ts';

export function listen() {
    const menu = find('menu-box', HTMLDetailsElement);
    const close = () => {
        menu.open = false;
    };
    /** In a dialog that the menu has opened it stays: the focus comes back. */
    const leave = (to: EventTarget | null) => {
        if (to instanceof Element && !menu.contains(to) && !to.closest('dialog')) {
            close();
        }
    };
    document.addEventListener('pointerdown', ({ target }) => leave(target));
    menu.addEventListener('focusout', ({ relatedTarget }) => leave(relatedTarget));
    menu.addEventListener('keydown', (event) => {
        if (event.key === 'Escape') {
            close();
            find('menu').focus();
        }
    });
    find('about-open').addEventListener('click', () => {
        close();
        const title = find('about-title');
        title.scrollIntoView();
        title.focus();
    });
}
