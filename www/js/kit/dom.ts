/** Elements of the page by name, its notice, and the colours of its theme. */
import { readTheme } from './colormap.ts';

/**
 * The first element that a selector finds, of the kind that is expected.
 * @throws where there is none, or one of another kind
 */
export function select<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
    const element = root.querySelector(selector);
    if (!(element instanceof kind)) {
        throw new Error(`the page has no ${kind.name} '${selector}'`);
    }
    return element;
}

/** @param name of a data-testid or data-part */
export function find(name: string): HTMLElement;
export function find<T extends Element>(name: string, kind: new () => T): T;
export function find(name: string, kind: new () => Element = HTMLElement) {
    return select(document, `[data-testid="${name}"], [data-part="${name}"]`, kind);
}

/** The closed details that hide an element; neither details nor their summary are hidden by themselves. */
export function foldAround(element: Element) {
    const outside = element.closest('summary')?.parentElement ?? element;
    const from = outside.matches('details') ? outside.parentElement : outside;
    return from?.closest<HTMLDetailsElement>('details:not([open])') ?? null;
}

/** Brings out an element that may be folded away or lie behind a closed tab. */
export function reveal(element: Element) {
    for (let fold = foldAround(element); fold; fold = foldAround(fold)) {
        fold.open = true;
    }
    element.dispatchEvent(new CustomEvent('reveal', { bubbles: true }));
}

/**
 * At the top of what the reader sees, wherever that is on the page.
 * @param sentence empty: nothing to say
 * @param more what can be done about it
 */
export function notice(sentence: string, ...more: (Node | string)[]) {
    const place = find('notice');
    place.replaceChildren(sentence, ...more);
    place.hidden = sentence === '';
    select(document, 'aside.notice', HTMLElement).hidden = place.hidden;
}

/** The colours and type of the current theme. */
export function currentTheme() {
    return readTheme(document.documentElement);
}

/** Whenever the theme turns light or dark, or the page's typeface has come. */
export function onTheme(change: () => void) {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', change);
    document.fonts.addEventListener('loadingdone', change);
}

/** Whether the reader has loaded the page again. */
export function reloaded() {
    const [entry] = performance.getEntriesByType('navigation');
    return (entry as PerformanceNavigationTiming | undefined)?.type === 'reload';
}

/** Whether a click on a link is meant for this page; with such a key it opens in a new tab, as the browser does by itself. */
export const staysHere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent | KeyboardEvent) =>
    !ctrlKey && !metaKey && !shiftKey;
