/** A hundred test digits to choose from, the hardest among them: a grid that is one stop of the Tab key, with arrows inside. */
import recorded from '../../../data/gallery.json';
import { context2d } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { ramp } from '../../kit/colormap.ts';
import { ofImage } from '../../kit/picture.ts';
import type { State } from '../../shell/state.ts';
import type { Strings } from '../../shell/strings.ts';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const FILE = new URL('../../../data/gallery.bin', import.meta.url);

/** right: in how many looks it was read correctly */
type Digit = { index: number; digit: number; right: number };
type Kind = 'easy' | 'hard' | 'misread';

/** How hard it is for the network that was asked. */
export function kindOf({ right }: Digit): Kind {
    return right === 0 ? 'misread' : right < recorded.looks ? 'hard' : 'easy';
}

/**
 * Whether a choice of the list shows a digit.
 * @param choice 'all', 'hard' or a digit
 */
export function isShown(digit: Digit, choice: string) {
    return choice === 'all' || (choice === 'hard' ? kindOf(digit) !== 'easy' : String(digit.digit) === choice);
}

/**
 * Where an arrow leads to.
 * @param at which of the shown digits
 * @param count how many are shown
 */
export function target(key: string, at: number, count: number, columns: number) {
    const steps = {
        ArrowRight: 1,
        ArrowLeft: -1,
        ArrowDown: columns,
        ArrowUp: -columns,
        Home: -at,
        End: count - 1 - at,
    };
    const to = at + (Object.hasOwn(steps, key) ? steps[key as keyof typeof steps] : 0);
    return to >= 0 && to < count ? to : at;
}

/** @returns the pixels of all digits */
async function fetchPixels(): Promise<Uint8Array> {
    const response = await fetch(FILE);
    if (!response.ok || response.body === null) {
        throw new Error(`the server answered ${response.status}`);
    }
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

export class Gallery {
    state: State;
    digits: { pixels: Uint8Array; index: number; digit: number; right: number }[];
    filter: HTMLSelectElement;
    grid: HTMLDivElement;
    tiles: {
        tile: HTMLDivElement;
        canvas: HTMLCanvasElement;
        index: number;
        digit: number;
        right: number;
        pixels: Uint8Array;
    }[];

    constructor(
        place: HTMLElement,
        {
            pixels,
            state,
            strings,
            theme,
        }: {
            /** of all digits */
            pixels: Uint8Array;
            state: State;
            strings: Strings;
            theme: Theme;
        },
    ) {
        this.state = state;
        this.digits = recorded.digits.map((digit, at) => ({
            ...digit,
            pixels: pixels.subarray(at * PIXELS, (at + 1) * PIXELS),
        }));
        const row = document.createElement('label');
        const title = document.createElement('span');
        this.filter = document.createElement('select');
        row.className = 'control gallery__filter';
        title.textContent = strings.galleryShow;
        this.filter.dataset.testid = 'gallery-filter';
        const choices = Array.from(
            { length: 10 },
            (_, digit) => new Option(strings.galleryDigit(digit), String(digit)),
        );
        this.filter.append(new Option(strings.galleryAll, 'all'), new Option(strings.galleryHard, 'hard'), ...choices);
        this.filter.addEventListener('change', () => this.#show());
        row.append(title, this.filter);
        this.grid = document.createElement('div');
        this.grid.className = 'gallery';
        this.grid.dataset.testid = 'gallery';
        this.grid.setAttribute('role', 'listbox');
        this.grid.setAttribute('aria-label', strings.galleryLabel);
        this.tiles = this.digits.map((digit) => this.#tile(digit, strings));
        this.grid.append(...this.tiles.map(({ tile }) => tile));
        this.grid.addEventListener('keydown', (event) => this.#key(event));
        const says = document.createElement('p');
        says.className = 'says';
        const of = (kind: Kind) => this.digits.filter((digit) => kindOf(digit) === kind).length;
        says.textContent = strings.gallerySays(of('misread'), of('hard'), recorded.looks, recorded.correct);
        place.replaceChildren(row, this.grid, says);
        this.recolour(theme);
        this.update();
        this.#show();
        state.subscribe((_, changed) => changed.has('picture') && this.update());
    }

    /** Marks the digit that lies on the pad. */
    update() {
        const shown = this.state.values.picture.image?.pixels;
        for (const { tile, pixels } of this.tiles) {
            tile.setAttribute(
                'aria-selected',
                String(shown !== undefined && pixels.every((value, at) => value === shown[at])),
            );
        }
    }

    recolour(theme: Theme) {
        const colours = ramp(theme.paper, theme.ink);
        for (const { canvas, pixels } of this.tiles) {
            const context = context2d(canvas);
            const image = context.createImageData(SIDE, SIDE);
            new Uint32Array(image.data.buffer).set(Array.from(pixels, (value) => colours[value] ?? 0));
            context.putImageData(image, 0, 0);
        }
    }

    #tile(digit: Digit & { pixels: Uint8Array }, strings: Strings) {
        const tile = document.createElement('div');
        const canvas = document.createElement('canvas');
        tile.className = `sample gallery__tile gallery__tile--${kindOf(digit)}`;
        tile.dataset.index = String(digit.index);
        tile.setAttribute('role', 'option');
        tile.setAttribute('aria-label', strings.galleryTile(digit.digit, kindOf(digit), digit.right, recorded.looks));
        tile.title = tile.getAttribute('aria-label') ?? '';
        tile.addEventListener('click', () => this.#pick(digit, tile));
        canvas.width = SIDE;
        canvas.height = SIDE;
        tile.append(canvas);
        return { ...digit, tile, canvas };
    }

    #pick({ digit, pixels }: Digit & { pixels: Uint8Array }, tile: HTMLElement) {
        this.#focus(tile);
        this.state.show(ofImage({ pixels, source: null, placing: '', digit }));
    }

    /** Shows those that the filter lets through; the Tab key leads to the first of them. */
    #show() {
        for (const digit of this.tiles) {
            digit.tile.hidden = !isShown(digit, this.filter.value);
            digit.tile.tabIndex = -1;
        }
        const [first] = this.#shown();
        if (first) {
            first.tile.tabIndex = 0;
        }
    }

    #shown() {
        return this.tiles.filter(({ tile }) => !tile.hidden);
    }

    #focus(tile: HTMLElement) {
        for (const other of this.tiles) {
            other.tile.tabIndex = other.tile === tile ? 0 : -1;
        }
        tile.focus();
    }

    #key(event: KeyboardEvent) {
        const shown = this.#shown();
        const at = shown.findIndex(({ tile }) => tile === event.target);
        const now = shown[at];
        if (!now || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            event.stopPropagation();
            this.#pick(now, now.tile);
            return;
        }
        const columns = shown.filter(({ tile }) => tile.offsetTop === shown[0]?.tile.offsetTop).length;
        const next = shown[target(event.key, at, shown.length, columns)];
        if (next && next !== now) {
            event.preventDefault();
            event.stopPropagation();
            this.#focus(next.tile);
        }
    }
}

export async function open(place: HTMLElement, options: Omit<ConstructorParameters<typeof Gallery>[1], 'pixels'>) {
    return new Gallery(place, { ...options, pixels: await fetchPixels() });
}
