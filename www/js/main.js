/** Wires the parts of the page together, and does nothing else. */
import sampleFile from '../data/samples.json';
import { Loop } from './canvas.js';
import { Client } from './client.js';
import { read, write } from './link.js';
import { ofSample, withStroke } from './picture.js';
import { Look } from './record.js';
import { currentTheme, find, Screen } from './screen.js';
import { Session } from './session.js';
import { SPEEDS, State } from './state.js';
import { chosenLanguage, fillIn, languages } from './strings.js';
import { DrawPad } from './widgets/draw-pad.js';
import { Fields } from './widgets/fields.js';
import { Inspector } from './widgets/inspector.js';
import { NetInput } from './widgets/net-input.js';
import { Raster } from './widgets/raster.js';
import { decodeSamples, Samples } from './widgets/samples.js';
import { SpikeTable } from './widgets/spike-table.js';
import { Traces } from './widgets/traces.js';
import { Transport } from './widgets/transport.js';
import { VoteBars } from './widgets/vote-bars.js';
import { Why } from './widgets/why.js';

const state = new State();
const opened = read(location.hash);
state.set(opened.values);
const language = state.values.lang ?? chosenLanguage(navigator.languages);
const strings = languages[language];
document.documentElement.lang = language;
fillIn(document, strings);
document.title = strings.title;
notice(opened.bad.length > 0 ? strings.badLink(opened.bad) : '');

const samples = decodeSamples(sampleFile.digits);
const motion = matchMedia('(prefers-reduced-motion: reduce)');
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = () => motion.matches;

/** None may be left out: each brings spikes that no other has. @type {import('./protocol.js').Frame[]} */
let arrived = [];
const loop = new Loop(() => {
    const frames = arrived;
    arrived = [];
    for (const frame of frames) {
        session.receive(frame);
        client.drawn(frame.run);
    }
    return false;
});
const request = () => loop.request();

const client = new Client({
    onFrame: (frame) => {
        arrived.push(frame);
        request();
    },
    onFatal: (error) => session.fail(error),
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
const netInput = new NetInput(/** @type {HTMLCanvasElement} */ (find('net-input')));
const fields = new Fields(/** @type {HTMLCanvasElement} */ (find('fields')), (cell) => pin(cell));
const record = new Look();
const ask = (/** @type {number | null} */ digit) => state.set({ why: digit === state.values.why ? null : digit });
const pin = (/** @type {number} */ cell) => state.pin(cell);
const bars = new VoteBars(find('votes'), find('votes-top'), strings, ask);
const why = new Why(find('why'), { record, strings, onPin: pin });
const raster = new Raster(/** @type {HTMLCanvasElement} */ (find('raster')), { record, strings, onPin: pin });
const traces = new Traces(/** @type {HTMLCanvasElement} */ (find('traces')), { record, strings });
const inspector = new Inspector(find('cell-inspector'), { record, strings, onUnpin: pin });
const gallery = new Samples(find('samples'), { samples, strings, onPick: (digit) => state.show(ofSample(digit)) });
const screen = new Screen({ netInput, fields, bars, record, why, raster, traces, inspector, strings, request, still });
const session = new Session({ client, state, screen, samples, still, onTime: () => transport?.update(session.info?.dt ?? 0.5) });
const transport = new Transport(session, strings);
const table = new SpikeTable(/** @type {HTMLDetailsElement} */ (find('raster-table')), find('raster-rows'), record, () => session.info, strings);
loop.widgets = [pad, netInput, fields, why, raster, traces, inspector, table];

const undo = /** @type {HTMLButtonElement} */ (find('undo'));
const clear = /** @type {HTMLButtonElement} */ (find('clear'));
const sameNoise = /** @type {HTMLButtonElement} */ (find('same-noise'));
const seed = /** @type {HTMLInputElement} */ (find('seed'));
const speed = /** @type {HTMLSelectElement} */ (find('speed'));
speed.replaceChildren(...SPEEDS.map((pace) => new Option(/** @type {Record<string, string>} */ (strings.speedOf)[String(pace)], String(pace))));

const order = /** @type {HTMLSelectElement} */ (find('raster-order'));
order.replaceChildren(...Object.entries(strings.orders).map(([value, name]) => new Option(name, value)));
order.addEventListener('change', () => state.set({ order: /** @type {'digit' | 'activity'} */ (order.value) }));
const cell = /** @type {HTMLInputElement} */ (find('pin-cell'));
find('pin-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const most = (session.info?.neurons ?? 1) - 1;
    const typed = Number(cell.value);
    const good = /^\d+$/.test(cell.value.trim()) && typed <= most;
    cell.setAttribute('aria-invalid', String(!good));
    find('pin-problem').textContent = good ? '' : strings.badCell(most);
    if (good && !state.values.cells.includes(typed)) {
        pin(typed);
    }
});
find('why-close').addEventListener('click', () => {
    const asked = state.values.why;
    state.set({ why: null });
    find(`vote-${asked}`).focus();
});

const tongue = /** @type {HTMLSelectElement} */ (find('language'));
tongue.value = language;
tongue.addEventListener('change', () => {
    state.set({ lang: tongue.value });
    // All of the state is in the address, so a page that starts anew shows the same.
    location.reload();
});
const share = find('share-link');
share.addEventListener('click', () =>
    navigator.clipboard.writeText(location.href).then(() => {
        notice(strings.shared);
        // On a telephone the button is far from the notice: it answers, too, for as long as that takes to read.
        share.textContent = strings.shareDone;
        setTimeout(() => {
            share.textContent = strings.shareLink;
            notice('');
        }, 4000);
    }, () => notice(strings.shareByHand)),
);
addEventListener('hashchange', () => location.reload());

undo.addEventListener('click', () => state.undo());
clear.addEventListener('click', () => state.clear());
sameNoise.addEventListener('click', () => session.look());
find('new-noise').addEventListener('click', async () => state.set({ seed: await session.freshSeed() }));
find('retry').addEventListener('click', () => session.load());
speed.addEventListener('change', () => state.set({ speed: Number(speed.value) }));
seed.addEventListener('change', () => {
    const typed = seed.value.trim();
    const good = /^\d+$/.test(typed) && state.set({ seed: Number(typed) });
    seed.setAttribute('aria-invalid', String(!good));
    find('seed-problem').textContent = good ? '' : strings.badSeed;
});
document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && !typing) {
        event.preventDefault();
        state.undo();
    }
});

