/** Files out of this view: the network, its curve, its fields and its confusions. */
import { confusionImage } from './confusion-image.js';
import { confusion } from './results-panel.js';
import { csvOf } from './runs-panel.js';

/** @typedef {'safetensors' | 'weights' | 'theta' | 'csv' | 'png' | 'confusion'} Kind */

/**
 * @param {string} name
 * @param {Blob} blob
 */
export function download(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * @param {Kind} kind
 * @param {object} parts
 * @param {import('../run/session.js').Session} parts.session
 * @param {HTMLCanvasElement} parts.fields
 * @param {import('../../kit/colormap.js').Theme} parts.theme
 * @param {import('../words-en.js').Words} parts.words
 */
export async function save(kind, { session, fields, theme, words }) {
    const { run, measured, names } = session;
    const name = run?.name.replace(/[^\p{L}\p{N}]+/gu, '-') ?? 'run';
    const picture = (/** @type {HTMLCanvasElement} */ canvas, /** @type {string} */ file) => canvas.toBlob((blob) => blob && download(file, blob));
    if (kind === 'csv') {
        download(`${name}.csv`, new Blob([csvOf(run?.points ?? [])], { type: 'text/csv' }));
    } else if (kind === 'png') {
        picture(fields, `${name}.png`);
    } else if (kind === 'confusion') {
        if (measured) {
            picture(confusionImage(confusion(measured), names ?? [...'0123456789'], words, theme), `${name}-confusions.png`);
        }
    } else {
        const file = { safetensors: `${name}.safetensors`, weights: 'XeAe.npy', theta: 'theta_A.npy' }[kind];
        download(file, new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (await session.crew.judge.file(kind))]));
    }
}
