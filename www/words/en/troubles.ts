/** English: what the page says where the browser lacks or forbids something. Fetched only then. */
export const words = {
    copyTitle: 'Copy it by hand',
    copyText:
        'This browser does not let the page use the clipboard. The text is selected: press Ctrl C (on a Mac ⌘ C), or hold a finger on it.',
    close: 'Close',
};

export type Words = typeof words;
