/**
 * A widget that the first vote does not need: it comes a moment after the page. Until then the last call of each of its methods is
 * kept, and made when it is there.
 * @param names of its methods
 */
export function deferred<K extends string, T extends Record<K, (...told: never[]) => unknown>>(
    coming: Promise<T>,
    names: readonly K[],
): Pick<T, K> {
    const kept = new Map<K, never[]>();
    let widget: T | null = null;
    coming.then(
        (made) => {
            widget = made;
            kept.forEach((told, name) => made[name](...told));
        },
        () => {},
    );
    return Object.fromEntries(
        names.map((name) => [
            name,
            (...told: never[]) => {
                if (widget) {
                    return widget[name](...told);
                }
                // In the order of the last calls.
                kept.delete(name);
                kept.set(name, told);
                return false;
            },
        ]),
    ) as Pick<T, K>;
}
