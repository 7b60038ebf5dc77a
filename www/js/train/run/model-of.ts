/** Reads a model that a run can continue from: this program's file, or the pair of NumPy files of the published code. */
import { bytesOf, ModelFileError, sort } from '../../kit/model-file.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Settings } from './settings.ts';
import type { Workers } from './workers.ts';

/** @param settings used for what the files do not say */
export async function modelOf(
    files: readonly File[],
    evaluation: Workers['evaluation'],
    { images, frontEnd }: Pick<Settings, 'images' | 'frontEnd'>,
    strings: Strings,
): Promise<{ name: string; bytes: Uint8Array }> {
    try {
        const parts = sort(files);
        const { name } = 'model' in parts ? parts.model : parts.weights;
        const bytes =
            'model' in parts
                ? await bytesOf(parts.model)
                : await evaluation.fromNumpy(
                      await bytesOf(parts.weights),
                      await bytesOf(parts.theta),
                      images,
                      frontEnd,
                  );
        return { name: name.replace(/\.(safetensors|partial|npy)/gi, ''), bytes };
    } catch (error) {
        throw error instanceof ModelFileError ? new Error(strings.badModel[error.kind](String(files[0]?.name))) : error;
    }
}
