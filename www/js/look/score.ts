/** Whether the answer was right, as the reader says: two taps, counted in this browser and in no other place. */
import { find } from '../kit/dom.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Frame } from './protocol.ts';

const KEY = 'score';

export interface Tally {
    right: number;
    total: number;
}

/** @param text as it is kept; anything else counts as nothing */
export function readTally(text: string | null): Tally {
    const [right = 0, total = 0] = (text ?? '').split('/').map(Number);
    const sound = Number.isInteger(right) && Number.isInteger(total) && right >= 0 && right <= total;
    return sound ? { right, total } : { right: 0, total: 0 };
}

export class Score {
    state: State;
    strings: Strings;
    row: HTMLElement;
    right: HTMLButtonElement;
    digit: HTMLSelectElement;
    told: HTMLElement;
    tally: Tally;
    /** What was read last. */
    frame: Frame | null = null;

    constructor({ state, strings }: { state: State; strings: Strings }) {
        this.state = state;
        this.strings = strings;
        this.row = find('judged');
        this.right = document.createElement('button');
        this.right.type = 'button';
        this.right.className = 'button button--small';
        this.right.dataset.testid = 'was-right';
        this.right.textContent = strings.wasRight;
        this.right.addEventListener('click', () => this.#judge(this.frame?.verdict.digit ?? null));
        this.digit = document.createElement('select');
        this.digit.className = 'button button--small';
        this.digit.dataset.testid = 'was-digit';
        this.digit.ariaLabel = strings.wasDigitLabel;
        this.digit.append(
            new Option(strings.wasDigit, ''),
            ...Array.from({ length: 10 }, (_, digit) => new Option(String(digit), String(digit))),
        );
        this.digit.addEventListener('change', () => {
            if (this.digit.value !== '') {
                this.#judge(Number(this.digit.value));
            }
        });
        this.told = document.createElement('p');
        this.told.className = 'figures';
        this.told.dataset.testid = 'score';
        this.told.title = strings.scoreKept;
        this.row.append(this.right, this.digit, this.told);
        this.tally = readTally(kept());
        this.#tell();
    }

    /** A look begins, or nothing is there to look at. */
    reset() {
        this.frame = null;
        this.row.hidden = true;
    }

    /** @param frame the last of a look at what the reader has drawn */
    ask(frame: Frame) {
        if (this.frame?.run === frame.run) {
            return;
        }
        this.frame = frame;
        this.row.hidden = false;
        this.right.hidden = frame.verdict.digit === null;
        this.right.disabled = false;
        this.digit.disabled = false;
        this.digit.value = '';
    }

    /** @param digit that it was */
    #judge(digit: number | null) {
        const { frame, tally } = this;
        if (frame === null || this.digit.disabled) {
            return;
        }
        const right = digit === frame.verdict.digit;
        this.tally = { right: tally.right + Number(right), total: tally.total + 1 };
        this.right.disabled = true;
        this.digit.disabled = true;
        keep(`${this.tally.right}/${this.tally.total}`);
        this.#tell();
        if (!right && digit !== null) {
            // The cells that nearly won.
            this.state.set({ why: digit });
        }
    }

    #tell() {
        const { right, total } = this.tally;
        this.told.textContent = total > 0 ? this.strings.score(right, total) : '';
    }
}

function kept() {
    try {
        return localStorage.getItem(KEY);
    } catch {
        return null;
    }
}

function keep(text: string) {
    try {
        localStorage.setItem(KEY, text);
    } catch {
        // Then it lasts as long as the page.
    }
}
