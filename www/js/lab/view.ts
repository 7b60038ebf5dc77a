/** The lab view: puts its two halves together. Loaded when first opened. */

import { html, render } from 'lit-html';
import * as library from '../../../pkg/stdp_digits.js';
import { inLanguage } from '../../words/languages.ts';
import { explained } from '../glossary/explain.ts';
import { Loop } from '../kit/canvas.ts';
import type { Schema } from '../kit/constants.ts';
import { constants, fetchSchema, rules } from '../kit/constants.ts';
import { select } from '../kit/dom.ts';
import type { Setup } from '../kit/lab-setup.ts';
import { read, spell } from '../kit/lab-setup.ts';
import { loadStyles } from '../kit/styles.ts';
import '../kit/math-font.ts';
import type { Words } from '../../words/en/lab.ts';
import { follow } from '../kit/widgets.ts';
import type { Page } from '../shell/page.ts';
import type { State } from '../shell/state.ts';
import { MembraneLab } from './membrane.ts';
import { SynapseLab } from './synapse.ts';

const WORDS = import.meta.glob<Words>('../../words/*/lab.ts', { import: 'words' });
const WASM = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);
const STYLES = [new URL('../../css/math.css', import.meta.url), new URL('../../css/lab/lab.css', import.meta.url)];

/** Texts in which glossary terms are marked. */
const EXPLAINED = ['lead', 'synapseText', 'pairsText', 'ruleSays', 'membraneText', 'synapsesSay', 'whySays'] as const;

export async function openLab(root: HTMLElement, { state, language }: Page) {
    const [words, schema] = await Promise.all([
        inLanguage(WORDS, language).then((words) => explained(words, language, EXPLAINED)),
        fetchSchema(),
        library.default({ module_or_path: fetch(WASM) }),
        loadStyles(...STYLES.map(String)),
    ]);
    render(frame(words), root);
    new Laboratory(root, state, words, schema).open();
    root.dataset.ready = 'yes';
}

class Laboratory {
    root: HTMLElement;
    state: State;
    words: Words;
    synapse: SynapseLab;
    membrane: MembraneLab;
    loop: Loop;
    setup: Setup;
    /** Whether there is something new to show. */
    stale = true;

    constructor(root: HTMLElement, state: State, words: Words, schema: Schema) {
        this.root = root;
        this.state = state;
        this.words = words;
        this.setup = read(state.values.lab).setup;
        const motion = matchMedia('(prefers-reduced-motion: reduce)');
        const shared = { words, still: () => motion.matches, constants: constants(schema), rules: rules(schema) };
        this.synapse = new SynapseLab(this.#part('lab'), {
            ...shared,
            Synapse: library.Synapse,
            onSet: (changes) => this.#set({ synapse: { ...this.setup.synapse, ...changes } }),
        });
        this.membrane = new MembraneLab(this.#part('membrane-lab'), {
            ...shared,
            Cell: library.Cell,
            onSet: (changes) => this.#set({ cell: { ...this.setup.cell, ...changes } }),
        });
        this.synapse.redraw = this.membrane.redraw = () => this.#request();
        this.loop = new Loop((now) => this.#tick(now));
    }

    open() {
        const charts = [...Object.values(this.synapse.charts), ...Object.values(this.membrane.charts)];
        this.loop.widgets = charts;
        this.state.subscribe((_, changed) => {
            if (changed.has('lab')) {
                const before = this.setup.part;
                this.#take();
                if (this.setup.part !== before) {
                    this.#turn();
                }
            }
        });
        this.#take();
        follow(this.loop, charts);
        this.loop.draw(performance.now());
        this.#turn();
    }

    #part(name: string) {
        return select(this.root, `[data-testid="${name}"]`, HTMLElement);
    }

    #set(changes: Partial<Setup>) {
        this.state.set({ lab: spell({ ...this.setup, ...changes }) });
    }

    #request() {
        this.stale = true;
        this.loop.request();
    }

    /** @returns whether time goes on */
    #tick(now: number) {
        const moving = [this.synapse.tick(now), this.membrane.tick(now)].includes(true);
        if (this.stale) {
            this.stale = false;
            this.synapse.show(this.setup);
            this.membrane.show(this.setup);
        }
        return moving;
    }

    /** Takes what the link says. */
    #take() {
        const { setup, bad } = read(this.state.values.lab);
        this.setup = setup;
        this.#part('lab-notice').textContent = bad.length > 0 ? this.words.badLink(bad) : '';
        this.synapse.take(setup);
        this.membrane.take(setup);
        this.#request();
    }

    /** Brings the half that a link is about into sight. */
    #turn() {
        if (this.setup.part !== '') {
            this.#part(this.setup.part === 'membrane' ? 'membrane-lab' : 'lab').scrollIntoView();
        }
    }
}

function frame(words: Words) {
    return html`
        <p class="lab__lead">${words.lead}</p>
        <p class="problem" role="alert" data-testid="lab-notice"></p>
        <section class="lab__half" data-testid="lab" aria-labelledby="lab-title"></section>
        <section class="lab__half" data-testid="membrane-lab" aria-labelledby="membrane-title"></section>
    `;
}
