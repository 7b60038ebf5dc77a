/** The page's side of the two workers. */
import * as Comlink from 'comlink';

/** @typedef {import('./protocol.js').LearnerCalls} LearnerCalls */
/** @typedef {import('./protocol.js').JudgeCalls} JudgeCalls */

/** Where the images lie: beside the page. */
const DIGITS = new URL('digits/', document.baseURI).href;

export class Crew {
    /**
     * @param {object} listeners
     * @param {(frame: import('./protocol.js').TrainFrame) => void} listeners.onFrame
     * @param {(checkpoint: import('./protocol.js').Checkpoint) => void} listeners.onCheckpoint
     */
    constructor({ onFrame, onCheckpoint }) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => (data.type === 'frame' ? onFrame(data) : onCheckpoint(data));
        this.port = port1;
        this.learnerThread = new Worker(new URL('../worker/learner-worker.js', import.meta.url), { type: 'module' });
        this.judgeThread = new Worker(new URL('../worker/judge-worker.js', import.meta.url), { type: 'module' });
        this.learner = /** @type {Comlink.Remote<LearnerCalls>} */ (Comlink.wrap(this.learnerThread));
        this.judge = /** @type {Comlink.Remote<JudgeCalls>} */ (Comlink.wrap(this.judgeThread));
        // A script that does not arrive makes no call fail: it only never answers.
        const broken = new Promise((_, reject) => {
            for (const thread of [this.learnerThread, this.judgeThread]) {
                thread.onerror = (event) => {
                    event.preventDefault();
                    reject(new Error(event.message || 'a script could not be loaded'));
                };
            }
        });
        /** When both can work. */
        this.loaded = Promise.race([Promise.all([this.learner.load(Comlink.transfer(port2, [port2]), DIGITS), this.judge.load(DIGITS)]), broken]);
    }

    /** The last frame is on the screen. */
    drawn() {
        this.port.postMessage('drawn');
    }
}
