/** The pad: takes strokes from a mouse, finger or pen, and shows the current picture. */
import { at, pairs } from './arrays.ts';
import { context2d, fit, hidden } from './canvas.ts';
import type { Theme } from './colormap.ts';
import { colourIn, css, ramp } from './colormap.ts';
import type { Picture } from './picture.ts';
import { SIDE } from './pixels.ts';

/** Width of the pen as a share of the pad, about that of the digits the network learned from. */
const PEN = 0.07;
/** Points nearer to the last than this share of the pad say nothing new. */
const NEAREST = 0.003;
/** Between two strokes of a pen, the hand that holds it may touch the pad. */
const PALM_MS = 1000;

interface Parts {
    /** the pen touches the pad */
    onDown: () => void;
    /** the pen that is down has moved */
    onTrail?: (stroke: readonly number[]) => void;
    /** empty: it was not meant */
    onStroke: (stroke: Float32Array) => void;
    /** pixels by digit */
    samples: ReadonlyMap<number, Uint8Array>;
}

export class DrawPad {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    parts: Parts;
    picture: Picture | null = null;
    theme: Theme | null = null;
    small: HTMLCanvasElement;
    /** Points of the stroke under the pen. */
    stroke: number[] = [];
    /** Whether a pen is down, be it of a pointer or of the keyboard. */
    busy = false;
    pointer: number | null = null;
    /** of that pointer: mouse, pen or touch */
    kind = '';
    /** When a pen, not a finger or a mouse, was last seen. */
    penned = -Infinity;
    stale = true;

    constructor(canvas: HTMLCanvasElement, parts: Parts) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.parts = parts;
        this.small = hidden(SIDE, SIDE);
        canvas.addEventListener('pointerdown', (event) => this.#down(event));
        canvas.addEventListener('pointermove', (event) => this.#move(event));
        canvas.addEventListener('pointerup', (event) => this.#up(event));
        canvas.addEventListener('pointercancel', (event) => this.#cancel(event));
        // The last that is heard of a pointer whose button went up where the page could not see it.
        canvas.addEventListener('lostpointercapture', (event) => event.pointerId === this.pointer && this.lift());
        // A page that scrolls would draw a line of its own.
        canvas.addEventListener('wheel', (event) => this.pointer !== null && event.preventDefault(), {
            passive: false,
        });
        // touch-action stops the scrolling; this stops the magnifying glass and the callout of some phones.
        canvas.addEventListener('touchstart', (event) => event.preventDefault(), { passive: false });
        canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    }

    update(picture: Picture) {
        this.picture = picture;
        this.stale = true;
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.stale = true;
    }

    resize() {
        this.stale = fit(this.canvas) || this.stale;
    }

    /** A stroke in progress is inked as the pen moves; this draws only other changes. */
    draw() {
        if (this.stale && this.theme) {
            this.stale = false;
            this.#redraw(this.theme);
        }
        return false;
    }

    #down(event: PointerEvent) {
        const { pointerId, pointerType } = event;
        const pen = pointerType === 'pen';
        const palm = pointerType === 'touch' && event.timeStamp - this.penned < PALM_MS;
        const another = this.pointer !== null && this.pointer !== pointerId;
        if (event.button !== 0 || palm || (another && !(pen && this.kind === 'touch'))) {
            return;
        }
        event.preventDefault();
        if (another) {
            // What touched before the pen was the hand that holds it.
            this.drop();
        } else if (this.busy) {
            this.lift();
        }
        this.pointer = pointerId;
        this.kind = pointerType;
        this.#see(event);
        this.canvas.setPointerCapture(pointerId);
        this.press(...this.#place(event));
    }

    #see({ pointerType, timeStamp }: PointerEvent) {
        if (pointerType === 'pen') {
            this.penned = timeStamp;
        }
    }

    /**
     * The pen comes down.
     * @param x pad units
     */
    press(x: number, y: number) {
        this.busy = true;
        this.stroke = [];
        this.parts.onDown();
        if (this.theme && (this.picture?.sample != null || this.picture?.image != null)) {
            this.#redraw(this.theme);
        }
        this.#setPen();
        this.trail(x, y);
    }

    /**
     * The pen that is down moves.
     * @param x pad units
     */
    trail(x: number, y: number) {
        const { stroke } = this;
        const [last] = pairs(stroke.slice(-2));
        if (last && Math.hypot(x - last[0], y - last[1]) < NEAREST) {
            return;
        }
        stroke.push(x, y);
        this.#ink(stroke, stroke.length / 2 - 1);
        this.parts.onTrail?.(stroke);
    }

    /** The pen is lifted: the stroke counts. */
    lift() {
        this.busy = false;
        this.pointer = null;
        this.parts.onStroke(Float32Array.from(this.stroke));
    }

    /** The pen is taken away: what it drew was not meant. */
    drop() {
        this.busy = false;
        this.pointer = null;
        this.parts.onStroke(new Float32Array(0));
    }

    /**
     * Whether there is ink.
     * @param x pad units
     */
    inkAt(x: number, y: number) {
        const { width, height } = this.canvas;
        const { data } = this.context.getImageData(Math.floor(x * width), Math.floor(y * height), 1, 1);
        return at(data, 3) > 127;
    }

    #move(event: PointerEvent) {
        this.#see(event);
        if (event.pointerId !== this.pointer) {
            return;
        }
        if ((event.buttons & 1) === 0) {
            // It went up elsewhere, or while another button is down.
            this.lift();
            return;
        }
        const all = event.getCoalescedEvents?.() ?? [];
        if (all.length === 0) {
            this.trail(...this.#place(event));
        }
        for (const part of all) {
            this.trail(...this.#place(part));
        }
    }

    #up(event: PointerEvent) {
        this.#see(event);
        if (event.pointerId !== this.pointer) {
            return;
        }
        this.trail(...this.#place(event));
        this.lift();
    }

    #cancel(event: PointerEvent) {
        if (event.pointerId === this.pointer) {
            // The system took the finger for a gesture of its own.
            this.drop();
        }
    }

    /**
     * Asked of the page each time: the pad may have been moved or resized meanwhile.
     * @returns pad units
     */
    #place({ clientX, clientY }: PointerEvent): [number, number] {
        const { left, top, width, height } = this.canvas.getBoundingClientRect();
        const within = (share: number) => Math.min(1, Math.max(0, share));
        return [within((clientX - left) / width), within((clientY - top) / height)];
    }

    #setPen() {
        const { context, canvas, theme } = this;
        context.strokeStyle = theme ? css(theme.ink) : 'black';
        context.lineWidth = PEN * canvas.width;
        context.lineCap = 'round';
        context.lineJoin = 'round';
    }

