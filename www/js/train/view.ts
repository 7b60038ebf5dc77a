/** The training view: puts its panels together; fetched when it is opened for the first time. */

import { render } from 'lit-html';
import init, { Trainer } from '../../../pkg/stdp_digits.js';
import type { Words } from '../../words/en/train.ts';
import { inLanguage } from '../../words/languages.ts';
import { explained } from '../glossary/explain.ts';
import { Loop } from '../kit/canvas.ts';
import type { Config, WholeConfig } from '../kit/config.ts';
import type { Schema } from '../kit/constants.ts';
import { fetchSchema, rules } from '../kit/constants.ts';
import { currentTheme, notice, select } from '../kit/dom.ts';
import { download } from '../kit/download.ts';
import { loadStyles } from '../kit/styles.ts';
import { follow } from '../kit/widgets.ts';
import { takeErrand } from '../shell/errand.ts';
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
import { RunsPanel } from './panels/runs-panel.ts';
import { save } from './panels/saving.ts';
import { SetupPanel } from './panels/setup-panel.ts';
import { Stage } from './panels/stage.ts';
import { SymbolsPanel } from './panels/symbols-panel.ts';
import { SynapsePanel } from './panels/synapse-panel.ts';
import { VotePanel } from './panels/vote-panel.ts';
import { defaultsFrom } from './run/defaults.ts';
import { Form } from './run/form.ts';
import { modelOf } from './run/model-of.ts';
import type { TrainFrame } from './run/protocol.ts';
import type { Screen } from './run/screen.ts';
import { Session } from './run/session.ts';
import type { Drawn } from './worker/augment.ts';

const WORDS = import.meta.glob<Words>('../../words/*/train.ts', { import: 'words' });
const WASM = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);
const STYLES = [
    new URL('../../css/train/panels.css', import.meta.url),
    new URL('../../css/train/results.css', import.meta.url),
    new URL('../../css/train/mini.css', import.meta.url),
    new URL('../../css/train/curve.css', import.meta.url),
    new URL('../../css/train/layout.css', import.meta.url),
];

/** Texts whose terms are explained; none of them is the name of something. */
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

/** All constants, given those that differ from the defaults. */
function complete(config: Config): WholeConfig {
    const trainer = new Trainer(config, 0, 1, 1);
    try {
        return trainer.config();
    } finally {
        trainer.free();
    }
}

export async function openTraining(root: HTMLElement, page: Page) {
    const { state, language } = page;
    // A network in the link is taken once; the address need not be so long any more.
    const { brain } = state.values;
    state.set({ brain: '' });
    const words = await explained(await inLanguage(WORDS, language), language, EXPLAINED);
    const [schema] = await Promise.all([
        fetchSchema(),
        init({ module_or_path: fetch(WASM) }),
        loadStyles(...STYLES.map(String)),
    ]);
    render(frameOf(words), root);
    await new Training(root, page, words, schema).open(brain);
    root.dataset.ready = 'yes';
}

class Training implements Screen {
    root: HTMLElement;
    page: Page;
    words: Words;
    motion: MediaQueryList;
    loop: Loop;
    session: Session;
    form: Form;
    stage: Stage;
    curve: Curve;
    run: RunPanel;
    setup: SetupPanel;
    ballot: VotePanel;
    confusions: ConfusionPanel;
    hand: ByHand;
    symbols: SymbolsPanel;
    synapse: SynapsePanel;
    mini: MiniTask;
    brain: BrainLink;
    runs: RunsPanel;
    /** What to redraw: all panels, or only those whose figures change with every frame. */
    stale = true;
    counted = false;
    phase = '';

