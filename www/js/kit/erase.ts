/** What is left of strokes when a round rubber has passed over them. */
import { pairs } from './arrays.ts';
import type { Stroke } from './stroke.ts';

/**
 * @param x middle of the rubber, in pad units
 * @returns the same array where nothing was hit
 */
export function erase(strokes: readonly Stroke[], x: number, y: number, radius: number): readonly Stroke[] {
    const left = strokes.map((stroke) => cut(stroke, x, y, radius));
    return left.every((pieces, at) => pieces.length === 1 && pieces[0] === strokes[at]) ? strokes : left.flat();
}

type Point = readonly [number, number];

function cut(stroke: Stroke, x: number, y: number, radius: number): Stroke[] {
    const [first, ...rest] = pairs(stroke);
    if (first === undefined) {
        return [stroke];
    }
    const covered = Math.hypot(first[0] - x, first[1] - y) < radius;
    if (rest.length === 0) {
        return covered ? [] : [stroke];
    }
    let hit = false;
    const pieces: number[][] = [];
    let piece: number[] = covered ? [] : [...first];
    const end = () => {
        // A single point would be a dot that was never drawn.
        if (piece.length > 2) {
            pieces.push(piece);
        }
        piece = [];
    };
    let from: Point = first;
    for (const to of rest) {
        const [into, out] = chord(from, to, x, y, radius);
        if (into >= out) {
            piece.push(...to);
        } else {
            hit = true;
            if (into > 0) {
                piece.push(...between(from, to, into));
            }
            end();
            if (out < 1) {
                piece.push(...between(from, to, out), ...to);
            }
        }
        from = to;
    }
    end();
    return hit ? pieces.map((places) => Float32Array.from(places)) : [stroke];
}

/** @param share of the leg */
const between = ([fromX, fromY]: Point, [toX, toY]: Point, share: number): Point => [
    fromX + share * (toX - fromX),
    fromY + share * (toY - fromY),
];

/** The part of a leg under a circle, as shares of the leg; if there is none, the first is not below the second. */
function chord([fromX, fromY]: Point, [toX, toY]: Point, x: number, y: number, radius: number): [number, number] {
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
