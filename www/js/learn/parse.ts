/**
 * Parses a lesson: Markdown with a YAML head (docs/lessons.md). The page's own lessons are parsed at build time; the browser
 * loads this only for a file that a teacher opens.
 */
import MarkdownIt from 'markdown-it';
import { parseDocument } from 'yaml';
import type { Check } from './check.ts';
import { EXPECTED, readCheck } from './check.ts';

export interface Lesson {
    title: string;
    minutes: number;
    goal: string;
    steps: Step[];
}

/** Texts are HTML, except the heading. */
export interface Step {
    heading: string;
    /** its first line in the file */
    line: number;
    text: string;
    /** what follows the # in a link; '' leaves the page as it is */
    set: string;
    predict: { question: string; choices: string[]; right: number } | null;
    /** what to do */
    task: string;
    /** how the page knows that it is done */
    checks: Check[];
    /** elements to outline in addition to those named in the task */
    show: string[];
    answer: string;
    /** bold words: names of things on the page */
    words: string[];
}

/** A file is not a valid lesson: says where, what was found and what was expected. */
export class LessonError extends Error {
    override name = 'LessonError';

    constructor(file: string, line: number, what: string) {
        super(`${file}:${line}: ${what}`);
    }
}

const PARTS = ['set', 'predict', 'do', 'check', 'show', 'answer'];
/** Parts of a link that a step must leave to the reader. */
const READERS = ['lesson', 'present', 'lang', 'keys'];
const LONGEST = 90;

/** Bold words become buttons that lead to what they name. HTML in the file is escaped and images are disabled. */
const markdown = new MarkdownIt({ typographer: false }).disable('image');
markdown.renderer.rules.strong_open = () => '<button type="button" class="word">';
markdown.renderer.rules.strong_close = () => '</button>';
markdown.renderer.rules.link_open = (tokens, at, options, _, self) => {
    tokens[at]?.attrSet('target', '_blank');
    tokens[at]?.attrSet('rel', 'noreferrer');
    return self.renderToken(tokens, at, options);
};
markdown.validateLink = (address) => /^https?:\/\//.test(address);

const block = (text: string) => markdown.render(text.trim());
const inline = (text: string) => markdown.renderInline(text.trim());

export const boldWords = (text: string): string[] =>
    [...text.matchAll(/\*\*(.+?)\*\*/gs)].map(([, word]) => String(word).replace(/\s+/g, ' '));

/**
 * @param file its name, for error messages
 * @param unread the names of the parts of a link that the page cannot read
 */
export function parseLesson(source: string, file: string, unread: (set: string) => readonly string[]): Lesson {
    const lines = source.replace(/^\ufeff/, '').split(/\r?\n/);
    const end = lines.indexOf('---', 1);
    if (lines[0] !== '---' || end < 0) {
        throw new LessonError(file, 1, "expected title, minutes and goal at the top, between two lines of '---'");
    }
    const head = readHead(lines.slice(1, end).join('\n'), file);
    const steps: Source[] = [];
    lines.slice(end + 1).forEach((text, at) => {
        const line = end + 2 + at;
        const heading = /^## +(.+)$/.exec(text)?.[1];
        if (heading) {
            steps.push({ heading: heading.trim(), line, body: [] });
        } else if (steps.length > 0) {
            steps.at(-1)?.body.push(text);
        } else if (text.trim() !== '') {
            throw new LessonError(
                file,
                line,
                `found '${text.trim().slice(0, 40)}', expected a step that begins with '## ' and its heading`,
            );
        }
    });
    if (steps.length === 0) {
        throw new LessonError(file, lines.length, "found no step, expected at least one line that begins with '## '");
    }
    return { ...head, steps: steps.map((step) => readStep(step, file, unread)) };
}

function readHead(source: string, file: string) {
    const document = parseDocument(source);
    const [error] = document.errors;
    if (error) {
        throw new LessonError(
            file,
            1 + (error.linePos?.[0].line ?? 1),
            `found no YAML (${error.message.split(/ at line|\n/)[0]}), expected lines such as 'title: …'`,
        );
    }
    const head: Record<string, unknown> = document.toJS() ?? {};
    const lineOf = (key: string) =>
        2 +
        Math.max(
            0,
            source.split('\n').findIndex((line) => line.startsWith(`${key}:`)),
        );
    for (const key of Object.keys(head)) {
        if (!['title', 'minutes', 'goal'].includes(key)) {
            throw new LessonError(file, lineOf(key), `found '${key}', expected title, minutes and goal`);
        }
    }
    const text = (key: 'title' | 'goal') => {
        const { [key]: text } = head;
        if (typeof text !== 'string' || text.trim() === '') {
            throw new LessonError(
                file,
                lineOf(key),
                `found ${text === undefined ? `no ${key}` : `${key} '${text}'`}, expected '${key}: ' and some text`,
            );
        }
        return text;
    };
    const [title, goal] = [text('title'), text('goal')];
    const { minutes } = head;
    if (typeof minutes !== 'number' || !Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST) {
        throw new LessonError(
            file,
            lineOf('minutes'),
            `found ${minutes === undefined ? 'no minutes' : `minutes '${minutes}'`}, expected a whole number from 1 to ${LONGEST}`,
        );
    }
    return { title, minutes, goal };
}

