// A Vite plugin: equations, written as TeX, become MathML when the page is built, so that the page brings no typesetter.
// A module named equations.ts exports TeX (strings, or tables of them); the page imports the same names and finds MathML.
import { readFileSync } from 'node:fs';
import temml from 'temml';
import { transformWithOxc } from 'vite';

/** The elements of well-formed markup, each with its children. */
function tree(markup) {
    const top = { name: '', children: [] };
    const open = [top];
    for (const [, end, name, , text] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
        if (end) {
            open.pop();
        } else {
            const node = { name, text, children: [] };
            open.at(-1).children.push(node);
            if (name) open.push(node);
        }
    }
    return top;
}

/** An equation in a line, for readers who cannot see it. */
function spoken({ name, text, children }) {
    const [first, second, third] = children.map(spoken);
    const grouped = (part) => (/[ +−]/.test(part) ? `(${part})` : part);
    const all = text ?? children.map(spoken).join('');
    switch (name) {
        case 'mfrac':
            return `${grouped(first)}/${grouped(second)}`;
        case 'msub':
        case 'munder':
            return `${first}_${second} `;
        case 'msup':
        case 'mover':
            return `${first}^${grouped(second)} `;
        case 'msubsup':
        case 'munderover':
            return `${first}_${second}^${grouped(third)} `;
        case 'msqrt':
            return `√(${all})`;
        case 'mspace':
            return ' ';
        case 'mo':
            return /^[=+−·≥≤<>→←≈×]|&[lg]t;$/.test(all) ? ` ${all} ` : all;
        default:
            return all;
    }
}

/**
 * @param {string} tex
 * @param {boolean} [display] on a line of its own
 */
export function mathml(tex, display = false) {
    // The page's policy forbids styles in attributes; what they say here stands in its style sheets.
    const bare = temml.renderToString(tex, { displayMode: display, throwOnError: true }).replace(/ style="[^"]*"/g, '');
    const label = spoken(tree(bare)).replaceAll('\u2061', '').replace(/\s+/g, ' ').replace(/ (?=[)/^_])/g, '').trim().replaceAll('"', '&quot;');
    return bare.replace('<math', `<math aria-label="${label}"`);
}

/** All strings of a table, however deep. */
const converted = (value) => (typeof value === 'string' ? mathml(value, true) : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, converted(inner)])));

export function equations() {
    return {
        name: 'equations',
        enforce: /** @type {const} */ ('pre'),
        async load(id) {
            const [path] = id.split('?');
            if (!path.endsWith('/equations.ts') || path.includes('node_modules')) {
                return null;
            }
            const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
            const module = await import(`data:text/javascript,${encodeURIComponent(code)}`);
            return Object.entries(module).map(([name, value]) => `export const ${name} = ${JSON.stringify(converted(value))};`).join('\n');
        },
    };
}
