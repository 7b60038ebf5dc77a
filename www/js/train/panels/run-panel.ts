/** Start, pause, one image, reset; how fast; how far it has come. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { fieldValue } from '../../kit/form-field.ts';
import type { Form } from '../run/form.ts';
import type { Session } from '../run/session.ts';
import { PACES } from '../run/settings.ts';

export class RunPanel {
    session: Session;
    form: Form;
    words: Words;

    constructor(session: Session, form: Form, words: Words) {
        this.session = session;
        this.form = form;
        this.words = words;
    }

    panel() {
        const { words, session } = this;
        const { problem, notice, savedRuns } = session;
        return html`<section class="train-run" aria-labelledby="run-title">
            <h2 id="run-title" class="spoken">${words.runTitle}</h2>
            <div class="train-run__buttons">${this.#buttons()} ${this.#pace()} ${this.#stop()}</div>
            ${problem === '' ? nothing : html`<p class="problem" role="alert" data-testid="train-problem">${problem}</p>`}
            ${notice === '' ? nothing : html`<p class="train-notice" role="status" data-testid="train-notice">${notice}</p>`}
            ${savedRuns.refused === '' ? nothing : html`<p class="train-notice" role="status" data-testid="train-not-kept">${words.cannotKeep(savedRuns.silent ? words.silentStore : savedRuns.refused)}</p>`}
            ${this.#progress()}
        </section>`;
    }

    get #images() {
        return this.session.frame?.images ?? this.session.run?.images ?? 0;
    }

    get #total() {
        return this.session.frame?.total ?? this.session.info?.total ?? 0;
    }

    get #done() {
        return this.#total > 0 && this.#images >= this.#total;
    }

    #buttons() {
        const { session, form, words } = this;
        const { info, running, loaded } = session;
        const done = this.#done;
        const other = session.run !== null && !session.isOf(form.settings);
        // With the settings of the moment of the click, which may not be on the screen yet.
        const start = () => session.start(form.settings);
        const reset = () => session.reset(form.settings);
        return html`${
            running
                ? html`<button type="button" class="button button--main" data-testid="train-pause" @click=${() => session.pause()}>${words.pause}</button>`
                : html`<button type="button" class="button button--main" data-testid="train-start" ?disabled=${!loaded || (done && !other)} @click=${start}>
                      ${other ? words.startNew : this.#images > 0 ? words.resume : words.start}
                  </button>`
        }
            <button type="button" class="button" data-testid="train-step" ?disabled=${info === null || running || done || other} @click=${() => session.step()}>${words.step}</button>
            <button type="button" class="button" data-testid="train-reset" ?disabled=${!loaded} @click=${reset}>${words.reset}</button>`;
    }

    #pace() {
        const { form, words } = this;
        const set = (event: Event) => form.set({ pace: Number(fieldValue(event)) });
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
            const typed = Math.floor(Number(fieldValue(event)));
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
