/** Style sheets of a view that is fetched when it is opened. */

/**
 * Puts them after the page's own, in the order given, which decides between rules of the same weight.
 * @returns when they have come, or did not
 */
export function loadStyles(...addresses: string[]): Promise<unknown> {
    return Promise.all(
        addresses.map((href) => {
            const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
            document.head.append(link);
            return new Promise((then) => {
                link.onload = link.onerror = then;
            });
        }),
    );
}
