/** What has been learned so far: accuracy, health, distributions of weights and thresholds. */
import { html, nothing, svg } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { tally } from '../../kit/arrays.ts';
import type { Measured } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';

export function binned(values: ArrayLike<number>, bins: number): { counts: number[]; least: number; most: number } {
    const all = Array.from(values);
    const least = Math.min(...all);
    const most = Math.max(...all);
    const binOf = (value: number) =>
        most > least ? Math.min(bins - 1, Math.floor(((value - least) / (most - least)) * bins)) : 0;
    return { counts: tally(all.map(binOf), bins), least, most };
}

/** @param use takes the network to the drawing view */
export function accuracyLine({ measured, evaluator, names, settled }: Session, words: Words, use: () => void) {
    const share = measured ? measured.correct / measured.shown : null;
    return html`<p class="train-accuracy" data-testid="train-accuracy" data-accuracy=${share === null ? '' : share.toFixed(4)} data-images=${measured?.images ?? ''} data-undecided=${measured?.undecided ?? ''}>
            ${share === null ? (evaluator.busy ? words.measuring : words.notYet) : words.accuracy(share)}
        </p>
        <p class="says">${measured ? words.accuracyText(measured) : words.accuracyPlan}</p>
        ${measured && isBlank(measured) && names === null ? html`<p class="says" data-testid="train-untaught">${words.untaught}</p>` : nothing}
        ${
            // The drawing view knows digits alone.
            names === null
                ? html`<button type="button" class="button" data-testid="use-on-draw" ?disabled=${!settled} @click=${use}>${words.useOnDraw}</button>`
                : nothing
        }`;
}

/** Whether it has learned nothing, here or before it came here. */
function isBlank({ images, health }: Pick<Measured, 'images' | 'health'>) {
    return images === 0 && health.findings.some(({ kind }) => kind === 'unformed');
}

/** What is wrong. Before the first image nothing can be; symbols may be fewer than digits, so a digit without a cell is no fault. */
export function findingsOf(measured: Pick<Measured, 'images' | 'health'>, symbols: boolean) {
    const { findings } = measured.health;
    return isBlank(measured) ? [] : findings.filter(({ kind }) => !symbols || kind !== 'missing-digits');
}

export function healthPanel({ frame, measured, info, names }: Session, words: Words) {
    const cells = info?.neurons ?? 0;
    const pair = measured?.health.most_similar;
    const rows = [
        [words.spikes, frame?.spikes == null ? '–' : words.decimal(frame.spikes)],
        [words.retried, frame?.retried == null ? '–' : words.percent(frame.retried)],
        [words.silent, frame?.silent == null ? '–' : words.ofCells(frame.silent, cells)],
        [words.unnamed, measured ? words.ofCells(measured.labels.filter((label) => label < 0).length, cells) : '–'],
        [words.alike, pair ? words.pair(pair.cells[0], pair.cells[1], pair.cosine) : '–'],
    ];
    const findings = measured ? findingsOf(measured, names !== null) : [];
    return html`<section class="train-health" aria-labelledby="health-title">
        <h2 id="health-title">${words.healthTitle}</h2>
        <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
        <div data-testid="train-health" data-findings=${findings.length} role="status">
            ${
                findings.length > 0
                    ? html`<ul>${findings.map((finding) => html`<li>${words.finding(finding)}</li>`)}</ul>`
                    : html`<p>${measured ? (isBlank(measured) ? words.notBegun : words.healthy) : ''}</p>`
            }
        </div>
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
