/** What each key does: presses the first of these buttons that can be pressed, or takes the focus to a part. */
export const KEYS: Readonly<Record<string, { press?: readonly string[]; focus?: string }>> = {
    '?': { press: ['shortcuts'] },
    d: { focus: 'draw-pad' },
    c: { press: ['clear'] },
    p: { press: ['pause', 'play'] },
    '.': { press: ['step'] },
    n: { press: ['step-spike'] },
    e: { press: ['step-look'] },
    t: { focus: 'scrub' },
    s: { press: ['same-noise'] },
    x: { press: ['new-noise'] },
    w: { press: [] },
    f: { focus: 'fields' },
    m: { press: ['sound-toggle'] },
};
