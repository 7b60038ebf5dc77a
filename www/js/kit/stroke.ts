/** Points of one stroke: x, y, x, y, … in pad units (0…1, y down). */
export type Stroke = Float32Array;