/** @param {string} sentence empty: nothing to say */
function notice(sentence) {
    find('notice').textContent = sentence;
    find('notice').hidden = sentence === '';
}

/** Shows the state in every control that sets it. */
function showState() {
    const { picture, seed: seedNow, speed: speedNow } = state.values;
    pad.update(picture);
    gallery.update(picture.sample);
    const blank = picture.sample === null && picture.strokes.length === 0;
    document.documentElement.dataset.pad = blank ? 'blank' : 'inked';
    find('pad-sample').textContent = picture.sample === null ? '' : strings.padSample(picture.sample);
    undo.disabled = state.past.length === 0;
    clear.disabled = blank;
    sameNoise.disabled = blank;
    seed.value = String(seedNow);
    seed.setAttribute('aria-invalid', 'false');
    find('seed-problem').textContent = '';
    speed.value = String(speedNow);
    order.value = state.values.order;
    raster.sort(state.values.order);
    bars.explain(state.values.why);
    why.ask(state.values.why);
    traces.watch(state.values.cells);
    inspector.watch(state.values.cells);
    request();
}

function recolour() {
    const theme = currentTheme();
    for (const widget of [pad, netInput, fields, gallery, why, raster, traces, inspector]) {
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
for (const { canvas } of [pad, netInput, fields, raster, traces]) {
    sizes.observe(canvas);
}

state.subscribe(showState);
state.subscribe((values) => history.replaceState(null, '', `#${write(values)}`));
state.subscribe((_, changed) => {
    if (changed.has('picture') || changed.has('seed')) {
        session.look();
    } else if (changed.has('cells')) {
        session.watch();
    } else if (changed.has('why') && state.values.why !== null) {
        // On a small screen the answer opens below what can be seen.
        find('why').scrollIntoView({ block: 'nearest', behavior: still() ? 'auto' : 'smooth' });
    } else if (changed.has('speed')) {
        session.pace();
    }
});
transport.update(0.5);
dark.addEventListener('change', recolour);
recolour();
showState();
session.load();
