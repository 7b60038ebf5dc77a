/* @ts-self-types="./stdp_digits.d.ts" */

/**
 * A trained network that looks at pictures and does not learn.
 */
export class Recognizer {
    static __wrap(ptr) {
        const obj = Object.create(Recognizer.prototype);
        obj.__wbg_ptr = ptr;
        RecognizerFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        RecognizerFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_recognizer_free(ptr, 0);
    }
    /**
     * Plays until an excitatory cell has spiked, or to the end.
     */
    advanceToSpike() {
        wasm.recognizer_advanceToSpike(this.__wbg_ptr);
    }
    /**
     * Plays until `step` steps have passed; to go back, begin again.
     * @param {number} step
     */
    advanceTo(step) {
        wasm.recognizer_advanceTo(this.__wbg_ptr, step);
    }
    /**
     * Plays up to `steps` steps; returns the number played, 0 if the look is over.
     * @param {number} steps
     * @returns {number}
     */
    advance(steps) {
        const ret = wasm.recognizer_advance(this.__wbg_ptr, steps);
        return ret >>> 0;
    }
    /**
     * Begins to look at 784 pixels with the noise of `seed`; `pieces` is how many separate pieces the drawing is in, 1
     * unless told otherwise.
     * @param {Uint8Array} pixels
     * @param {number} seed
     * @param {number | null} [pieces]
     */
    begin(pixels, seed, pieces) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_begin(this.__wbg_ptr, ptr0, len0, seed, isLikeNone(pieces) ? Number.MAX_SAFE_INTEGER : (pieces) >>> 0);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Digest of the state of all cells, equal for equal histories.
     * @returns {string}
     */
    digest() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.recognizer_digest(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Time step in ms.
     * @returns {number}
     */
    get dt() {
        const ret = wasm.recognizer_dt(this.__wbg_ptr);
        return ret;
    }
    /**
     * Receptive fields as pictures: 784 bytes per cell, cell by cell; 128 is full darkness.
     * @returns {Uint8Array}
     */
    fields() {
        const ret = wasm.recognizer_fields(this.__wbg_ptr);
        return ret;
    }
    /**
     * What the inputs see: `pixels` or `edges`.
     * @returns {string}
     */
    get frontEnd() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.recognizer_frontEnd(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * How strongly each of the 784 inputs is driven when these pixels are shown, 0…255. Inputs that see edges come
     * channel by channel (edges that run –, /, |, \\), each 14 rows of 14 places.
     * @param {Uint8Array} pixels
     * @returns {Uint8Array}
     */
    inputs(pixels) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_inputs(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The digit of each cell, −1 for one that was silent in labelling.
     * @returns {Int8Array}
     */
    labels() {
        const ret = wasm.recognizer_labels(this.__wbg_ptr);
        return ret;
    }
    /**
     * Reads a labelled model from the bytes of its safetensors file.
     * @param {Uint8Array} bytes
     * @returns {Recognizer}
     */
    static load(bytes) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_load(ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Recognizer.__wrap(ret[0]);
    }
    /**
     * Current membrane potentials in mV.
     * @returns {Float32Array}
     */
    membranes() {
        const ret = wasm.recognizer_membranes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Where the model comes from: constants, seed, accuracy.
     * @returns {any}
     */
    metadata() {
        const ret = wasm.recognizer_metadata(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Excitatory cells.
     * @returns {number}
     */
    get neurons() {
        const ret = wasm.recognizer_neurons(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Mean spikes of each cell in a look at each digit, ten values per cell.
     * @returns {Float32Array}
     */
    rates() {
        const ret = wasm.recognizer_rates(this.__wbg_ptr);
        return ret;
    }
    /**
     * The picture behind the inputs when these pixels are shown: with its slant removed if the network learned that
     * way.
     * @param {Uint8Array} pixels
     * @returns {Uint8Array}
     */
    seen(pixels) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_seen(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Sets the least evidence for an answer, 0 to 1.
     * @param {number} threshold
     */
    setThreshold(threshold) {
        wasm.recognizer_setThreshold(this.__wbg_ptr, threshold);
    }
    /**
     * `{step, lookStep, attempt, maxRateHz, phase}`
     * @returns {Status}
     */
    status() {
        const ret = wasm.recognizer_status(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Steps of one look.
     * @returns {number}
     */
    get stepsPerLook() {
        const ret = wasm.recognizer_stepsPerLook(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Excitatory spikes since the last call: step, cell, step, cell, …
     * @returns {Uint32Array}
     */
    takeExcSpikes() {
        const ret = wasm.recognizer_takeExcSpikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Inhibitory spikes since the last call: step, cell, step, cell, …
     * @returns {Uint32Array}
     */
    takeInhSpikes() {
        const ret = wasm.recognizer_takeInhSpikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Input spikes since the last call: step, input, step, input, …
     * @returns {Uint32Array}
     */
    takeInputSpikes() {
        const ret = wasm.recognizer_takeInputSpikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * For each step since the last call: its number, then v in mV, g_e and g_i of every traced cell.
     * @returns {Float32Array}
     */
    takeTraces() {
        const ret = wasm.recognizer_takeTraces(this.__wbg_ptr);
        return ret;
    }
    /**
     * Adaptive parts of the thresholds in mV.
     * @returns {Float32Array}
     */
    theta() {
        const ret = wasm.recognizer_theta(this.__wbg_ptr);
        return ret;
    }
    /**
     * Thresholds in mV.
     * @returns {Float32Array}
     */
    thresholds() {
        const ret = wasm.recognizer_thresholds(this.__wbg_ptr);
        return ret;
    }
    /**
     * Records the membranes of these cells from the next step; invalid cells are ignored.
     * @param {Uint16Array} cells
     */
    trace(cells) {
        const ptr0 = passArray16ToWasm0(cells, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        wasm.recognizer_trace(this.__wbg_ptr, ptr0, len0);
    }
    /**
     * `{digit, votes, spikes, evidence, likeness, reason}` of this look so far.
     * @returns {Verdict}
     */
    verdict() {
        const ret = wasm.recognizer_verdict(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Weights from these inputs to a cell; 0 if there is no such input or cell.
     * @param {Uint16Array} inputs
     * @param {number} cell
     * @returns {Float32Array}
     */
    weightsBetween(inputs, cell) {
        const ptr0 = passArray16ToWasm0(inputs, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_weightsBetween(this.__wbg_ptr, ptr0, len0, cell);
        return ret;
    }
    /**
     * The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
     * @param {number} cell
     * @returns {Float32Array | undefined}
     */
    weightsOf(cell) {
        const ret = wasm.recognizer_weightsOf(this.__wbg_ptr, cell);
        return ret;
    }
}
if (Symbol.dispose) Recognizer.prototype[Symbol.dispose] = Recognizer.prototype.free;

/**
 * A seed from the browser's randomness, the only place that uses any.
 * @returns {number}
 */
export function freshSeed() {
    const ret = wasm.freshSeed();
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

/**
 * The network's input for a drawing: `xy` holds x, y, … in pad units (0…1, y down), `lengths` the number of points of
 * each stroke; it is centred and scaled unless turned off.
 *
 * Throws an error named `NothingToSee` if there is no digit to see.
 * @param {Float32Array} xy
 * @param {Uint32Array} lengths
 * @param {boolean | null} [centre]
 * @param {boolean | null} [scale]
 * @returns {Uint8Array}
 */
export function imageFromStrokes(xy, lengths, centre, scale) {
    const ptr0 = passArrayF32ToWasm0(xy, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ptr1 = passArray32ToWasm0(lengths, wasm.__wbindgen_malloc);
    const len1 = WASM_VECTOR_LEN;
    const ret = wasm.imageFromStrokes(ptr0, len0, ptr1, len1, isLikeNone(centre) ? 0xFFFFFF : centre ? 1 : 0, isLikeNone(scale) ? 0xFFFFFF : scale ? 1 : 0);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

/**
 * How many separate pieces a drawing is in, given as to `imageFromStrokes`.
 * @param {Float32Array} xy
 * @param {Uint32Array} lengths
 * @returns {number}
 */
export function pieces(xy, lengths) {
    const ptr0 = passArrayF32ToWasm0(xy, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ptr1 = passArray32ToWasm0(lengths, wasm.__wbindgen_malloc);
    const len1 = WASM_VECTOR_LEN;
    const ret = wasm.pieces(ptr0, len0, ptr1, len1);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return ret[0] >>> 0;
}

export function start() {
    wasm.start();
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg___wbindgen_throw_5d9e815e6fdf150f: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg_error_757e9472f8410341: function(arg0, arg1) {
            let deferred0_0;
            let deferred0_1;
            try {
                deferred0_0 = arg0;
                deferred0_1 = arg1;
                console.error(getStringFromWasm0(arg0, arg1));
            } finally {
                wasm.__wbindgen_free(deferred0_0, deferred0_1, 1);
            }
        },
        __wbg_getRandomValues_436a51d0629d84e1: function() { return handleError(function (arg0, arg1) {
            globalThis.crypto.getRandomValues(getArrayU8FromWasm0(arg0, arg1));
        }, arguments); },
        __wbg_new_227d7c05414eb861: function() {
            const ret = new Error();
            return ret;
        },
        __wbg_new_52cbf986bbb95d7c: function(arg0) {
            const ret = new Uint32Array(arg0);
            return ret;
        },
        __wbg_new_a32a1ab6c6655abe: function(arg0, arg1) {
            const ret = new Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_bebc3f4757acf305: function() {
            const ret = new Object();
            return ret;
        },
        __wbg_new_ffa92086ea89f79c: function() {
            const ret = new Array();
            return ret;
        },
        __wbg_new_from_slice_2221cabb71753908: function(arg0, arg1) {
            const ret = new Float32Array(getArrayF32FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_4ee02165f9de919e: function(arg0, arg1) {
            const ret = new Uint8Array(getArrayU8FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_a500ec81601be48f: function(arg0, arg1) {
            const ret = new Uint32Array(getArrayU32FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_new_from_slice_b88fea8b56c020b3: function(arg0, arg1) {
            const ret = new Int8Array(getArrayI8FromWasm0(arg0, arg1));
            return ret;
        },
        __wbg_parse_6937a9050adfb0e1: function() { return handleError(function (arg0, arg1) {
            const ret = JSON.parse(getStringFromWasm0(arg0, arg1));
            return ret;
        }, arguments); },
        __wbg_set_13d25b81ab403f5e: function(arg0, arg1, arg2) {
            arg0[arg1 >>> 0] = arg2;
        },
        __wbg_set_6be42768c690e380: function(arg0, arg1, arg2) {
            arg0[arg1] = arg2;
        },
        __wbg_set_a377297433dfea63: function() { return handleError(function (arg0, arg1, arg2) {
            const ret = Reflect.set(arg0, arg1, arg2);
            return ret;
        }, arguments); },
        __wbg_stack_3b0d974bbf31e44f: function(arg0, arg1) {
            const ret = arg1.stack;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
            getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
        },
        __wbindgen_generic_0000000000000001: function(arg0) {
            // Cast intrinsic for `F64 -> Externref`.
            const ret = arg0;
            return ret;
        },
        __wbindgen_generic_0000000000000002: function(arg0, arg1) {
            // Cast intrinsic for `Ref(String) -> Externref`.
            const ret = getStringFromWasm0(arg0, arg1);
            return ret;
        },
        __wbindgen_init_externref_table: function() {
            const table = wasm.__wbindgen_externrefs;
            const offset = table.grow(4);
            table.set(0, undefined);
            table.set(offset + 0, undefined);
            table.set(offset + 1, null);
            table.set(offset + 2, true);
            table.set(offset + 3, false);
        },
    };
    return {
        __proto__: null,
        "./stdp_digits_bg.js": import0,
    };
}

const RecognizerFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_recognizer_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

function getArrayF32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getFloat32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayI8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getInt8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

function getArrayU32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayU8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

let cachedDataViewMemory0 = null;
function getDataViewMemory0() {
    if (cachedDataViewMemory0 === null || cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)) {
        cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    }
    return cachedDataViewMemory0;
}

let cachedFloat32ArrayMemory0 = null;
function getFloat32ArrayMemory0() {
    if (cachedFloat32ArrayMemory0 === null || cachedFloat32ArrayMemory0.byteLength === 0) {
        cachedFloat32ArrayMemory0 = new Float32Array(wasm.memory.buffer);
    }
    return cachedFloat32ArrayMemory0;
}

let cachedInt8ArrayMemory0 = null;
function getInt8ArrayMemory0() {
    if (cachedInt8ArrayMemory0 === null || cachedInt8ArrayMemory0.byteLength === 0) {
        cachedInt8ArrayMemory0 = new Int8Array(wasm.memory.buffer);
    }
    return cachedInt8ArrayMemory0;
}

function getStringFromWasm0(ptr, len) {
    return decodeText(ptr >>> 0, len);
}

let cachedUint16ArrayMemory0 = null;
function getUint16ArrayMemory0() {
    if (cachedUint16ArrayMemory0 === null || cachedUint16ArrayMemory0.byteLength === 0) {
        cachedUint16ArrayMemory0 = new Uint16Array(wasm.memory.buffer);
    }
    return cachedUint16ArrayMemory0;
}

let cachedUint32ArrayMemory0 = null;
function getUint32ArrayMemory0() {
    if (cachedUint32ArrayMemory0 === null || cachedUint32ArrayMemory0.byteLength === 0) {
        cachedUint32ArrayMemory0 = new Uint32Array(wasm.memory.buffer);
    }
    return cachedUint32ArrayMemory0;
}

let cachedUint8ArrayMemory0 = null;
function getUint8ArrayMemory0() {
    if (cachedUint8ArrayMemory0 === null || cachedUint8ArrayMemory0.byteLength === 0) {
        cachedUint8ArrayMemory0 = new Uint8Array(wasm.memory.buffer);
    }
    return cachedUint8ArrayMemory0;
}

function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        const idx = addToExternrefTable0(e);
        wasm.__wbindgen_exn_store(idx);
    }
}

function isLikeNone(x) {
    return x === undefined || x === null;
}

function passArray16ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 2, 2) >>> 0;
    getUint16ArrayMemory0().set(arg, ptr / 2);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArray32ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 4, 4) >>> 0;
    getUint32ArrayMemory0().set(arg, ptr / 4);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArray8ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 1, 1) >>> 0;
    getUint8ArrayMemory0().set(arg, ptr / 1);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passArrayF32ToWasm0(arg, malloc) {
    const ptr = malloc(arg.length * 4, 4) >>> 0;
    getFloat32ArrayMemory0().set(arg, ptr / 4);
    WASM_VECTOR_LEN = arg.length;
    return ptr;
}

function passStringToWasm0(arg, malloc, realloc) {
    if (realloc === undefined) {
        const buf = cachedTextEncoder.encode(arg);
        const ptr = malloc(buf.length, 1) >>> 0;
        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);
        WASM_VECTOR_LEN = buf.length;
        return ptr;
    }

    let len = arg.length;
    let ptr = malloc(len, 1) >>> 0;

    const mem = getUint8ArrayMemory0();

    let offset = 0;

    for (; offset < len; offset++) {
        const code = arg.charCodeAt(offset);
        if (code > 0x7F) break;
        mem[ptr + offset] = code;
    }
    if (offset !== len) {
        if (offset !== 0) {
            arg = arg.slice(offset);
        }
        ptr = realloc(ptr, len, len = offset + arg.length * 3, 1) >>> 0;
        const view = getUint8ArrayMemory0().subarray(ptr + offset, ptr + len);
        const ret = cachedTextEncoder.encodeInto(arg, view);

        offset += ret.written;
        ptr = realloc(ptr, len, offset, 1) >>> 0;
    }

    WASM_VECTOR_LEN = offset;
    return ptr;
}

function takeFromExternrefTable0(idx) {
    const value = wasm.__wbindgen_externrefs.get(idx);
    wasm.__externref_table_dealloc(idx);
    return value;
}

let cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
cachedTextDecoder.decode();
const MAX_SAFARI_DECODE_BYTES = 2146435072;
let numBytesDecoded = 0;
function decodeText(ptr, len) {
    numBytesDecoded += len;
    if (numBytesDecoded >= MAX_SAFARI_DECODE_BYTES) {
        cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
        cachedTextDecoder.decode();
        numBytesDecoded = len;
    }
    return cachedTextDecoder.decode(getUint8ArrayMemory0().subarray(ptr, ptr + len));
}

const cachedTextEncoder = new TextEncoder();

if (!('encodeInto' in cachedTextEncoder)) {
    cachedTextEncoder.encodeInto = function (arg, view) {
        const buf = cachedTextEncoder.encode(arg);
        view.set(buf);
        return {
            read: arg.length,
            written: buf.length
        };
    };
}

let WASM_VECTOR_LEN = 0;

let wasmModule, wasmInstance, wasm;
function __wbg_finalize_init(instance, module) {
    wasmInstance = instance;
    wasm = instance.exports;
    wasmModule = module;
    cachedDataViewMemory0 = null;
    cachedFloat32ArrayMemory0 = null;
    cachedInt8ArrayMemory0 = null;
    cachedUint16ArrayMemory0 = null;
    cachedUint32ArrayMemory0 = null;
    cachedUint8ArrayMemory0 = null;
    wasm.__wbindgen_start();
    return wasm;
}

async function __wbg_load(module, imports) {
    if (typeof Response === 'function' && module instanceof Response) {
        if (!module.ok) {
            throw new Error(`failed to fetch Wasm: ${module.status} ${module.statusText} fetching '${module.url}'`);
        }

        if (typeof WebAssembly.instantiateStreaming === 'function') {
            try {
                return await WebAssembly.instantiateStreaming(module, imports);
            } catch (e) {
                const validResponse = expectedResponseType(module.type);

                if (validResponse && module.headers.get('Content-Type') !== 'application/wasm') {
                    console.warn("`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. Falling back to `WebAssembly.instantiate` which is slower. Original error:\n", e);

                } else { throw e; }
            }
        }

        const bytes = await module.arrayBuffer();
        return await WebAssembly.instantiate(bytes, imports);
    } else {
        const instance = await WebAssembly.instantiate(module, imports);

        if (instance instanceof WebAssembly.Instance) {
            return { instance, module };
        } else {
            return instance;
        }
    }

    function expectedResponseType(type) {
        switch (type) {
            case 'basic': case 'cors': case 'default': return true;
        }
        return false;
    }
}

function initSync(module) {
    if (wasm !== undefined) return wasm;


    if (module !== undefined) {
        if (Object.getPrototypeOf(module) === Object.prototype) {
            ({module} = module)
        } else {
            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')
        }
    }

    const imports = __wbg_get_imports();
    if (!(module instanceof WebAssembly.Module)) {
        module = new WebAssembly.Module(module);
    }
    const instance = new WebAssembly.Instance(module, imports);
    return __wbg_finalize_init(instance, module);
}

async function __wbg_init(module_or_path) {
    if (wasm !== undefined) return wasm;


    if (module_or_path !== undefined) {
        if (Object.getPrototypeOf(module_or_path) === Object.prototype) {
            ({module_or_path} = module_or_path)
        } else {
            console.warn('using deprecated parameters for the initialization function; pass a single object instead')
        }
    }

    if (module_or_path === undefined) {
        module_or_path = new URL('stdp_digits_bg.wasm', import.meta.url);
    }
    const imports = __wbg_get_imports();

    if (typeof module_or_path === 'string' || (typeof Request === 'function' && module_or_path instanceof Request) || (typeof URL === 'function' && module_or_path instanceof URL)) {
        module_or_path = fetch(module_or_path);
    }

    const { instance, module } = await __wbg_load(await module_or_path, imports);

    return __wbg_finalize_init(instance, module);
}

export { initSync, __wbg_init as default };
