/** Takes files dropped on this view or pasted while it is open, before the page treats them as pictures to read. */

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

/** Whether a file is meant to be a network, by its name. */
export const isModel = ({ name }: File) => /\.(safetensors|partial|npy)$/i.test(name);
