/** English: the sheet of all keys. */
export const words = {
    title: 'Keys',
    switch: 'Turn on keyboard shortcuts',
    everywhere: 'Anywhere on the page',
    pad: 'On the drawing pad',
    fields: 'In the grid of cells',
    does: {
        '?': 'Open this list',
        d: 'Go to the drawing pad',
        c: 'Clear the pad',
        p: 'Play or pause',
        '.': 'One step of 0.5 ms',
        n: 'To the next spike',
        e: 'To the end',
        t: 'Go to the time slider',
        s: 'Repeat the same noise',
        x: 'New noise',
        w: 'Why this digit?',
        f: 'Go to the grid of cells',
        m: 'Sound on or off',
    },
    keysUndo: [['Ctrl Z', 'Undo']],
    keysPad: [
        ['← ↑ ↓ →', 'Move the cursor'],
        ['Space', 'Lower or lift the pen'],
        ['Shift →', 'Erase while moving'],
        ['Shift Space', 'Erase here'],
        ['Esc', 'Cancel the stroke'],
        ['Delete', 'Clear the pad'],
    ],
    keysFields: [
        ['← ↑ ↓ →', 'Go to the next cell'],
        ['Enter', 'Watch the cell'],
        ['+ −', 'Larger, smaller'],
        ['0', 'The whole grid'],
    ],
};

export type Words = typeof words;
