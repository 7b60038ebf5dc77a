/** The views of the page, of which one is shown at a time. All but looking are fetched when they are first opened. */
import { html, render } from 'lit-html';
import { write } from './link.js';
import { find } from './screen.js';
import { State, VIEWS } from './state.js';

/**
 * @typedef {object} Page what a view is given
 * @property {import('./state.js').State} state
 * @property {import('./strings.js').Strings} strings
 * @property {string} language
 */

/** How the others are opened. */
const OPEN = /** @type {Readonly<Record<string, (root: HTMLElement, page: Page) => Promise<void>>>} */ ({
    train: async (root, page) => (await import('./train/view.js')).openTraining(root, page),
});

/**
 * @param {Page} page
 * @param {() => void} onLook  what to do when looking is shown for the first time
 */
export function views(page, onLook) {
    const { state, strings } = page;
    const nav = find('views');
    /** @type {Map<string, HTMLElement>} */
    const roots = new Map();
    let looked = false;

    /** @param {string} name */
    const open = (name) => {
        const root = document.createElement('main');
        root.className = `view ${name}`;
        root.dataset.part = name;
        find('bench').after(root);
        roots.set(name, root);
        OPEN[name]?.(root, page).catch((error) => {
            roots.delete(name);
            root.textContent = strings.noView(error.message);
        });
    };
    /** @param {MouseEvent} event @param {typeof VIEWS[number]} name */
    const go = (event, name) => {
        // A new tab opens what the link says.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            state.set({ view: name });
            scrollTo(0, 0);
        }
    };
    const link = (/** @type {typeof VIEWS[number]} */ name) => html`<a
        data-testid="view-${name}"
        href="#${write({ ...new State().values, lang: state.values.lang, view: name })}"
        aria-current=${name === state.values.view ? 'page' : 'false'}
        @click=${(/** @type {MouseEvent} */ event) => go(event, name)}
        >${strings.views[name]}</a
    >`;
    const show = () => {
        const { view } = state.values;
        document.documentElement.dataset.view = view;
        render(VIEWS.map(link), nav);
        if (view in OPEN && !roots.has(view)) {
            open(view);
        } else if (view === 'look' && !looked) {
            looked = true;
            onLook();
        }
        find('bench').hidden = view !== 'look';
        for (const [name, root] of roots) {
            root.hidden = name !== view;
        }
    };
    state.subscribe((_, changed) => changed.has('view') && show());
    show();
}
