/** Makes something costly on first use and caches it; after a failure, the next use tries again. */
export function lazy<T>(make: () => Promise<T>): () => Promise<T> {
    let made: Promise<T> | null = null;
    return () =>
        (made ??= make().catch((error) => {
            made = null;
            throw error;
        }));
}
