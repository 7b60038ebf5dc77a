/** The worker that learns: owns the run's network and its images. */
import * as Comlink from 'comlink';
import init, { Judge, Trainer, distort } from '../../../../pkg/stdp_digits.js';
import { augment, mixed } from './augment.js';
import { Digits, fetchShard } from './digits.js';
import { Learner } from './learner.js';
import { realSynapse } from './real-synapse.js';
import { TRAINING } from './shards.js';
import { soon } from './soon.js';

const WASM = new URL('../../../../pkg/stdp_digits_bg.wasm', import.meta.url);

/** @type {Learner | null} */
let learner = null;
/** @type {MessagePort | null} */
let toPage = null;
/** @type {Digits | null} */
let digits = null;
/** Where images lie; the page tells. */
let folder = '';

/**
 * @param {Trainer} trainer
 * @param {import('./augment.js').Drawn | null} drawn
 */
function take(trainer, drawn) {
    learner?.pause();
    learner?.trainer.free();
    learner?.beside?.free();
    const fields = trainer.fields();
    // What the page is given here need not be told to it again.
    trainer.takeChanged();
    if (drawn !== null) {
        digits = Object.assign(new Digits(trainer.images, [], async () => augment(drawn, 0, 0, distort)), augment(drawn, trainer.images, trainer.seed, distort), { ready: trainer.images });
    } else if (digits === null || digits.count !== trainer.images || digits.shards.length === 0) {
        digits = new Digits(trainer.images, TRAINING, (shard) => fetchShard(shard, folder));
    }
    learner = new Learner(trainer, digits, {
        post: (message, transfer) => toPage?.postMessage(message, transfer),
        keep: (checkpoint) => toPage?.postMessage({ type: 'checkpoint', ...checkpoint }, [checkpoint.bytes.buffer]),
        now: () => performance.now(),
        wait: soon,
        resume: (bytes) => Trainer.resume(bytes),
        diagnose,
    });
    fetchMore();
    const { neurons, images, passes, seed, presented, total } = trainer;
    return { neurons, images, passes, seed, presented, total, config: trainer.config(), fields, digest: trainer.digest() };
}

/** @param {Uint8Array} bytes of a model file */
function diagnose(bytes) {
    const judge = Judge.load(bytes);
    const { findings } = /** @type {{ findings: string[] }} */ (judge.health());
    judge.free();
    return findings;
}

function fetchMore() {
    digits?.load(() => learner?.more());
}

/** @type {import('../run/protocol.js').LearnerCalls} */
const calls = {
    async load(port, digitsFolder) {
        folder = digitsFolder;
        await init({ module_or_path: fetch(WASM) });
        port.onmessage = () => learner?.drawn();
        toPage = port;
    },
    async begin({ config, seed, images, passes }, drawn) {
        const piece = drawn !== null && drawn.digits.length > 0 && (await fetchShard(/** @type {any} */ (TRAINING[0]), folder));
        return take(new Trainer(config, seed, images, passes), piece ? mixed(drawn, piece) : drawn);
    },
    resume: (bytes) => take(Trainer.resume(bytes), null),
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
        return weights ? inputs.reduce((most, input) => (Number(weights[input]) > Number(weights[most]) ? input : most)) : Number(inputs[0]);
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

Comlink.expose(calls);
