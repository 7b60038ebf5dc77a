// A network that does what it is told, behind the interface of the real one, and notes what it is asked.

/**
 * @param {object} [options]
 * @param {number} [options.stepsPerLook]
 * @param {number} [options.rest]     steps between looks
 * @param {number} [options.looks]    looks that it needs
 * @param {number} [options.breaksAt] step at which it fails
 * @param {(step: number) => boolean} [options.fires] whether cells fire in a step of a look; in every one unless told otherwise
 */
export function fakeNetwork({ stepsPerLook = 700, rest = 300, looks = 1, breaksAt = Infinity, fires = () => true } = {}) {
    let step = 0;
    let pending = [];
    let counted = 0;
    const length = stepsPerLook + rest;
    const end = looks * length - rest;
    const attempt = () => Math.min(looks, Math.floor(step / length) + 1);
    const take = () => Uint32Array.from(pending.flatMap((at) => [at, at % 7]));
    const network = {
        stepsPerLook,
        dt: 0.5,
        calls: [],
        begin(pixels, seed) {
            network.calls.push({ pixels, seed });
            [step, pending, counted] = [0, [], 0];
        },
        advance(steps) {
            const played = Math.min(steps, end - step);
            for (let at = 0; at < played; at += 1) {
                if (step === breaksAt) throw new RangeError('the fake broke');
                if (step % length === 0) counted = 0;
                // It spikes in every step of a look, never in a rest.
                if (step % length < stepsPerLook && fires(step)) {
                    pending.push(step);
                    counted += 1;
                }
                step += 1;
            }
            return played;
        },
        advanceTo(to) {
            while (step < to && network.advance(1) > 0);
        },
        advanceToSpike() {
            network.advance(1);
        },
        trace() {},
        setThreshold(threshold) {
            network.threshold = threshold;
        },
        membranes: () => Float32Array.of(-65, -52 - step / 1e6),
        weightsBetween: (inputs) => Float32Array.from(inputs, (input) => input / 10),
        takeTraces: () => new Float32Array(0),
        digest: () => `state ${step}`,
        status() {
            const phase = step >= end ? 'done' : step % length < stepsPerLook ? 'look' : 'rest';
            return { step, lookStep: step - (attempt() - 1) * length, attempt: attempt(), maxRateHz: 31.875 * (1 + attempt()), phase };
        },
        takeInputSpikes: take,
        takeExcSpikes: take,
        takeInhSpikes() {
            const spikes = take();
            pending = [];
            return spikes;
        },
        verdict: () => ({ digit: 3, votes: [0, 0, 0, counted, 0, 0, 0, 0, 0, 0], spikes: counted, evidence: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0] }),
    };
    return network;
}

/**
 * Plays a network to its end on a clock of our own.
 * @param {import('../../www/js/look/player.ts').Player} player
 * @param {object[]} posted frames so far, which this waits for
 * @param {{ at: number, alarms: { then: () => void, at: number }[] }} clock
 * @param {number} frameMs
 */
export function playOut(player, posted, clock, frameMs) {
    for (let frames = 0; frames < 100_000; frames += 1) {
        const last = posted.at(-1);
        if (last.type !== 'frame' || last.phase === 'done') return;
        clock.at += frameMs;
        const before = posted.length;
        player.drawn(last.run);
        while (posted.length === before && clock.alarms.length > 0) {
            const alarm = clock.alarms.shift();
            clock.at = Math.max(clock.at, alarm.at);
            alarm.then();
        }
    }
    throw new Error('it never ended');
}
