// The rooms of the page's code, and what may import what: www/js/ROOM/… and www/words/LANGUAGE/…, main.ts above them all.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const TOP = 'www';
/**
 * What each room may import besides itself, types too; the shell opens views, later.
 * Words are typed by what they speak of, and every room has words: only their values keep to this table.
 */
const MAY_IMPORT = {
    words: ['kit'],
    kit: [],
    glossary: ['kit'],
    offline: ['kit'],
    shell: ['kit', 'glossary', 'offline'],
    look: ['kit', 'shell', 'glossary'],
    train: ['kit', 'shell', 'glossary'],
    lab: ['kit', 'shell', 'glossary'],
    learn: ['kit', 'shell', 'glossary'],
    faq: ['kit', 'shell', 'glossary'],
};
const VIEWS = ['look', 'train', 'lab', 'learn', 'faq'];

const files = readdirSync(TOP, { recursive: true, encoding: 'utf8' }).filter((file) => /^(js|words)\/.*\.ts$/.test(file) && !file.endsWith('.d.ts'));
const roomOf = (file) => file.replace('js/', '').split('/')[0];
const imports = files.flatMap((from) => {
    const code = readFileSync(join(TOP, from), 'utf8').replace(/\/\*[^]*?\*\//g, '');
    return [...code.matchAll(/\b(import type [^']*?from|from|import|typeof import)\s*(\(?)\s*'(\.[^'?]*)/g)]
        .map(([, how, later, path]) => ({ from, to: normalize(join(dirname(from), path)), later: later === '(' || how.includes('type') }))
        .filter(({ to }) => files.includes(to));
});

describe('rooms', () => {
    it('are those that are named here, with main.ts above them', () => {
        expect([...new Set(files.map(roomOf))].sort()).toEqual([...Object.keys(MAY_IMPORT), 'main.ts'].sort());
        expect(imports.length).toBeGreaterThan(100);
    });

    it('import only what is below them: no circle, and no view another', () => {
        const opens = ({ from, to, later }) => later && roomOf(from) === 'shell' && VIEWS.includes(roomOf(to));
        const wrong = imports
            .filter(({ from, to }) => roomOf(from) !== 'main.ts' && roomOf(from) !== roomOf(to))
            .filter(({ from, to }) => !MAY_IMPORT[roomOf(from)].includes(roomOf(to)))
            .filter(({ from, to, later }) => roomOf(to) !== 'words' && !(roomOf(from) === 'words' && later))
            .filter((one) => !opens(one))
            .map(({ from, to }) => `${from} imports ${to}`);
        expect(wrong).toEqual([]);
    });

    it('have no circle of files', () => {
        const below = (file) => imports.filter(({ from, later }) => from === file && !later).map(({ to }) => to);
        const done = new Set();
        const circles = [];
        const visit = (file, path) => {
            if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
            else if (!done.has(file)) below(file).forEach((next) => visit(next, [...path, file]));
            done.add(file);
        };
        files.forEach((file) => visit(file, []));
        expect(circles).toEqual([]);
    });
});
