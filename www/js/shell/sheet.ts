/** The sheet of all keys. Loaded when it is asked for. */
import '../../css/sheet.css';
import { KEYS } from './keys.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

export function showSheet(state: State, strings: Strings) {
    const dialog = document.createElement('dialog');
    dialog.className = 'sheet';
    dialog.dataset.testid = 'shortcut-sheet';
    dialog.setAttribute('aria-labelledby', 'sheet-title');
    const head = add(dialog, 'div', '', 'panel__head');
    add(head, 'h2', strings.sheetTitle).id = 'sheet-title';
    const close = add(head, 'button', strings.close, 'button');
    close.addEventListener('click', () => dialog.close());
    const single = add(dialog, 'label', '', 'sheet__switch');
    const box = add(single, 'input', '');
    box.type = 'checkbox';
    box.dataset.testid = 'keys-toggle';
    box.checked = state.values.keys;
    box.addEventListener('change', () => state.set({ keys: box.checked }));
    add(single, 'span', strings.sheetSwitch);
    const everywhere = Object.keys(KEYS).map((key) => [key, (strings.keyDoes as Record<string, string>)[key] ?? '']);
    const lists = [
        { title: strings.sheetEverywhere, rows: [...everywhere, ...strings.keysUndo] },
        { title: strings.sheetPad, rows: strings.keysPad },
        { title: strings.sheetFields, rows: strings.keysFields },
    ];
    for (const { title, rows } of lists) {
        add(dialog, 'h3', title);
        const list = add(dialog, 'dl', '', 'sheet__keys');
        for (const [keys = '', does = ''] of rows) {
            const row = add(list, 'div', '');
            const term = add(row, 'dt', '');
            for (const key of keys.split(' ')) {
                add(term, 'kbd', key);
            }
            add(row, 'dd', does);
        }
    }
    dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}

function add<T extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: T, text: string, name: string = '') {
    const element = document.createElement(tag);
    element.textContent = text;
    element.className = name;
    parent.append(element);
    return element;
}
