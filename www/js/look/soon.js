/**
 * A widget that the first vote does not need: it comes a moment after the page. Until then the last call of each of its methods is
 * kept, and made when it is there.
 * @template T
 * @template {keyof T} K
 * @param {Promise<T>} coming
 * @param {readonly K[]} names of its methods
 * @returns {Pick<T, K>}
 */
export function soon(coming, names) {
    /** @type {Map<K, any[]>} */
    const kept = new Map();
    /** @type {any} */
    let widget = null;
    coming.then((made) => {
        widget = made;
        kept.forEach((told, name) => widget[name](...told));
    }, () => {});
    return /** @type {any} */ (
        Object.fromEntries(
            names.map((name) => [
                name,
                (/** @type {any[]} */ ...told) => {
                    if (widget) {
                        return widget[name](...told);
                    }
                    // In the order of the last calls.
                    kept.delete(name);
                    kept.set(name, told);
                    return false;
                },
            ]),
        )
    );
}
