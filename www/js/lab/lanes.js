/** Spikes on a line of time that one drags, by pointer, finger or keyboard. Only what they are and where is known here. */

/** @typedef {{ time: number, weight: number | null }} Spike */

/**
 * @typedef {object} Lane
 * @property {string} name                     of the test id: pre, post, exc, inh
 * @property {string} label
 * @property {(number: number) => string} called  a spike of it
 */

/** Drawn away from its line by so many pixels, a spike is dropped. */
const AWAY = 56;
const round = (/** @type {number} */ value) => Number(value.toPrecision(9));

export class Lanes {
    /**
     * @param {HTMLElement} root
     * @param {object} options
     * @param {readonly Lane[]} options.lanes
     * @param {string} options.prefix   of the test ids
     * @param {(spike: Spike) => string} options.says
     * @param {(name: string, spikes: Spike[]) => void} options.onChange
     * @param {(name: string, at: number | null) => void} options.onSelect
     */
    constructor(root, { lanes, prefix, says, onChange, onSelect }) {
        this.prefix = prefix;
        this.says = says;
        this.onChange = onChange;
        this.onSelect = onSelect;
        this.duration = 1;
        this.dt = 0.5;
        /** @type {{ name: string, at: number } | null} */
        this.selected = null;
        this.lanes = new Map(
            lanes.map((lane) => {
                const line = document.createElement('div');
                line.className = `lane lane--${lane.name}`;
                line.dataset.testid = `${prefix}-${lane.name}`;
                const head = document.createElement('span');
                head.className = 'lane__name';
                head.textContent = lane.label;
                const track = document.createElement('div');
                track.className = 'lane__track';
                track.addEventListener('pointerdown', (event) => this.#addHere(lane.name, track, event));
                line.append(head, track);
                root.append(line);
                return [lane.name, { ...lane, track, spikes: /** @type {Spike[]} */ ([]), made: /** @type {HTMLElement[]} */ ([]) }];
            }),
        );
    }

    /**
     * @param {number} duration ms
     * @param {number} dt       ms
     * @param {Readonly<Record<string, readonly Spike[]>>} spikes of each lane
     */
    update(duration, dt, spikes) {
        this.duration = duration;
        this.dt = dt;
        for (const [name, lane] of this.lanes) {
            lane.spikes = [...(spikes[name] ?? [])];
            while (lane.made.length > lane.spikes.length) {
                lane.made.pop()?.remove();
            }
            while (lane.made.length < lane.spikes.length) {
                lane.made.push(this.#make(name, lane.made.length));
            }
            lane.spikes.forEach((spike, at) => {
                const knob = /** @type {HTMLElement} */ (lane.made[at]);
                knob.style.left = `${(100 * spike.time) / duration}%`;
                knob.setAttribute('aria-label', lane.called(at + 1));
                knob.setAttribute('aria-valuemax', String(round(duration - dt)));
                knob.setAttribute('aria-valuenow', String(round(spike.time)));
                knob.setAttribute('aria-valuetext', this.says(spike));
                knob.dataset.says = this.says(spike);
                knob.classList.toggle('spike--chosen', this.selected?.name === name && this.selected.at === at);
            });
        }
    }

    /** A spike where there is room, after the last. @param {string} name @param {number | null} weight */
    add(name, weight) {
        const { duration, dt } = this;
        const spikes = this.lanes.get(name)?.spikes ?? [];
        const last = Math.max(0, ...spikes.map(({ time }) => time));
        const wanted = spikes.length === 0 ? duration / 4 : last + duration / 10 < duration ? last + duration / 10 : duration / 20;
        const time = this.#free(name, -1, wanted, dt);
        if (time !== null) {
            this.#change(name, [...spikes, { time, weight }], spikes.length);
            this.lanes.get(name)?.made.at(-1)?.focus();
        }
    }

    remove() {
        const { selected } = this;
        if (selected === null) {
            return;
        }
        const lane = /** @type {NonNullable<ReturnType<typeof this.lanes.get>>} */ (this.lanes.get(selected.name));
        const left = lane.spikes.filter((_, at) => at !== selected.at);
        this.#change(selected.name, left, left.length === 0 ? null : Math.min(selected.at, left.length - 1));
        if (this.selected) {
            lane.made[this.selected.at]?.focus();
        }
    }

    /** @param {string} name @param {number} at */
    #make(name, at) {
        const knob = document.createElement('div');
        knob.className = 'spike';
        knob.tabIndex = 0;
        knob.setAttribute('role', 'slider');
        knob.setAttribute('aria-valuemin', '0');
        knob.dataset.testid = `${this.prefix}-${name}-${at}`;
        knob.addEventListener('focus', () => this.#select(name, at));
        knob.addEventListener('keydown', (event) => this.#key(name, at, event));
        knob.addEventListener('pointerdown', (event) => this.#drag(name, at, knob, event));
        this.lanes.get(name)?.track.append(knob);
        return knob;
    }

    /** @param {string} name @param {number | null} at */
    #select(name, at) {
        this.selected = at === null ? null : { name, at };
        for (const [of, { made }] of this.lanes) {
            made.forEach((knob, one) => knob.classList.toggle('spike--chosen', of === name && one === at));
        }
        this.onSelect(name, at);
    }

    /** @param {string} name @param {Spike[]} spikes @param {number | null} at which is chosen then */
    #change(name, spikes, at) {
        this.selected = at === null ? null : { name, at };
        this.onChange(name, spikes);
        this.onSelect(name, at);
    }

    /** @param {string} name @param {number} at @param {KeyboardEvent} event */
    #key(name, at, event) {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
        const spike = this.lanes.get(name)?.spikes[at];
        if (event.key === 'Delete' || event.key === 'Backspace') {
            event.preventDefault();
            this.selected = { name, at };
            this.remove();
        } else if (spike && (by !== undefined || event.key === 'Home' || event.key === 'End')) {
            event.preventDefault();
            const steps = (by ?? 0) * (event.shiftKey ? 10 : 1);
            const wanted = event.key === 'Home' ? 0 : event.key === 'End' ? this.duration : spike.time + steps * this.dt;
            this.#move(name, at, wanted, steps < 0 || event.key === 'End' ? -this.dt : this.dt);
        }
    }

    /** @param {string} name @param {number} at @param {number} wanted @param {number} aside where to go on from a time that is taken */
    #move(name, at, wanted, aside) {
        const lane = this.lanes.get(name);
        const time = this.#free(name, at, wanted, aside);
        if (lane && time !== null && time !== lane.spikes[at]?.time) {
            this.#change(name, lane.spikes.map((spike, one) => (one === at ? { ...spike, time } : spike)), at);
        }
    }

