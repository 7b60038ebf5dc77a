/** The worker that learns: owns the run's network and its images. */
import * as Comlink from 'comlink';
import init, { distort, Judge, Trainer } from '../../../../pkg/stdp_digits.js';
import { at } from '../../kit/arrays.ts';
import { keepErrorProperties } from '../../kit/error-transfer.ts';
import type { LearnerCalls } from '../run/protocol.ts';
import type { Drawn } from './augment.ts';
import { augment, mixed } from './augment.ts';
import { Digits, fetchShard } from './digits.ts';
import { Learner } from './learner.ts';
import { enqueue } from './queue.ts';
import { realSynapse } from './real-synapse.ts';
import { TRAINING } from './shards.ts';

const WASM = new URL('../../../../pkg/stdp_digits_bg.wasm', import.meta.url);

let learner: Learner | null = null;
let toPage: MessagePort | null = null;
let digits: Digits | null = null;
/** Folder of the images, set by the page. */
let folder = '';

/** The user's drawings, with the digits that are mixed in. */
async function withDigits(drawn: Drawn | null) {
    return drawn && drawn.digits.length > 0 ? mixed(drawn, await fetchShard(at(TRAINING, 0), folder)) : drawn;
}

function take(trainer: Trainer, drawn: Drawn | null) {
    learner?.pause();
    learner?.trainer.free();
    learner?.beside?.free();
    const fields = trainer.fields();
    // The page gets all fields here, so frames need not repeat them.
    trainer.takeChanged();
    if (drawn !== null) {
        digits = Object.assign(
            new Digits(trainer.images, [], async () => augment(drawn, 0, 0, distort)),
            augment(drawn, trainer.images, trainer.seed, distort),
            { ready: trainer.images },
        );
    } else if (digits === null || digits.count !== trainer.images || digits.shards.length === 0) {
        digits = new Digits(trainer.images, TRAINING, (shard) => fetchShard(shard, folder));
    }
    learner = new Learner(trainer, digits, {
        post: (message, transfer) => toPage?.postMessage(message, transfer),
        keep: (checkpoint) => toPage?.postMessage({ type: 'checkpoint', ...checkpoint }, [checkpoint.bytes.buffer]),
        now: () => performance.now(),
        wait: enqueue,
        resume: (bytes) => Trainer.resume(bytes),
        diagnose,
    });
    fetchMore();
    const { neurons, images, passes, seed, presented, total } = trainer;
    return {
        neurons,
        images,
        passes,
        seed,
        presented,
        total,
        config: trainer.config(),
        fields,
        digest: trainer.digest(),
    };
}

/** @param bytes of a model file */
function diagnose(bytes: Uint8Array) {
    const evaluation = Judge.load(bytes);
    const { findings } = evaluation.health();
    evaluation.free();
    return findings;
}

function fetchMore() {
    digits?.load(() => learner?.more());
}

const calls: LearnerCalls = {
    async load(port, digitsFolder) {
        folder = digitsFolder;
        await init({ module_or_path: fetch(WASM) });
        port.onmessage = () => learner?.drawn();
        toPage = port;
    },
    async begin({ config, seed, images, passes }, drawn) {
        const all = await withDigits(drawn);
        return take(new Trainer(config, seed, images, passes), all);
    },
    async resume(bytes, drawn) {
        const all = await withDigits(drawn);
        return take(Trainer.resume(bytes), all);
    },
    run(pace, stopAt) {
        if (digits?.failure) {
            fetchMore();
        }
        learner?.run(pace, stopAt);
    },
    pause: () => learner?.pause(),
    step: () => learner?.step(),
    breakCopy(config) {
        if (learner === null) {
            return;
        }
        if (config === null) {
            learner.copy = null;
            return;
        }
        const copy = Trainer.resume((learner.beside ?? learner.trainer).toBytes());
        copy.reconfigure(config);
        learner.copy = copy;
    },
    strongest(inputs, cell) {
        const weights = learner?.trainer.weightsOf(cell);
        return weights
            ? inputs.reduce((most, input) => (at(weights, input) > at(weights, most) ? input : most))
            : at(inputs, 0);
    },
    async synapse(input, cell) {
        if (learner === null) {
            return null;
        }
        const copy = Trainer.resume(learner.trainer.toBytes());
        try {
            return await realSynapse(copy, learner.digits, input, cell);
        } finally {
            copy.free();
        }
    },
    checkpoint() {
        if (learner === null) {
            throw new Error('there is no run yet');
        }
        const checkpoint = learner.checkpoint(false);
        return Comlink.transfer(checkpoint, [checkpoint.bytes.buffer]);
    },
};

keepErrorProperties();
Comlink.expose(calls);
