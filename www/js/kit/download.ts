/** Hands the reader a file. */
export function download(name: string, blob: Blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // The browser has begun to write it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
