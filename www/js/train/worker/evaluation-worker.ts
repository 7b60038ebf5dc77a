/** The worker that evaluates a copy of the network: labels its cells, measures its accuracy and lets it vote. */
import * as Comlink from 'comlink';
import init, {
    distort,
    imageFromPicture,
    imageFromStrokes,
    Judge,
    Mini,
    Recognizer,
    Trainer,
    unpackBrain,
} from '../../../../pkg/stdp_digits.js';
import { at, pairs, tally } from '../../kit/arrays.ts';
import { keepErrorProperties } from '../../kit/error-transfer.ts';
import type { EvaluationCalls, MiniState } from '../run/protocol.ts';
import type { Drawn } from './augment.ts';
import { augment, mixed } from './augment.ts';
import type { Piece } from './digits.ts';
import { fetchShard } from './digits.ts';
import { lazy } from './lazy.ts';
import { breathe } from './queue.ts';
import { HELD_OUT, PIXELS, TRAINING } from './shards.ts';

const WASM = new URL('../../../../pkg/stdp_digits_bg.wasm', import.meta.url);
/** Images at a time; votes are handled in between. */
const SLICE = 25;
const BINS = 40;
/** Pictures per symbol for naming cells, and the same number held out. */
const OF_EACH = 30;

/** Looks at each drawing when naming cells by hand, shifted and turned a little. */
const LOOKS = 20;

/** The network last measured. */
let last: Judge | null = null;
type Pieces = { naming: Piece; heldOut: Piece };
/** Folder of the images, set by the page. */
let folder = '';

/** Digits for naming cells, and held-out digits. */
const ofDigits = lazy(async () => {
    const [naming, heldOut] = await Promise.all([fetchShard(at(TRAINING, 0), folder), fetchShard(HELD_OUT, folder)]);
    return { naming, heldOut };
});

async function ofSymbols(drawn: Drawn): Promise<Pieces> {
    const pieces = drawn.digits.length > 0 && (await ofDigits());
    // Different seeds from the pictures it learns from, which use the run's seed.
    const some = (seed: number, from: keyof Pieces) =>
        augment(pieces ? mixed(drawn, pieces[from]) : drawn, OF_EACH * drawn.names.length, seed, distort);
    return { naming: some(-1, 'naming'), heldOut: some(-2, 'heldOut') };
}

/** What it learns: digits or symbols. */
let pieces: () => Promise<Pieces> = ofDigits;

const slice = ({ pixels, labels }: Piece, from: number) => ({
    pixels: pixels.subarray(from * PIXELS, (from + SLICE) * PIXELS),
    labels: labels.subarray(from, from + SLICE),
});

/** Reads all held-out images with a network whose cells have names. */
async function readAll(evaluation: Judge, heldOut: Piece) {
    const answers = new Int8Array(heldOut.labels.length);
    for (let from = 0; from < answers.length; from += SLICE) {
        answers.set(evaluation.read(slice(heldOut, from).pixels, from), from);
        await breathe();
    }
    return {
        answers,
        correct: answers.filter((answer, at) => answer === heldOut.labels[at]).length,
        shown: answers.length,
    };
}

async function name(evaluation: Judge, naming: Piece) {
    for (let from = 0; from < naming.labels.length; from += SLICE) {
        const { pixels, labels } = slice(naming, from);
        evaluation.show(pixels, labels, from);
        await breathe();
    }
    evaluation.name();
}

function measuredOne() {
    if (last === null) {
        throw new Error('no network has been measured yet');
    }
    return last;
}

/** Looks at each pattern of the mini task for naming its cells, and the same number for testing. */
const MINI_LOOKS = 20;

let mini: Mini | null = null;

function miniState(): MiniState {
    const task = mini as Mini;
    const patterns = [];
    for (let place = 0; task.pattern(place); place += 1) {
        patterns.push({ name: String(task.nameOf(place)), rows: task.pattern(place) ?? [] });
    }
    const answers = task.presented >= task.total ? answersOf(task) : null;
    return { presented: task.presented, total: task.total, fields: task.fields(), patterns, answers };
}

function answersOf(task: Mini) {
    const told = Array.from(task.answers(MINI_LOOKS));
    const [looks = 0, right = 0] = told.splice(-2);
    return { labels: told, looks, right };
}

