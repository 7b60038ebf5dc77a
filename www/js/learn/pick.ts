/** Lets an author click the element a step is about, and suggests checks for it. */
import { held, spellCheck } from './check.ts';

/** Attributes that change by themselves, or say nothing about what was done. */
const DULL = /^data-(testid|part|text|label|asked|shade|place|zoom|drawn|points|table)$/;
const SPOKEN = ['aria-pressed', 'aria-expanded', 'aria-selected'];

/**
 * @param then called with the element, or null if cancelled
 * @returns a function that ends picking
 */
export function pick(then: (element: HTMLElement | null) => void): () => void {
    const root = document.documentElement;
    const end = () => {
        delete root.dataset.picking;
        document.removeEventListener('click', click, true);
        document.removeEventListener('keydown', key, true);
    };
    const click = (event: MouseEvent) => {
        const element = event.target instanceof Element ? event.target.closest('[data-testid]') : null;
        if (element instanceof HTMLElement && element.closest('.guide') === null) {
            event.preventDefault();
            event.stopPropagation();
            end();
            then(element);
        }
    };
    const key = (event: KeyboardEvent) => {
        if (event.key === 'Escape') {
            end();
            then(null);
        }
    };
    root.dataset.picking = '';
    document.addEventListener('click', click, true);
    document.addEventListener('keydown', key, true);
    return end;
}

/**
 * All checks that make sense for an element: what is done to it, and what it holds now.
 * @returns lines for a lesson file
 */
export function checksOf(element: HTMLElement): string[] {
    const testid = String(element.dataset.testid);
    const field = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
    const box = element instanceof HTMLInputElement && element.type === 'checkbox';
    const deed = `${testid} ${field && !box ? 'changed' : 'clicked'}`;
    const attributes = element
        .getAttributeNames()
        .filter((name) => (name.startsWith('data-') && !DULL.test(name)) || SPOKEN.includes(name));
    const names = [...(box ? ['checked'] : field ? ['value'] : []), ...attributes];
    const now = names.flatMap((attribute) => {
        const value = held(element, attribute)?.trim() ?? '';
        const number =
            /^\d+(\.\d+)?$/.test(value) && attribute.startsWith('data-') && !/digit|cell|sample/.test(attribute);
        return value === '' ? [] : [spellCheck({ testid, attribute, comparison: number ? '>=' : '=', value })];
    });
    return [deed, ...now];
}
