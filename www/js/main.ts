/** Wires the parts of the page together, and does nothing else. */
import sampleFile from '../data/samples.json';
import { Loop } from './kit/canvas.ts';
import { currentTheme, find, notice } from './kit/dom.ts';
import { DrawPad } from './kit/draw-pad.ts';
import { NetInput } from './kit/net-input.ts';
import { PadKeys } from './kit/pad-keys.ts';
import { ofSample, withoutInk, withStroke } from './kit/picture.ts';
import { CellWeights } from './look/cell-weights.ts';
import { Client } from './look/client.ts';
import { Comparison } from './look/comparison.ts';
import { Controls } from './look/controls.ts';
import { deferred } from './look/deferred.ts';
import { Files } from './look/files.ts';
import { galleryButton } from './look/gallery-button.ts';
import { describe } from './look/narrate.ts';
import type { Frame } from './look/protocol.ts';
import { Look } from './look/record.ts';
import { Screen } from './look/screen.ts';
import { Session } from './look/session.ts';
import { SpikeSound } from './look/spike-sound.ts';
import { Tables } from './look/tables.ts';
import { Fields } from './look/widgets/fields.ts';
import { FrontEnd } from './look/widgets/front-end.ts';
import { ModelChoice } from './look/widgets/model-choice.ts';
import { Raster } from './look/widgets/raster.ts';
import { decodeSamples, Samples } from './look/widgets/samples.ts';
import { Transport } from './look/widgets/transport.ts';
import { VoteBars } from './look/widgets/vote-bars.ts';
import { keep, open } from './shell/address.ts';
import { listen } from './shell/shortcuts.ts';
import { State } from './shell/state.ts';
import { fillIn, languages } from './shell/strings.ts';
import type { Page } from './shell/views.ts';
import { views } from './shell/views.ts';

const state = new State();
const { language, bad } = open(state);
const strings = languages[language];
document.documentElement.lang = language;
fillIn(document, strings);
document.title = strings.title;
notice(bad.length > 0 ? strings.badLink(bad) : '');

const samples = decodeSamples(sampleFile.digits);
const motion = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = () => motion.matches;

/** None may be left out: each brings spikes that no other has. */
let arrived: Frame[] = [];
const loop = new Loop(() => {
    const frames = arrived;
    arrived = [];
    for (const frame of frames) {
        session.receive(frame);
        comparison.follow(frame);
        spikeSound.hear(frame);
        if (frame.phase === 'done' && session.now === frame) {
            around?.verdict(frame);
        }
        client.drawn(frame.run);
    }
    return false;
});
const request = () => loop.request();

/** The page around this one, where there is one that wants to know. */
let around: { verdict: (frame: Frame) => void } | null = null;
if (new URLSearchParams(location.search).has('embed')) {
    document.documentElement.dataset.embed = '';
    import('./look/embedded.ts').then(({ settle }) => {
        around = settle(strings);
    });
}

const client = new Client({
    onFrame: (frame) => {
        arrived.push(frame);
        request();
    },
    onFatal: (error) => session.fail(error),
    onProgress: (loaded, total) => models.advance(loaded, total),
});

const pad = new DrawPad(find('draw-pad') as HTMLCanvasElement, {
    samples,
    onDown: () => session.interrupt(),
    onStroke: (stroke) => {
        if (stroke.length > 0) {
            state.show(withStroke(state.values.picture, stroke));
        } else {
            state.set({ picture: state.values.picture });
        }
    },
});
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
});
const netInput = new NetInput(find('net-input') as HTMLCanvasElement);
const cellWeights = new CellWeights(client);
const lens = find('lens') as HTMLCanvasElement;
const fields = new Fields(find('fields') as HTMLCanvasElement, {
    cellWeights,
    lens,
    onPick: (cell) => pin(cell),
    onName: (cell) => name(cell),
    onChange: request,
});
const record = new Look();
const ask = (digit: number | null) => state.set({ why: digit === state.values.why ? null : digit });
const name = (cell: number | null) => {
    find('fields-name').textContent =
        cell === null ? '' : strings.fieldName(cell, Number(fields.labels[cell]), Number(record.counts[cell]));
};
const pin = (cell: number) => state.pin(cell);
const bars = new VoteBars(find('votes'), find('votes-top'), strings, ask);
const why = deferred(
    import('./look/widgets/why.ts').then(
        ({ Why }) => new Why(find('why'), { record, strings, cellWeights, onPin: pin }),
    ),
    ['update', 'sees', 'recolour', 'resize', 'ask', 'draw'],
);
const raster = new Raster(find('raster') as HTMLCanvasElement, { record, strings, onPin: pin });
const traces = deferred(
    import('./look/widgets/traces.ts').then(
        ({ Traces }) =>
            new Traces(find('traces') as HTMLCanvasElement, { record, strings, table: find('traces-table') }),
    ),
    ['update', 'watch', 'recolour', 'resize', 'draw'],
);
const inspector = deferred(
    import('./look/widgets/inspector.ts').then(
        ({ Inspector }) => new Inspector(find('cell-inspector'), { record, strings, cellWeights, onUnpin: pin }),
    ),
    ['update', 'recolour', 'resize', 'watch', 'draw'],
);
const sampleList = new Samples(find('samples'), { samples, strings, onPick: (digit) => state.show(ofSample(digit)) });
const threshold = deferred(
    import('./look/widgets/threshold.ts').then(
        ({ Threshold }) => new Threshold(strings, (percent) => state.set({ threshold: percent })),
    ),
    ['update', 'show'],
);
const inputPreview = deferred(
    import('./look/widgets/input-preview.ts').then(
        ({ InputPreview }) => new InputPreview(find('echo-input') as HTMLCanvasElement, find('echo-votes')),
    ),
    ['update', 'vote', 'recolour'],
);
const models = new ModelChoice({ state, strings, notice, cancel: () => client.cancel() });
const frontEnd = new FrontEnd({ state, models, strings, onCompare: (name) => comparison.show(name) });
const screen = new Screen({
    netInput,
    frontEnd,
    cellWeights,
    inputPreview,
    fields,
    bars,
    record,
    why,
    raster,
    traces,
    inspector,
    threshold,
    strings,
    request,
    still,
});
const session = new Session({
    client,
    state,
    screen,
    samples,
    still,
    files: () => models.files(),
    onTime: () => onTime(),
});
models.loader = session;
const comparison = new Comparison({
    client,
    session,
    state,
    strings,
    notice,
    onProgress: (loaded, total) => models.advance(loaded, total),
    onRest: () => models.rest(),
});
const transport = new Transport(session, strings);
const spikeSound = new SpikeSound({ state, session });
function onTime() {
    transport?.update(session.info?.dt ?? 0.5);
    spikeSound?.follow();
}
const tables = new Tables({ record, session, strings });
loop.widgets = [pad, netInput, fields, why, raster, traces, inspector, tables];

