// Networks are measured one at a time, not all the time, and the last one always.
import { expect, it } from 'vitest';
import { Examiner, FREE } from '../../www/js/train/run/examiner.ts';

const settled = () => new Promise((then) => setTimeout(then, 5));

/** An examiner whose every measurement takes so many ms of a clock of its own. */
function bench(takes) {
    let time = 0;
    const begun = [];
    const measured = [];
    const judge = {
        measure: async ([image], votes) => {
            begun.push(votes ? image : -image);
            await settled();
            time += takes;
            return image;
        },
    };
    const examiner = new Examiner(judge, { onMeasured: (image, copy) => measured.push([image, copy]), onError: (error) => measured.push(error.message), onChange() {} }, () => time);
    return { examiner, begun, measured, judge };
}

it('skips what comes while it measures, and a run that stands is not made to wait', async () => {
    const { examiner, begun, measured } = bench(10_000);
    for (let early = 1; early < FREE; early += 1) await examiner.measure([0], null, false);
    expect(begun.splice(0)).toHaveLength(FREE - 1);
    measured.length = 0;
    const done = examiner.measure([1], null, false);
    await Promise.resolve();
    examiner.measure([2], null, false);
    examiner.measure([3], null, false);
    await settled();
    await settled();
    // Twenty seconds of rest.
    expect([begun, examiner.busy]).toEqual([[1], true]);
    examiner.measure([4], [5], true);
    await done;
    expect([begun, measured, examiner.busy]).toEqual([[1, 4, -5], [[1, null], [4, 5]], false]);
});

it('drops what belongs to another run, and is ready for the next', async () => {
    const { examiner, begun, measured } = bench(10_000);
    examiner.count = FREE;
    const done = examiner.measure([1], null, false);
    await Promise.resolve();
    examiner.measure([2], null, false);
    await settled();
    await settled();
    examiner.forget();
    await done;
    await examiner.measure([6], null, true);
    expect([begun, measured]).toEqual([[1, 6], [[1, null], [6, null]]]);
});

it('tells an error and goes on', async () => {
    const { examiner, measured, judge } = bench(0);
    const { measure } = judge;
    judge.measure = async () => Promise.reject(new Error('no'));
    await examiner.measure([1], null, true);
    judge.measure = measure;
    await examiner.measure([2], null, true);
    expect(measured).toEqual(['no', [2, null]]);
});
