/** A whole network in a link: packed, deflated, and encoded in URL-safe characters. */

/** A link that has been made, and what the network in it reads of the held-out images, beside the one before. */
export interface Made {
    link: string;
    correct: number;
    before: number;
    shown: number;
}

const through = async (bytes: Uint8Array, by: GenericTransformStream) =>
    new Uint8Array(
        await new Response(new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(by)).arrayBuffer(),
    );

export async function spellBrain(packed: Uint8Array): Promise<string> {
    const small = await through(packed, new CompressionStream('deflate-raw'));
    const letters = Array.from(small, (byte) => String.fromCharCode(byte)).join('');
    return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @returns empty bytes, which are not a network, if the text is invalid */
export async function unspellBrain(text: string): Promise<Uint8Array> {
    try {
        const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
        return await through(
            Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
            new DecompressionStream('deflate-raw'),
        );
    } catch {
        return new Uint8Array(0);
    }
}
