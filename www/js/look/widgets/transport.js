/** The controls of time: play, pause, steps, and the scrubber that goes back and forth in a presentation. */
import { find } from '../../kit/dom.js';

/**
 * @typedef {object} Timed  the part of a session that has to do with time
 * @property {boolean} playing
 * @property {import('../protocol.js').Frame | null} now
 * @property {() => Promise<void>} play
 * @property {() => Promise<void>} pause
 * @property {() => Promise<void>} step
 * @property {() => Promise<void>} stepSpike
 * @property {() => Promise<void>} finish
 * @property {(step: number) => Promise<void>} seek
 */

export class Transport {
    /**
     * @param {Timed} session
     * @param {import('../../shell/strings.js').Strings} strings
     */
    constructor(session, strings) {
        this.session = session;
        this.strings = strings;
        const button = (/** @type {string} */ name, /** @type {() => void} */ then) => {
            const element = /** @type {HTMLButtonElement} */ (find(name));
            element.addEventListener('click', then);
            return element;
        };
        this.play = button('play', () => this.#turn(session.play(), this.pause));
        this.pause = button('pause', () => this.#turn(session.pause(), this.play));
        this.others = [
            button('step', () => session.step()),
            button('step-spike', () => session.stepSpike()),
            button('step-look', () => session.finish()),
        ];
        this.scrub = /** @type {HTMLInputElement} */ (find('scrub'));
        this.scrub.addEventListener('input', () => session.seek(Number(this.scrub.value)));
        this.digest = find('digest');
        this.moment = find('moment');
    }

    /** @param {number} dt ms of a step */
    update(dt) {
        const { playing, now } = this.session;
        const nothing = now === null && !playing;
        this.play.hidden = playing;
        this.pause.hidden = !playing;
        for (const control of [this.play, ...this.others, this.scrub]) {
            control.disabled = nothing;
        }
        if (now === null) {
            this.scrub.value = '0';
            this.digest.textContent = '–';
            this.moment.textContent = '';
            return;
        }
        const moment = this.strings.moment(now.step * dt, now.total * dt);
        this.scrub.max = String(now.total);
        this.scrub.value = String(now.step);
        this.scrub.setAttribute('aria-valuetext', moment);
        this.moment.textContent = moment;
        this.digest.textContent = now.digest;
    }

    /**
     * Only one of play and pause is there; the other takes over its focus, so that a keyboard stays where it was.
     * @param {Promise<void>} done
     * @param {HTMLButtonElement} other
     */
    #turn(done, other) {
        other.focus();
        return done;
    }
}
