/** What the reader draws with: the pad, its keys, samples, the gallery, and what may be done to a picture. */
import { find, notice } from '../kit/dom.ts';
import { DrawPad } from '../kit/draw-pad.ts';
import type { Picture } from '../kit/picture.ts';
import { ofSample, withoutInk, withStroke } from '../kit/picture.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import { deferred } from './deferred.ts';
import { galleryButton } from './gallery-button.ts';
import { Samples } from './widgets/samples.ts';

interface Parts {
    state: State;
    strings: Strings;
    /** pixels by digit */
    samples: ReadonlyMap<number, Uint8Array>;
    /** the pen touches the pad */
    onDown: () => void;
    /** what would lie on the pad if the pen were lifted now */
    onTrail: (picture: Picture) => void;
}

export function createDrawingTools({ state, strings, samples, onDown, onTrail }: Parts) {
    return {
        pad: createPad({ state, strings, samples, onDown, onTrail }),
        sampleList: new Samples(find('samples'), { samples, strings, onPick: (digit) => state.show(ofSample(digit)) }),
        gallery: galleryButton({ state, strings, notice }),
        lesson: deferred(
            import('./widgets/input-lesson.ts').then(
                ({ InputLesson }) =>
                    new InputLesson({
                        strings,
                        onChange: (changes) => state.set({ input: { ...state.values.input, ...changes } }),
                    }),
            ),
            ['update'],
        ),
    };
}

function createPad({ state, strings, samples, onDown, onTrail }: Parts) {
    const pad = new DrawPad(find('draw-pad') as HTMLCanvasElement, {
        samples,
        onDown,
        onTrail: (stroke) => onTrail(withStroke(state.values.picture, Float32Array.from(stroke))),
        onStroke: (stroke) => {
            if (stroke.length > 0) {
                state.show(withStroke(state.values.picture, stroke));
            } else {
                state.set({ picture: state.values.picture });
            }
        },
    });
    // The keys come a moment later: the first vote does not need them.
    import('../kit/pad-keys.ts').then(
        ({ PadKeys }) =>
            new PadKeys(pad, {
                cursor: find('pad-cursor'),
                says: find('pad-says'),
                strings,
                onErase: (x, y, radius) => {
                    const left = withoutInk(state.values.picture, x, y, radius);
                    if (left !== state.values.picture) {
                        state.show(left);
                    }
                },
                onClear: () => state.clear(),
            }),
    );
    return pad;
}
