// Networks are measured one at a time, not all the time, and the last one always.
import { expect, it } from 'vitest';
import { Evaluator, FREE } from '../../www/js/train/run/evaluator.ts';

const settled = () => new Promise((then) => setTimeout(then, 5));

/** An evaluator whose every measurement takes so many ms of a clock of its own. */
function bench(takes) {
    let time = 0;
    const begun = [];
    const measured = [];
    const evaluation = {
        measure: async ([image], votes) => {
            begun.push(votes ? image : -image);
            await settled();
            time += takes;
            return image;
        },
    };
    const evaluator = new Evaluator(evaluation, { onMeasured: (image, copy) => measured.push([image, copy]), onError: (error) => measured.push(error.message), onChange() {} }, () => time);
    return { evaluator, begun, measured, evaluation };
}

it('skips what comes while it measures, and a run that stands is not made to wait', async () => {
    const { evaluator, begun, measured } = bench(10_000);
    for (let early = 1; early < FREE; early += 1) await evaluator.measure([0], null, false);
    expect(begun.splice(0)).toHaveLength(FREE - 1);
    measured.length = 0;
    const done = evaluator.measure([1], null, false);
    await Promise.resolve();
    evaluator.measure([2], null, false);
    evaluator.measure([3], null, false);
    await settled();
    await settled();
    // Twenty seconds of rest.
    expect([begun, evaluator.busy]).toEqual([[1], true]);
    evaluator.measure([4], [5], true);
    await done;
    expect([begun, measured, evaluator.busy]).toEqual([[1, 4, -5], [[1, null], [4, 5]], false]);
});

it('drops what belongs to another run, and is ready for the next', async () => {
    const { evaluator, begun, measured } = bench(10_000);
    evaluator.count = FREE;
    const done = evaluator.measure([1], null, false);
    await Promise.resolve();
    evaluator.measure([2], null, false);
    await settled();
    await settled();
    evaluator.forget();
    await done;
    await evaluator.measure([6], null, true);
    expect([begun, measured]).toEqual([[1, 6], [[1, null], [6, null]]]);
});

it('tells an error and goes on', async () => {
    const { evaluator, measured, evaluation } = bench(0);
    const { measure } = evaluation;
    evaluation.measure = async () => Promise.reject(new Error('no'));
    await evaluator.measure([1], null, true);
    evaluation.measure = measure;
    await evaluator.measure([2], null, true);
    expect(measured).toEqual(['no', [2, null]]);
});
