/** A hundred test digits to choose from, the hardest among them: a grid that is one stop of the Tab key, with arrows inside. */
import recorded from '../../../data/gallery.json';
import { context2d } from '../../kit/canvas.js';
import { ramp } from '../../kit/colormap.js';
import { ofImage } from '../../kit/picture.js';

const SIDE = 28;
const PIXELS = SIDE * SIDE;
const FILE = new URL('../../../data/gallery.bin', import.meta.url);

/** @typedef {{ index: number, digit: number, right: number }} Digit  right: in how many looks it was read rightly */
/** @typedef {'easy' | 'hard' | 'misread'} Kind */

/**
 * How hard it is for the network that was asked.
 * @param {Digit} digit
 * @returns {Kind}
 */
export function kindOf({ right }) {
    return right === 0 ? 'misread' : right < recorded.looks ? 'hard' : 'easy';
}

/**
 * Whether a choice of the list shows a digit.
 * @param {Digit} digit
 * @param {string} choice 'all', 'hard' or a digit
 */
export function isShown(digit, choice) {
    return choice === 'all' || (choice === 'hard' ? kindOf(digit) !== 'easy' : String(digit.digit) === choice);
}

/**
 * Where an arrow leads to.
 * @param {string} key
 * @param {number} at      which of the shown digits
 * @param {number} count   how many are shown
 * @param {number} columns
 */
export function target(key, at, count, columns) {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: count - 1 - at };
    const to = at + (Object.hasOwn(steps, key) ? steps[/** @type {keyof typeof steps} */ (key)] : 0);
    return to >= 0 && to < count ? to : at;
}

/** @returns {Promise<Uint8Array>} the pixels of all digits */
async function fetchPixels() {
    const response = await fetch(FILE);
    if (!response.ok || response.body === null) {
        throw new Error(`the server answered ${response.status}`);
    }
    return new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
}

export class Gallery {
    /**
     * @param {HTMLElement} place
     * @param {object} options
     * @param {Uint8Array} options.pixels of all digits
     * @param {import('../../shell/state.js').State} options.state
     * @param {import('../../shell/strings.js').Strings} options.strings
     * @param {import('../../kit/colormap.js').Theme} options.theme
     */
    constructor(place, { pixels, state, strings, theme }) {
        this.state = state;
        this.digits = recorded.digits.map((digit, at) => ({ ...digit, pixels: pixels.subarray(at * PIXELS, (at + 1) * PIXELS) }));
        const row = document.createElement('label');
        const title = document.createElement('span');
        this.filter = document.createElement('select');
        row.className = 'control gallery__filter';
        title.textContent = strings.galleryShow;
        this.filter.dataset.testid = 'gallery-filter';
        const choices = Array.from({ length: 10 }, (_, digit) => new Option(strings.galleryDigit(digit), String(digit)));
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
        const of = (/** @type {Kind} */ kind) => this.digits.filter((digit) => kindOf(digit) === kind).length;
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
            tile.setAttribute('aria-selected', String(shown !== undefined && pixels.every((value, at) => value === shown[at])));
        }
    }

    /** @param {import('../../kit/colormap.js').Theme} theme */
    recolour(theme) {
        const colours = ramp(theme.paper, theme.ink);
        for (const { canvas, pixels } of this.tiles) {
            const context = context2d(canvas);
            const image = context.createImageData(SIDE, SIDE);
            new Uint32Array(image.data.buffer).set(Array.from(pixels, (value) => Number(colours[value])));
            context.putImageData(image, 0, 0);
        }
    }

    /**
     * @param {Digit & { pixels: Uint8Array }} digit
     * @param {import('../../shell/strings.js').Strings} strings
     */
    #tile(digit, strings) {
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

    /**
     * @param {Digit & { pixels: Uint8Array }} digit
     * @param {HTMLElement} tile
     */
    #pick({ digit, pixels }, tile) {
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

    /** @param {HTMLElement} tile */
    #focus(tile) {
        for (const other of this.tiles) {
            other.tile.tabIndex = other.tile === tile ? 0 : -1;
        }
        tile.focus();
    }

    /** @param {KeyboardEvent} event */
    #key(event) {
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

/**
 * @param {HTMLElement} place
 * @param {Omit<ConstructorParameters<typeof Gallery>[1], 'pixels'>} options
 */
export async function open(place, options) {
    return new Gallery(place, { ...options, pixels: await fetchPixels() });
}
