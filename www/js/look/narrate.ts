/** Says in a sentence what a verdict means; decides nothing about the digit. */

import type { Verdict } from '../../../pkg/stdp_digits.js';
import type { Picture } from '../kit/picture.ts';
import type { Strings } from '../shell/strings.ts';
import type { Frame, NetworkInfo } from './protocol.ts';

/** Below this many votes, it is too early to say which digit it could be. */
const HARDLY_ANY = 5;
/** Evidence below which an answer is worded with doubt. */
const DOUBTFUL = 0.6;

export function indexOfLargest(values: ArrayLike<number>) {
    let best = 0;
    for (let at = 1; at < values.length; at += 1) {
        best = (values[at] ?? 0) > (values[best] ?? 0) ? at : best;
    }
    return best;
}

/** The digits that are likeliest, the first before the second. */
function likeliestOf(evidence: readonly number[]) {
    const first = indexOfLargest(evidence);
    return { first, second: indexOfLargest(evidence.map((share, at) => (at === first ? -1 : share))) };
}

/** Why there is no answer, where the network knows; empty where there is one, or it does not. */
export function whyNot({ digit, evidence, reason }: Pick<Verdict, 'digit' | 'evidence' | 'reason'>, strings: Strings) {
    if (digit !== null || !reason) {
        return '';
    }
    const { first, second } = likeliestOf(evidence);
    return reason === 'split' ? strings.split(Math.min(first, second), Math.max(first, second)) : strings.unlike;
}

export function narrate(verdict: Verdict, strings: Strings) {
    const { digit, votes, spikes, evidence } = verdict;
    const voted = votes.reduce((sum, count) => sum + count, 0);
    const { first, second: next } = likeliestOf(evidence);
    if (digit === null) {
        const reason = whyNot(verdict, strings);
        return reason ? strings.notSure(reason) : voted < HARDLY_ANY ? strings.silent : strings.unsure(first, next);
    }
    const own = votes[digit] ?? 0;
    const other = indexOfLargest(votes.map((count, at) => (at === digit ? -1 : count)));
    const others = votes[other] ?? 0;
    if (others > own) {
        return strings.readsAgainst(digit, other);
    }
    if (others === own) {
        return strings.readsTied(digit, other);
    }
    return (evidence[digit] ?? 0) < DOUBTFUL
        ? strings.readsDoubtfully(digit, own, spikes, next)
        : strings.reads(digit, own, spikes);
}

/** The same, with how often it had to look. */
export function conclude({ verdict, attempt }: Frame, strings: Strings) {
    const sentence = narrate(verdict, strings);
    return attempt > 1 ? strings.afterLooks(attempt, sentence) : sentence;
}

/** How sure, in two words; empty where there is nothing to be sure of. */
export function sureness(verdict: Verdict, strings: Strings) {
    const { digit, evidence } = verdict;
    return digit === null ? whyNot(verdict, strings) || strings.unsureShort : strings.sure(evidence[digit] ?? 0);
}

/** What was measured when the model was made, from its own metadata. */
export function measured({ neurons, metadata }: NetworkInfo, strings: Strings) {
    const { correct = 0, images = 0 } = metadata.accuracy ?? {};
    return images > 0 ? strings.measured(neurons, correct, images) : strings.unmeasured(neurons);
}

/** The first sentence of the page, with the numbers of the network once it has come. */
export function lead({ neurons, metadata }: NetworkInfo, strings: Strings) {
    const images = metadata.images ?? 0;
    return strings.leadOf(neurons, Number(images));
}

/**
 * The position of a paused look.
 * @param dt ms
 */
export function standing({ verdict, lookStep }: Frame, dt: number, strings: Strings) {
    const leader = indexOfLargest(verdict.votes);
    const most = verdict.votes[leader] ?? 0;
    return most === 0
        ? strings.standsSilent(lookStep * dt)
        : strings.stands(lookStep * dt, leader, most, verdict.spikes);
}

/** The content of the pad. */
export function describePicture({ strokes, sample, image }: Picture, strings: Strings) {
    const digit = sample ?? image?.digit ?? null;
    if (digit !== null || image !== null) {
        return digit === null ? strings.padImage : strings.padSample(digit);
    }
    const places = strokes.flatMap((stroke) => Array.from(stroke));
    const [across, down] = [0, 1].map((axis) =>
        places.filter((_, at) => at % 2 === axis).map((place) => Math.min(28, Math.floor(place * 28) + 1)),
    );
    return across?.length && down
        ? strings.padStrokes(
              strokes.length,
              Math.min(...across),
              Math.max(...across),
              Math.min(...down),
              Math.max(...down),
          )
        : strings.padEmpty;
}
