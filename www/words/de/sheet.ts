/** German: the sheet of all keys. */
import type { Words } from '../en/sheet.ts';

export const words: Words = {
    title: 'Tasten',
    switch: 'Einzelne Tasten bewirken etwas',
    everywhere: 'Überall auf der Seite',
    pad: 'Auf der Zeichenfläche',
    fields: 'Im Gitter der Zellen',
    does: {
        '?': 'Diese Übersicht öffnen',
        d: 'Zur Zeichenfläche',
        c: 'Zeichenfläche löschen',
        p: 'Start oder Halt',
        '.': 'Ein Schritt von 0,5 ms',
        n: 'Zum nächsten Spike',
        e: 'Zum Ende',
        t: 'Zur Zeitleiste',
        s: 'Gleicher Zufall',
        x: 'Neuer Zufall',
        w: 'Warum diese Ziffer',
        f: 'Zum Gitter der Zellen',
        m: 'Ton an oder aus',
    },
    keysUndo: [['Strg Z', 'Zurück']],
    keysPad: [
        ['← ↑ ↓ →', 'Den Cursor bewegen'],
        ['Leertaste', 'Den Stift senken oder heben'],
        ['Umschalt →', 'Beim Bewegen radieren'],
        ['Umschalt Leertaste', 'Hier radieren'],
        ['Esc', 'Den Strich verwerfen'],
        ['Entf', 'Zeichenfläche löschen'],
    ],
    keysFields: [
        ['← ↑ ↓ →', 'Die nächste Zelle nennen'],
        ['Eingabe', 'Die Zelle beobachten'],
        ['+ −', 'Größer, kleiner'],
        ['0', 'Das ganze Gitter'],
    ],
};
