/** The confusion matrix as a picture. */

import type { Words } from '../../../words/en/train.ts';
import { context2d, hidden } from '../../kit/canvas.ts';
import type { Theme } from '../../kit/colormap.ts';
import { css, mix } from '../../kit/colormap.ts';

/** Size of a cell and of the margin for names, in pixels. */
const CELL = 48;
const MARGIN = 72;

/** @param counts rows: shown; columns: read as, undecided last */
export function confusionImage(
    counts: readonly (readonly number[])[],
    names: readonly string[],
    { shownDigit, readAs }: Pick<Words, 'shownDigit' | 'readAs'>,
    theme: Theme,
): HTMLCanvasElement {
    const columns = [...names.keys(), 10];
    const canvas = hidden(MARGIN + columns.length * CELL + 8, MARGIN + names.length * CELL + 8);
    const context = context2d(canvas);
    context.fillStyle = css(theme.paper);
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const write = (text: string, x: number, y: number, size: number = 18) => {
        context.font = `${size}px ${theme.type}`;
        context.fillStyle = css(theme.ink);
        context.fillText(text, x, y, CELL - 4);
    };
    const middle = (at: number) => MARGIN + (at + 0.5) * CELL;
    columns.forEach((answer, at) => write(names[answer] ?? '?', middle(at), MARGIN - 16));
    counts.slice(0, names.length).forEach((row, shown) => {
        write(String(names[shown]), MARGIN - 20, middle(shown));
        const all = Math.max(
            1,
            row.reduce((sum, count) => sum + count, 0),
        );
        columns.forEach((answer, at) => {
            const count = row[answer] ?? 0;
            context.fillStyle = css(
                mix(
                    theme.paper,
                    answer === shown ? theme.silent : theme.spark,
                    count > 0 ? 0.1 + (0.7 * count) / all : 0,
                ),
            );
            context.fillRect(MARGIN + at * CELL + 1, MARGIN + shown * CELL + 1, CELL - 2, CELL - 2);
            write(count > 0 ? String(count) : '·', middle(at), middle(shown), 16);
        });
    });
    context.font = `14px ${theme.type}`;
    context.fillText(readAs, MARGIN + (columns.length * CELL) / 2, 20);
    context.rotate(-Math.PI / 2);
    context.fillText(shownDigit, -MARGIN - (names.length * CELL) / 2, 20);
    return canvas;
}
