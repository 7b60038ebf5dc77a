/** A whole network in a link: packed bytes, deflated, in letters that an address may hold. */

/** @param {Uint8Array} bytes @param {GenericTransformStream} by */
const through = async (bytes, by) => new Uint8Array(await new Response(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream().pipeThrough(by)).arrayBuffer());

/**
 * @param {Uint8Array} packed
 * @returns {Promise<string>}
 */
export async function spellBrain(packed) {
    const small = await through(packed, new CompressionStream('deflate-raw'));
    const letters = Array.from(small, (byte) => String.fromCharCode(byte)).join('');
    return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param {string} text
 * @returns {Promise<Uint8Array>} empty where it spells nothing, which no network is
 */
export async function unspellBrain(text) {
    try {
        const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
        return await through(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)), new DecompressionStream('deflate-raw'));
    } catch {
        return new Uint8Array(0);
    }
}
