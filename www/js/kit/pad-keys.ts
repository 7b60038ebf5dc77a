/** Drawing without a pointer: a cursor on the 28 × 28 places of the pad, a pen that is lowered and lifted, a rubber. */
import type { DrawPad } from './draw-pad.ts';
import { SIDE } from './pixels.ts';

/** The rubber is as wide as three places. */
const RUBBER = 1.5 / SIDE;
/** Says where the cursor is only once it rests, in ms. */
const REST_MS = 500;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
};

/** The page's words for what the cursor does. */
interface PadWords {
    padAt: (column: number, row: number, inked: boolean) => string;
    penDown: (column: number, row: number) => string;
    penUp: string;
    penDropped: string;
    padErased: string;
}

interface Parts {
    cursor: HTMLElement;
    /** a live region */
    says: HTMLElement;
    strings: PadWords;
    onErase: (x: number, y: number, radius: number) => void;
    onClear: () => void;
}

export class PadKeys {
    pad: DrawPad;
    parts: Parts;
    column = 13;
    row = 13;
    resting = 0;

    constructor(pad: DrawPad, parts: Parts) {
        this.pad = pad;
        this.parts = parts;
        this.#place();
        pad.canvas.addEventListener('keydown', (event) => this.#key(event));
        pad.canvas.addEventListener('blur', () => this.#lift());
    }

    get #x() {
        return (this.column + 0.5) / SIDE;
    }

    get #y() {
        return (this.row + 0.5) / SIDE;
    }

    #key(event: KeyboardEvent) {
        const { pad } = this;
        const { strings } = this.parts;
        const arrow = ARROWS[event.key];
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (arrow) {
            this.#move(arrow, event.shiftKey);
        } else if (event.key === ' ' || event.key === 'Enter') {
            if (event.shiftKey) {
                this.parts.onErase(this.#x, this.#y, RUBBER);
                this.#say(strings.padErased);
            } else if (!event.repeat && pad.busy) {
                this.#lift();
            } else if (!event.repeat) {
                pad.press(this.#x, this.#y);
                this.#say(strings.penDown(this.column + 1, this.row + 1));
            }
        } else if (event.key === 'Escape' && pad.busy) {
            pad.drop();
            this.#say(strings.penDropped);
        } else if (event.key === 'Delete' || event.key === 'Backspace') {
            this.parts.onClear();
        } else {
            return;
        }
        this.parts.cursor.classList.toggle('pad__cursor--down', pad.busy);
        event.preventDefault();
        event.stopPropagation();
    }

    #move([across, down]: readonly [number, number], erasing: boolean) {
        const within = (place: number) => Math.min(SIDE - 1, Math.max(0, place));
        this.column = within(this.column + across);
        this.row = within(this.row + down);
        this.#place();
        if (erasing) {
            this.#lift();
            this.parts.onErase(this.#x, this.#y, RUBBER);
        } else if (this.pad.busy) {
            this.pad.trail(this.#x, this.#y);
        }
        clearTimeout(this.resting);
        this.resting = setTimeout(
            () => this.#say(this.parts.strings.padAt(this.column + 1, this.row + 1, this.pad.inkAt(this.#x, this.#y))),
            REST_MS,
        );
    }

    #lift() {
        if (this.pad.busy) {
            this.pad.lift();
            this.parts.cursor.classList.remove('pad__cursor--down');
            this.#say(this.parts.strings.penUp);
        }
    }

    #place() {
        this.parts.cursor.style.left = `${(100 * this.column) / SIDE}%`;
        this.parts.cursor.style.top = `${(100 * this.row) / SIDE}%`;
    }

    #say(sentence: string) {
        clearTimeout(this.resting);
        this.parts.says.textContent = sentence;
    }
}
