/** The drawing view: puts its parts together, and connects them to the state. */
import sampleFile from '../../data/samples.json';
import { currentTheme, find, notice, onTheme, reveal } from '../kit/dom.ts';
import type { Picture } from '../kit/picture.ts';
import type { State, Values } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import { Client } from './client.ts';
import type { Clip } from './clip.ts';
import { Comparison } from './comparison.ts';
import { Controls } from './controls.ts';
import { createDisplays } from './displays.ts';
import { createDrawingTools } from './drawing-tools.ts';
import { FrameQueue } from './frame-queue.ts';
import { describePicture } from './narrate.ts';
import type { Frame } from './protocol.ts';
import { Screen } from './screen.ts';
import { Session } from './session.ts';
import { SpikeSound } from './spike-sound.ts';
import { Tables } from './tables.ts';
import { FrontEnd } from './widgets/front-end.ts';
import { ModelChoice } from './widgets/model-choice.ts';
import { decodeSamples } from './widgets/samples.ts';
import { Transport } from './widgets/transport.ts';
import type { Ballot } from './widgets/vote-bars.ts';

interface LookPage {
    state: State;
    strings: Strings;
}

export interface LookView {
    /** Loads the network and looks. */
    show: () => Promise<void>;
    /** Sets the page up as a link says; says what goes wrong. */
    apply: (hash: string) => Promise<void>;
    /** Reads with the network in these files; whether it does. */
    use: (files: readonly File[]) => Promise<boolean>;
}

type Parts = ReturnType<typeof createParts>;

const motion = matchMedia('(prefers-reduced-motion: reduce)');
/** Whether the reader wants no motion. */
const still = () => motion.matches;

export function openLook({ state, strings }: LookPage): LookView {
    const parts = createParts({ state, strings });
    const { session, models } = parts;
    followTheme(parts);
    followSizes(parts);
    followState(parts, { state, strings });
    return {
        show: async () => {
            if (!('embed' in document.documentElement.dataset)) {
                import('./doors.ts').then(({ Doors }) => new Doors(state, strings));
            }
            await session.load();
            if (!still() && !('embed' in document.documentElement.dataset)) {
                const { Attract } = await import('./attract.ts');
                new Attract({ state, strings, session, pad: parts.pad, request: () => parts.frames.request() });
            }
        },
        use: (files) => models.open(files),
        apply: (hash) =>
            import('./apply.ts')
                .then((module) => module.apply(hash, { state, session, models }))
                .catch((error) => notice(strings.noView(error.message))),
    };
}

/** All parts of the view, each told of the others that it needs. */
function createParts({ state, strings }: LookPage) {
    const page = aroundPage(strings);
    let clip: Clip | null = null;
    const frames = new FrameQueue((frame) => {
        session.receive(frame);
        comparison.follow(frame);
        sound.hear(frame);
        if (frame.phase === 'done' && session.now === frame) {
            page.tell(frame);
        }
        client.drawn(frame.run);
    });
    const request = () => frames.request();
    const onProgress = (loaded: number, total: number) => models.advance(loaded, total);
    const onFrame = (frame: Frame) => frames.push(frame);
    const client = new Client({ onFrame, onFatal: (error) => session.fail(error), onProgress });
    const samples = decodeSamples(sampleFile.digits);
    const onDown = () => session.interrupt();
    const onTrail = (picture: Picture) => session.preview(picture);
    const tools = createDrawingTools({ state, strings, samples, onDown, onTrail });
    const displays = createDisplays({ state, strings, client, request, onBallot: (ballot) => explain(ballot) });
    const explain = ({ cell, step }: Ballot) => {
        if (!state.values.cells.includes(cell)) {
            state.pin(cell);
        }
        // The step in which it fired is over then.
        session.seek(step + 1);
    };
    const models = new ModelChoice({ state, strings, notice, cancel: () => client.simulation.cancel() });
    const frontEnd = new FrontEnd({ state, models, strings, onCompare: (name) => comparison.show(name) });
    const ownDrawing = () => state.values.picture.strokes.length > 0;
    const session: Session = new Session({
        client,
        state,
        screen: new Screen({ ...displays, frontEnd, strings, request, still, ownDrawing }),
        samples,
        still,
        files: () => models.files(),
        onTime: () => {
            transport?.update(session.info?.dt ?? 0.5);
            clip?.update();
            sound?.follow();
        },
    });
    models.loader = session;
    const onRest = () => models.rest();
    const comparison = new Comparison({ client, session, state, strings, notice, onProgress, onRest });
    const transport = new Transport(session, strings);
    const sound = new SpikeSound({ state, session });
    const tables = new Tables({ record: displays.record, session, strings });
    const controls = new Controls({ state, session, strings, fields: displays.fields });
    const onModel = (files: readonly File[]) => models.open(files);
    import('./files.ts').then(({ Files }) => new Files({ client, state, strings, notice, onModel }));
    transport.update(0.5);
    import('./clip.ts').then(({ Clip }) => {
        clip = new Clip(session, strings);
    });
    import('./widgets/drawer.ts').then(({ Drawer }) => new Drawer(askedTab(state.values), request));
    return { frames, session, models, frontEnd, comparison, sound, tables, controls, ...tools, ...displays };
}

