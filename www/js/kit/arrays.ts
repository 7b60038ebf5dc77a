/** Arrays by their places. */

/** @throws where there is no such place */
export function at<T>(array: ArrayLike<T>, place: number): T {
    const value = array[place];
    if (value === undefined) {
        throw new RangeError(`found no place ${place} in an array of ${array.length}`);
    }
    return value;
}
