/** Who shows a run: what a session tells. */
import type { Measured, TrainFrame } from './protocol.ts';

export interface Screen {
    onChange: () => void;
    /** all fields, of a network that has just come */
    onFields: (fields: Uint8Array, cells: number) => void;
    onFrame: (frame: TrainFrame) => void;
    onMeasured: (measured: Measured | null) => void;
    /** a broken copy begins to learn beside it, or is gone */
    onCopy: (begins: boolean) => void;
}
