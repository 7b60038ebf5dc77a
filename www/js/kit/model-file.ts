/** Files of networks: this program's own, or NumPy files of the published code, distinguished by their names. */
import { at } from './arrays.ts';
import { labelled } from './labelled.ts';
import type { ModelFiles } from './models.ts';

/** No network of a page's size is larger: 10,000 cells with exact weights have 32 MB, as NumPy's triples 190 MB. */
const MOST_BYTES = 256 * 2 ** 20;

/** Files that do not form a network; `kind` says why. */
export class ModelFileError extends Error {
    override name = 'ModelFileError';
    kind: 'none' | 'pair' | 'large' | 'unnamed';

    constructor(kind: 'none' | 'pair' | 'large' | 'unnamed') {
        super(kind);
        this.kind = kind;
    }
}

/** Which file is which. */
export function sort<T extends { name: string }>(
    files: readonly T[],
): { model: T } | { weights: T; theta: T; labels: T | null } {
    const of = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name));
    const [models, arrays] = [of(/\.(safetensors|partial)$/i), of(/\.npy$/i)];
    const [model] = models;
    if (model && files.length === 1) {
        return { model };
    }
    if (arrays.length === 0 || arrays.length < files.length) {
        throw new ModelFileError('none');
    }
    const thetas = arrays.filter(({ name }) => /theta/i.test(name));
    const labels = arrays.filter(({ name }) => /label|assign/i.test(name));
    const weights = arrays.filter((file) => !thetas.includes(file) && !labels.includes(file));
    if (thetas.length !== 1 || weights.length !== 1 || labels.length > 1) {
        throw new ModelFileError('pair');
    }
    return { weights: at(weights, 0), theta: at(thetas, 0), labels: labels[0] ?? null };
}

/** Whether the cells of a network have names: its header lists the tensor. */
export function isNamed(file: Uint8Array) {
    const length = file.length < 8 ? 0 : new DataView(file.buffer, file.byteOffset).getUint32(0, true);
    return new TextDecoder().decode(file.subarray(8, 8 + length)).includes('"rates"');
}

/** Whether it is of this program. */
function isModel(file: Uint8Array) {
    return new TextDecoder().decode(file.subarray(8, 64)).includes('stdp-digits');
}

async function naming() {
    const named = await labelled();
    if (!named) {
        throw new ModelFileError('unnamed');
    }
    return named;
}

export async function bytesOf(file: File) {
    if (file.size > MOST_BYTES) {
        throw new ModelFileError('large');
    }
    return new Uint8Array(await file.arrayBuffer());
}

export async function read(files: readonly File[]): Promise<{ name: string; files: ModelFiles }> {
    const parts = sort(files);
    if ('model' in parts) {
        const file = await bytesOf(parts.model);
        // What is no network at all needs no names to be refused.
        const whole = isNamed(file) || !isModel(file);
        return { name: parts.model.name, files: whole ? { bytes: file } : { bytes: file, named: await naming() } };
    }
    const [weights, theta] = [await bytesOf(parts.weights), await bytesOf(parts.theta)];
    const rest = parts.labels ? { labels: await bytesOf(parts.labels) } : { named: await naming() };
    return { name: parts.weights.name, files: { weights, theta, ...rest } };
}
