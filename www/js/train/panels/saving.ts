/** Files out of this view: the network, its curve, its fields and its confusions. */

import type { Words } from '../../../words/en/train.ts';
import type { Theme } from '../../kit/colormap.ts';
import { download } from '../../kit/download.ts';
import type { Session } from '../run/session.ts';
import type { Point } from '../run/store.ts';
import { confusionImage } from './confusion-image.ts';
import { confusion } from './confusion-panel.ts';

export type FileKind = 'safetensors' | 'weights' | 'theta' | 'csv' | 'png' | 'confusion';

export async function save(kind: FileKind, session: Session, fields: HTMLCanvasElement, theme: Theme, words: Words) {
    const { run, measured, names } = session;
    const name = run?.name.replace(/[^\p{L}\p{N}]+/gu, '-') ?? 'run';
    const picture = (canvas: HTMLCanvasElement, file: string) => canvas.toBlob((blob) => blob && download(file, blob));
    if (kind === 'csv') {
        download(`${name}.csv`, new Blob([csvOf(run?.points ?? [])], { type: 'text/csv' }));
    } else if (kind === 'png') {
        picture(fields, `${name}.png`);
    } else if (kind === 'confusion') {
        if (measured) {
            picture(
                confusionImage(confusion(measured), names ?? [...'0123456789'], words, theme),
                `${name}-confusions.png`,
            );
        }
    } else {
        const file = { safetensors: `${name}.safetensors`, weights: 'XeAe.npy', theta: 'theta_A.npy' }[kind];
        download(file, new Blob([(await session.workers.evaluation.file(kind)) as Uint8Array<ArrayBuffer>]));
    }
}

export function csvOf(points: readonly Point[]) {
    const rows = points.map(({ images, correct, undecided, shown }) =>
        [images, shown, correct, undecided, (correct / shown).toFixed(4)].join(),
    );
    return `${['images,held_out,correct,undecided,accuracy', ...rows].join('\n')}\n`;
}
