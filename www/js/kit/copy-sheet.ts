/** Shows a text to be copied by hand, selected. Loaded where the clipboard cannot be used. */
import '../../css/sheet.css';
import { troubles } from './troubles.ts';

export async function showText(text: string) {
    const words = await troubles();
    const add = <T extends keyof HTMLElementTagNameMap>(parent: HTMLElement, tag: T, content: string) => {
        const element = Object.assign(document.createElement(tag), { textContent: content });
        parent.append(element);
        return element;
    };
    const dialog = Object.assign(document.createElement('dialog'), { className: 'sheet' });
    dialog.dataset.testid = 'copy-sheet';
    dialog.setAttribute('aria-labelledby', 'copy-title');
    const head = Object.assign(add(dialog, 'div', ''), { className: 'panel__head' });
    add(head, 'h2', words.copyTitle).id = 'copy-title';
    const close = Object.assign(add(head, 'button', words.close), { type: 'button', className: 'button' });
    close.addEventListener('click', () => dialog.close());
    add(dialog, 'p', words.copyText).id = 'copy-text';
    const field = Object.assign(add(dialog, 'textarea', text), { readOnly: true, rows: 4, ariaLabel: words.copyTitle });
    field.dataset.testid = 'copy-text';
    field.setAttribute('aria-describedby', 'copy-text');
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    field.select();
}
