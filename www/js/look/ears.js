/** Decides when spikes are heard: while time passes, in a tab that is seen, once somebody has asked for it. */

export class Ears {
    /**
     * @param {object} parts
     * @param {import('../shell/state.js').State} parts.state
     * @param {import('./session.js').Session} parts.session
     */
    constructor({ state, session }) {
        this.state = state;
        this.session = session;
        /** @type {Promise<import('./sound.js').Sound> | null} */
        this.coming = null;
        /** @type {import('./sound.js').Sound | null} */
        this.sound = null;
        document.addEventListener('visibilitychange', () => document.hidden && this.sound?.hush());
        // A browser lets nothing be heard before the first touch or key, say where a link has switched the sound on.
        for (const gesture of /** @type {const} */ (['pointerup', 'keyup'])) {
            document.addEventListener(gesture, () => this.sound?.context.resume());
        }
    }

    /** Follows the switch. */
    async update() {
        const { sound: wanted } = this.state.values;
        if (wanted && this.coming === null) {
            this.coming = import('./sound.js').then(({ Sound }) => new Sound());
            this.sound = await this.coming;
        } else if (!wanted && this.coming !== null) {
            const sound = await this.coming;
            this.coming = null;
            this.sound = null;
            await sound.close();
        }
    }

    /** @param {import('./protocol.js').Frame} frame that is on the screen now; a step by hand is heard, too */
    hear(frame) {
        const { info, now, stepsPerSecond } = this.session;
        if (info && now === frame) {
            this.sound?.play(frame, info.labels, stepsPerSecond);
        }
    }

    /** Time has begun or ceased to pass. */
    follow() {
        const { playing, now } = this.session;
        if (!playing && now?.phase !== 'done') {
            this.sound?.hush();
        }
    }
}
