/** Spikes on a line of time that one drags, by pointer, finger or keyboard. Only what they are and where is known here. */
import { at } from '../kit/arrays.ts';

type Spike = { time: number; weight: number | null };

interface Lane<Name> {
    /** of the test id */
    name: Name;
    label: string;
    /** a spike of it */
    called: (number: number) => string;
}

/** A displayed lane: its spikes, and the element for each. */
interface Shown<Name> extends Lane<Name> {
    track: HTMLElement;
    spikes: Spike[];
    made: HTMLElement[];
}

interface Parts<Name> {
    lanes: readonly Lane<Name>[];
    /** of the test ids */
    prefix: string;
    says: (spike: Spike) => string;
    onChange: (name: Name, spikes: Spike[]) => void;
    /** null: none */
    onSelect: (name: Name, at: number | null) => void;
}

/** Distance from its line, in pixels, at which a dragged spike is removed. */
const AWAY = 56;
const round = (value: number) => Number(value.toPrecision(9));

export class Lanes<Name extends string> {
    parts: Parts<Name>;
    duration = 1;
    dt = 0.5;
    selected: { name: Name; at: number } | null = null;
    lanes: Map<Name, Shown<Name>>;

    constructor(root: HTMLElement, parts: Parts<Name>) {
        this.parts = parts;
        this.lanes = new Map(parts.lanes.map((lane) => [lane.name, this.#lane(lane, root)]));
    }

    #lane(lane: Lane<Name>, root: HTMLElement): Shown<Name> {
        const line = document.createElement('div');
        line.className = `lane lane--${lane.name}`;
        line.dataset.testid = `${this.parts.prefix}-${lane.name}`;
        const head = document.createElement('span');
        head.className = 'lane__name';
        head.textContent = lane.label;
        const track = document.createElement('div');
        track.className = 'lane__track';
        track.addEventListener('pointerdown', (event) => this.#addHere(lane.name, track, event));
        line.append(head, track);
        root.append(line);
        return { ...lane, track, spikes: [], made: [] };
    }

    /**
     * @param duration ms
     * @param dt ms
     * @param spikes of each lane
     */
    update(duration: number, dt: number, spikes: Readonly<Record<Name, readonly Spike[]>>) {
        this.duration = duration;
        this.dt = dt;
        for (const [name, lane] of this.lanes) {
            lane.spikes = [...spikes[name]];
            while (lane.made.length > lane.spikes.length) {
                lane.made.pop()?.remove();
            }
            while (lane.made.length < lane.spikes.length) {
                lane.made.push(this.#make(name, lane.made.length));
            }
            lane.spikes.forEach((spike, nth) => {
                const knob = at(lane.made, nth);
                knob.style.left = `${(100 * spike.time) / duration}%`;
                knob.setAttribute('aria-label', lane.called(nth + 1));
                knob.setAttribute('aria-valuemax', String(round(duration - dt)));
                knob.setAttribute('aria-valuenow', String(round(spike.time)));
                knob.setAttribute('aria-valuetext', this.parts.says(spike));
                knob.dataset.says = this.parts.says(spike);
                knob.classList.toggle('spike--chosen', this.selected?.name === name && this.selected.at === nth);
            });
        }
    }

    /** A spike where there is room, after the last. */
    add(name: Name, weight: number | null) {
        const { duration, dt } = this;
        const spikes = this.lanes.get(name)?.spikes ?? [];
        const last = Math.max(0, ...spikes.map(({ time }) => time));
        const wanted =
            spikes.length === 0 ? duration / 4 : last + duration / 10 < duration ? last + duration / 10 : duration / 20;
        const time = this.#free(name, -1, wanted, dt);
        if (time !== null) {
            this.#change(name, [...spikes, { time, weight }], spikes.length);
            this.lanes.get(name)?.made.at(-1)?.focus();
        }
    }

    remove() {
        const { selected } = this;
        const lane = selected && this.lanes.get(selected.name);
        if (!selected || !lane) {
            return;
        }
        const left = lane.spikes.filter((_, at) => at !== selected.at);
        this.#change(selected.name, left, left.length === 0 ? null : Math.min(selected.at, left.length - 1));
        if (this.selected) {
            lane.made[this.selected.at]?.focus();
        }
    }

    #make(name: Name, at: number) {
        const knob = document.createElement('div');
        knob.className = 'spike';
        knob.tabIndex = 0;
        knob.setAttribute('role', 'slider');
        knob.setAttribute('aria-valuemin', '0');
        knob.dataset.testid = `${this.parts.prefix}-${name}-${at}`;
        knob.addEventListener('focus', () => this.#select(name, at));
        knob.addEventListener('keydown', (event) => this.#key(name, at, event));
        knob.addEventListener('pointerdown', (event) => this.#drag(name, at, knob, event));
        this.lanes.get(name)?.track.append(knob);
        return knob;
    }

    #select(name: Name, at: number | null) {
        this.selected = at === null ? null : { name, at };
        for (const [of, { made }] of this.lanes) {
            made.forEach((knob, one) => knob.classList.toggle('spike--chosen', of === name && one === at));
        }
        this.parts.onSelect(name, at);
    }

    /** @param at which is chosen then */
    #change(name: Name, spikes: Spike[], at: number | null) {
        this.selected = at === null ? null : { name, at };
        this.parts.onChange(name, spikes);
        this.parts.onSelect(name, at);
    }

    #key(name: Name, at: number, event: KeyboardEvent) {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
        const spike = this.lanes.get(name)?.spikes[at];
        if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault();
            this.selected = { name, at };
            this.remove();
        } else if (spike && (by !== undefined || event.key === 'Home' || event.key === 'End')) {
            event.preventDefault();
            const steps = (by ?? 0) * (event.shiftKey ? 10 : 1);
            const wanted =
                event.key === 'Home' ? 0 : event.key === 'End' ? this.duration : spike.time + steps * this.dt;
            this.#move(name, at, wanted, steps < 0 || event.key === 'End' ? -this.dt : this.dt);
        }
    }

    /** @param aside where to go on from a time that is taken */
    #move(name: Name, at: number, wanted: number, aside: number) {
        const lane = this.lanes.get(name);
        const time = this.#free(name, at, wanted, aside);
        if (lane && time !== null && time !== lane.spikes[at]?.time) {
            this.#change(
                name,
                lane.spikes.map((spike, one) => (one === at ? { ...spike, time } : spike)),
                at,
            );
        }
    }

