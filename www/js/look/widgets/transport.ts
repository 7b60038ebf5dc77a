/** The controls of time: play, pause, steps, and the scrubber that goes back and forth in a presentation. */
import { find } from '../../kit/dom.ts';
import type { Strings } from '../../shell/strings.ts';
import type { Frame } from '../protocol.ts';

/** the part of a session that has to do with time */
interface Timed {
    playing: boolean;
    now: Frame | null;
    play: () => Promise<void>;
    pause: () => Promise<void>;
    step: () => Promise<void>;
    stepSpike: () => Promise<void>;
    finish: () => Promise<void>;
    seek: (step: number) => Promise<void>;
}

export class Transport {
    session: Timed;
    strings: Strings;
    play: HTMLButtonElement;
    pause: HTMLButtonElement;
    others: HTMLButtonElement[];
    scrub: HTMLInputElement;
    digest: HTMLElement;
    moment: HTMLElement;

    constructor(session: Timed, strings: Strings) {
        this.session = session;
        this.strings = strings;
        const button = (name: string, then: () => void) => {
            const element = find(name) as HTMLButtonElement;
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
        this.scrub = find('scrub') as HTMLInputElement;
        this.scrub.addEventListener('input', () => session.seek(Number(this.scrub.value)));
        this.digest = find('digest');
        this.moment = find('moment');
    }

    /** @param dt ms of a step */
    update(dt: number) {
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

    /** Only one of play and pause is shown; it takes over the other's focus, so that keyboard users keep their place. */
    #turn(done: Promise<void>, other: HTMLButtonElement) {
        other.focus();
        return done;
    }
}
