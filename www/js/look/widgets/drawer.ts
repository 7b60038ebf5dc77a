/** The drawer below the stage: one tab for each thing on it that can be explained. Closed until one is asked for. */
import '../../../css/drawer.css';
import '../../../css/panels.css';
import '../../../css/models.css';
import { find } from '../../kit/dom.ts';

/** Where this tab of the browser remembers which was open. */
const KEY = 'drawer';
/** All of them, one below the other. */
const ALL = 'all';

export class Drawer {
    tabs: HTMLButtonElement[];
    panels: HTMLElement[];
    onOpen: () => void;
    /** The open one; empty: none. */
    opened = '';

    /**
     * @param asked the tab that the address asks for; empty: the one that was open before
     * @param onOpen something has come into sight that was not drawn while it was hidden
     */
    constructor(asked: string, onOpen: () => void) {
        const root = find('drawer');
        this.onOpen = onOpen;
        this.tabs = [...root.querySelectorAll<HTMLButtonElement>('[data-tab]')];
        this.panels = [...root.querySelectorAll<HTMLElement>('[data-panel]')];
        this.tabs.forEach((tab, at) => {
            const { tab: name = '' } = tab.dataset;
            tab.addEventListener('click', () => this.open(name === this.opened ? '' : name));
            tab.addEventListener('keydown', (event) => this.#key(event, at));
        });
        // What a lesson, a link or the page itself points at must not stay behind a closed tab.
        document.addEventListener('reveal', ({ target }) => {
            const panel = (target as Element).closest<HTMLElement>('[data-panel]');
            if (panel?.hidden) {
                this.open(panel.dataset.panel ?? '');
            }
        });
        const before = remembered();
        // All of them has what is asked for, too.
        this.open(asked && before !== ALL ? asked : before);
    }

    /** @param name of a tab; all of them; empty: closed */
    open(name: string) {
        this.opened = name;
        for (const panel of this.panels) {
            panel.hidden = name !== ALL && panel.dataset.panel !== name;
        }
        const selected = this.tabs.find(({ dataset }) => dataset.tab === name) ?? null;
        this.tabs.forEach((tab, at) => {
            tab.setAttribute('aria-selected', String(tab === selected));
            tab.tabIndex = tab === selected || (selected === null && at === 0) ? 0 : -1;
        });
        remember(name);
        this.onOpen();
    }

    /** Arrow keys go from tab to tab, as everywhere. */
    #key(event: KeyboardEvent, at: number) {
        const last = this.tabs.length - 1;
        const ways: Readonly<Record<string, number>> = {
            ArrowLeft: at > 0 ? at - 1 : last,
            ArrowRight: at < last ? at + 1 : 0,
            Home: 0,
            End: last,
        };
        const tab = this.tabs[ways[event.key] ?? -1];
        if (tab) {
            event.preventDefault();
            event.stopPropagation();
            this.open(tab.dataset.tab ?? '');
            tab.focus();
        }
    }
}

function remembered() {
    try {
        return sessionStorage.getItem(KEY) ?? '';
    } catch {
        return '';
    }
}

function remember(name: string) {
    try {
        sessionStorage.setItem(KEY, name);
    } catch {
        // Then it is closed at the next visit.
    }
}