const histogram = (weights: Float64Array, wMax: number) =>
    tally(
        weights.map((weight) => Math.min(BINS - 1, Math.floor((weight / wMax) * BINS))),
        BINS,
    );

/** The weights in `XeAe.npy`: after a header, whose length stands in two bytes, rows of input, cell and weight. */
function weightsOf(npy: Uint8Array) {
    const header = new DataView(npy.buffer, npy.byteOffset).getUint16(8, true);
    return new Float64Array(npy.slice(10 + header).buffer).filter((_, at) => at % 3 === 2);
}

const calls: EvaluationCalls = {
    async load(digitsFolder) {
        folder = digitsFolder;
        await init({ module_or_path: fetch(WASM) });
    },
    use(drawn) {
        pieces = drawn ? lazy(() => ofSymbols(drawn)) : ofDigits;
    },
    async measure(bytes, votes) {
        const { naming, heldOut } = await pieces();
        const evaluation = Judge.load(bytes);
        await name(evaluation, naming);
        const { answers, correct, shown } = await readAll(evaluation, heldOut);
        const { presented, config } = evaluation.metadata() as { presented: number; config: { w_max: number } };
        const measured = {
            images: presented,
            correct,
            undecided: answers.filter((answer) => answer < 0).length,
            shown,
            answers,
            truth: heldOut.labels.slice(),
            labels: evaluation.labels(),
            labelled: naming.labels.length,
            theta: evaluation.theta(),
            weights: histogram(weightsOf(evaluation.weightsNpy()), config.w_max),
            health: evaluation.health(),
            digest: evaluation.digest(),
        };
        if (votes) {
            last?.free();
            last = evaluation;
        } else {
            evaluation.free();
        }
        return measured;
    },
    async vote(bytes, pixels, seed) {
        const named = measuredOne();
        if (bytes === null) {
            return named.vote(pixels, seed);
        }
        const now = Judge.load(bytes);
        try {
            now.nameAs(named);
            return now.vote(pixels, seed);
        } finally {
            now.free();
        }
    },
    image: (xy, lengths) => imageFromStrokes(xy, lengths),
    place: (picture) => imageFromPicture(picture),
    async heldOut(number) {
        const { heldOut } = await pieces();
        return heldOut.pixels.slice(number * PIXELS, (number + 1) * PIXELS);
    },
    counts(pixels) {
        const network = Recognizer.load(measuredOne().toBytes());
        network.begin(pixels, 0);
        network.advance(0xffff_ffff);
        const spikes = pairs(network.takeExcSpikes());
        const counts = tally(
            spikes.map(([, cell]) => cell),
            network.neurons,
        );
        network.free();
        return counts;
    },
    async nameBy(drawn) {
        const { heldOut } = await pieces();
        const evaluation = Judge.load(measuredOne().toBytes());
        await name(evaluation, augment(drawn, LOOKS * drawn.labels.length, 0, distort));
        const { correct, shown } = await readAll(evaluation, heldOut);
        const labels = evaluation.labels();
        evaluation.free();
        return { labels, correct, shown };
    },
    pack: () => measuredOne().pack(),
    unpack: (packed) => unpackBrain(packed),
    fromNumpy(weights, theta, images, frontEnd) {
        const network = Judge.fromNumpy(weights, theta, images);
        const bytes = network.toBytes();
        const { neurons } = network;
        network.free();
        if (frontEnd === 'pixels') {
            return bytes;
        }
        const run = Trainer.resume(bytes);
        run.reconfigure({ preset: 'published-code', front_end: frontEnd, upright: true, neurons });
        const other = run.toBytes();
        run.free();
        return other;
    },
    miniBegin(cells, seed) {
        mini?.free();
        mini = new Mini(cells, seed);
        return miniState();
    },
    miniLearn(presentations) {
        for (let left = presentations; left > 0 && mini && mini.presented < mini.total; left -= 1) {
            mini.learn();
        }
        return miniState();
    },
    file(kind) {
        const network = measuredOne();
        return kind === 'weights' ? network.weightsNpy() : kind === 'theta' ? network.thetaNpy() : network.toBytes();
    },
};

keepErrorProperties();
Comlink.expose(calls);
