/** The receptive fields while they grow: only those that have changed are drawn again. */
import { at } from '../../kit/arrays.ts';
import { context2d, fit, hidden } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { colourIn, css, ramp } from '../../kit/colormap.ts';
import { PIXELS } from '../worker/shards.ts';

const SIDE = 28;
/** A field plus the gap to the next, in field pixels. */
const PITCH = SIDE + 2;
/** Full shading at this share of w_max: hardly any synapse is stronger. */
const FULL = 0.5;
/** How long a spike flashes, in ms. */
const FLASH_MS = 300;

export class Grid {
    canvas: HTMLCanvasElement;
    context: CanvasRenderingContext2D;
    atlas: HTMLCanvasElement;
    paint: CanvasRenderingContext2D;
    tile: ImageData;
    shown: Uint32Array;
    fields: Uint8Array = new Uint8Array(0);
    labels: Int8Array = new Int8Array(0);
    cells = 0;
    columns = 1;
    rows = 1;
    /** Names of the classes, if they are not digits. */
    names: readonly string[] | null = null;
    theme: Theme | null = null;
    shades: Uint32Array = new Uint32Array(256);
    flash: Float32Array = new Float32Array(0);
    marked: readonly number[] = [];
    last = 0;
    /** How many changed fields have been drawn so far. */
    drawn = 0;

    /** @param onPick called with the clicked cell and the pixel of its field */
    constructor(canvas: HTMLCanvasElement, onPick?: (cell: number, pixel: number) => void) {
        this.canvas = canvas;
        this.context = context2d(canvas);
        this.atlas = hidden(1, 1);
        this.paint = context2d(this.atlas);
        this.tile = this.paint.createImageData(SIDE, SIDE);
        this.shown = new Uint32Array(this.tile.data.buffer);
        canvas.addEventListener('click', (event) => {
            const size = canvas.clientWidth / this.columns;
            const [column, row] = [event.offsetX / size, event.offsetY / size];
            const cell = Math.floor(row) * this.columns + Math.floor(column);
            // Clamped to the field, excluding the gap around it.
            const pixel = (at: number) => Math.max(0, Math.min(SIDE - 1, Math.floor((at % 1) * PITCH - 1)));
            if (cell < this.cells) {
                onPick?.(cell, SIDE * pixel(row) + pixel(column));
            }
        });
    }

    /**
     * Starts over with another network.
     * @param fields 784 bytes a cell
     */
    begin(fields: Uint8Array, cells: number) {
        this.fields = fields.slice();
        this.cells = cells;
        this.labels = new Int8Array(cells).fill(-1);
        this.flash = new Float32Array(cells);
        this.columns = Math.ceil(Math.sqrt(cells));
        this.rows = Math.ceil(cells / this.columns);
        this.atlas.width = this.columns * PITCH;
        this.atlas.height = this.rows * PITCH;
        this.canvas.dataset.cells = String(cells);
        this.#repaint();
    }

    /** @param shades 784 bytes per cell */
    change(cells: Uint16Array, shades: Uint8Array) {
        cells.forEach((cell, at) => {
            this.fields.set(shades.subarray(at * PIXELS, (at + 1) * PIXELS), cell * PIXELS);
            this.#paintCell(cell);
        });
        this.drawn += cells.length;
        this.canvas.dataset.changed = String(this.drawn);
    }

    /** @param labels the digit of each cell, −1 for none */
    name(labels: Int8Array) {
        this.labels = labels;
    }

    /** @param cells to frame, until the next call */
    mark(cells: readonly number[]) {
        this.marked = cells;
    }

    spike(cell: number) {
        this.flash[cell] = 1;
    }

    recolour(theme: Theme) {
        this.theme = theme;
        this.shades = ramp(theme.tile, theme.field, FULL);
        this.#repaint();
    }

    resize() {
        fit(this.canvas);
    }

    draw(now: number) {
        const { context, canvas, atlas, theme, columns } = this;
        if (theme === null || this.cells === 0) {
            return false;
        }
        const fading = Math.exp(-Math.min(now - this.last, FLASH_MS) / FLASH_MS);
        this.last = now;
        const size = canvas.width / columns;
        context.imageSmoothingQuality = 'high';
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.drawImage(atlas, 0, 0, canvas.width, size * this.rows);
        context.font = `700 ${Math.max(7, Math.round(size * 0.26))}px ${theme.type}`;
        context.lineWidth = Math.max(1, size * 0.06);
        let moving = false;
        for (let cell = 0; cell < this.cells; cell += 1) {
            const left = (cell % columns) * size;
            const top = Math.floor(cell / columns) * size;
            const digit = this.labels[cell] ?? -1;
            const bright = this.flash[cell] ?? 0;
            if (digit >= 0 && size >= 18) {
                // The second cue beside the colour is the digit itself.
                context.fillStyle = css(at(theme.digits, digit));
                context.fillText(
                    this.names?.[digit] ?? String(digit),
                    left + size * 0.06,
                    top + size * 0.26,
                    // A long name becomes narrow.
                    size * 0.88,
                );
            }
            if (bright > 0.02) {
                moving = true;
                context.globalAlpha = bright;
                context.strokeStyle = css(theme.spark);
                context.strokeRect(left + size * 0.03, top + size * 0.03, size * 0.94, size * 0.94);
                context.globalAlpha = 1;
                this.flash[cell] = bright * fading;
            }
        }
        context.strokeStyle = css(theme.ink);
        for (const cell of this.marked) {
            context.strokeRect(
                (cell % columns) * size + size * 0.03,
                Math.floor(cell / columns) * size + size * 0.03,
                size * 0.94,
                size * 0.94,
            );
        }
        return moving;
    }

    #repaint() {
        if (this.theme === null) {
            return;
        }
        this.paint.fillStyle = css(this.theme.paper);
        this.paint.fillRect(0, 0, this.atlas.width, this.atlas.height);
        for (let cell = 0; cell < this.cells; cell += 1) {
            this.#paintCell(cell);
        }
    }

    #paintCell(cell: number) {
        const { fields, shown, shades } = this;
        colourIn(shown, fields.subarray(cell * PIXELS, (cell + 1) * PIXELS), shades);
        this.paint.putImageData(
            this.tile,
            (cell % this.columns) * PITCH + 1,
            Math.floor(cell / this.columns) * PITCH + 1,
        );
    }
}
