// A Vite plugin: the lessons (www/lessons/*.md) and the teacher's pages (www/lessons/teaching/*.md), read when the page is built, so that
// it gets what it shows and no parser. What their links say is looked at by tests/web/lessons.test.js, for only a built page knows its models.
import { basename } from 'node:path';
import MarkdownIt from 'markdown-it';
import { parseLesson } from '../www/js/learn/parse.ts';

const paper = new MarkdownIt();

export function lessons() {
    return {
        name: 'lessons',
        transform(source, id) {
            const [, folder] = /\/www\/lessons\/(teaching\/)?[^/]+\.md$/.exec(id) ?? [];
            if (!/\/www\/lessons\/(teaching\/)?[^/]+\.md$/.test(id)) {
                return null;
            }
            const content = folder ? paper.render(source) : parseLesson(source, basename(id), () => []);
            return { code: `export default ${JSON.stringify(content)};`, map: null, moduleType: 'js' };
        },
    };
}
