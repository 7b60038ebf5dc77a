/* @ts-self-types="./stdp_digits.d.ts" */

/**
 * An excitatory cell.
 */
export class Cell {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        CellFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_cell_free(ptr, 0);
    }
    /**
     * `config` holds what differs from the default constants.
     * @param {any} config
     */
    constructor(config) {
        const ret = wasm.cell_new(config);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        CellFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * What it does with `{duration, synapses, exc, inh, poisson}`, spikes as pairs of ms and weight.
     * @param {any} input
     * @returns {CellRecording}
     */
    record(input) {
        const ret = wasm.cell_record(this.__wbg_ptr, input);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return CellRecording.__wrap(ret[0]);
    }
}
if (Symbol.dispose) Cell.prototype[Symbol.dispose] = Cell.prototype.free;

/**
 * What a cell did.
 */
export class CellRecording {
    static __wrap(ptr) {
        const obj = Object.create(CellRecording.prototype);
        obj.__wbg_ptr = ptr;
        CellRecordingFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        CellRecordingFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_cellrecording_free(ptr, 0);
    }
    /**
     * Spikes of the Poisson inputs: step, input, step, input, …
     * @returns {Uint32Array}
     */
    drawn() {
        const ret = wasm.cellrecording_drawn(this.__wbg_ptr);
        return ret;
    }
    /**
     * The excitatory conductance after each step, in multiples of the leak.
     * @returns {Float32Array}
     */
    gE() {
        const ret = wasm.cellrecording_gE(this.__wbg_ptr);
        return ret;
    }
    /**
     * The inhibitory one.
     * @returns {Float32Array}
     */
    gI() {
        const ret = wasm.cellrecording_gI(this.__wbg_ptr);
        return ret;
    }
    /**
     * The highest potential in mV.
     * @returns {number}
     */
    get peak() {
        const ret = wasm.cellrecording_peak(this.__wbg_ptr);
        return ret;
    }
    /**
     * Steps in which it spiked.
     * @returns {Uint32Array}
     */
    spikes() {
        const ret = wasm.cellrecording_spikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Its adaptive part in mV.
     * @returns {Float32Array}
     */
    theta() {
        const ret = wasm.cellrecording_theta(this.__wbg_ptr);
        return ret;
    }
    /**
     * The threshold after each step in mV.
     * @returns {Float32Array}
     */
    threshold() {
        const ret = wasm.cellrecording_threshold(this.__wbg_ptr);
        return ret;
    }
    /**
     * The membrane potential after each step in mV.
     * @returns {Float32Array}
     */
    v() {
        const ret = wasm.cellrecording_v(this.__wbg_ptr);
        return ret;
    }
}
if (Symbol.dispose) CellRecording.prototype[Symbol.dispose] = CellRecording.prototype.free;

/**
 * A trained network that does not learn here.
 */
export class Judge {
    static __wrap(ptr) {
        const obj = Object.create(Judge.prototype);
        obj.__wbg_ptr = ptr;
        JudgeFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        JudgeFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_judge_free(ptr, 0);
    }
    /**
     * Digest of weights and thetas.
     * @returns {string}
     */
    digest() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.judge_digest(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Receptive fields as pictures, like those of a `Recognizer`.
     * @returns {Uint8Array}
     */
    fields() {
        const ret = wasm.judge_fields(this.__wbg_ptr);
        return ret;
    }
    /**
     * Reads the published code's NumPy files, with its constants: the start of a run over `images` images.
     * @param {Uint8Array} weights
     * @param {Uint8Array} theta
     * @param {number} images
     * @returns {Judge}
     */
    static fromNumpy(weights, theta, images) {
        const ptr0 = passArray8ToWasm0(weights, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ptr1 = passArray8ToWasm0(theta, wasm.__wbindgen_malloc);
        const len1 = WASM_VECTOR_LEN;
        const ret = wasm.judge_fromNumpy(ptr0, len0, ptr1, len1, images);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Judge.__wrap(ret[0]);
    }
    /**
     * What the inputs see: `pixels` or `edges`.
     * @returns {string}
     */
    get frontEnd() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.judge_frontEnd(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * The health of the network, as in `stdp-digits inspect --json`, but with findings as objects.
     * @returns {Health}
     */
    health() {
        const ret = wasm.judge_health(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The digit of each cell, −1 for a silent one; empty before the cells are named.
     * @returns {Int8Array}
     */
    labels() {
        const ret = wasm.judge_labels(this.__wbg_ptr);
        return ret;
    }
    /**
     * Reads a model or a checkpoint from the bytes of its safetensors file.
     * @param {Uint8Array} bytes
     * @returns {Judge}
     */
    static load(bytes) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.judge_load(ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Judge.__wrap(ret[0]);
    }
    /**
     * Where the model comes from.
     * @returns {any}
     */
    metadata() {
        const ret = wasm.judge_metadata(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Takes over the cells' names from another state of the same network.
     * @param {Judge} other
     */
    nameAs(other) {
        _assertClass(other, Judge);
        wasm.judge_nameAs(this.__wbg_ptr, other.__wbg_ptr);
    }
    /**
     * Names the cells by the recorded responses.
     */
    name() {
        wasm.judge_name(this.__wbg_ptr);
    }
    /**
     * Excitatory cells.
     * @returns {number}
     */
    get neurons() {
        const ret = wasm.judge_neurons(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * The network in a few kilobytes, for a link; `unpackBrain` turns it back into a model file.
     * @returns {Uint8Array}
     */
    pack() {
        const ret = wasm.judge_pack(this.__wbg_ptr);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
    /**
     * The digits read from pictures, −1 for undecided; the first is number `from` of the test, with the noise of the
     * network's own seed.
     * @param {Uint8Array} pictures
     * @param {number} from
     * @returns {Int8Array}
     */
    read(pictures, from) {
        const ptr0 = passArray8ToWasm0(pictures, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.judge_read(this.__wbg_ptr, ptr0, len0, from);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Records how the cells respond to labelled pictures, the first being number `from` of the labelling pass.
     * @param {Uint8Array} pictures
     * @param {Uint8Array} labels
     * @param {number} from
     */
    show(pictures, labels, from) {
        const ptr0 = passArray8ToWasm0(pictures, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ptr1 = passArray8ToWasm0(labels, wasm.__wbindgen_malloc);
        const len1 = WASM_VECTOR_LEN;
        const ret = wasm.judge_show(this.__wbg_ptr, ptr0, len0, ptr1, len1, from);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * The thresholds in the format of the published code's `theta_A.npy`.
     * @returns {Uint8Array}
     */
    thetaNpy() {
        const ret = wasm.judge_thetaNpy(this.__wbg_ptr);
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
    /**
     * Adaptive parts of the thresholds in mV.
     * @returns {Float32Array}
     */
    theta() {
        const ret = wasm.judge_theta(this.__wbg_ptr);
        return ret;
    }
    /**
     * The model file, with the names of its cells.
     * @returns {Uint8Array}
     */
    toBytes() {
        const ret = wasm.judge_toBytes(this.__wbg_ptr);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
    /**
     * `{digit, votes, spikes, evidence, likeness, reason}` of one picture, with the noise of `seed`.
     * @param {Uint8Array} pixels
     * @param {number} seed
     * @returns {Verdict}
     */
    vote(pixels, seed) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.judge_vote(this.__wbg_ptr, ptr0, len0, seed);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The weights in the format of the published code's `XeAe.npy`.
     * @returns {Uint8Array}
     */
    weightsNpy() {
        const ret = wasm.judge_weightsNpy(this.__wbg_ptr);
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
}
if (Symbol.dispose) Judge.prototype[Symbol.dispose] = Judge.prototype.free;

/**
 * Six patterns, a handful of cells, every synapse a number.
 */
export class Mini {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        MiniFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_mini_free(ptr, 0);
    }
    /**
     * The pattern of each cell, −1 for none; then the number of looks, and how many were answered correctly.
     * @param {number} looks
     * @returns {Int32Array}
     */
    answers(looks) {
        const ret = wasm.mini_answers(this.__wbg_ptr, looks);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * The 25 synapses of each cell, cell by cell, row by row.
     * @returns {Float32Array}
     */
    fields() {
        const ret = wasm.mini_fields(this.__wbg_ptr);
        return ret;
    }
    /**
     * Shows the next pattern and learns from it; returns its place.
     * @returns {number}
     */
    learn() {
        const ret = wasm.mini_learn(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return ret[0] >>> 0;
    }
    /**
     * The name of a pattern; undefined if there is none.
     * @param {number} place
     * @returns {string | undefined}
     */
    nameOf(place) {
        const ret = wasm.mini_nameOf(this.__wbg_ptr, place);
        let v1;
        if (ret[0] !== 0) {
            v1 = getStringFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        }
        return v1;
    }
    /**
     * 4 to 16 cells with random weights.
     * @param {number} cells
     * @param {number} seed
     */
    constructor(cells, seed) {
        const ret = wasm.mini_new(cells, seed);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        MiniFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * The rows of a pattern, # for white; undefined if there is none.
     * @param {number} place
     * @returns {string[] | undefined}
     */
    pattern(place) {
        const ret = wasm.mini_pattern(this.__wbg_ptr, place);
        let v1;
        if (ret[0] !== 0) {
            v1 = getArrayJsValueFromWasm0(ret[0], ret[1]);
            wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        }
        return v1;
    }
    /**
     * Presentations so far.
     * @returns {number}
     */
    get presented() {
        const ret = wasm.mini_presented(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Presentations after which learning rates have reached their final value.
     * @returns {number}
     */
    get total() {
        const ret = wasm.mini_total(this.__wbg_ptr);
        return ret >>> 0;
    }
}
if (Symbol.dispose) Mini.prototype[Symbol.dispose] = Mini.prototype.free;

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
     * Reads the published code's NumPy files, with its constants. Without labels, the cells are named by looks at
     * `images`, as above.
     * @param {Uint8Array} weights
     * @param {Uint8Array} theta
     * @param {Uint8Array | null | undefined} labels
     * @param {Uint8Array} images
     * @param {Uint8Array} digits
     * @returns {Recognizer}
     */
    static fromNumpy(weights, theta, labels, images, digits) {
        const ptr0 = passArray8ToWasm0(weights, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ptr1 = passArray8ToWasm0(theta, wasm.__wbindgen_malloc);
        const len1 = WASM_VECTOR_LEN;
        var ptr2 = isLikeNone(labels) ? 0 : passArray8ToWasm0(labels, wasm.__wbindgen_malloc);
        var len2 = WASM_VECTOR_LEN;
        const ptr3 = passArray8ToWasm0(images, wasm.__wbindgen_malloc);
        const len3 = WASM_VECTOR_LEN;
        const ptr4 = passArray8ToWasm0(digits, wasm.__wbindgen_malloc);
        const len4 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_fromNumpy(ptr0, len0, ptr1, len1, ptr2, len2, ptr3, len3, ptr4, len4);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Recognizer.__wrap(ret[0]);
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
     * Reads a model. If its cells have no labels yet, they are named by looks at `images`, 784 pixels each, of
     * `digits`.
     * @param {Uint8Array} bytes
     * @param {Uint8Array} images
     * @param {Uint8Array} digits
     * @returns {Recognizer}
     */
    static loadUnlabelled(bytes, images, digits) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ptr1 = passArray8ToWasm0(images, wasm.__wbindgen_malloc);
        const len1 = WASM_VECTOR_LEN;
        const ptr2 = passArray8ToWasm0(digits, wasm.__wbindgen_malloc);
        const len2 = WASM_VECTOR_LEN;
        const ret = wasm.recognizer_loadUnlabelled(ptr0, len0, ptr1, len1, ptr2, len2);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Recognizer.__wrap(ret[0]);
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
 * A synapse with a learning rule.
 */
export class Synapse {
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        SynapseFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_synapse_free(ptr, 0);
    }
    /**
     * Δw of the pairs `{weight, interval, repetitions, hertz}`, with each of `values` in turn for the key `over`
     * ("interval", "weight" or "hertz").
     * @param {any} pairing
     * @param {any} over
     * @param {Float32Array} values
     * @returns {Float32Array}
     */
    curve(pairing, over, values) {
        const ptr0 = passArrayF32ToWasm0(values, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.synapse_curve(this.__wbg_ptr, pairing, over, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * What `{duration, weight, pre, post}` does to it, times in ms.
     * @param {any} spikes
     * @returns {SynapseHistory}
     */
    history(spikes) {
        const ret = wasm.synapse_history(this.__wbg_ptr, spikes);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return SynapseHistory.__wrap(ret[0]);
    }
    /**
     * `config` holds what differs from the default constants.
     * @param {any} config
     */
    constructor(config) {
        const ret = wasm.synapse_new(config);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        SynapseFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * Names of the traces of its rule.
     * @returns {string[]}
     */
    traceNames() {
        const ret = wasm.synapse_traceNames(this.__wbg_ptr);
        var v1 = getArrayJsValueFromWasm0(ret[0], ret[1]);
        wasm.__wbindgen_free(ret[0], ret[1] * 4, 4);
        return v1;
    }
}
if (Symbol.dispose) Synapse.prototype[Symbol.dispose] = Synapse.prototype.free;

/**
 * What happened to a synapse.
 */
export class SynapseHistory {
    static __wrap(ptr) {
        const obj = Object.create(SynapseHistory.prototype);
        obj.__wbg_ptr = ptr;
        SynapseHistoryFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        SynapseHistoryFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_synapsehistory_free(ptr, 0);
    }
    /**
     * For each spike to which the rule responded: its step, 0 for the input's or 1 for the cell's, the weight before
     * and after, and three traces as read by the rule.
     * @returns {Float32Array}
     */
    changes() {
        const ret = wasm.synapsehistory_changes(this.__wbg_ptr);
        return ret;
    }
    /**
     * A trace after each step.
     * @param {number} place
     * @returns {Float32Array}
     */
    trace(place) {
        const ret = wasm.synapsehistory_trace(this.__wbg_ptr, place);
        return ret;
    }
    /**
     * The weight after each step.
     * @returns {Float32Array}
     */
    weight() {
        const ret = wasm.synapsehistory_weight(this.__wbg_ptr);
        return ret;
    }
}
if (Symbol.dispose) SynapseHistory.prototype[Symbol.dispose] = SynapseHistory.prototype.free;

/**
 * A network that learns.
 */
export class Trainer {
    static __wrap(ptr) {
        const obj = Object.create(Trainer.prototype);
        obj.__wbg_ptr = ptr;
        TrainerFinalization.register(obj, obj.__wbg_ptr, obj);
        return obj;
    }
    __destroy_into_raw() {
        const ptr = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        TrainerFinalization.unregister(this);
        return ptr;
    }
    free() {
        const ptr = this.__destroy_into_raw();
        wasm.__wbg_trainer_free(ptr, 0);
    }
    /**
     * All constants.
     * @returns {any}
     */
    config() {
        const ret = wasm.trainer_config(this.__wbg_ptr);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Digest of weights and thetas, equal to the tool's for the same run.
     * @returns {string}
     */
    digest() {
        let deferred1_0;
        let deferred1_1;
        try {
            const ret = wasm.trainer_digest(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Receptive fields as pictures, like those of a `Recognizer`.
     * @returns {Uint8Array}
     */
    fields() {
        const ret = wasm.trainer_fields(this.__wbg_ptr);
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
            const ret = wasm.trainer_frontEnd(this.__wbg_ptr);
            deferred1_0 = ret[0];
            deferred1_1 = ret[1];
            return getStringFromWasm0(ret[0], ret[1]);
        } finally {
            wasm.__wbindgen_free(deferred1_0, deferred1_1, 1);
        }
    }
    /**
     * Images of one pass.
     * @returns {number}
     */
    get images() {
        const ret = wasm.trainer_images(this.__wbg_ptr);
        return ret;
    }
    /**
     * How strongly each of the 784 inputs is driven when these pixels are shown, as in a `Recognizer`.
     * @param {Uint8Array} pixels
     * @returns {Uint8Array}
     */
    inputs(pixels) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_inputs(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return takeFromExternrefTable0(ret[0]);
    }
    /**
     * Learns from one picture of 784 pixels; returns the number of output spikes.
     * @param {Uint8Array} pixels
     * @returns {number}
     */
    learn(pixels) {
        const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_learn(this.__wbg_ptr, ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return ret[0] >>> 0;
    }
    /**
     * Number of looks at the last picture.
     * @returns {number}
     */
    get looks() {
        const ret = wasm.trainer_looks(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Excitatory cells.
     * @returns {number}
     */
    get neurons() {
        const ret = wasm.trainer_neurons(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * A run over `images` images, `passes` times; `config` holds what differs from the default constants.
     * @param {any} config
     * @param {number} seed
     * @param {number} images
     * @param {number} passes
     */
    constructor(config, seed, images, passes) {
        const ret = wasm.trainer_new(config, seed, images, passes);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        this.__wbg_ptr = ret[0];
        TrainerFinalization.register(this, this.__wbg_ptr, this);
        return this;
    }
    /**
     * Which image of the pass comes next; undefined at the end.
     * @returns {number | undefined}
     */
    nextImage() {
        const ret = wasm.trainer_nextImage(this.__wbg_ptr);
        return ret === Number.MAX_SAFE_INTEGER ? undefined : ret;
    }
    /**
     * Passes over them.
     * @returns {number}
     */
    get passes() {
        const ret = wasm.trainer_passes(this.__wbg_ptr);
        return ret >>> 0;
    }
    /**
     * Presentations so far.
     * @returns {number}
     */
    get presented() {
        const ret = wasm.trainer_presented(this.__wbg_ptr);
        return ret;
    }
    /**
     * Continues with other constants from the next image; the number of cells stays the same.
     * @param {any} config
     */
    reconfigure(config) {
        const ret = wasm.trainer_reconfigure(this.__wbg_ptr, config);
        if (ret[1]) {
            throw takeFromExternrefTable0(ret[0]);
        }
    }
    /**
     * Resumes a run from a checkpoint written by this class or by the tool's `train`.
     * @param {Uint8Array} bytes
     * @returns {Trainer}
     */
    static resume(bytes) {
        const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_resume(ptr0, len0);
        if (ret[2]) {
            throw takeFromExternrefTable0(ret[1]);
        }
        return Trainer.__wrap(ret[0]);
    }
    /**
     * Seed of the initial weights and of all noise.
     * @returns {number}
     */
    get seed() {
        const ret = wasm.trainer_seed(this.__wbg_ptr);
        return ret;
    }
    /**
     * Starts or stops recording spikes.
     * @param {boolean} on
     */
    setMonitor(on) {
        wasm.trainer_setMonitor(this.__wbg_ptr, on);
    }
    /**
     * The share of the rule's rates for the next picture.
     * @returns {number}
     */
    get share() {
        const ret = wasm.trainer_share(this.__wbg_ptr);
        return ret;
    }
    /**
     * The pictures of these cells as of the last `takeChanged`, one after the other.
     * @param {Uint16Array} cells
     * @returns {Uint8Array}
     */
    shownFields(cells) {
        const ptr0 = passArray16ToWasm0(cells, wasm.__wbindgen_malloc);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.trainer_shownFields(this.__wbg_ptr, ptr0, len0);
        return ret;
    }
    /**
     * Number of cells without a spike in the last look of any of the last `presentations`.
     * @param {number} presentations
     * @returns {number}
     */
    silent(presentations) {
        const ret = wasm.trainer_silent(this.__wbg_ptr, presentations);
        return ret >>> 0;
    }
    /**
     * The cells whose pictures have changed since the last call.
     * @returns {Uint16Array}
     */
    takeChanged() {
        const ret = wasm.trainer_takeChanged(this.__wbg_ptr);
        return ret;
    }
    /**
     * Excitatory spikes of the last picture: step, cell, step, cell, …
     * @returns {Uint32Array}
     */
    takeExcSpikes() {
        const ret = wasm.trainer_takeExcSpikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Input spikes of the last picture: step, input, step, input, …
     * @returns {Uint32Array}
     */
    takeInputSpikes() {
        const ret = wasm.trainer_takeInputSpikes(this.__wbg_ptr);
        return ret;
    }
    /**
     * Adaptive parts of the thresholds in mV.
     * @returns {Float32Array}
     */
    theta() {
        const ret = wasm.trainer_theta(this.__wbg_ptr);
        return ret;
    }
    /**
     * The checkpoint: a model file from which the run can be resumed, also in the tool.
     * @returns {Uint8Array}
     */
    toBytes() {
        const ret = wasm.trainer_toBytes(this.__wbg_ptr);
        if (ret[3]) {
            throw takeFromExternrefTable0(ret[2]);
        }
        var v1 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
        wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
        return v1;
    }
    /**
     * Presentations of the whole run.
     * @returns {number}
     */
    get total() {
        const ret = wasm.trainer_total(this.__wbg_ptr);
        return ret;
    }
    /**
     * The weight between an input and a cell; undefined if there is none.
     * @param {number} input
     * @param {number} cell
     * @returns {number | undefined}
     */
    weight(input, cell) {
        const ret = wasm.trainer_weight(this.__wbg_ptr, input, cell);
        return ret === Number.MAX_SAFE_INTEGER ? undefined : ret;
    }
    /**
     * The 784 weights of a cell, in the order of its inputs; undefined if there is no such cell.
     * @param {number} cell
     * @returns {Float32Array | undefined}
     */
    weightsOf(cell) {
        const ret = wasm.trainer_weightsOf(this.__wbg_ptr, cell);
        return ret;
    }
}
if (Symbol.dispose) Trainer.prototype[Symbol.dispose] = Trainer.prototype.free;

/**
 * 784 pixels moved right and down by `x` and `y` pixels, turned clockwise by `rotate` degrees, with lines `thicken`
 * pixels wider, and the share `noise` of the pixels replaced by noise of `seed`.
 * @param {Uint8Array} pixels
 * @param {number} x
 * @param {number} y
 * @param {number} rotate
 * @param {number} thicken
 * @param {number} noise
 * @param {number} seed
 * @returns {Uint8Array}
 */
export function distort(pixels, x, y, rotate, thicken, noise, seed) {
    const ptr0 = passArray8ToWasm0(pixels, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ret = wasm.distort(ptr0, len0, x, y, rotate, thicken, noise, seed);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
}

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
 * The network's input for a picture file, given the pixels from a canvas; it is centred and scaled unless turned off.
 *
 * Throws an error named `NothingToSee` if there is no digit to see.
 * @param {ImageData} picture
 * @param {boolean | null} [centre]
 * @param {boolean | null} [scale]
 * @returns {Uint8Array}
 */
export function imageFromPicture(picture, centre, scale) {
    const ret = wasm.imageFromPicture(picture, isLikeNone(centre) ? 0xFFFFFF : centre ? 1 : 0, isLikeNone(scale) ? 0xFFFFFF : scale ? 1 : 0);
    if (ret[2]) {
        throw takeFromExternrefTable0(ret[1]);
    }
    return takeFromExternrefTable0(ret[0]);
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

/**
 * The model file of a network packed by [`Judge::pack`].
 *
 * # Errors
 * Bytes that are not a complete packed network.
 * @param {Uint8Array} bytes
 * @returns {Uint8Array}
 */
export function unpackBrain(bytes) {
    const ptr0 = passArray8ToWasm0(bytes, wasm.__wbindgen_malloc);
    const len0 = WASM_VECTOR_LEN;
    const ret = wasm.unpackBrain(ptr0, len0);
    if (ret[3]) {
        throw takeFromExternrefTable0(ret[2]);
    }
    var v2 = getArrayU8FromWasm0(ret[0], ret[1]).slice();
    wasm.__wbindgen_free(ret[0], ret[1] * 1, 1);
    return v2;
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_Error_67e7344beaa85059: function(arg0, arg1) {
            const ret = Error(getStringFromWasm0(arg0, arg1));
            return ret;
        },
        __wbg___wbindgen_is_null_5160b3e381865372: function(arg0) {
            const ret = arg0 === null;
            return ret;
        },
        __wbg___wbindgen_is_undefined_8c687d0b90d5b524: function(arg0) {
            const ret = arg0 === undefined;
            return ret;
        },
        __wbg___wbindgen_string_get_92ab86bb19cbc12f: function(arg0, arg1) {
            const obj = arg1;
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
            getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_throw_5d9e815e6fdf150f: function(arg0, arg1) {
            throw new Error(getStringFromWasm0(arg0, arg1));
        },
        __wbg_data_efdd49457735dfbd: function(arg0, arg1) {
            const ret = arg1.data;
            const ptr1 = passArray8ToWasm0(ret, wasm.__wbindgen_malloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32(arg0 + 4 * 1, len1, true);
            getDataViewMemory0().setInt32(arg0 + 4 * 0, ptr1, true);
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
        __wbg_height_391858e9c0c3083a: function(arg0) {
            const ret = arg0.height;
            return ret;
        },
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
        __wbg_new_from_slice_99697c36232c8a60: function(arg0, arg1) {
            const ret = new Uint16Array(getArrayU16FromWasm0(arg0, arg1));
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
        __wbg_new_from_slice_ced81ae1cc9810d0: function(arg0, arg1) {
            const ret = new Int32Array(getArrayI32FromWasm0(arg0, arg1));
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
        __wbg_stringify_54b3d9b61602aee6: function() { return handleError(function (arg0) {
            const ret = JSON.stringify(arg0);
            return ret;
        }, arguments); },
        __wbg_width_02c0367ff32493ae: function(arg0) {
            const ret = arg0.width;
            return ret;
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
        __wbindgen_generic_0000000000000003: function(arg0) {
            // Cast intrinsic for `U64 -> Externref`.
            const ret = BigInt.asUintN(64, arg0);
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

const CellFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_cell_free(ptr, 1));
const CellRecordingFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_cellrecording_free(ptr, 1));
const JudgeFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_judge_free(ptr, 1));
const MiniFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_mini_free(ptr, 1));
const RecognizerFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_recognizer_free(ptr, 1));
const SynapseFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_synapse_free(ptr, 1));
const SynapseHistoryFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_synapsehistory_free(ptr, 1));
const TrainerFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__wbg_trainer_free(ptr, 1));

function addToExternrefTable0(obj) {
    const idx = wasm.__externref_table_alloc();
    wasm.__wbindgen_externrefs.set(idx, obj);
    return idx;
}

function _assertClass(instance, klass) {
    if (!(instance instanceof klass)) {
        throw new Error(`expected instance of ${klass.name}`);
    }
}

function getArrayF32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getFloat32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayI32FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getInt32ArrayMemory0().subarray(ptr / 4, ptr / 4 + len);
}

function getArrayI8FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getInt8ArrayMemory0().subarray(ptr / 1, ptr / 1 + len);
}

function getArrayJsValueFromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    const mem = getDataViewMemory0();
    const result = [];
    for (let i = ptr; i < ptr + 4 * len; i += 4) {
        result.push(wasm.__wbindgen_externrefs.get(mem.getUint32(i, true)));
    }
    wasm.__externref_drop_slice(ptr, len);
    return result;
}

function getArrayU16FromWasm0(ptr, len) {
    ptr = ptr >>> 0;
    return getUint16ArrayMemory0().subarray(ptr / 2, ptr / 2 + len);
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

let cachedInt32ArrayMemory0 = null;
function getInt32ArrayMemory0() {
    if (cachedInt32ArrayMemory0 === null || cachedInt32ArrayMemory0.byteLength === 0) {
        cachedInt32ArrayMemory0 = new Int32Array(wasm.memory.buffer);
    }
    return cachedInt32ArrayMemory0;
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
    cachedInt32ArrayMemory0 = null;
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
