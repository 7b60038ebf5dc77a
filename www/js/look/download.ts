/** A network's file as it comes, piece by piece. */

/**
 * How long a safetensors file is by its own header: a length of eight bytes, JSON of that length that says where each tensor
 * ends, and the tensors. Servers do not tell when they pack what they send.
 * @param start of the file
 * @returns 0: the header is not there yet, or none
 */
export function lengthOf(start: Uint8Array): number {
    const header = start.length < 8 ? Infinity : new DataView(start.buffer, start.byteOffset).getUint32(0, true);
    if (start.length < 8 + header) {
        return 0;
    }
    try {
        const tensors: { data_offsets?: [number, number] }[] = Object.values(
            JSON.parse(new TextDecoder().decode(start.subarray(8, 8 + header))),
        );
        return tensors.reduce((end, { data_offsets: [, last] = [0, 0] }) => Math.max(end, 8 + header + last), 0);
    } catch {
        return 0;
    }
}

function joined(pieces: readonly Uint8Array[]) {
    const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
    }
    return bytes;
}

/** @param onProgress bytes that have come, and of how many; 0: not known yet */
export async function download(
    response: Response,
    onProgress: (loaded: number, total: number) => void,
): Promise<Uint8Array> {
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const pieces = [];
    let loaded = 0;
    let total = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done) {
            return joined(pieces);
        }
        pieces.push(value);
        loaded += value.length;
        total = total || lengthOf(joined(pieces));
        onProgress(loaded, total);
    }
}
