// A Vite plugin: docs/faq.md and its translations (www/words/LANGUAGE/questions.md) as data for the page, so that what is read there and here is one text.
// `import … from '…/faq.md?questions'` gives { lead, questions }, each question with its anchor, its title and its answer in HTML.
import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { mathml } from './mathml.mjs';

const markdown = MarkdownIt({ html: true });

// $`…`$ and ```math as GitHub has them.
markdown.core.ruler.push('maths', ({ tokens, Token }) => {
    for (const { children } of tokens.filter(({ type }) => type === 'inline')) {
        children.forEach((code, at) => {
            const [before, after] = [children[at - 1], children[at + 1]];
            if (code.type === 'code_inline' && before?.content.endsWith('$') && after?.content.startsWith('$')) {
                before.content = before.content.slice(0, -1);
                after.content = after.content.slice(1);
                children[at] = Object.assign(new Token('html_inline', '', 0), { content: mathml(code.content) });
            }
        });
    }
});
// Wide lines are scrolled, with keys, too.
markdown.renderer.rules.fence = (tokens, at) => {
    const { info, content } = tokens[at];
    return info === 'math' ? mathml(content, true) : `<pre tabindex="0"><code>${markdown.utils.escapeHtml(content)}</code></pre>`;
};

/** Whether the link that is open is one on the page: other files lie where the text lies, and are only named. */
let linked = false;
markdown.renderer.rules.link_open = (tokens, at) => {
    const href = tokens[at].attrGet('href');
    const state = /^\.\.\/(?:www|\.\.)\/#(.*)$/.exec(href)?.[1];
    linked = state !== undefined;
    return linked ? `<a class="live button" href="#${markdown.utils.escapeHtml(state)}">` : '';
};
markdown.renderer.rules.link_close = () => (linked ? '</a>' : '');

/** @param {string} text of the file */
export function questionsOf(text) {
    const [head, ...parts] = text.split(/^## /m);
    const lead = markdown.render(head.replace(/^# .*$/m, ''));
    const questions = parts.map((part) => {
        const [, anchor, title, answer] = /^<a id="([a-z0-9-]+)"><\/a>(.+)\n([^]*)$/.exec(part) ?? [];
        if (anchor === undefined) {
            throw new Error(`a question begins with '## <a id="…"></a>', found '${part.slice(0, 60)}'`);
        }
        return { anchor, title: markdown.renderInline(title), html: markdown.render(answer) };
    });
    return { lead, questions };
}

export function questions() {
    return {
        name: 'questions',
        enforce: /** @type {const} */ ('pre'),
        load(id) {
            const [path, query] = id.split('?');
            if (query !== 'questions') {
                return null;
            }
            this.addWatchFile(path);
            return `export default ${JSON.stringify(questionsOf(readFileSync(path, 'utf8')))};`;
        },
    };
}
