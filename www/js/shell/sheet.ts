/** The sheet of all keys. Loaded when it is asked for. */
import '../../css/sheet.css';
import type { Words } from '../../words/en/sheet.ts';
import { inLanguage } from '../../words/languages.ts';
import { KEYS } from './keys.ts';
import type { State } from './state.ts';
import type { Strings } from './strings.ts';

const WORDS = import.meta.glob<Words>('../../words/*/sheet.ts', { import: 'words' });

export async function showSheet(state: State, strings: Strings) {
    const words = await inLanguage(WORDS, document.documentElement.lang);
    const dialog = document.createElement('dialog');
    dialog.className = 'sheet';
    dialog.dataset.testid = 'shortcut-sheet';
    dialog.setAttribute('aria-labelledby', 'sheet-title');
    const head = add(dialog, 'div', '', 'panel__head');
    add(head, 'h2', words.title).id = 'sheet-title';
    const close = add(head, 'button', strings.close, 'button');
    close.addEventListener('click', () => dialog.close());
    const single = add(dialog, 'label', '', 'sheet__switch');
    const box = add(single, 'input', '');
    box.type = 'checkbox';
    box.dataset.testid = 'keys-toggle';
    box.checked = state.values.keys;
    box.addEventListener('change', () => state.set({ keys: box.checked }));
    add(single, 'span', words.switch);
    const everywhere = Object.keys(KEYS).map((key) => [key, (words.does as Record<string, string>)[key] ?? '']);
    const lists = [
        { title: words.everywhere, rows: [...everywhere, ...words.keysUndo] },
        { title: words.pad, rows: words.keysPad },
        { title: words.fields, rows: words.keysFields },
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
