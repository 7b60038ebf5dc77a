/** Writes a lesson as a file: the inverse of parse.ts. */

/** What the author has typed. */
interface Draft {
    heading: string;
    text: string;
    set: string;
    question: string;
    /** one per line, * before the correct one */
    choices: string;
    task: string;
    /** one per line */
    check: string;
    answer: string;
}

/** Quotes the text if YAML might read it as something other than a string. */
const quoted = (text: string) =>
    /^[\p{L}\p{N} ,.()–-]+$/u.test(text) && !/^[-\d]|^(true|false|null|yes|no|on|off)$/i.test(text)
        ? text
        : JSON.stringify(text);

export const spellHead = ({ title, minutes, goal }: { title: string; minutes: number; goal: string }) =>
    `---\ntitle: ${quoted(title)}\nminutes: ${minutes}\ngoal: ${quoted(goal)}\n---\n`;

/** Keeps typed text from looking like another part of the file. */
const harmless = (text: string) =>
    text
        .trim()
        .replace(/^#+ /gm, '')
        .replace(/^([a-z]+):(?=\s|$)/gm, (_, word: string) => `${word} :`);

export function spellStep({ heading, text, set, question, choices, task, check, answer }: Draft) {
    const lines = choices
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const checks = check
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const parts = [
        `## ${heading.trim().replace(/\s+/g, ' ')}`,
        [set === '' ? '' : `set: ${set}`, harmless(text)].filter((part) => part !== '').join('\n'),
        question.trim() === ''
            ? ''
            : `predict: ${harmless(question)}\n${lines.map((line) => (line.startsWith('*') ? `- [x] ${line.slice(1).trim()}` : `- [ ] ${line}`)).join('\n')}`,
        task.trim() === '' ? '' : [`do: ${harmless(task)}`, ...checks.map((line) => `check: ${line}`)].join('\n'),
        answer.trim() === '' ? '' : `answer: ${harmless(answer)}`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
