/** How the page knows that a learner did what a step asks for: a line such as `answer data-digit = 5` or `play clicked`. */

/**
 * @typedef {object} Check
 * @property {string} testid     of the element, or `page` for the whole of it
 * @property {string} attribute  `clicked` and `changed` are what a person does; `value`, `checked`, `open`, `text` what an element holds
 * @property {Comparison | ''} comparison
 * @property {string} value
 */

/** @typedef {'=' | '!=' | '<' | '<=' | '>' | '>='} Comparison */

export const EXPECTED = "an element and what it must be, such as 'answer data-digit = 5', 'train-progress data-images >= 500' or 'play clicked'";

/** What a person does, as the browser names it. */
const DEEDS = /** @type {const} */ ({ clicked: 'click', changed: 'change' });

/**
 * @param {string} line
 * @returns {Check | null} null: it is none
 */
export function readCheck(line) {
    const deed = /^([\w-]+) (clicked|changed)$/.exec(line.trim());
    if (deed) {
        return { testid: String(deed[1]), attribute: String(deed[2]), comparison: '', value: '' };
    }
    const [, testid, attribute, comparison, value] = /^([\w-]+) ([\w-]+) (=|!=|<|<=|>|>=) (.+)$/.exec(line.trim()) ?? [];
    const ordered = comparison?.startsWith('<') || comparison?.startsWith('>');
    if (!testid || !attribute || !value || (ordered && !Number.isFinite(Number(value)))) {
        return null;
    }
    return { testid, attribute, comparison: /** @type {Comparison} */ (comparison), value };
}

/** @param {Check} check */
export const spellCheck = ({ testid, attribute, comparison, value }) => [testid, attribute, comparison, value].filter((part) => part !== '').join(' ');

/** @param {string} testid @returns {Element[]} */
export const elementsOf = (testid) => (testid === 'page' ? [document.documentElement] : [...document.querySelectorAll(`[data-testid="${testid}"]`)]);

/**
 * @param {Element} element
 * @param {string} attribute
 * @returns {string | null} null: it has no such thing
 */
export function held(element, attribute) {
    if (attribute === 'text') {
        return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    }
    if (attribute === 'value' || attribute === 'checked' || attribute === 'open') {
        const now = /** @type {any} */ (element)[attribute];
        return now === undefined ? null : String(now);
    }
    return element.getAttribute(attribute);
}

/**
 * @param {string | null} now
 * @param {Comparison | ''} comparison
 * @param {string} value
 */
export function compares(now, comparison, value) {
    if (now === null || (now === '' && comparison !== '=' && comparison !== '!=')) {
        return false;
    }
    const both = [Number(now), Number(value)];
    const [left, right] = now !== '' && both.every(Number.isFinite) ? both : [now, value];
    switch (comparison) {
        case '=':
            return left === right;
        case '!=':
            return left !== right;
        case '<':
            return left < right;
        case '<=':
            return left <= right;
        case '>':
            return left > right;
        default:
            return left >= right;
    }
}

/** Keeps an eye on the checks of one step. */
export class Watch {
    /** @param {readonly Check[]} checks */
    constructor(checks) {
        this.checks = checks;
        /** What was done since the step began. @type {Set<Check>} */
        this.done = new Set();
        this.hear = this.hear.bind(this);
        for (const name of Object.values(DEEDS)) {
            document.addEventListener(name, this.hear, true);
        }
    }

    /** @param {Event} event */
    hear(event) {
        const target = event.target instanceof Element ? event.target : null;
        for (const check of this.checks) {
            const name = /** @type {Record<string, string>} */ (DEEDS)[check.attribute];
            if (name === event.type && target?.closest(`[data-testid="${check.testid}"]`)) {
                this.done.add(check);
            }
        }
    }

    /** Whether all of them hold at this moment. */
    get holds() {
        return this.checks.every((check) => this.done.has(check) || (check.comparison !== '' && elementsOf(check.testid).some((element) => compares(held(element, check.attribute), check.comparison, check.value))));
    }

    end() {
        for (const name of Object.values(DEEDS)) {
            document.removeEventListener(name, this.hear, true);
        }
    }
}
