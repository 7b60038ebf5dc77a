/** The views of the page, one shown at a time. All but the drawing view are fetched when they are first opened. */

import { find, notice, staysHere } from '../kit/dom.ts';
import { lack, missed } from '../kit/missed.ts';
import { write } from './link.ts';
import type { Page } from './page.ts';
import { State, VIEWS } from './state.ts';

/** Opens each view, when it is first shown, in an element of its own. The drawing view has one in index.html. */
export type Openers = Readonly<Record<(typeof VIEWS)[number], (root: HTMLElement) => Promise<unknown>>>;

export function views(page: Page, openers: Openers) {
    const { state, strings } = page;
    const roots = new Map<string, HTMLElement>([['look', find('bench')]]);
    /** Those that have come, or are on their way. */
    const opened = new Set();
    const rootOf = (name: string) => {
        const root = roots.get(name) ?? document.createElement('main');
        if (!roots.has(name)) {
            root.className = name;
            root.dataset.part = name;
            find('bench').after(root);
            roots.set(name, root);
        }
        return root;
    };
    const open = (name: keyof Openers) => {
        opened.add(name);
        const root = rootOf(name);
        if (name !== 'look') {
            root.textContent = '';
        }
        openers[name](root).catch(async (error) => {
            opened.delete(name);
            missed();
            root.textContent = (await lack()) || strings.noView(error.message);
        });
    };
    const links = VIEWS.map((name) => {
        const link = document.createElement('a');
        link.dataset.testid = `view-${name}`;
        link.textContent = strings.views[name];
        link.href = `#${write({ ...new State().values, lang: state.values.lang, view: name })}`;
        link.addEventListener('click', (event) => {
            if (staysHere(event)) {
                event.preventDefault();
                state.set({ view: name });
                scrollTo(0, 0);
            }
        });
        return link;
    });
    find('views').append(...links);
    const show = () => {
        const { view } = state.values;
        document.documentElement.dataset.view = view;
        document.title = view === 'look' ? strings.title : `${strings.views[view]} – ${strings.title}`;
        links.forEach((link, index) => link.setAttribute('aria-current', VIEWS[index] === view ? 'page' : 'false'));
        if (!opened.has(view)) {
            open(view);
        }
        for (const [name, root] of roots) {
            root.hidden = name !== view;
        }
    };
    state.subscribe((_, changed) => changed.has('view') && show());
    show();
    guide(page);
}

/** A lesson goes along with every view; it is fetched when there is one. */
function guide(page: Page) {
    let fetched = false;
    let failed = false;
    const follow = (byLink: boolean) => {
        const { lesson, present } = page.state.values;
        if (!fetched && (lesson !== '' || present)) {
            fetched = true;
            import('../learn/guide.ts')
                .then(({ openGuide }) => openGuide(page, byLink))
                .then(
                    () => failed && notice(''),
                    (error) => {
                        fetched = false;
                        failed = true;
                        notice(page.strings.noView(error.message));
                    },
                );
        }
    };
    page.state.subscribe((_, changed) => (changed.has('lesson') || changed.has('present')) && follow(false));
    follow(true);
}
