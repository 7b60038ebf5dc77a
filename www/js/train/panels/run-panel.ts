/** Controls of the run: start, pause, one image, reset, speed; and its progress. */
import { html, nothing } from 'lit-html';
import type { Session } from '../run/session.ts';
import type { Settings } from '../run/settings.ts';
import { PACES } from '../run/settings.ts';
import type { Words } from '../words-en.ts';

export function runPanel({
    session,
    settings,
    words,
    onSet,
    onStart,
    onReset,
}: {
    session: Session;
    settings: Settings;
    words: Words;
    onSet: (changes: Partial<Settings>) => void;
    /** uses the latest settings, which may not be rendered yet */
    onStart: () => void;
    onReset: () => void;
}) {
    const { frame, info, running, problem, notice, savedRuns } = session;
    const images = frame?.images ?? session.run?.images ?? 0;
    const total = frame?.total ?? info?.total ?? 0;
    const done = total > 0 && images >= total;
    const other = session.run !== null && !session.isOf(settings);
    const stopAt = settings.stopAt ?? total;
    const left = frame?.rate ? (Math.min(total, Math.max(stopAt, images)) - images) / frame.rate : null;
    const restart = done && !other;
    return html`<section class="train-run" aria-labelledby="run-title">
        <h2 id="run-title" class="spoken">${words.runTitle}</h2>
        <div class="train-run__buttons">
            ${
                running
                    ? html`<button type="button" class="button button--main" data-testid="train-pause" @click=${() => session.pause()}>${words.pause}</button>`
                    : html`<button type="button" class="button button--main" data-testid="train-start" ?disabled=${!session.loaded || restart} @click=${onStart}>
                      ${other ? words.startNew : images > 0 ? words.resume : words.start}
                  </button>`
            }
            <button type="button" class="button" data-testid="train-step" ?disabled=${info === null || running || done || other} @click=${() => session.step()}>${words.step}</button>
            <button type="button" class="button" data-testid="train-reset" ?disabled=${!session.loaded} @click=${onReset}>${words.reset}</button>
            <label class="control"
                >${words.pace}
                <select data-testid="train-speed" @change=${(event: Event) => onSet({ pace: Number((event.target as HTMLSelectElement).value) })}>
                    ${PACES.map((pace) => html`<option value=${pace} .selected=${pace === settings.pace}>${words.paceOf(pace)}</option>`)}
                </select>
            </label>
            <label class="control"
                >${words.stopAt}
                <input
                    data-testid="train-stop-at"
                    type="number"
                    min="1"
                    step="1"
                    placeholder=${words.theEnd}
                    .value=${settings.stopAt === null ? '' : String(settings.stopAt)}
                    @change=${(event: Event) => {
                        const typed = Math.floor(Number((event.target as HTMLInputElement).value));
                        onSet({ stopAt: typed >= 1 ? typed : null });
                    }}
                />
            </label>
        </div>
        ${problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="train-problem">${problem}</p>`}
        ${notice === '' ? nothing : html`<p class="train-notice" role="status" data-testid="train-notice">${notice}</p>`}
        ${savedRuns.refused === '' ? nothing : html`<p class="train-notice" role="status" data-testid="train-not-kept">${words.cannotKeep(savedRuns.refused)}</p>`}
        <div class="train-run__progress">
            <progress max=${Math.max(1, total)} .value=${images} aria-label=${words.progressLabel}></progress>
            <p class="figures">
                <span data-testid="train-progress" data-images=${images} data-phase=${frame?.phase ?? 'none'}>${words.progress(images, total)}</span>
                <span data-testid="train-rate" data-rate=${Math.round(frame?.rate ?? 0)}>${frame?.phase === 'waiting' ? words.waiting : frame?.rate ? words.rate(frame.rate, left) : done ? words.done : ''}</span>
            </p>
        </div>
    </section>`;
}
