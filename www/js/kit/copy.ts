/** Copies text. Pages without https have no clipboard: there it is shown, to be copied by hand. */

/** @returns whether the text is in the clipboard now */
export async function toClipboard(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}

/** @returns whether the text is in the clipboard now; if not, the reader sees it */
export async function copy(text: string): Promise<boolean> {
    const copied = await toClipboard(text);
    if (!copied) {
        (await import('./copy-sheet.ts')).showText(text);
    }
    return copied;
}