    /** The step nearest to a time, or the next one that no other spike of the lane has. */
    #free(name: Name, at: number, wanted: number, aside: number) {
        const last = Math.round(this.duration / this.dt) - 1;
        const taken = new Set(
            this.lanes
                .get(name)
                ?.spikes.filter((_, one) => one !== at)
                .map(({ time }) => Math.round(time / this.dt)),
        );
        let step = Math.max(0, Math.min(last, Math.round(wanted / this.dt)));
        while (taken.has(step)) {
            step += Math.sign(aside);
        }
        return step >= 0 && step <= last ? round(step * this.dt) : null;
    }

    #time(track: HTMLElement, clientX: number) {
        const { left, width } = track.getBoundingClientRect();
        return ((clientX - left) / width) * this.duration;
    }

    #addHere(name: Name, track: HTMLElement, event: PointerEvent) {
        const lane = this.lanes.get(name);
        if (event.target !== track || event.button !== 0 || !lane) {
            return;
        }
        event.preventDefault();
        const time = this.#free(name, -1, this.#time(track, event.clientX), this.dt);
        if (time !== null) {
            const at = lane.spikes.length;
            this.#change(name, [...lane.spikes, { time, weight: lane.spikes.at(-1)?.weight ?? null }], at);
            const knob = lane.made[at];
            if (knob) {
                knob.focus();
                this.#drag(name, at, knob, event);
            }
        }
    }

    #drag(name: Name, at: number, knob: HTMLElement, event: PointerEvent) {
        if (event.button !== 0) {
            return;
        }
        event.preventDefault();
        knob.focus();
        knob.setPointerCapture(event.pointerId);
        const track = knob.parentElement as HTMLElement;
        const { top, bottom } = track.getBoundingClientRect();
        const isAway = ({ clientY }: PointerEvent) => clientY < top - AWAY || clientY > bottom + AWAY;
        const move = (now: PointerEvent) => {
            knob.classList.toggle('spike--away', isAway(now));
            this.#move(name, at, this.#time(track, now.clientX), this.dt);
        };
        const end = (now: PointerEvent) => {
            knob.removeEventListener('pointermove', move);
            knob.removeEventListener('pointerup', end);
            knob.removeEventListener('pointercancel', end);
            knob.classList.remove('spike--away');
            if (now.type === 'pointerup' && isAway(now)) {
                this.selected = { name, at };
                this.remove();
            }
        };
        knob.addEventListener('pointermove', move);
        knob.addEventListener('pointerup', end);
        knob.addEventListener('pointercancel', end);
    }
}