interface Source {
    heading: string;
    line: number;
    body: string[];
}

/** The parts of a step as they stand in its file. */
class Parts {
    heading: string;
    line: number;
    file: string;
    parts = new Map<string, { line: number; text: string }[]>();

    constructor({ heading, line, body }: Source, file: string) {
        this.heading = heading;
        this.line = line;
        this.file = file;
        const lead = { line, text: '' };
        this.parts.set('text', [lead]);
        let open = lead;
        body.forEach((text, nth) => {
            const [, key = '', rest = ''] = /^([a-z]+):(?:\s+(.*))?$/.exec(text) ?? [];
            const before = body[nth - 1] ?? '';
            const begins = nth === 0 || before.trim() === '' || /^(set|check|show):\s/.test(before);
            // In the middle of a sentence any word may end with a colon.
            if (key === '' || (!PARTS.includes(key) && !begins)) {
                open.text += `${text}\n`;
                return;
            }
            const part = this.#begin(key, line + 1 + nth, rest);
            // These are of one line: what follows goes on with what was before.
            open = ['set', 'check', 'show'].includes(key) ? open : part;
        });
    }

    #begin(key: string, line: number, rest: string) {
        if (!PARTS.includes(key)) {
            this.fail(`found '${key}:', expected ${PARTS.slice(0, -1).join(', ')} or ${PARTS.at(-1)}`, line);
        }
        const earlier = this.all(key);
        if (earlier.length > 0 && key !== 'check') {
            this.fail(`found a second '${key}:' in the step '${this.heading}', expected one`, line);
        }
        const part = { line, text: `${rest}\n` };
        this.parts.set(key, [...earlier, part]);
        return part;
    }

    fail(what: string, line = this.line): never {
        throw new LessonError(this.file, line, what);
    }

    all(key: string) {
        return this.parts.get(key) ?? [];
    }

    has(key: string) {
        return this.parts.has(key);
    }

    of(key: string) {
        return this.all(key)[0]?.text.trim() ?? '';
    }

    lineOf(key: string) {
        return this.all(key)[0]?.line ?? this.line;
    }
}

function readStep(source: Source, file: string, unread: (set: string) => readonly string[]): Step {
    const parts = new Parts(source, file);
    const [text, task, answer] = [parts.of('text'), parts.of('do'), parts.of('answer')];
    if (text === '') {
        parts.fail(`found no text in the step '${source.heading}', expected at least a sentence below its heading`);
    }
    const checks = readChecks(parts);
    const set = readSet(parts, unread);
    const predict = parts.has('predict') ? readPrediction(parts.of('predict'), parts.lineOf('predict'), file) : null;
    if (predict && answer === '') {
        parts.fail(
            "found 'predict:' without 'answer:', expected an answer to compare the prediction with",
            parts.lineOf('predict'),
        );
    }
    return {
        heading: source.heading,
        line: source.line,
        text: block(text),
        set,
        predict,
        task: task && block(task),
        checks,
        show: parts
            .of('show')
            .split(/[\s,]+/)
            .filter((testid) => testid !== ''),
        answer: answer && block(answer),
        words: boldWords(`${text}\n${task}\n${answer}`),
    };
}

function readChecks(parts: Parts): Check[] {
    const checks = parts.all('check').map(({ line, text }) => {
        const check = readCheck(text);
        return check ?? parts.fail(`found 'check: ${text.trim()}', expected ${EXPECTED}`, line);
    });
    const task = parts.of('do');
    if (task === '' && checks.length > 0) {
        parts.fail(
            "found 'check:' without 'do:', expected a 'do:' that says what the learner should do",
            parts.lineOf('check'),
        );
    }
    if (task !== '' && checks.length === 0) {
        parts.fail(`found 'do:' without 'check:', expected ${EXPECTED}`, parts.lineOf('do'));
    }
    return checks;
}

function readSet(parts: Parts, unread: (set: string) => readonly string[]): string {
    const set = parts.of('set').replace(/^#/, '');
    const names = set.split('&').map((part) => part.replace(/=.*$/, ''));
    const bad = [...unread(set), ...names.filter((name) => READERS.includes(name))];
    if (bad.length > 0) {
        parts.fail(
            `found '${bad.join(', ')}' in 'set:', expected what follows the # in a link to the page, without ${READERS.join(', ')}`,
            parts.lineOf('set'),
        );
    }
    return set;
}

function readPrediction(source: string, line: number, file: string) {
    const rows = source.split('\n');
    const choices = rows.filter((row) => /^- \[[ x]\] \S/.test(row));
    const question = rows
        .filter((row) => !choices.includes(row))
        .join('\n')
        .trim();
    const right = choices.findIndex((row) => row.startsWith('- [x]'));
    if (question === '' || choices.length < 2 || choices.filter((row) => row.startsWith('- [x]')).length !== 1) {
        throw new LessonError(
            file,
            line,
            "expected a question and at least two choices below it, '- [x] …' for the correct one and '- [ ] …' for each of the others",
        );
    }
    return { question: inline(question), choices: choices.map((row) => inline(row.slice(5))), right };
}
