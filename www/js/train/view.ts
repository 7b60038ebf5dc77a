/** The training view: puts its panels together. Loaded when first opened. */
import { html, render } from 'lit-html';
import init, { Trainer } from '../../../pkg/stdp_digits.js';
import { explained } from '../glossary/explain.ts';
import { Loop } from '../kit/canvas.ts';
import type { Config, WholeConfig } from '../kit/config.ts';
import { fetchSchema, rules } from '../kit/constants.ts';
import { notice } from '../kit/dom.ts';
import { download } from '../kit/download.ts';
import { NetInput } from '../kit/net-input.ts';
import { loadStyles } from '../kit/styles.ts';
import { follow } from '../kit/widgets.ts';
import type { Page } from '../shell/page.ts';
import { frameOf } from './frame.ts';
import { BrainLink } from './panels/brain-panel.ts';
import { breakPanel } from './panels/break-panel.ts';
import { ByHand } from './panels/by-hand.ts';
import { ConfusionPanel } from './panels/confusion-panel.ts';
import { Curve } from './panels/curve.ts';
import { isModel, takeFiles } from './panels/drop.ts';
import { MiniTask } from './panels/mini-panel.ts';
import { accuracyLine, healthPanel, histograms } from './panels/results-panel.ts';
import { RunPanel } from './panels/run-panel.ts';
import { commandOf, runsPanel } from './panels/runs-panel.ts';
import { save } from './panels/saving.ts';
import { SetupPanel } from './panels/setup-panel.ts';
import { Stage } from './panels/stage.ts';
import { SymbolsPanel } from './panels/symbols-panel.ts';
import { SynapsePanel } from './panels/synapse-panel.ts';
import { VotePanel } from './panels/vote-panel.ts';
import { defaultsFrom } from './run/defaults.ts';
import { Form } from './run/form.ts';
import { modelOf } from './run/model-of.ts';
import { Session } from './run/session.ts';
import { de } from './words-de.ts';
import { en } from './words-en.ts';

const WASM = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);
const STYLES = [
    new URL('../../css/train/panels.css', import.meta.url),
    new URL('../../css/train/results.css', import.meta.url),
    new URL('../../css/train/mini.css', import.meta.url),
    new URL('../../css/train/curve.css', import.meta.url),
    new URL('../../css/train/layout.css', import.meta.url),
];

/** Texts in which glossary terms are marked; none of them is a name of something. */
const EXPLAINED = [
    'lead',
    'setupText',
    'fieldsText',
    'breakText',
    'lookFor',
    'symbolsText',
    'confusionText',
    'runsText',
    'brainText',
    'miniText',
    'constantsText',
    'commandText',
    'accuracyPlan',
    'spikes',
    'retried',
    'unnamed',
    'weights',
    'theta',
    'digest',
] as const;

/** All constants, told those that are not as usual. */
function complete(config: Config): WholeConfig {
    const trainer = new Trainer(config, 0, 1, 1);
    try {
        return trainer.config();
    } finally {
        trainer.free();
    }
}

