/** The trained networks that come with the page: those that lay in models/ when it was built. */

/** What the inputs see. */
export type FrontEnd = 'pixels' | 'edges';

/**
 * What a network is loaded from: an address, a file of this program, or NumPy files, with labelled images to name its cells by if
 * it has no labels.
 */
export type ModelFiles =
    | { url: string }
    | { bytes: Uint8Array; named?: Named }
    | { weights: Uint8Array; theta: Uint8Array; labels?: Uint8Array; named?: Named };

/** Images that name cells, 784 pixels each, and their digits. */
export type Named = { images: Uint8Array; digits: Uint8Array };

const found: Record<string, string> = import.meta.glob('../../../models/*.safetensors', {
    query: '?url',
    import: 'default',
    eager: true,
});

/** Networks that see pixels, beside those of as many cells that see edges, have names that end so. */
const PIXELS = '-pixels';

/**
 * @param name such as 400 or 400-pixels
 * @returns of cells
 */
export function cellsOf(name: string): number {
    return Number.parseInt(name, 10);
}

/** Where each is, by its name, the smallest first. */
export const MODELS: ReadonlyMap<string, string> = new Map(
    Object.entries(found)
        .map(([path, url]) => [/([^/]+)\.safetensors$/.exec(path)?.[1] ?? path, url] as [string, string])
        .sort(([a], [b]) => cellsOf(a) - cellsOf(b) || a.length - b.length),
);

/** The one that the page opens with. */
export const FIRST_MODEL = '400';

/** @param name of one of them */
export function modelUrl(name: string) {
    return new URL(MODELS.get(name) ?? '', document.baseURI).href;
}

/** @returns what it sees, according to its name */
export function frontEndOf(name: string): FrontEnd {
    return name.endsWith(PIXELS) ? 'pixels' : 'edges';
}

/** @returns the network of as many cells that sees the other thing */
export function counterpart(name: string): string | null {
    const other = name.endsWith(PIXELS) ? name.slice(0, -PIXELS.length) : name + PIXELS;
    return MODELS.has(other) ? other : null;
}
