/** The canvases on which a network is seen at work: its fields, those of its broken copy, and what it looks at. */

import type { FrontEnd } from '../../kit/models.ts';
import { NetInput } from '../../kit/net-input.ts';
import type { TrainFrame } from '../run/protocol.ts';
import { PIXELS } from '../worker/shards.ts';
import { Grid } from './grid.ts';
import { Replay } from './replay.ts';

export class Stage {
    fields: Grid;
    copy: Grid;
    input: NetInput;
    replay: Replay;
    onDrawn: () => void;
    /** Those that have come and are not on the screen yet. */
    frames: TrainFrame[] = [];

    /**
     * @param canvas finds one by its name
     * @param onPick the pixel of a field that was clicked
     * @param onDrawn a frame is on the screen: the learner waits for it
     */
    constructor(
        canvas: (name: string) => HTMLCanvasElement,
        onPick: (cell: number, pixel: number) => void,
        onDrawn: () => void,
    ) {
        this.fields = new Grid(canvas('train-fields'), onPick);
        this.copy = new Grid(canvas('break-fields'));
        this.input = new NetInput(canvas('train-input'));
        this.replay = new Replay(this.input, this.fields);
        this.onDrawn = onDrawn;
    }

    get widgets() {
        return [this.fields, this.copy, this.input];
    }

    /** Another network. */
    begin(fields: Uint8Array, cells: number, frontEnd: FrontEnd) {
        // Never shown, but the learner waits until its last one was.
        this.frames.forEach(() => this.onDrawn());
        this.frames = [];
        this.fields.begin(fields, cells);
        this.input.frontEnd = frontEnd;
        this.input.canvas.dataset.frontEnd = frontEnd;
        this.input.update(null);
    }

    beginCopy(cells: number) {
        this.copy.begin(new Uint8Array(cells * PIXELS), cells);
    }

    take(frame: TrainFrame) {
        this.frames.push(frame);
    }

    /**
     * Shows what has come.
     * @param pace images a second; 0: slow motion
     * @param still whether nothing may glide
     * @returns whether it goes on
     */
    play(now: number, pace: number, still: boolean): boolean {
        const { frames, fields, copy, replay } = this;
        this.frames = [];
        for (const { broken, shown, cells, shades } of frames) {
            if (broken) {
                copy.change(broken.cells, broken.shades);
            }
            if (shown) {
                // What it learned is seen when its spikes have been.
                replay.play(shown, now, pace, still, () => fields.change(cells, shades));
            } else {
                replay.finish();
                fields.change(cells, shades);
            }
            this.onDrawn();
        }
        return replay.draw(now);
    }
}
