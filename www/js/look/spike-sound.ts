/** Decides when spikes are heard: while time passes, in a tab that is seen, once somebody has asked for it. */
import type { State } from '../shell/state.ts';
import type { Frame } from './protocol.ts';
import type { Session } from './session.ts';
import type { Sound } from './sound.ts';

export class SpikeSound {
    state: State;
    session: Session;
    coming: Promise<Sound> | null = null;
    sound: Sound | null = null;

    constructor({
        state,
        session,
    }: {
        state: State;
        session: Session;
    }) {
        this.state = state;
        this.session = session;
        document.addEventListener('visibilitychange', () => document.hidden && this.sound?.silence());
        // A browser lets nothing be heard before the first touch or key, say where a link has switched the sound on.
        for (const gesture of ['pointerup', 'keyup'] as const) {
            document.addEventListener(gesture, () => this.sound?.context.resume());
        }
    }

    /** Follows the switch. */
    async update() {
        const { sound: wanted } = this.state.values;
        if (wanted && this.coming === null) {
            this.coming = import('./sound.ts').then(({ Sound }) => new Sound());
            this.sound = await this.coming;
        } else if (!wanted && this.coming !== null) {
            const sound = await this.coming;
            this.coming = null;
            this.sound = null;
            await sound.close();
        }
    }

    /** @param frame that is on the screen now; a step by hand is heard, too */
    hear(frame: Frame) {
        const { info, now, stepsPerSecond } = this.session;
        if (info && now === frame) {
            this.sound?.play(frame, info.labels, stepsPerSecond);
        }
    }

    /** Time has begun or ceased to pass. */
    follow() {
        const { playing, now } = this.session;
        if (!playing && now?.phase !== 'done') {
            this.sound?.silence();
        }
    }
}
