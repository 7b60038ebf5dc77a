/** Files that are dropped on this view, or pasted while it is seen, before the page takes them for pictures to read. */

/**
 * @param {HTMLElement} root
 * @param {(files: File[]) => void} onFiles
 */
export function takeFiles(root, onFiles) {
    /** @param {Event} event @param {DataTransfer | null} transfer */
    const take = (event, transfer) => {
        const files = Array.from(transfer?.files ?? []);
        if (files.length > 0 && !root.hidden) {
            event.preventDefault();
            onFiles(files);
        }
    };
    root.addEventListener('drop', (event) => take(event, event.dataTransfer));
    document.addEventListener('paste', (event) => take(event, event.clipboardData));
}

/** @param {File} file whether it is meant to be a network */
export const isModel = ({ name }) => /\.(safetensors|partial|npy)$/i.test(name);

/**
 * A button that opens files.
 * @param {HTMLInputElement} input
 * @param {(files: File[]) => void} onFiles
 */
export function chosen(input, onFiles) {
    const files = Array.from(input.files ?? []);
    // The same file may be chosen again.
    input.value = '';
    if (files.length > 0) {
        onFiles(files);
    }
}
