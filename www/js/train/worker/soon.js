/** Later, as soon as other messages have been heard: timers of a browser take at least 4 ms once they are nested. */
const bell = new MessageChannel();
/** @type {(() => void)[]} */
const asked = [];
bell.port1.onmessage = () => asked.shift()?.();

/**
 * @param {() => void} then
 * @param {number} [delay] ms
 */
export function soon(then, delay = 0) {
    if (delay > 0) {
        setTimeout(then, delay);
    } else {
        asked.push(then);
        bell.port2.postMessage(null);
    }
}

/** @returns {Promise<void>} once other messages have been heard */
export const breathe = () => new Promise((then) => soon(then));