const gallery = galleryButton({ state, strings, notice });
const controls = new Controls({ state, session, strings, fields });
const lesson = deferred(
    import('./look/widgets/input-lesson.ts').then(
        ({ InputLesson }) =>
            new InputLesson({
                strings,
                onChange: (changes) => state.set({ input: { ...state.values.input, ...changes } }),
            }),
    ),
    ['update'],
);

/** Shows the state in every part that depends on it. */
function showState() {
    const { picture, input, order, why: asked, cells, threshold: least, colour, hide } = state.values;
    controls.update();
    find('pad-twin').textContent = describe(picture, strings);
    spikeSound.update();
    lesson.update(input);
    models.update();
    frontEnd.update();
    comparison.update();
    pad.update(picture);
    sampleList.update(picture.sample);
    raster.sort(order);
    fields.colour(colour);
    threshold.show(least);
    document.documentElement.dataset.hide = hide.join(' ');
    bars.explain(asked);
    why.ask(asked);
    traces.watch(cells);
    inspector.watch(cells);
    request();
}

function recolour() {
    const theme = currentTheme();
    for (const widget of [pad, netInput, inputPreview, fields, sampleList, gallery, why, raster, traces, inspector]) {
        widget.recolour(theme);
    }
    request();
}

const sizes = new ResizeObserver(() => {
    for (const widget of [pad, netInput, fields, raster, traces]) {
        widget.resize();
    }
    // Drawn here and not in the next frame: a canvas that has just been given its size is empty.
    loop.draw(performance.now());
});
for (const canvas of [pad.canvas, netInput.canvas, fields.canvas, raster.canvas, find('traces')]) {
    sizes.observe(canvas);
}

state.subscribe(showState);
keep(state, strings);
listen(state, strings);
state.subscribe((_, changed) => {
    if (changed.has('picture') || changed.has('seed')) {
        session.look();
    } else if (changed.has('input')) {
        // At once, so that the votes follow a slider that moves.
        session.look(true);
    } else if (changed.has('cells')) {
        session.watch();
    } else if (changed.has('why') && state.values.why !== null) {
        // On a small screen the answer opens below what can be seen.
        find('why').scrollIntoView({ block: 'nearest', behavior: still() ? 'auto' : 'smooth' });
    } else if (changed.has('threshold')) {
        session.applyThreshold();
    } else if (changed.has('speed')) {
        session.pace();
    }
});
state.subscribe((_, changed) => changed.has('compare') && comparison.load());
new Files({ client, state, strings, notice, onModel: (files) => models.open(files) });
transport.update(0.5);
dark.addEventListener('change', recolour);
recolour();
showState();
const apply = (hash: string) =>
    import('./look/apply.ts')
        .then((module) => module.apply(hash, { state, session, models }))
        .catch((error) => notice(strings.noView(error.message)));
const page: Page = { state, strings, language, apply, leaving: [] };
/** What nobody waits for comes after what everybody waits for. */
const rest = () =>
    setTimeout(
        () =>
            import('./shell/later.ts').then(
                (module) => module.later(page),
                () => {},
            ),
        500,
    );
views(page, () => session.load().then(rest));
if (state.values.view !== 'look') {
    rest();
}
