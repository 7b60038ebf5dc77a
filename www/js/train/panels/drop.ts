/** Files that are dropped on this view, or pasted while it is seen, before the page takes them for pictures to read. */

export function takeFiles(root: HTMLElement, onFiles: (files: File[]) => void) {
    const take = (event: Event, transfer: DataTransfer | null) => {
        const files = Array.from(transfer?.files ?? []);
        if (files.length > 0 && !root.hidden) {
            event.preventDefault();
            onFiles(files);
        }
    };
    root.addEventListener('drop', (event) => take(event, event.dataTransfer));
    document.addEventListener('paste', (event) => take(event, event.clipboardData));
}

/** @param file whether it is meant to be a network */
export const isModel = ({ name }: File) => /\.(safetensors|partial|npy)$/i.test(name);

/** A button that opens files. */
export function chosen(input: HTMLInputElement, onFiles: (files: File[]) => void) {
    const files = Array.from(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
    if (files.length > 0) {
        onFiles(files);
    }
}
