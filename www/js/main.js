/** Wires the parts of the page together, and does nothing else. */
import sampleFile from '../data/samples.json';
import { keep, open } from './shell/address.js';
import { Loop } from './kit/canvas.js';
import { Client } from './look/client.js';
import { Comparison } from './look/comparison.js';
import { Controls } from './look/controls.js';
import { Ears } from './look/ears.js';
import { Files } from './look/files.js';
import { galleryButton } from './look/gallery-button.js';
import { describe } from './look/narrate.js';
import { Near } from './look/near.js';
import { ofSample, withoutInk, withStroke } from './kit/picture.js';
import { Look } from './look/record.js';
import { currentTheme, find, notice } from './kit/dom.js';
import { Screen } from './look/screen.js';
import { Session } from './look/session.js';
import { listen } from './shell/shortcuts.js';
import { soon } from './look/soon.js';
import { State } from './shell/state.js';
import { fillIn, languages } from './shell/strings.js';
import { Tables } from './look/tables.js';
import { views } from './shell/views.js';
import { DrawPad } from './kit/draw-pad.js';
import { Fields } from './look/widgets/fields.js';
import { FrontEnd } from './look/widgets/front-end.js';
import { ModelChoice } from './look/widgets/model-choice.js';
import { NetInput } from './kit/net-input.js';
import { PadKeys } from './kit/pad-keys.js';
import { Raster } from './look/widgets/raster.js';
import { decodeSamples, Samples } from './look/widgets/samples.js';
import { Transport } from './look/widgets/transport.js';
import { VoteBars } from './look/widgets/vote-bars.js';

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

/** None may be left out: each brings spikes that no other has. @type {import('./look/protocol.js').Frame[]} */
let arrived = [];
const loop = new Loop(() => {
    const frames = arrived;
    arrived = [];
    for (const frame of frames) {
        session.receive(frame);
        comparison.follow(frame);
        ears.hear(frame);
        if (frame.phase === 'done' && session.now === frame) {
            around?.verdict(frame);
        }
        client.drawn(frame.run);
    }
    return false;
});
const request = () => loop.request();

/** The page around this one, where there is one that wants to know. @type {{ verdict: (frame: import('./look/protocol.js').Frame) => void } | null} */
let around = null;
if (new URLSearchParams(location.search).has('embed')) {
    document.documentElement.dataset.embed = '';
    import('./look/embedded.js').then(({ settle }) => {
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

const pad = new DrawPad(/** @type {HTMLCanvasElement} */ (find('draw-pad')), {
    samples,
    onDown: () => session.hush(),
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
const netInput = new NetInput(/** @type {HTMLCanvasElement} */ (find('net-input')));
const near = new Near(client);
const lens = /** @type {HTMLCanvasElement} */ (find('lens'));
const fields = new Fields(/** @type {HTMLCanvasElement} */ (find('fields')), { near, lens, onPick: (cell) => pin(cell), onName: (cell) => name(cell), onChange: request });
const record = new Look();
const ask = (/** @type {number | null} */ digit) => state.set({ why: digit === state.values.why ? null : digit });
const name = (/** @type {number | null} */ cell) => {
    find('fields-name').textContent = cell === null ? '' : strings.fieldName(cell, Number(fields.labels[cell]), Number(record.counts[cell]));
};
const pin = (/** @type {number} */ cell) => state.pin(cell);
const bars = new VoteBars(find('votes'), find('votes-top'), strings, ask);
const why = soon(
    import('./look/widgets/why.js').then(({ Why }) => new Why(find('why'), { record, strings, near, onPin: pin })),
    ['update', 'sees', 'recolour', 'resize', 'ask', 'draw'],
);
const raster = new Raster(/** @type {HTMLCanvasElement} */ (find('raster')), { record, strings, onPin: pin });
const traces = soon(
    import('./look/widgets/traces.js').then(({ Traces }) => new Traces(/** @type {HTMLCanvasElement} */ (find('traces')), { record, strings, table: find('traces-table') })),
    ['update', 'watch', 'recolour', 'resize', 'draw'],
);
const inspector = soon(
    import('./look/widgets/inspector.js').then(({ Inspector }) => new Inspector(find('cell-inspector'), { record, strings, near, onUnpin: pin })),
    ['update', 'recolour', 'resize', 'watch', 'draw'],
);
const sampleList = new Samples(find('samples'), { samples, strings, onPick: (digit) => state.show(ofSample(digit)) });
const threshold = soon(
    import('./look/widgets/threshold.js').then(({ Threshold }) => new Threshold(strings, (percent) => state.set({ threshold: percent }))),
    ['update', 'show'],
);
const echo = soon(
    import('./look/widgets/echo.js').then(({ Echo }) => new Echo(/** @type {HTMLCanvasElement} */ (find('echo-input')), find('echo-votes'))),
    ['update', 'vote', 'recolour'],
);
const models = new ModelChoice({ state, strings, notice, cancel: () => client.cancel() });
const frontEnd = new FrontEnd({ state, models, strings, onCompare: (name) => comparison.show(name) });
const screen = new Screen({ netInput, frontEnd, near, echo, fields, bars, record, why, raster, traces, inspector, threshold, strings, request, still });
const session = new Session({ client, state, screen, samples, still, files: () => models.files(), onTime: () => onTime() });
models.loader = session;
const comparison = new Comparison({ client, session, state, strings, notice, onProgress: (loaded, total) => models.advance(loaded, total), onRest: () => models.rest() });
const transport = new Transport(session, strings);
const ears = new Ears({ state, session });
function onTime() {
    transport?.update(session.info?.dt ?? 0.5);
    ears?.follow();
}
const tables = new Tables({ record, session, strings });
loop.widgets = [pad, netInput, fields, why, raster, traces, inspector, tables];

const gallery = galleryButton({ state, strings, notice });
const controls = new Controls({ state, session, strings, fields });
const lesson = soon(
    import('./look/widgets/input-lesson.js').then(({ InputLesson }) => new InputLesson({ strings, onChange: (changes) => state.set({ input: { ...state.values.input, ...changes } }) })),
    ['update'],
);

/** Shows the state in every part that depends on it. */
function showState() {
    const { picture, input, order, why: asked, cells, threshold: least, colour, hide } = state.values;
    controls.update();
    find('pad-twin').textContent = describe(picture, strings);
    ears.update();
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
    for (const widget of [pad, netInput, echo, fields, sampleList, gallery, why, raster, traces, inspector]) {
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
        session.weigh();
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
const apply = (/** @type {string} */ hash) => import('./look/apply.js').then((module) => module.apply(hash, { state, session, models })).catch((error) => notice(strings.noView(error.message)));
/** @type {import('./shell/views.js').Page} */
const page = { state, strings, language, apply, leaving: [] };
/** What nobody waits for comes after what everybody waits for. */
const rest = () => setTimeout(() => import('./shell/later.js').then((module) => module.later(page), () => {}), 500);
views(page, () => session.load().then(rest));
if (state.values.view !== 'look') {
    rest();
}
