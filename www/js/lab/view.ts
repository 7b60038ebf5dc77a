/** The laboratory: puts its two halves together; fetched when it is opened for the first time. */
import { html, render } from 'lit-html';
import * as library from '../../../pkg/stdp_digits.js';
import { explained } from '../glossary/explain.ts';
import { Loop } from '../kit/canvas.ts';
import { readTheme } from '../kit/colormap.ts';
import { loadStyles } from '../kit/styles.ts';
import '../kit/math-font.ts';
import { constants, fetchSchema, rules } from '../kit/constants.ts';
import type { Setup } from '../kit/lab-setup.ts';
import { read, spell } from '../kit/lab-setup.ts';
import type { Page } from '../shell/page.ts';
import { MembraneLab } from './membrane.ts';
import { SynapseLab } from './synapse.ts';
import { de } from './words-de.ts';
import type { Words } from './words-en.ts';
import { en } from './words-en.ts';

const WASM = new URL('../../../pkg/stdp_digits_bg.wasm', import.meta.url);
const STYLES = [new URL('../../css/math.css', import.meta.url), new URL('../../css/lab/lab.css', import.meta.url)];

/** Texts whose terms are explained. */
const EXPLAINED = ['lead', 'synapseText', 'pairsText', 'ruleSays', 'membraneText', 'synapsesSay', 'whySays'] as const;

export async function openLab(root: HTMLElement, { state, language }: Page) {
    const [words, schema] = await Promise.all([
        explained(language === 'de' ? de : en, language, EXPLAINED),
        fetchSchema(),
        library.default({ module_or_path: fetch(WASM) }),
        loadStyles(...STYLES.map(String)),
    ]);
    render(frame(words), root);
    const part = (name: string) => root.querySelector(`[data-testid="${name}"]`) as HTMLElement;
    let { setup, bad } = read(state.values.lab);
    const set = (changes: Partial<Setup>) => state.set({ lab: spell({ ...setup, ...changes }) });
    const motion = matchMedia('(prefers-reduced-motion: reduce)');
    const shared = { words, still: () => motion.matches, constants: constants(schema), rules: rules(schema) };
    const synapse = new SynapseLab(part('lab'), {
        ...shared,
        Synapse: library.Synapse,
        onSet: (changes) => set({ synapse: { ...setup.synapse, ...changes } }),
    });
    const membrane = new MembraneLab(part('membrane-lab'), {
        ...shared,
        Cell: library.Cell,
        onSet: (changes) => set({ cell: { ...setup.cell, ...changes } }),
    });

    let stale = true;
    const loop = new Loop((now) => {
        const moving = [synapse.tick(now), membrane.tick(now)].includes(true);
        if (stale) {
            stale = false;
            synapse.show(setup);
            membrane.show(setup);
        }
        return moving;
    });
    const charts = [...Object.values(synapse.charts), ...Object.values(membrane.charts)];
    loop.widgets = charts;
    const request = () => {
        stale = true;
        loop.request();
    };
    synapse.redraw = membrane.redraw = request;

    const take = () => {
        ({ setup, bad } = read(state.values.lab));
        part('lab-notice').textContent = bad.length > 0 ? words.badLink(bad) : '';
        synapse.take(setup);
        membrane.take(setup);
        request();
    };
    state.subscribe((_, changed) => {
        if (changed.has('lab')) {
            const before = setup.part;
            take();
            if (setup.part !== before) {
                turn();
            }
        }
    });
    /** Brings the half that a link is about into sight. */
    const turn = () => setup.part !== '' && part(setup.part === 'membrane' ? 'membrane-lab' : 'lab').scrollIntoView();

    const recolour = () => {
        const theme = readTheme(document.documentElement);
        charts.forEach((chart) => chart.recolour(theme));
        loop.request();
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', recolour);
    const sizes = new ResizeObserver(() => {
        charts.forEach((chart) => chart.resize());
        loop.draw(performance.now());
    });
    charts.forEach(({ canvas }) => sizes.observe(canvas));
    take();
    recolour();
    loop.draw(performance.now());
    turn();
    root.dataset.ready = 'yes';
}

function frame(words: Words) {
    return html`
        <p class="lab__lead">${words.lead}</p>
        <p class="problem" role="alert" data-testid="lab-notice"></p>
        <section class="lab__half" data-testid="lab" aria-labelledby="lab-title"></section>
        <section class="lab__half" data-testid="membrane-lab" aria-labelledby="membrane-title"></section>
    `;
}
