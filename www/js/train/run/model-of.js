/** What a run can go on with: a model file of this program, or the pair of NumPy files that the published code writes. */
import { ModelFileError, bytesOf, sort } from '../../kit/model-file.js';

/**
 * @param {readonly File[]} files
 * @param {import('./crew.js').Crew['judge']} judge
 * @param {Pick<import('./settings.js').Settings, 'images' | 'frontEnd'>} settings where the files do not say
 * @param {import('../../shell/strings.js').Strings} strings
 * @returns {Promise<{ name: string, bytes: Uint8Array }>}
 */
export async function modelOf(files, judge, { images, frontEnd }, strings) {
    try {
        const parts = sort(files);
        const { name } = 'model' in parts ? parts.model : parts.weights;
        const bytes = 'model' in parts ? await bytesOf(parts.model) : await judge.fromNumpy(await bytesOf(parts.weights), await bytesOf(parts.theta), images, frontEnd);
        return { name: name.replace(/\.(safetensors|partial|npy)/gi, ''), bytes };
    } catch (error) {
        throw error instanceof ModelFileError ? new Error(strings.badModel[error.kind](String(files[0]?.name))) : error;
    }
}