    constructor(root: HTMLElement, page: Page, words: Words, schema: Schema) {
        const { state, strings } = page;
        const change = () => this.onChange();
        this.root = root;
        this.page = page;
        this.words = words;
        this.motion = matchMedia('(prefers-reduced-motion: reduce)');
        this.loop = new Loop((now) => this.#tick(now));
        const session = new Session(this, words);
        this.session = session;
        this.form = new Form({
            state,
            session,
            constantsOf: defaultsFrom(schema, complete),
            rules: rules(schema),
            onChange: change,
            onBad: (bad) => notice(strings.badLink(bad.map((name) => `train ${name}`))),
        });
        this.run = new RunPanel(session, this.form, words);
        this.setup = new SetupPanel(this.form, words);
        this.ballot = new VotePanel(session, strings, change);
        this.confusions = new ConfusionPanel(root, session, words, change, (number) => this.ballot.show(number));
        this.hand = new ByHand(session, strings, change);
        this.symbols = new SymbolsPanel(session, words, strings, change, download, (drawn) => this.#learn(drawn));
        this.synapse = new SynapsePanel(session, words, state, change);
        this.mini = new MiniTask(session, change, () => this.motion.matches);
        this.brain = new BrainLink(session, change);
        this.runs = new RunsPanel(session, this.form, words, this.brain, {
            compare: () => {
                this.#drawCurves();
                change();
            },
            save: (kind) => save(kind, session, this.stage.fields.canvas, currentTheme(), words),
            open: (files) => this.#import(files),
        });
        this.stage = new Stage(
            (name) => this.#canvas(name),
            (cell, pixel) => this.synapse.pick(cell, pixel),
            () => session.workers.drawn(),
        );
        this.curve = new Curve(this.#place('curve'), words);
    }

    /** @param brain a network in the link, '' for none */
    async open(brain: string) {
        const { root, page, session, loop, stage, symbols } = this;
        const pads = [
            this.ballot.pad.attach(this.#canvas('train-pad')),
            symbols.pad.attach(this.#canvas('symbols-pad')),
            this.hand.pad.attach(this.#canvas('hand-pad')),
        ];
        loop.widgets = [...stage.widgets, ...pads];
        follow(loop, [...stage.widgets, ...pads, this.curve, this.confusions]);
        takeFiles(root, (files) =>
            files.some(isModel) ? this.#import(files) : symbols.addPictures(files).then(() => notice(symbols.problem)),
        );
        addEventListener('pagehide', () => session.pause());
        page.leaving.push(() => session.leave());
        this.#show();
        await this.form.open(brain);
        page.state.subscribe(({ view }, changed) => {
            if (changed.has('view') && view === 'train') {
                this.#run();
            }
        });
        this.#run();
    }

    /** Does what a door of the first screen asks for. */
    async #run() {
        const { session, form, root } = this;
        const errand = takeErrand();
        await form.followed;
        if (errand === 'learn') {
            await session.reset(form.settings);
            await session.start(form.settings);
        } else if (errand === 'symbols') {
            select(root, '[data-part="symbols"]', HTMLElement).scrollIntoView();
            this.#canvas('symbols-pad').focus({ preventScroll: true });
        }
    }

    onChange() {
        this.stale = true;
        this.loop.request();
    }

    onFields(fields: Uint8Array, cells: number) {
        this.stage.begin(fields, cells, this.session.info?.config.front_end ?? 'pixels');
        this.onChange();
    }

    onFrame(frame: TrainFrame) {
        this.stage.take(frame);
        this.stale ||= frame.phase !== this.phase;
        this.phase = frame.phase;
        this.counted = true;
        this.loop.request();
    }

    onCopy(begins: boolean) {
        this.root.dataset.copy = begins ? 'yes' : 'no';
        this.stage.beginCopy(this.session.info?.neurons ?? 0);
        this.onChange();
    }

    onMeasured() {
        this.brain.forget();
        this.stage.fields.names = this.session.names;
        this.confusions.follow();
        this.#drawCurves();
        this.ballot.vote();
    }

    #tick(now: number) {
        const moving = this.stage.play(now, this.form.settings.pace, this.motion.matches);
        if (this.stale) {
            this.#show();
        } else if (this.counted) {
            this.#showFigures();
        }
        this.stale = this.counted = false;
        return moving;
    }

    #drawCurves() {
        this.curve.update(this.runs.lines);
    }

    /** Learns what was drawn, in sight. */
    #learn(drawn: Drawn) {
        this.form.learn(drawn);
        this.#place('run').scrollIntoView({ behavior: this.motion.matches ? 'auto' : 'smooth' });
    }

    /** @param files of a network with which it goes on */
    async #import(files: File[]) {
        const { session, form, page } = this;
        const opened = await session.import(() =>
            modelOf(files, session.workers.evaluation, form.settings, page.strings),
        );
        // When a file is opened or dropped, the panel that reports on the run may be off screen.
        notice(opened ? '' : session.problem);
        form.adopt();
    }

    /** Takes the network to the drawing view; the run stays as it is. */
    async #use() {
        const { session, page, words } = this;
        const { name = '' } = session.run ?? {};
        const bytes = (await session.workers.evaluation.file('safetensors')) as Uint8Array<ArrayBuffer>;
        if (await page.use([new File([bytes], `${name}.safetensors`)])) {
            page.state.set({ view: 'look' });
            scrollTo(0, 0);
            notice(words.usedOnDraw(name));
        }
    }

    #canvas(name: string) {
        return select(this.root, `[data-testid="${name}"]`, HTMLCanvasElement);
    }

    #place(name: string) {
        return select(this.root, `[data-place="${name}"]`, HTMLElement);
    }

    #fill(place: string, template: unknown) {
        render(template, this.#place(place));
    }

    #show() {
        const { session, words, hand, stage } = this;
        this.form.tell();
        hand.follow();
        this.#showFigures();
        this.#fill('setup', this.setup.panel());
        this.#fill(
            'accuracy',
            accuracyLine(session, words, () => this.#use()),
        );
        this.#fill('confusion', this.confusions.panel());
        this.#showBreak();
        this.#fill('mini', this.mini.panel(words));
        this.#fill('symbols', this.symbols.panel());
        this.#fill('hand', hand.panel(words));
        stage.fields.name(hand.marks.labels ?? session.measured?.labels ?? new Int8Array(0));
        stage.fields.mark(hand.marks.cells);
        this.#fill('synapse', this.synapse.panel());
        this.#fill('spread', histograms(session, words));
        this.#fill('ballot', this.ballot.panel(words));
        this.#fill('runs', this.runs.panel());
    }

    #showFigures() {
        const { session, words } = this;
        this.#fill('run', this.run.panel());
        this.#fill('health', healthPanel(session, words));
        if (session.copy.exists) {
            this.#showBreak();
        }
        this.#place('shown').textContent = this.#shown;
    }

    #showBreak() {
        const panel = breakPanel(this.session, this.words, (part) => this.form.toggle(part));
        this.#fill('break', panel);
    }

    /** What it looks at, in words. */
    get #shown() {
        const { session, words } = this;
        const shown = session.frame?.shown;
        if (shown) {
            return words.shown(session.names?.[shown.label] ?? String(shown.label));
        }
        return this.form.settings.pace > 10 ? words.shownNot : '';
    }
}
