/** Controls of the run: start, pause, one image, reset, speed; and its progress. */
import { html, nothing } from 'lit-html';
import type { Form } from '../run/form.ts';
import type { Session } from '../run/session.ts';
import { PACES } from '../run/settings.ts';
import type { Words } from '../words-en.ts';

export class RunPanel {
    session: Session;
    form: Form;
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
            <button type="button" class="button" data-testid="train-reset" ?disabled=${!loaded} @click=${reset}>${words.reset}</button>`;
    }

    #pace() {
        const { form, words } = this;
        const set = (event: Event) => form.set({ pace: Number((event.target as HTMLSelectElement).value) });
        return html`<label class="control"
            >${words.pace}
            <select data-testid="train-speed" @change=${set}>
                ${PACES.map((pace) => html`<option value=${pace} .selected=${pace === form.settings.pace}>${words.paceOf(pace)}</option>`)}
            </select>
        </label>`;
    }

    #stop() {
        const { form, words } = this;
        const { stopAt } = form.settings;
        const set = (event: Event) => {
            const typed = Math.floor(Number((event.target as HTMLInputElement).value));
            form.set({ stopAt: typed >= 1 ? typed : null });
        };
        return html`<label class="control"
            >${words.stopAt}
            <input data-testid="train-stop-at" type="number" min="1" step="1" placeholder=${words.theEnd} .value=${stopAt === null ? '' : String(stopAt)} @change=${set} />
        </label>`;
    }

    #progress() {
        const { words } = this;
        const { phase, rate } = this.session.frame ?? { phase: 'none', rate: null };
        const images = this.#images;
        const total = this.#total;
        return html`<div class="train-run__progress">
            <progress max=${Math.max(1, total)} .value=${images} aria-label=${words.progressLabel}></progress>
            <p class="figures">
                <span data-testid="train-progress" data-images=${images} data-phase=${phase}>${words.progress(images, total)}</span>
                <span data-testid="train-rate" data-rate=${Math.round(rate ?? 0)}>${phase === 'waiting' ? words.waiting : rate ? words.rate(rate, this.#left(rate)) : this.#done ? words.done : ''}</span>
            </p>
        </div>`;
    }

    /** Seconds to where it stops. */
    #left(rate: number) {
        const [images, total] = [this.#images, this.#total];
        const stopAt = this.form.settings.stopAt ?? total;
        return (Math.min(total, Math.max(stopAt, images)) - images) / rate;
    }
}
