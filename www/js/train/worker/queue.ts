/** Later, as soon as other messages have been heard: timers of a browser take at least 4 ms once they are nested. */
const bell = new MessageChannel();
const asked: (() => void)[] = [];
bell.port1.onmessage = () => asked.shift()?.();

/** @param delay ms */
export function enqueue(then: () => void, delay: number = 0) {
    if (delay > 0) {
        setTimeout(then, delay);
    } else {
        asked.push(then);
        bell.port2.postMessage(null);
    }
}

/** @returns once other messages have been heard */
export const breathe = (): Promise<void> => new Promise((then) => enqueue(then));
