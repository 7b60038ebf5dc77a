/** What is left of strokes when a round rubber has passed over them. */
import type { Stroke } from './stroke.ts';

/**
 * @param x middle of the rubber, in pad units
 * @returns the same array where nothing was hit
 */
export function erase(strokes: readonly Stroke[], x: number, y: number, radius: number): readonly Stroke[] {
    const left = strokes.map((stroke) => cut(stroke, x, y, radius));
    return left.every((pieces, at) => pieces.length === 1 && pieces[0] === strokes[at]) ? strokes : left.flat();
}

function cut(stroke: Stroke, x: number, y: number, radius: number): Stroke[] {
    const point = (at: number) => [Number(stroke[2 * at]), Number(stroke[2 * at + 1])];
    const points = stroke.length / 2;
    const covered = ([px = 0, py = 0]: number[]) => Math.hypot(px - x, py - y) < radius;
    if (points === 1) {
        return covered(point(0)) ? [] : [stroke];
    }
    let hit = false;
    const pieces: number[][] = [];
    let piece: number[] = covered(point(0)) ? [] : point(0);
    const end = () => {
        // A single point would be a dot that nobody made.
        if (piece.length > 2) {
            pieces.push(piece);
        }
        piece = [];
    };
    for (let at = 1; at < points; at += 1) {
        const [from, to] = [point(at - 1), point(at)];
        const [into, out] = chord(from, to, x, y, radius);
        if (into >= out) {
            piece.push(...to);
            continue;
        }
        hit = true;
        const between = (share: number) => from.map((place, axis) => place + share * (Number(to[axis]) - place));
        if (into > 0) {
            piece.push(...between(into));
        }
        end();
        if (out < 1) {
            piece.push(...between(out), ...to);
        }
    }
    end();
    return hit ? pieces.map((places) => Float32Array.from(places)) : [stroke];
}

/** The part of a leg under a circle, as shares of the leg; the first is not below the second where there is none. */
function chord(
    [fromX = 0, fromY = 0]: number[],
    [toX = 0, toY = 0]: number[],
    x: number,
    y: number,
    radius: number,
): [number, number] {
    const [dx, dy] = [toX - fromX, toY - fromY];
    const [cx, cy] = [fromX - x, fromY - y];
    const a = dx * dx + dy * dy;
    const b = cx * dx + cy * dy;
    const root = b * b - a * (cx * cx + cy * cy - radius * radius);
    if (a === 0 || root <= 0) {
        return [1, 0];
    }
    return [Math.max(0, (-b - Math.sqrt(root)) / a), Math.min(1, (-b + Math.sqrt(root)) / a)];
}
