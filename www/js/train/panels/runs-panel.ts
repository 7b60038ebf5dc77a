/** Saved runs: list, rename, compare, open, delete; and import and export of files. */
import { html, nothing } from 'lit-html';
import type { Plan } from '../run/protocol.ts';
import type { Session } from '../run/session.ts';
import type { Point } from '../run/store.ts';
import type { Words } from '../words-en.ts';
import { chosen } from './drop.ts';

export function runsPanel({
    session,
    words,
    compared,
    command,
    brain,
    onCompare,
    onOpen,
    onSave,
    onFiles,
    onCopy,
}: {
    session: Session;
    words: Words;
    compared: ReadonlySet<string>;
    command: string;
    /** the network as a link */
    brain: unknown;
    onCompare: (id: string) => void;
    onOpen: (id: string) => void;
    onSave: (kind: 'safetensors' | 'weights' | 'theta' | 'csv' | 'png' | 'confusion') => void;
    onFiles: (files: File[]) => void;
    onCopy: () => void;
}) {
    const { run, savedRuns, digest, running, settled: ready } = session;
    return html`<section class="train-runs" aria-labelledby="runs-title">
        <h2 id="runs-title">${words.runsTitle}</h2>
        <p class="says">${words.runsText}</p>
        ${
            run === null
                ? nothing
                : html`<div class="train-runs__now">
                  <label class="control">${words.name}<input data-testid="run-name" type="text" maxlength="60" .value=${run.name} @change=${(event: Event) => session.rename((event.target as HTMLInputElement).value)} /></label>
                  <button type="button" class="button" data-testid="run-save" ?disabled=${running} @click=${() => session.saveNow()}>${words.save}</button>
                  <p class="figures">${words.digest} <output data-testid="train-digest">${digest === '' ? '…' : digest}</output></p>
              </div>`
        }
        <ul class="runs" data-testid="run-list">
            ${savedRuns.runs.map(
                (
                    one,
                ) => html`<li data-run=${one.id} data-images=${one.images} class=${one.id === run?.id ? 'runs__now' : ''}>
                    <span class="runs__name">${one.name}</span>
                    <span class="figures">${words.runLine(one)}</span>
                    <span class="runs__buttons">
                        <button type="button" class="button" data-testid="run-open" ?disabled=${one.id === run?.id || running} @click=${() => onOpen(one.id)}>${words.open}</button>
                        <button type="button" class="button" data-testid="run-compare" aria-pressed=${String(compared.has(one.id))} ?disabled=${one.id === run?.id} @click=${() => onCompare(one.id)}>${words.compare}</button>
                        <button type="button" class="button" data-testid="run-delete" ?disabled=${one.id === run?.id} @click=${() => session.remove(one.id)}>${words.delete}</button>
                    </span>
                </li>`,
            )}
        </ul>
        <h3>${words.filesTitle}</h3>
        <div class="train-runs__files">
            <button type="button" class="button" data-testid="save-safetensors" ?disabled=${!ready} @click=${() => onSave('safetensors')}>${words.saveModel}</button>
            <button type="button" class="button" data-testid="save-weights" ?disabled=${!ready} @click=${() => onSave('weights')}>XeAe.npy</button>
            <button type="button" class="button" data-testid="save-theta" ?disabled=${!ready} @click=${() => onSave('theta')}>theta_A.npy</button>
            <button type="button" class="button" data-testid="save-csv" ?disabled=${run === null || run.points.length === 0} @click=${() => onSave('csv')}>${words.saveCurve}</button>
            <button type="button" class="button" data-testid="save-png" ?disabled=${!ready} @click=${() => onSave('png')}>${words.saveFields}</button>
            <button type="button" class="button" data-testid="save-confusion" ?disabled=${!ready} @click=${() => onSave('confusion')}>${words.saveConfusion}</button>
            <label class="button train-runs__file">${words.openFile}<input class="spoken" data-testid="run-file" type="file" accept=".safetensors,.partial,.npy" multiple ?disabled=${running} @change=${(event: Event) => chosen(event.target as HTMLInputElement, onFiles)} /></label>
        </div>
        <p class="says">${words.filesText}</p>
        ${brain}
        <h3>${words.commandTitle}</h3>
        <p class="says">${words.commandText}</p>
        <pre class="command" tabindex="0" data-testid="train-command">${command}</pre>
        <button type="button" class="button" data-testid="copy-command" @click=${onCopy}>${words.copyCommand}</button>
    </section>`;
}

/** The command-line call that makes the same run. */
export function commandOf({ config, images, passes, seed }: Plan) {
    return [
        `echo '${JSON.stringify(config)}' > run.json`,
        `stdp-digits train --config run.json --images ${images} --passes ${passes} --seed ${seed} --out run.safetensors`,
        'stdp-digits label --model run.safetensors --images 1000 --exact',
    ].join('\n');
}

export function csvOf(points: readonly Point[]) {
    const rows = points.map(({ images, correct, undecided, shown }) =>
        [images, shown, correct, undecided, (correct / shown).toFixed(4)].join(),
    );
    return `${['images,held_out,correct,undecided,accuracy', ...rows].join('\n')}\n`;
}
