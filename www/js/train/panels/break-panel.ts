/** Switches that break a copy of the network, and a comparison of copy and whole network. */
import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import type { Part } from '../run/break.ts';
import { PARTS } from '../run/break.ts';
import type { Session } from '../run/session.ts';

export function breakPanel(session: Session, words: Words, onToggle: (part: Part) => void) {
    const { copy, frame, measured } = session;
    const last = copy.points.at(-1);
    const whole = measured && { correct: measured.correct, shown: measured.shown };
    const row = (
        name: string,
        spikes: number | null | undefined,
        read: { correct: number; shown: number } | null | undefined,
    ) =>
        html`<tr><th scope="row">${name}</th><td>${spikes == null ? '–' : words.decimal(spikes)}</td><td>${read ? words.accuracy(read.correct / read.shown) : '–'}</td></tr>`;
    return html`<section class="train-break" aria-labelledby="break-title">
        <h2 id="break-title">${words.breakTitle}</h2>
        <p class="says">${words.breakText}</p>
        <ul class="switches">
            ${PARTS.map(
                (part) => html`<li>
                    <button type="button" class="button switch" data-testid="break-${part}" aria-pressed=${String(copy.parts.has(part))} aria-describedby="break-${part}-says" ?disabled=${session.info === null} @click=${() => onToggle(part)}>${words.parts[part]}</button>
                    <p id="break-${part}-says" class="says">${words.lookFor[part]}</p>
                </li>`,
            )}
        </ul>
        ${
            copy.exists
                ? html`<table class="table" data-testid="break-table">
                      <thead><tr><th scope="col"><span class="spoken">${words.network}</span></th><th scope="col">${words.spikes}</th><th scope="col">${words.accuracyTitle}</th></tr></thead>
                      <tbody>
                          ${row(words.wholeOne, frame?.spikes, whole)}
                          ${row(words.brokenOne([...copy.parts].map((part) => words.parts[part])), frame?.broken?.spikes, last)}
                      </tbody>
                  </table>
                  <button type="button" class="button" data-testid="break-end" @click=${() => session.mend()}>${words.mend}</button>`
                : nothing
        }
    </section>`;
}
