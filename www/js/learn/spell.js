/** Writes a lesson as a file, the other way round from parse.js. */

/**
 * @typedef {object} Draft what somebody has typed
 * @property {string} heading
 * @property {string} text
 * @property {string} set
 * @property {string} question
 * @property {string} choices   one a line, * before the one that comes true
 * @property {string} task
 * @property {string} check     one a line
 * @property {string} answer
 */

/** In quotation marks wherever YAML might take it for something else. @param {string} text */
const quoted = (text) => (/^[\p{L}\p{N} ,.()–-]+$/u.test(text) && !/^[-\d]|^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text));

/** @param {{ title: string, minutes: number, goal: string }} head */
export const spellHead = ({ title, minutes, goal }) => `---\ntitle: ${quoted(title)}\nminutes: ${minutes}\ngoal: ${quoted(goal)}\n---\n`;

/** Nothing that is typed may look like another part of the file. @param {string} text */
const harmless = (text) =>
    text
        .trim()
        .replace(/^#+ /gm, '')
        .replace(/^([a-z]+):(?=\s|$)/gm, (_, /** @type {string} */ word) => `${word} :`);

/** @param {Draft} draft */
export function spellStep({ heading, text, set, question, choices, task, check, answer }) {
    const lines = choices.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const checks = check.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const parts = [
        `## ${heading.trim().replace(/\s+/g, ' ')}`,
        [set === '' ? '' : `set: ${set}`, harmless(text)].filter((part) => part !== '').join('\n'),
        question.trim() === '' ? '' : `predict: ${harmless(question)}\n${lines.map((line) => (line.startsWith('*') ? `- [x] ${line.slice(1).trim()}` : `- [ ] ${line}`)).join('\n')}`,
        task.trim() === '' ? '' : [`do: ${harmless(task)}`, ...checks.map((line) => `check: ${line}`)].join('\n'),
        answer.trim() === '' ? '' : `answer: ${harmless(answer)}`,
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
