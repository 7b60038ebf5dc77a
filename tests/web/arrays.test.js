// Places of arrays.
import { expect, it } from 'vitest';
import { at, pairs, tally } from '../../www/js/kit/arrays.ts';

it('gives what lies at a place, and says where nothing does', () => {
    expect([at([0, 5], 0), at(Uint8Array.of(0, 5), 1)]).toEqual([0, 5]);
    expect(() => at([0, 5], 2)).toThrow('found no place 2 in an array of 2');
    expect(() => at([], -1)).toThrow(RangeError);
});

it('takes numbers two by two', () => {
    expect(pairs(Uint32Array.of(1, 2, 3, 4))).toEqual([[1, 2], [3, 4]]);
    expect(pairs([1, 2, 3])).toEqual([[1, 2]]);
});

it('counts how often each number comes, and leaves out others', () => {
    expect(tally([0, 2, 2, 3, -1, NaN, 0.5], 3)).toEqual([1, 0, 2]);
});
