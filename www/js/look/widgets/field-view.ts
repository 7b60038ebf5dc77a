/** Which part of the grid of fields is seen: zoomed by wheel, pinch and keys, moved by dragging. Knows no cells. */

/** Movements shorter than this, in CSS pixels, are a click. */
const STEADY = 6;
/** One notch of a wheel. */
const NOTCH = 1.2;

export class FieldView {
    element: HTMLElement;
    onChange: () => void;
    onClick: (x: number, y: number) => void;
    scale = 1;
    most = 1;
    /** Corner of what is seen, 0…1 of the grid. */
    x = 0;
    y = 0;
    /** Fingers or buttons that are down, where they were last. */
    down = new Map<number, { x: number; y: number }>();
    /** How far this gesture has gone, in CSS pixels. */
    gone = 0;

    constructor(
        element: HTMLElement,
        {
            onChange,
            onClick,
        }: {
            onChange: () => void;
            /** place in the grid, 0…1 along its width */
            onClick: (x: number, y: number) => void;
        },
    ) {
        this.element = element;
        this.onChange = onChange;
        this.onClick = onClick;
        element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
        element.addEventListener('pointerdown', (event) => this.#press(event));
        element.addEventListener('pointermove', (event) => this.#move(event));
        for (const end of ['pointerup', 'pointercancel'] as const) {
            element.addEventListener(end, (event) => this.down.delete(event.pointerId));
        }
        element.addEventListener('click', (event) => {
            if (this.gone < STEADY) {
                this.onClick(...this.place(event));
            }
        });
    }

    /** @param most largest zoom that makes sense */
    limit(most: number) {
        this.most = Math.max(1, most);
        this.#set(Math.min(this.scale, this.most), this.x, this.y);
    }

    /**
     * Where in the grid an event happened.
     * @returns 0…1 along its width
     */
    place({ offsetX, offsetY }: MouseEvent): [number, number] {
        const { clientWidth } = this.element;
        return [this.x + offsetX / clientWidth / this.scale, this.y + offsetY / clientWidth / this.scale];
    }

    /**
     * @param times larger
     * @param across what stays where it is, 0…1 of what is seen
     */
    zoom(times: number, across: number = 0.5, down: number = 0.5) {
        const scale = Math.min(this.most, Math.max(1, this.scale * times));
        const keep = 1 / this.scale - 1 / scale;
        this.#set(scale, this.x + across * keep, this.y + down * keep);
    }

    whole() {
        this.#set(1, 0, 0);
    }

    /**
     * Moves a place into sight, with some room around it.
     * @param x 0…1 of the grid
     */
    reveal(x: number, y: number, room: number) {
        const seen = 1 / this.scale;
        const into = (corner: number, place: number) => Math.min(place - room, Math.max(corner, place + room - seen));
        this.#set(this.scale, into(this.x, x), into(this.y, y));
    }

    #set(scale: number, x: number, y: number) {
        const most = 1 - 1 / scale;
        const inside = (corner: number) => Math.min(most, Math.max(0, corner));
        [this.scale, this.x, this.y] = [scale, inside(x), inside(y)];
        // A finger on the whole grid scrolls the page; on a part of it, the grid.
        this.element.style.touchAction = scale > 1 ? 'none' : 'pan-x pan-y';
        this.element.dataset.zoom = scale.toFixed(2);
        this.onChange();
    }

    /** A wheel scrolls the page, unless the grid has the focus or Ctrl is held; pads say Ctrl for a pinch. */
    #wheel(event: WheelEvent) {
        const { element } = this;
        if (!event.ctrlKey && !event.metaKey && document.activeElement !== element) {
            return;
        }
        event.preventDefault();
        const times =
            event.ctrlKey && Math.abs(event.deltaY) < 40
                ? Math.exp(-event.deltaY / 50)
                : event.deltaY < 0
                  ? NOTCH
                  : 1 / NOTCH;
        this.zoom(times, event.offsetX / element.clientWidth, event.offsetY / element.clientWidth);
    }

    #press(event: PointerEvent) {
        if (this.down.size === 0) {
            this.gone = 0;
        }
        this.down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
        if (this.down.size === 2) {
            for (const id of this.down.keys()) {
                this.element.setPointerCapture(id);
            }
        }
    }

    #move(event: PointerEvent) {
        const from = this.down.get(event.pointerId);
        if (from === undefined) {
            return;
        }
        const to = { x: event.offsetX, y: event.offsetY };
        const width = this.element.clientWidth;
        const other = [...this.down].find(([id]) => id !== event.pointerId)?.[1];
        this.gone += Math.hypot(to.x - from.x, to.y - from.y);
        this.down.set(event.pointerId, to);
        if (other) {
            const apart = (point: { x: number; y: number }) =>
                Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
            this.gone = STEADY;
            this.zoom(apart(to) / apart(from), (to.x + other.x) / 2 / width, (to.y + other.y) / 2 / width);
        } else if (this.scale > 1 && this.gone >= STEADY) {
            this.element.setPointerCapture(event.pointerId);
            this.#set(
                this.scale,
                this.x - (to.x - from.x) / width / this.scale,
                this.y - (to.y - from.y) / width / this.scale,
            );
        }
    }
}
