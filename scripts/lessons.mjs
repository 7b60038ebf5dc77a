// A Vite plugin: the lessons (www/words/LANGUAGE/lessons/*.md) and the teacher's pages (plan.md and worksheet.md beside them), read when the page is built, so that
// it gets what it shows and no parser. What their links say is looked at by tests/web/lessons.test.js, for only a built page knows its models.
import { basename } from 'node:path';
import MarkdownIt from 'markdown-it';
import { parseLesson } from '../www/js/learn/parse.ts';

const paper = new MarkdownIt();

export function lessons() {
    return {
        name: 'lessons',
        transform(source, id) {
            const [, lesson] = /\/www\/words\/\w+\/(lessons\/[^/]+|plan|worksheet)\.md$/.exec(id) ?? [];
            if (!lesson) {
                return null;
            }
            const content = lesson.startsWith('lessons/') ? parseLesson(source, basename(id), () => []) : paper.render(source);
            return { code: `export default ${JSON.stringify(content)};`, map: null, moduleType: 'js' };
        },
    };
}
