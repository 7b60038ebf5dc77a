// How people write the ten digits: strokes of points in pad units (0…1, y down), the pen moving straight between them.

/**
 * Points on an arc of an ellipse.
 * @param {[number, number]} centre
 * @param {[number, number]} radii
 * @param {number} from degrees, 0 to the right, 90 down
 * @param {number} to
 */
function arc([x, y], [across, down], from, to, points = 14) {
    return Array.from({ length: points + 1 }, (_, at) => {
        const angle = ((from + ((to - from) * at) / points) * Math.PI) / 180;
        return [x + across * Math.cos(angle), y + down * Math.sin(angle)];
    });
}

/** @type {Record<number, number[][][]>} */
export const digits = {
    0: [arc([0.5, 0.5], [0.2, 0.31], -80, -445, 24)],
    1: [[[0.54, 0.18], [0.52, 0.4], [0.49, 0.62], [0.47, 0.83]]],
    2: [[...arc([0.49, 0.34], [0.18, 0.16], 195, 385), [0.52, 0.6], [0.33, 0.8], [0.42, 0.79], [0.58, 0.8], [0.72, 0.79]]],
    3: [[...arc([0.48, 0.34], [0.17, 0.15], 205, 440), ...arc([0.47, 0.66], [0.2, 0.17], -80, 150)]],
    // Open at the top, the downstroke a stroke of its own.
    4: [
        [[0.34, 0.2], [0.31, 0.36], [0.28, 0.54], [0.45, 0.55], [0.6, 0.54], [0.76, 0.53]],
        [[0.64, 0.2], [0.63, 0.45], [0.62, 0.65], [0.61, 0.84]],
    ],
    // The roof last, as taught at school.
    5: [
        [[0.38, 0.2], [0.36, 0.34], [0.34, 0.46], ...arc([0.48, 0.62], [0.18, 0.18], -115, 140)],
        [[0.38, 0.2], [0.52, 0.2], [0.68, 0.19]],
    ],
    6: [[[0.6, 0.16], [0.48, 0.26], [0.38, 0.42], [0.33, 0.58], ...arc([0.48, 0.66], [0.15, 0.15], 190, -165)]],
    // Without a bar.
    7: [[[0.3, 0.22], [0.45, 0.21], [0.58, 0.21], [0.69, 0.21], [0.62, 0.36], [0.55, 0.52], [0.49, 0.68], [0.45, 0.84]]],
    8: [[...arc([0.51, 0.34], [0.14, 0.15], -40, -270, 14), ...arc([0.49, 0.66], [0.16, 0.17], -90, 270, 18), ...arc([0.51, 0.34], [0.14, 0.15], 90, -40, 10)]],
    9: [[...arc([0.48, 0.36], [0.15, 0.15], -20, -380, 20), [0.62, 0.45], [0.59, 0.62], [0.55, 0.84]]],
};