    /**
     * Lays the ink from the middle of the last leg to the new point, bent at the point between.
     * @param newest which point is the newest, from 0
     */
    #ink(stroke: ArrayLike<number>, newest: number) {
        const { context } = this;
        const { width, height } = this.canvas;
        const x = (point: number) => at(stroke, 2 * point) * width;
        const y = (point: number) => at(stroke, 2 * point + 1) * height;
        const before = Math.max(0, newest - 1);
        const first = Math.max(0, newest - 2);
        context.beginPath();
        if (newest === 0) {
            // A line of no length leaves no ink on a canvas.
            context.fillStyle = context.strokeStyle;
            context.arc(x(0), y(0), context.lineWidth / 2, 0, 2 * Math.PI);
            context.fill();
            return;
        }
        context.moveTo((x(first) + x(before)) / 2, (y(first) + y(before)) / 2);
        context.quadraticCurveTo(x(before), y(before), (x(before) + x(newest)) / 2, (y(before) + y(newest)) / 2);
        context.lineTo(x(newest), y(newest));
        context.stroke();
    }

    #redraw(theme: Theme) {
        const { context, canvas, picture } = this;
        context.clearRect(0, 0, canvas.width, canvas.height);
        const pixels = picture?.image?.pixels ?? this.parts.samples.get(picture?.sample ?? -1);
        // Who draws on a sample or a picture begins a drawing.
        if (pixels && !this.busy) {
            this.#pixels(pixels, theme);
            return;
        }
        this.#setPen();
        for (const stroke of [...(picture?.strokes ?? []), ...(this.busy ? [this.stroke] : [])]) {
            for (let point = 0; point < stroke.length / 2; point += 1) {
                this.#ink(stroke, point);
            }
        }
    }

    #pixels(pixels: Uint8Array, theme: Theme) {
        const small = context2d(this.small);
        const image = small.createImageData(SIDE, SIDE);
        colourIn(new Uint32Array(image.data.buffer), pixels, ramp(theme.paper, theme.ink));
        small.putImageData(image, 0, 0);
        this.context.imageSmoothingEnabled = false;
        this.context.drawImage(this.small, 0, 0, this.canvas.width, this.canvas.height);
    }
}
