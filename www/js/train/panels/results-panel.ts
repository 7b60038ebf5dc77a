/** What has been learned so far: accuracy, health, confusion matrix, and the spread of weights and thresholds. */
import { html, nothing, svg } from 'lit-html';
import { tally } from '../../kit/arrays.ts';
import type { Session } from '../run/session.ts';
import type { Words } from '../words-en.ts';

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
const NUMERALS = DIGITS.map(String);
const UNDECIDED = 10;

/**
 * How often each digit was read as each digit, and left undecided.
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

export function binned(values: ArrayLike<number>, bins: number): { counts: number[]; least: number; most: number } {
    const all = Array.from(values);
    const least = Math.min(...all);
    const most = Math.max(...all);
    const binOf = (value: number) =>
        most > least ? Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins)) : 0;
    return { counts: tally(all.map(binOf), bins), least, most };
}

export function accuracyLine({ measured, evaluator }: Session, words: Words) {
    const share = measured ? measured.correct / measured.shown : null;
    return html`<p class="train-accuracy" data-testid="train-accuracy" data-accuracy=${share === null ? '' : share.toFixed(4)} data-images=${measured?.images ?? ''} data-undecided=${measured?.undecided ?? ''}>
            ${share === null ? (evaluator.busy ? words.measuring : words.notYet) : words.accuracy(share)}
        </p>
        <p class="says">${measured ? words.accuracyText(measured) : words.accuracyPlan}</p>`;
}

export function healthPanel({
    frame,
    measured,
    cells,
    digits,
    words,
}: {
    frame: TrainFrame | null;
    measured: Measured | null;
    cells: number;
    /** whether it learns digits */
    digits: boolean;
    words: Words;
}) {
    const pair = measured?.health.most_similar;
    const rows = [
        [words.spikes, frame?.spikes == null ? '–' : words.decimal(frame.spikes)],
        [words.retried, frame?.retried == null ? '–' : words.percent(frame.retried)],
        [words.silent, frame?.silent == null ? '–' : words.ofCells(frame.silent, cells)],
        [words.unnamed, measured ? words.ofCells(measured.labels.filter((label) => label < 0).length, cells) : '–'],
        [words.alike, pair ? words.pair(pair.cells[0], pair.cells[1], pair.cosine) : '–'],
    ];
    // There are fewer symbols than digits, so a class without a cell is not a fault then.
    const findings = (measured?.health.findings ?? []).filter(({ kind }) => digits || kind !== 'missing-digits');
    return html`<section class="train-health" aria-labelledby="health-title">
        <h2 id="health-title">${words.healthTitle}</h2>
        <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        <div data-testid="train-health" data-findings=${findings.length} role="status">
            ${
                findings.length > 0
                    ? html`<ul>${findings.map((finding) => html`<li>${words.finding(finding)}</li>`)}</ul>`
                    : html`<p>${measured ? words.healthy : ''}</p>`
            }
        </div>
    </section>`;
}

