/** The page's connection to the two workers. */
import * as Comlink from 'comlink';
import type { Checkpoint, EvaluationCalls, LearnerCalls, TrainFrame } from './protocol.ts';

/** The images are beside the page. */
const DIGITS = new URL('digits/', document.baseURI).href;

export class Workers {
    port: MessagePort;
    learnerThread: Worker;
    evaluationThread: Worker;
    learner: Comlink.Remote<LearnerCalls>;
    evaluation: Comlink.Remote<EvaluationCalls>;
    /** When both can work. */
    loaded: Promise<unknown>;

    constructor(onFrame: (frame: TrainFrame) => void, onCheckpoint: (checkpoint: Checkpoint) => void) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => (data.type === 'frame' ? onFrame(data) : onCheckpoint(data));
        this.port = port1;
        this.learnerThread = new Worker(new URL('../worker/learner-worker.ts', import.meta.url), { type: 'module' });
        this.evaluationThread = new Worker(new URL('../worker/evaluation-worker.ts', import.meta.url), {
            type: 'module',
        });
        this.learner = Comlink.wrap(this.learnerThread) as Comlink.Remote<LearnerCalls>;
        this.evaluation = Comlink.wrap(this.evaluationThread) as Comlink.Remote<EvaluationCalls>;
        // If a script fails to load, calls do not fail; they are just never answered.
        const broken = new Promise((_, reject) => {
            for (const thread of [this.learnerThread, this.evaluationThread]) {
                thread.onerror = (event) => {
                    event.preventDefault();
                    reject(new Error(event.message || 'a script could not be loaded'));
                };
            }
        });
        this.loaded = Promise.race([
            Promise.all([this.learner.load(Comlink.transfer(port2, [port2]), DIGITS), this.evaluation.load(DIGITS)]),
            broken,
        ]);
    }

    /** Reports that the last frame is on the screen. */
    drawn() {
        this.port.postMessage('drawn');
    }
}
