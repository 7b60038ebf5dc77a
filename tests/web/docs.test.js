import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../www/js/kit/input.ts';
import { MODELS } from '../../www/js/kit/models.ts';
import { PANELS, PROPS } from '../../www/js/shell/state.ts';

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const embed = read('docs/embed.md');

describe('docs/embed.md', () => {
    it('lists every part of a link, and no other', () => {
        const listed = [...embed.slice(embed.indexOf('# Links')).matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
        expect(listed.toSorted()).toEqual(Object.keys(PROPS).toSorted());
        for (const name of Object.keys(PLAIN)) expect(embed, name).toContain(`${name}:`);
    });

    it('lists every network that comes with the page', () => {
        const [, listed] = /^\| `model` \| ([\d, a-z-]+) \|/m.exec(embed) ?? [];
        expect(listed?.split(', ')).toEqual([...MODELS.keys()]);
    });

    it('lists every panel that can be hidden, and the page hides it', () => {
        const [, list] = /Panels that can be hidden: (.*)\./.exec(embed);
        expect(list.split(', ')).toEqual(PANELS.map((name) => `\`${name}\``));
        const [css, html] = [read('www/css/layout.css'), read('www/index.html')];
        for (const name of PANELS) {
            const [, shown] = new RegExp(`\\[data-hide~='${name}'\\] \\.([\\w-]+)`).exec(css) ?? [];
            expect(html, name).toMatch(new RegExp(`class="${shown}"`));
        }
    });
});