    /**
     * The step nearest to a time, or the next one that no other spike of the lane has.
     * @param {string} name
     * @param {number} at
     * @param {number} wanted
     * @param {number} aside
     */
    #free(name, at, wanted, aside) {
        const last = Math.round(this.duration / this.dt) - 1;
        const taken = new Set(this.lanes.get(name)?.spikes.filter((_, one) => one !== at).map(({ time }) => Math.round(time / this.dt)));
        let step = Math.max(0, Math.min(last, Math.round(wanted / this.dt)));
        while (taken.has(step)) {
            step += Math.sign(aside);
        }
        return step >= 0 && step <= last ? round(step * this.dt) : null;
    }

    /** @param {HTMLElement} track @param {number} clientX */
    #time(track, clientX) {
        const { left, width } = track.getBoundingClientRect();
        return ((clientX - left) / width) * this.duration;
    }

    /** @param {string} name @param {HTMLElement} track @param {PointerEvent} event */
    #addHere(name, track, event) {
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

    /** @param {string} name @param {number} at @param {HTMLElement} knob @param {PointerEvent} event */
    #drag(name, at, knob, event) {
        if (event.button !== 0) {
            return;
        }
        event.preventDefault();
        knob.focus();
        knob.setPointerCapture(event.pointerId);
        const track = /** @type {HTMLElement} */ (knob.parentElement);
        const { top, bottom } = track.getBoundingClientRect();
        const isAway = (/** @type {PointerEvent} */ { clientY }) => clientY < top - AWAY || clientY > bottom + AWAY;
        const move = (/** @type {PointerEvent} */ now) => {
            knob.classList.toggle('spike--away', isAway(now));
            this.#move(name, at, this.#time(track, now.clientX), this.dt);
        };
        const end = (/** @type {PointerEvent} */ now) => {
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
