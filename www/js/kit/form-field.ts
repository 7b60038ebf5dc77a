/** What a form field says, in the handler of its event. */

/** The text of a field, or the value of what is chosen in it. */
export const fieldValue = ({ target }: Event) =>
    (target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;

export const isChecked = ({ target }: Event) => (target as HTMLInputElement).checked;

/** The files chosen, once: the same file chosen again is another event. */
export function chosenFiles({ target }: Event): File[] {
    const input = target as HTMLInputElement;
    const files = Array.from(input.files ?? []);
    input.value = '';
    return files;
}
