/** Before the first stroke: a ghost hand writes a digit, and one slow race runs. Any touch or key ends it for good. */
import { find } from '../kit/dom.ts';
import type { DrawPad } from '../kit/draw-pad.ts';
import type { Picture } from '../kit/picture.ts';
import { BLANK, isBlank } from '../kit/picture.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Session } from './session.ts';

/** Idle time before it starts. */
const IDLE_MS = 2000;
const WRITING_MS = 1400;
/** Simulated milliseconds a second: slow enough to follow. */
const SPEED = 90;
/** How long the answer stays. */
const STANDING_MS = 2500;
/** Where this tab of the browser remembers that it was seen. */
const KEY = 'attract';
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart', 'focusin'] as const;

interface Parts {
    state: State;
    strings: Strings;
    session: Session;
    pad: DrawPad;
    /** asks for an animation frame */
    request: () => void;
}

/** A two, as a hand writes it: an arc, a slope, a foot. */
function two() {
    const arc = Array.from({ length: 16 }, (_, at) => {
        const angle = ((195 + at * 13) * Math.PI) / 180;
        return [0.49 + 0.18 * Math.cos(angle), 0.34 + 0.16 * Math.sin(angle)];
    });
    return [...arc, [0.52, 0.6], [0.42, 0.7], [0.33, 0.8], [0.46, 0.79], [0.6, 0.8], [0.72, 0.79]].flat();
}

const written = (points: readonly number[], share: number): Picture => ({
    ...BLANK,
    strokes: [Float32Array.from(points.slice(0, 2 * Math.max(1, Math.round((share * points.length) / 2))))],
});

export class Attract {
    parts: Parts;
    element: HTMLElement;
    running = false;
    over = false;
    timer = 0;

    constructor(parts: Parts) {
        this.parts = parts;
        this.element = find('attract');
        if (seen()) {
            return;
        }
        for (const sign of SIGNS) {
            addEventListener(sign, this.end, { capture: true, passive: true });
        }
        this.timer = window.setTimeout(() => this.#begin(), IDLE_MS);
    }

    /** Somebody is there. */
    end = () => {
        for (const sign of SIGNS) {
            removeEventListener(sign, this.end, { capture: true });
        }
        clearTimeout(this.timer);
        this.over = true;
        this.element.hidden = true;
        if (this.running) {
            this.#leave();
        }
    };

    #begin() {
        const { state, session } = this.parts;
        const { picture, view, lesson } = state.values;
        if (session.info === null || document.hidden) {
            this.timer = window.setTimeout(() => this.#begin(), IDLE_MS);
            return;
        }
        if (!isBlank(picture) || view !== 'look' || lesson !== '' || session.now !== null) {
            this.end();
            return;
        }
        remember();
        this.running = true;
        this.element.textContent = this.parts.strings.attract;
        this.element.hidden = false;
        this.#write(performance.now());
    }

    #write(began: number) {
        const points = two();
        const step = (now: number) => {
            if (this.over) {
                return;
            }
            const share = Math.min(1, Math.max(0, (now - began) / WRITING_MS));
            this.parts.pad.update(written(points, share));
            this.parts.request();
            if (share < 1) {
                requestAnimationFrame(step);
            } else {
                this.#race(written(points, 1));
            }
        };
        requestAnimationFrame(step);
    }

    async #race(picture: Picture) {
        const { session } = this.parts;
        await session.demonstrate(picture, SPEED);
        const wait = () => {
            if (this.over) {
                return;
            }
            const done = session.now?.phase === 'done';
            this.timer = window.setTimeout(done ? () => this.#leave() : wait, done ? STANDING_MS : 200);
        };
        wait();
    }

    /** The pad is the reader's. */
    #leave() {
        const { session, pad, state, strings, request } = this.parts;
        this.running = false;
        this.element.textContent = strings.yourTurn;
        pad.update(state.values.picture);
        request();
        session.look();
    }
}

function seen() {
    try {
        return sessionStorage.getItem(KEY) !== null;
    } catch {
        return false;
    }
}

function remember() {
    try {
        sessionStorage.setItem(KEY, 'seen');
    } catch {
        // Then it comes again at the next visit.
    }
}
