/**
 * What takes time is made when it is first asked for, kept, and made again where that failed.
 * @template T
 * @param {() => Promise<T>} make
 * @returns {() => Promise<T>}
 */
export function lazy(make) {
    /** @type {Promise<T> | null} */
    let made = null;
    return () =>
        (made ??= make().catch((error) => {
            made = null;
            throw error;
        }));
}
