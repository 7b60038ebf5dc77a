/** Arrays by their places. */

/** @throws where there is no such place */
export function at<T>(array: ArrayLike<T>, place: number): T {
    const value = array[place];
    if (value === undefined) {
        throw new RangeError(`found no place ${place} in an array of ${array.length}`);
    }
    return value;
}

/** Numbers that belong together two by two: steps and cells of spikes, x and y of points. */
export function pairs(flat: ArrayLike<number>): [number, number][] {
    return Array.from({ length: Math.floor(flat.length / 2) }, (_, place) => [
        at(flat, 2 * place),
        at(flat, 2 * place + 1),
    ]);
}

/** How often each of 0…length − 1 comes. */
export function tally(values: Iterable<number>, length: number): number[] {
    const counts = Array.from({ length }, () => 0);
    for (const value of values) {
        if (value in counts) {
            counts[value] = at(counts, value) + 1;
        }
    }
    return counts;
}

/** The minimum and maximum; Infinity and −Infinity if empty. */
export function extent(...columns: readonly ArrayLike<number>[]): [number, number] {
    let [least, most] = [Infinity, -Infinity];
    for (const value of columns.flatMap((column) => Array.from(column))) {
        least = Math.min(least, value);
        most = Math.max(most, value);
    }
    return [least, most];
}
