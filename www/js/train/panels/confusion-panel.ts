/** Who is taken for whom, and the digits behind each number. */
import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { tally } from '../../kit/arrays.ts';
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { colourIn, ramp } from '../../kit/colormap.ts';
import type { Measured } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
const NUMERALS = DIGITS.map(String);
const UNDECIDED = 10;
/** So many digits of one kind are shown. */
const MOST = 60;

/**
 * How often each digit was read as each, and as none.
 * @returns ten rows of eleven
 */
export function confusion({ truth, answers }: Measured): number[][] {
    const columns = Array.from(answers, (answer) => (answer < 0 ? UNDECIDED : answer));
    return DIGITS.map((digit) =>
        tally(
            columns.filter((_, place) => truth[place] === digit),
            UNDECIDED + 1,
        ),
    );
}

/** Shown as one digit and read as another. */
interface Kind {
    digit: number;
    answer: number;
}

export class ConfusionPanel {
    root: HTMLElement;
    session: Session;
    words: Words;
    onChange: () => void;
    onShow: (number: number) => void;
    opened: Kind | null = null;
    theme: Theme | null = null;

    /**
     * @param root where it is shown
     * @param onShow the number of a held-out image
     */
    constructor(
        root: HTMLElement,
        session: Session,
        words: Words,
        onChange: () => void,
        onShow: (number: number) => void,
    ) {
        this.root = root;
        this.session = session;
        this.words = words;
        this.onChange = onChange;
        this.onShow = onShow;
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.#paint();
    }

    /** Another network has been measured, or none yet. */
    follow() {
        this.opened = this.session.measured && this.opened;
        requestAnimationFrame(() => this.#paint());
    }

    #open(digit: number, answer: number) {
        this.opened = this.#isOpen(digit, answer) ? null : { digit, answer };
        this.onChange();
        requestAnimationFrame(() => this.#paint());
    }

    #isOpen(digit: number, answer: number) {
        return this.opened?.digit === digit && this.opened.answer === answer;
    }

    async #paint() {
        for (const canvas of this.root.querySelectorAll<HTMLCanvasElement>('canvas[data-held-out]')) {
            const pixels = await this.session.attempt(
                () => this.session.workers.evaluation.heldOut(Number(canvas.dataset.heldOut)),
                this.words.noHeldOut,
            );
            if (pixels === null || this.theme === null) {
                return;
            }
            const context = context2d(canvas);
            const image = context.createImageData(28, 28);
            colourIn(new Uint32Array(image.data.buffer), pixels, ramp(this.theme.paper, this.theme.ink));
            context.putImageData(image, 0, 0);
        }
    }

    /** What is shown: digits, or symbols of one's own. */
    get #names() {
        return this.session.names ?? NUMERALS;
    }

    /** @param answer undecided: '' */
    #nameOf(answer: number) {
        return answer === UNDECIDED ? '' : String(this.#names[answer]);
    }

    panel() {
        const { words } = this;
        const { measured } = this.session;
        return html`<section class="train-confusion" aria-labelledby="confusion-title">
            <h2 id="confusion-title">${words.confusionTitle}</h2>
            <p class="says">${words.confusionText}</p>
            ${measured === null ? html`<p class="says">${words.notYet}</p>` : this.#table(confusion(measured))}
            ${measured && this.opened ? this.#digits(measured, this.opened) : nothing}
        </section>`;
    }

    #table(counts: readonly (readonly number[])[]) {
        const { words } = this;
        const names = this.#names;
        return html`<div class="scrolls" tabindex="0" role="group" aria-label=${words.confusionTitle}>
            <table class="confusion" data-testid="train-confusion">
                <thead>
                    <tr>
                        <th scope="col"><span class="spoken">${words.shownDigit}</span></th>
                        ${names.map((name) => html`<th scope="col">${name}</th>`)}
                        <th scope="col" title=${words.undecided}>?</th>
                    </tr>
                </thead>
                <tbody>
                    ${counts.slice(0, names.length).map((row, digit) => html`<tr><th scope="row">${names[digit]}</th>${this.#row(row, digit)}</tr>`)}
                </tbody>
            </table>
        </div>`;
    }

    #row(row: readonly number[], digit: number) {
        const all = Math.max(
            1,
            row.reduce((sum, count) => sum + count, 0),
        );
        return row.map((count, answer) =>
            answer >= this.#names.length && answer < UNDECIDED
                ? nothing
                : html`<td class=${answer === digit ? 'confusion__right' : ''} data-shade=${Math.ceil((8 * count) / all)}>${count === 0 ? html`<span class="confusion__none">·</span>` : this.#button(digit, answer, count)}</td>`,
        );
    }

    #button(digit: number, answer: number, count: number) {
        const label = this.words.confusionCell(this.#nameOf(digit), this.#nameOf(answer), count);
        return html`<button type="button" data-digit=${digit} data-answer=${answer} aria-label=${label} aria-pressed=${String(this.#isOpen(digit, answer))} @click=${() => this.#open(digit, answer)}>${count}</button>`;
    }

    #digits({ truth, answers }: Measured, { digit, answer }: Kind) {
        const { words } = this;
        const wanted = answer === UNDECIDED ? -1 : answer;
        const numbers = [...truth.keys()].filter((one) => truth[one] === digit && answers[one] === wanted);
        return numbers.length === 0
            ? nothing
            : html`<div data-testid="confusion-digits">
                  <h3>${words.confusionOpened(this.#nameOf(digit), this.#nameOf(answer), numbers.length)}</h3>
                  <ul class="held-out">
                      ${numbers.slice(0, MOST).map((number) => html`<li><button type="button" data-number=${number} aria-label=${words.lookAt(number)} @click=${() => this.onShow(number)}><canvas width="28" height="28" data-held-out=${number}></canvas></button></li>`)}
                  </ul>
              </div>`;
    }
}
