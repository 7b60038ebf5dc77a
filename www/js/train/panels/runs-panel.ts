/** Saved runs: list, rename, compare, open, delete; and import and export of files. */

import { html, nothing } from 'lit-html';
import type { Words } from '../../../words/en/train.ts';
import { copy } from '../../kit/copy.ts';
import { chosenFiles, fieldValue } from '../../kit/form-field.ts';
import type { Form } from '../run/form.ts';
import type { Plan } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';
import type { Kept } from '../run/store.ts';
import type { BrainLink } from './brain-panel.ts';
import type { Line } from './curve.ts';
import type { FileKind } from './saving.ts';

/** What others do about runs. */
interface Deeds {
    /** shows other lines */
    compare: () => void;
    save: (kind: FileKind) => void;
    open: (files: File[]) => void;
}

export class RunsPanel {
    session: Session;
    form: Form;
    words: Words;
    /** The network as a link. */
    brain: BrainLink;
    deeds: Deeds;
    /** Ids of runs whose curves are shown beside that of the run at hand. */
    compared = new Set<string>();

    constructor(session: Session, form: Form, words: Words, brain: BrainLink, deeds: Deeds) {
        this.session = session;
        this.form = form;
        this.words = words;
        this.brain = brain;
        this.deeds = deeds;
    }

    /** Curves of the run at hand, of its broken copy and of those that it is compared with. */
    get lines(): Line[] {
        const { run, copy, savedRuns } = this.session;
        const broken = copy.points.length > 0 ? [{ name: this.words.brokenCopy, points: copy.points }] : [];
        const others = savedRuns.runs.filter(({ id }) => this.compared.has(id) && id !== run?.id);
        return [...(run ? [run] : []), ...broken, ...others].map(({ name, points }) => ({ name, points }));
    }

    #compare(id: string) {
        if (!this.compared.delete(id)) {
            this.compared.add(id);
        }
        this.deeds.compare();
    }

    async #open(id: string) {
        if (await this.session.reopen(id)) {
            this.form.adopt();
        }
    }

    async #copy() {
        const { run } = this.session;
        if (await copy(run ? commandOf(run.plan) : '')) {
            this.session.say(this.words.copied);
        }
    }

    panel() {
        const { words, session } = this;
        return html`<section class="train-runs" aria-labelledby="runs-title">
            <h2 id="runs-title">${words.runsTitle}</h2>
            <p class="says">${words.runsText}</p>
            ${session.run === null ? nothing : this.#now(session.run)}
            <ul class="runs" data-testid="run-list">${session.savedRuns.runs.map((run) => this.#item(run))}</ul>
            ${this.#removed()}
            <h3>${words.filesTitle}</h3>
            ${this.#files()}
            <p class="says">${words.filesText}</p>
            ${this.brain.panel(words)} ${this.#command()}
        </section>`;
    }

    #now({ name }: Kept) {
        const { words, session } = this;
        const { running, digest } = session;
        const rename = (event: Event) => session.rename(fieldValue(event));
        return html`<div class="train-runs__now">
            <label class="control">${words.name}<input data-testid="run-name" type="text" maxlength="60" .value=${name} @change=${rename} /></label>
            <button type="button" class="button" data-testid="run-save" ?disabled=${running} @click=${() => session.saveNow()}>${words.save}</button>
            <p class="figures">${words.digest} <output data-testid="train-digest">${digest === '' ? '…' : digest}</output></p>
        </div>`;
    }

    #removed() {
        const { words, session } = this;
        const { removed } = session.savedRuns;
        return removed === null
            ? nothing
            : html`<p role="status">${words.removed(removed.run.name)} <button type="button" class="button button--small" data-testid="run-undo" @click=${() => session.restore()}>${words.undo}</button></p>`;
    }

    #item(run: Kept) {
        const { words, session } = this;
        const { id, name, images } = run;
        const now = id === session.run?.id;
        return html`<li data-run=${id} data-images=${images} class=${now ? 'runs__now' : ''}>
            <span class="runs__name">${name}</span>
            <span class="figures">${words.runLine(run)}</span>
            <span class="runs__buttons">
                <button type="button" class="button" data-testid="run-open" ?disabled=${now || session.running} @click=${() => this.#open(id)}>${words.open}</button>
                <button type="button" class="button" data-testid="run-compare" aria-pressed=${String(this.compared.has(id))} ?disabled=${now} @click=${() => this.#compare(id)}>${words.compare}</button>
                <button type="button" class="button" data-testid="run-delete" ?disabled=${now} @click=${() => session.remove(id)}>${words.delete}</button>
            </span>
        </li>`;
    }

    #files() {
        const { words, deeds } = this;
        const { run, running, settled } = this.session;
        const button = (kind: FileKind, text: string, ready = settled) =>
            html`<button type="button" class="button" data-testid="save-${kind}" ?disabled=${!ready} @click=${() => deeds.save(kind)}>${text}</button>`;
        const open = (event: Event) => deeds.open(chosenFiles(event));
        return html`<div class="train-runs__files">
            ${button('safetensors', words.saveModel)} ${button('weights', 'XeAe.npy')} ${button('theta', 'theta_A.npy')}
            ${button('csv', words.saveCurve, run !== null && run.points.length > 0)} ${button('png', words.saveFields)}
            ${button('confusion', words.saveConfusion)}
            <label class="button train-runs__file">${words.openFile}<input class="spoken" data-testid="run-file" type="file" accept=".safetensors,.partial,.npy" multiple ?disabled=${running} @change=${open} /></label>
        </div>`;
    }

    #command() {
        const { words } = this;
        const { run, names } = this.session;
        return html`<h3>${words.commandTitle}</h3>
            <p class="says">${words.commandText}</p>
            <pre class="command" tabindex="0" data-testid="train-command">${run && names === null ? commandOf(run.plan) : words.noCommand}</pre>
            <button type="button" class="button" data-testid="copy-command" @click=${() => this.#copy()}>${words.copyCommand}</button>`;
    }
}

/** The command-line call that makes the same run. */
export function commandOf({ config, images, passes, seed }: Plan) {
    return [
        `echo '${JSON.stringify(config)}' > run.json`,
        `stdp-digits train --config run.json --images ${images} --passes ${passes} --seed ${seed} --out run.safetensors`,
        'stdp-digits label --model run.safetensors --images 1000 --exact',
    ].join('\n');
}