/** The tab that holds what a link speaks of. */
function askedTab({ why, compare, cells }: Readonly<Values>) {
    return why !== null ? 'why' : compare !== null ? 'compare' : cells.length > 0 ? 'cell' : '';
}

/** The page that has embedded this one, if there is one. */
function aroundPage(strings: Strings) {
    let tell: (frame: Frame) => void = () => {};
    if (new URLSearchParams(location.search).has('embed')) {
        document.documentElement.dataset.embed = '';
        import('./embedded.ts').then(({ settle }) => {
            tell = settle(strings).verdict;
        });
    }
    return { tell: (frame: Frame) => tell(frame) };
}

function followTheme(parts: Parts) {
    const {
        frames,
        pad,
        netInput,
        inputPreview,
        fields,
        race,
        sampleList,
        gallery,
        why,
        raster,
        track,
        traces,
        inspector,
    } = parts;
    const recolour = () => {
        const theme = currentTheme();
        for (const widget of [
            pad,
            netInput,
            inputPreview,
            fields,
            race,
            sampleList,
            gallery,
            why,
            raster,
            track,
            traces,
            inspector,
        ]) {
            widget.recolour(theme);
        }
        frames.request();
    };
    onTheme(recolour);
    recolour();
}

function followSizes({ frames, pad, netInput, fields, race, why, raster, track, traces, inspector, tables }: Parts) {
    frames.draws([pad, netInput, fields, race, why, raster, track, traces, inspector, tables]);
    const sizes = new ResizeObserver(() => {
        for (const widget of [pad, netInput, fields, raster, track, traces, race]) {
            widget.resize();
        }
        // Drawn here and not in the next frame: a canvas that has just been given its size is empty.
        frames.draw();
    });
    for (const canvas of [
        pad.canvas,
        netInput.canvas,
        fields.canvas,
        find('raster'),
        find('track'),
        find('traces'),
        find('stage'),
    ]) {
        sizes.observe(canvas);
    }
}

/** Shows every change of the state, and has the simulation follow it. */
function followState(parts: Parts, page: LookPage) {
    const { session, comparison } = parts;
    page.state.subscribe(() => showState(parts, page));
    page.state.subscribe(({ why, cells }, changed) => {
        if (changed.has('cells')) {
            session.watch();
        }
        if (changed.has('threshold')) {
            session.applyThreshold();
        }
        if (changed.has('picture') || changed.has('seed')) {
            session.look();
        } else if (changed.has('input')) {
            // At once, so that the votes follow a slider that moves.
            session.look(true);
        } else if (changed.has('speed')) {
            session.pace();
        }
        if (changed.has('why') && why !== null) {
            reveal(find('why'));
            find('why').scrollIntoView({ block: 'nearest', behavior: still() ? 'auto' : 'smooth' });
        }
        if (changed.has('cells') && cells.length > 0) {
            reveal(find('cell-inspector'));
        }
        if (changed.has('compare')) {
            comparison.load();
        }
    });
    showState(parts, page);
}

/** Shows the state in every part that depends on it. */
function showState(parts: Parts, { state, strings }: LookPage) {
    const { picture, input, order, why, cells, threshold, colour, hide } = state.values;
    parts.controls.update();
    find('pad-twin').textContent = describePicture(picture, strings);
    parts.sound.update();
    parts.lesson.update(input);
    parts.models.update();
    parts.frontEnd.update();
    parts.comparison.update();
    parts.pad.update(picture);
    parts.sampleList.update(picture.sample);
    parts.raster.sort(order);
    parts.fields.colour(colour);
    parts.threshold.show(threshold);
    document.documentElement.dataset.hide = hide.join(' ');
    parts.bars.explain(why);
    parts.why.ask(why);
    parts.traces.watch(cells);
    parts.inspector.watch(cells);
    parts.frames.request();
}