export function confusionPanel({
    measured,
    words,
    opened,
    names = NUMERALS,
    onOpen,
    onShow,
}: {
    measured: Measured | null;
    words: Words;
    opened: { digit: number; answer: number } | null;
    /** names of the classes: digits or drawn symbols */
    names?: readonly string[];
    onOpen: (digit: number, answer: number) => void;
    onShow: (number: number) => void;
}) {
    const counts = measured ? confusion(measured) : null;
    const of = (digit: number) => (counts?.[digit] ?? []).reduce((sum, count) => sum + count, 0);
    const numbers =
        opened && measured
            ? [...measured.truth.keys()].filter(
                  (at) =>
                      measured.truth[at] === opened.digit &&
                      (measured.answers[at] ?? 0) === (opened.answer === UNDECIDED ? -1 : opened.answer),
              )
            : [];
    return html`<section class="train-confusion" aria-labelledby="confusion-title">
        <h2 id="confusion-title">${words.confusionTitle}</h2>
        <p class="says">${words.confusionText}</p>
        ${
            counts === null
                ? html`<p class="says">${words.notYet}</p>`
                : html`<div class="scrolls" tabindex="0" role="group" aria-label=${words.confusionTitle}>
                  <table class="confusion" data-testid="train-confusion">
                      <thead>
                          <tr>
                              <th scope="col"><span class="spoken">${words.shownDigit}</span></th>
                              ${names.map((name) => html`<th scope="col">${name}</th>`)}
                              <th scope="col" title=${words.undecided}>?</th>
                          </tr>
                      </thead>
                      <tbody>
                          ${counts.slice(0, names.length).map(
                              (row, digit) => html`<tr>
                                  <th scope="row">${names[digit]}</th>
                                  ${row.map((count, answer) =>
                                      answer >= names.length && answer < UNDECIDED
                                          ? nothing
                                          : html`<td class=${answer === digit ? 'confusion__right' : ''} data-shade=${Math.ceil((8 * count) / Math.max(1, of(digit)))}>
                                      ${
                                          count === 0
                                              ? html`<span class="confusion__none">·</span>`
                                              : html`<button type="button" data-digit=${digit} data-answer=${answer} aria-label=${words.confusionCell(String(names[digit]), answer === UNDECIDED ? '' : String(names[answer]), count)} aria-pressed=${String(opened?.digit === digit && opened?.answer === answer)} @click=${() => onOpen(digit, answer)}>${count}</button>`
                                      }
                                  </td>`,
                                  )}
                              </tr>`,
                          )}
                      </tbody>
                  </table>
              </div>`
        }
        ${
            opened && numbers.length > 0
                ? html`<div data-testid="confusion-digits">
                  <h3>${words.confusionOpened(String(names[opened.digit]), opened.answer === UNDECIDED ? '' : String(names[opened.answer]), numbers.length)}</h3>
                  <ul class="held-out">
                      ${numbers.slice(0, 60).map((number) => html`<li><button type="button" data-number=${number} aria-label=${words.lookAt(number)} @click=${() => onShow(number)}><canvas width="28" height="28" data-held-out=${number}></canvas></button></li>`)}
                  </ul>
              </div>`
                : nothing
        }
    </section>`;
}

function histogram(title: string, counts: readonly number[], from: string, to: string, label: string) {
    const most = Math.max(1, ...counts);
    const width = 240 / counts.length;
    return html`<figure class="histogram">
        <figcaption>${title}</figcaption>
        <svg viewBox="0 0 240 80" preserveAspectRatio="none" role="img" aria-label=${label}>
            ${counts.map((count, bin) => svg`<rect x=${bin * width} y=${80 - (80 * count) / most} width=${width * 0.9} height=${(80 * count) / most}></rect>`)}
        </svg>
        <p class="histogram__axis"><span>${from}</span><span>${to}</span></p>
    </figure>`;
}

export function histograms({ measured, info }: Session, words: Words) {
    if (measured === null) {
        return nothing;
    }
    const wMax = info?.config.w_max ?? 1;
    const theta = binned(measured.theta, 24);
    const [zero = 0, ...rest] = measured.weights;
    return html`<section class="train-histograms" aria-labelledby="spread-title">
        <h2 id="spread-title">${words.spreadTitle}</h2>
        <div class="histograms">
            ${histogram(
                words.weights,
                rest,
                words.decimal(wMax / measured.weights.length, 2),
                words.decimal(wMax),
                words.weightsLabel(
                    zero,
                    rest.reduce((sum, count) => sum + count, 0),
                ),
            )}
            ${histogram(words.theta, theta.counts, `${words.decimal(theta.least)} mV`, `${words.decimal(theta.most)} mV`, words.thetaLabel(theta.least, theta.most))}
        </div>
        <p class="says">${words.spreadText(zero)}</p>
    </section>`;
}
