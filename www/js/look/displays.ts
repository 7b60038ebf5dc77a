/** The widgets that show what the network does. Those that the first vote does not need arrive a moment later. */
import { find } from '../kit/dom.ts';
import { NetInput } from '../kit/net-input.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import { CellWeights } from './cell-weights.ts';
import type { Client } from './client.ts';
import { deferred } from './deferred.ts';
import { Look } from './record.ts';
import { Fields } from './widgets/fields.ts';
import type { Ballot } from './widgets/vote-bars.ts';
import { VoteBars } from './widgets/vote-bars.ts';

interface Parts {
    state: State;
    strings: Strings;
    client: Client;
    /** asks for an animation frame */
    request: () => void;
    onBallot: (ballot: Ballot) => void;
}

export type Displays = ReturnType<typeof createDisplays>;

const canvas = (name: string) => find(name) as HTMLCanvasElement;

export function createDisplays({ state, strings, client, request, onBallot }: Parts) {
    const record = new Look();
    const cellWeights = new CellWeights(client);
    const pin = (cell: number) => state.pin(cell);
    const fields = new Fields(canvas('fields'), {
        cellWeights,
        lens: canvas('lens'),
        onPick: pin,
        onName: (cell) => {
            find('fields-name').textContent =
                cell === null ? '' : strings.fieldName(cell, fields.labels[cell] ?? -1, record.counts[cell] ?? 0);
        },
        onChange: request,
    });
    const netInput = new NetInput(canvas('net-input'));
    const ask = (digit: number | null) => state.set({ why: digit === state.values.why ? null : digit });
    const later = { strings, record, cellWeights, pin, state, fields, netInput };
    return {
        record,
        cellWeights,
        netInput,
        fields,
        bars: new VoteBars(find('votes'), find('votes-top'), strings, { onAsk: ask, onBallot }),
        ...laterOnStage(later),
        ...laterInDrawer(later),
    };
}

interface LaterParts {
    state: State;
    strings: Strings;
    record: Look;
    cellWeights: CellWeights;
    fields: Fields;
    netInput: NetInput;
    pin: (cell: number) => void;
}

/** On the stage. */
function laterOnStage({ state, strings, record, fields, netInput }: LaterParts) {
    return {
        race: deferred(
            import('./widgets/race.ts').then(
                ({ Race }) =>
                    new Race(canvas('race'), {
                        input: netInput.canvas,
                        cells: fields.canvas,
                        cellAt: (cell) => fields.grid.middleOf(cell),
                        votes: find('votes'),
                    }),
            ),
            ['update', 'recolour', 'resize', 'reset', 'fire', 'draw'],
        ),
        narration: deferred(
            import('./narration.ts').then(({ Narration }) => new Narration(find('narration'), strings)),
            ['say', 'follow', 'reset'],
        ),
        score: deferred(
            import('./score.ts').then(({ Score }) => new Score({ state, strings })),
            ['reset', 'ask'],
        ),
        track: deferred(
            import('./widgets/track.ts').then(({ Track }) => new Track(canvas('track'), record)),
            ['update', 'recolour', 'resize', 'draw'],
        ),
        inputPreview: deferred(
            import('./widgets/input-preview.ts').then(
                ({ InputPreview }) => new InputPreview(canvas('echo-input'), find('echo-votes')),
            ),
            ['update', 'vote', 'recolour'],
        ),
    };
}

/** In the drawer. */
function laterInDrawer({ state, strings, record, cellWeights, pin }: LaterParts) {
    return {
        raster: deferred(
            import('./widgets/raster.ts').then(
                ({ Raster }) => new Raster(canvas('raster'), { record, strings, onPin: pin }),
            ),
            ['update', 'sort', 'recolour', 'resize', 'draw'],
        ),
        why: deferred(
            import('./widgets/why.ts').then(
                ({ Why }) => new Why(find('why'), { record, strings, cellWeights, onPin: pin }),
            ),
            ['update', 'sees', 'recolour', 'resize', 'ask', 'draw'],
        ),
        traces: deferred(
            import('./widgets/traces.ts').then(
                ({ Traces }) => new Traces(canvas('traces'), { record, strings, table: find('traces-table') }),
            ),
            ['update', 'watch', 'recolour', 'resize', 'draw'],
        ),
        inspector: deferred(
            import('./widgets/inspector.ts').then(
                ({ Inspector }) =>
                    new Inspector(find('cell-inspector'), { record, strings, cellWeights, onUnpin: pin }),
            ),
            ['update', 'recolour', 'resize', 'watch', 'draw'],
        ),
        threshold: deferred(
            import('./widgets/threshold.ts').then(
                ({ Threshold }) => new Threshold(strings, (percent) => state.set({ threshold: percent })),
            ),
            ['update', 'show'],
        ),
    };
}