export async function openTraining(root: HTMLElement, { state, strings, language, leaving }: Page) {
    // A network in the link is taken once; then the address can be short again.
    const { brain } = state.values;
    state.set({ brain: '' });
    const words = await explained(language === 'de' ? de : en, language, EXPLAINED);
    const [schema] = await Promise.all([
        fetchSchema(),
        init({ module_or_path: fetch(WASM) }),
        loadStyles(...STYLES.map(String)),
    ]);
    const constantsOf = defaultsFrom(schema, complete);
    const ruleBook = rules(schema);
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const compared = new Set<string>();
    /** What needs rendering: all panels, or only those whose figures change with every frame. */
    let stale = true;
    let counted = false;
    let phase = '';

    const loop = new Loop((now) => {
        const frames = arrived;
        arrived = [];
        for (const frame of frames) {
            if (frame.broken) {
                beside.change(frame.broken.cells, frame.broken.shades);
            }
            if (frame.shown) {
                // The changed fields are shown after the spikes that changed them.
                replay.play(frame.shown, now, form.settings.pace, motion.matches, () =>
                    grid.change(frame.cells, frame.shades),
                );
            } else {
                replay.finish();
                grid.change(frame.cells, frame.shades);
            }
            session.workers.drawn();
        }
        const moving = replay.draw(now);
        if (stale) {
            show();
        } else if (counted) {
            showFigures();
        }
        stale = counted = false;
        return moving;
    });
    const change = () => {
        stale = true;
        loop.request();
    };

    const session = new Session(
        {
            onChange: change,
            onFields: (fields, cells) => {
                // These frames are never shown, but the learner waits for each to be acknowledged.
                arrived.forEach(() => session.workers.drawn());
                arrived = [];
                grid.begin(fields, cells);
                netInput.frontEnd = session.info?.config.front_end ?? 'pixels';
                netInput.canvas.dataset.frontEnd = netInput.frontEnd;
                netInput.update(null);
                change();
            },
            onFrame: (frame) => {
                stage.take(frame);
                stale ||= frame.phase !== phase;
                phase = frame.phase;
                counted = true;
                loop.request();
            },
            onCopy: (begins) => {
                root.dataset.copy = begins ? 'yes' : 'no';
                stage.beginCopy(session.info?.neurons ?? 0);
                change();
            },
            onMeasured: () => {
                brainLink.forget();
                stage.fields.names = session.names;
                confusions.follow();
                curves();
                votePanel.vote();
            },
        },
        words,
    );
    const form = new Form({
        state,
        session,
        constantsOf,
        rules: ruleBook,
        onChange: change,
        onBad: (bad) => notice(strings.badLink(bad.map((name) => `train ${name}`))),
    });
    const run = new RunPanel(session, form, words);
    const setup = new SetupPanel(form, words);
    const votePanel = new VotePanel(session, strings, change);
    const confusions = new ConfusionPanel(root, session, words, change, (number) => votePanel.show(number));
    const byHand = new ByHand(session, strings, change);
    const brainLink = new BrainLink(session, change);
    const runs = new RunsPanel(session, form, words, brainLink, {
        compare: () => {
            curves();
            change();
        },
        save: (kind) => save(kind, session, stage.fields.canvas, currentTheme(), words),
        open: (files) => onFiles(files),
    });
    const symbols = new SymbolsPanel(session, words, strings, change, download, () => form.settings.frontEnd);
    const synapse = new SynapsePanel(session, words, state, change);
    const mini = new MiniTask(session, change, () => motion.matches);

    const curves = () => curve.update(runs.lines);

    const fill = (part: string, template: unknown) =>
        render(template, root.querySelector(`[data-place="${part}"]`) as HTMLElement);

    const onFiles = async (files: File[]) => {
        await session.import(() => modelOf(files, session.workers.evaluation, form.settings, strings));
        form.adopt();
    };
    takeFiles(root, (files) => (files.some(isModel) ? onFiles(files) : symbols.addPictures(files)));
    const showBreak = () =>
        fill(
            'break',
            breakPanel(session, words, (part) => form.toggle(part)),
        );

    const showFigures = () => {
        const { frame, copy } = session;
        fill('run', run.panel());
        fill('health', healthPanel(session, words));
        if (copy.exists) {
            showBreak();
        }
        const text = root.querySelector('[data-place="shown"]') as HTMLElement;
        text.textContent = frame?.shown
            ? words.shown(session.names?.[frame.shown.label] ?? String(frame.shown.label))
            : form.settings.pace > 10
              ? words.shownNot
              : '';
    };

    const show = () => {
        const { measured } = session;
        form.tell();
        byHand.follow();
        showFigures();
        fill('setup', setup.panel());
        fill('accuracy', accuracyLine(session, words));
        fill('confusion', confusions.panel());
        showBreak();
        fill('mini', mini.panel(words));
        fill('symbols', symbols.panel());
        fill('hand', byHand.panel(words));
        stage.fields.name(byHand.marks.labels ?? measured?.labels ?? new Int8Array(0));
        stage.fields.mark(byHand.marks.cells);
        fill('synapse', synapse.panel());
        fill('spread', histograms(session, words));
        fill('ballot', votePanel.panel(words));
        fill('runs', runs.panel());
    };

    render(frameOf(words), root);
    const canvas = (name: string) => root.querySelector(`[data-testid="${name}"]`) as HTMLCanvasElement;
    const stage = new Stage(
        canvas,
        (cell, pixel) => synapse.pick(cell, pixel),
        () => session.workers.drawn(),
    );
    const curve = new Curve(root.querySelector('[data-place="curve"]') as HTMLElement, words);
    const pads = [
        votePanel.pad.attach(canvas('train-pad')),
        symbols.pad.attach(canvas('symbols-pad')),
        byHand.pad.attach(canvas('hand-pad')),
    ];
    loop.widgets = [...stage.widgets, ...pads];
    follow(loop, [...stage.widgets, ...pads, curve, confusions]);
    addEventListener('pagehide', () => session.pause());
    leaving.push(() => session.leave());
    show();
    await form.open(brain);
    root.dataset.ready = 'yes';
}
