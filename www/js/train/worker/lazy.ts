/** What takes time is made when it is first asked for, kept, and made again where that failed. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
    let made: Promise<T> | null = null;
    return () =>
        (made ??= make().catch((error) => {
            made = null;
            throw error;
        }));
}
