/** How the page knows that a learner did what a step asks for: a line such as `answer data-digit = 5` or `play clicked`. */

export interface Check {
    /** of the element, or `page` for the whole page */
    testid: string;
    /** `clicked` and `changed` are what a person does; `value`, `checked`, `open`, `text` what an element holds */
    attribute: string;
    comparison: Comparison | '';
    value: string;
}

type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

export const EXPECTED =
    "an element and what must be true of it, such as 'answer data-digit = 5', 'train-progress data-images >= 500' or 'play clicked'";

/** The DOM events for what a person does. */
const DEEDS = { clicked: 'click', changed: 'change' } as const;

/** @returns null if the line is not a check */
export function readCheck(line: string): Check | null {
    const [, used = '', deed = ''] = /^([\w-]+) (clicked|changed)$/.exec(line.trim()) ?? [];
    if (deed !== '') {
        return { testid: used, attribute: deed, comparison: '', value: '' };
    }
    const [, testid, attribute, comparison, value] =
        /^([\w-]+) ([\w-]+) (=|!=|<|<=|>|>=) (.+)$/.exec(line.trim()) ?? [];
    const ordered = comparison?.startsWith('<') || comparison?.startsWith('>');
    if (!testid || !attribute || !value || (ordered && !Number.isFinite(Number(value)))) {
        return null;
    }
    return { testid, attribute, comparison: comparison as Comparison, value };
}

export const spellCheck = ({ testid, attribute, comparison, value }: Check) =>
    [testid, attribute, comparison, value].filter((part) => part !== '').join(' ');

export const elementsOf = (testid: string): Element[] =>
    testid === 'page' ? [document.documentElement] : [...document.querySelectorAll(`[data-testid="${testid}"]`)];

/** @returns null if the element does not have it */
export function held(element: Element, attribute: string): string | null {
    if (attribute === 'text') {
        return (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    }
    if (attribute === 'value' || attribute === 'checked' || attribute === 'open') {
        const now: unknown = Reflect.get(element, attribute);
        return now === undefined ? null : String(now);
    }
    return element.getAttribute(attribute);
}

export function compares(now: string | null, comparison: Comparison | '', value: string) {
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

/** Watches the checks of one step. */
export class Watch {
    checks: readonly Check[];
    /** Checks done since the step began. */
    done = new Set<Check>();

    constructor(checks: readonly Check[]) {
        this.checks = checks;
        this.hear = this.hear.bind(this);
        for (const name of Object.values(DEEDS)) {
            document.addEventListener(name, this.hear, true);
        }
    }

    hear(event: Event) {
        const target = event.target instanceof Element ? event.target : null;
        for (const check of this.checks) {
            const name = (DEEDS as Record<string, string>)[check.attribute];
            if (name === event.type && target?.closest(`[data-testid="${check.testid}"]`)) {
                this.done.add(check);
            }
        }
    }

    /** Whether all checks hold right now. */
    get holds() {
        return this.checks.every(
            (check) =>
                this.done.has(check) ||
                (check.comparison !== '' &&
                    elementsOf(check.testid).some((element) =>
                        compares(held(element, check.attribute), check.comparison, check.value),
                    )),
        );
    }

    end() {
        for (const name of Object.values(DEEDS)) {
            document.removeEventListener(name, this.hear, true);
        }
    }
}
