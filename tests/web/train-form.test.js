// The form, the link and the run at hand say the same, whichever of them changes.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { State } from '../../www/js/shell/state.ts';
import { rules } from '../../www/js/kit/constants.ts';
import { Form } from '../../www/js/train/run/form.ts';
import { initial, planOf, samePlan } from '../../www/js/train/run/settings.ts';
import { constantsOf } from './defaults.js';

const schema = JSON.parse(readFileSync(new URL('../../www/data/config.schema.json', import.meta.url), 'utf8'));

/** A session that only notes what is asked of it. */
function stage(train = '') {
    const state = new State();
    state.set({ train });
    const asked = [];
    const bad = [];
    const session = {
        run: null,
        copy: { parts: new Set() },
        problem: '',
        open: async (settings, brain, linked) => {
            asked.push(['open', linked]);
            session.run = { plan: planOf(settings), drawn: settings.drawn };
        },
        isOf: (settings) => samePlan(planOf(settings), session.run.plan),
        adopt() {},
        pace: ({ pace, stopAt }) => void asked.push(['pace', pace, stopAt]),
        reset: async (settings) => {
            asked.push(['reset', settings.neurons]);
            session.run = { plan: planOf(settings), drawn: settings.drawn };
            session.copy.parts = new Set();
        },
        takeOut: async (parts) => {
            asked.push(['take out', ...parts]);
            session.copy.parts = parts;
        },
        mend: async () => {
            session.copy.parts = new Set();
        },
    };
    const form = new Form({ state, session, constantsOf, rules: rules(schema), onChange: () => form.tell(), onBad: (names) => bad.push(...names) });
    return { state, session, asked, bad, form };
}

const settled = () => new Promise((then) => setTimeout(then, 5));

it('begins with the run of the link, and writes what is changed in the form', async () => {
    const { state, asked, form } = stage('cells:20,break:rest');
    await form.open('');
    expect(asked).toEqual([['open', true], ['take out', 'rest']]);
    form.set({ neurons: 21, stopAt: 5 });
    expect(state.values.train).toBe('cells:21,stop:5,break:rest');
    await form.toggle('inhibition');
    form.tell();
    expect(state.values.train).toBe('cells:21,stop:5,break:inhibition+rest');
});

it('begins another run where the link is changed by others, and only then', async () => {
    const { state, asked, bad, form } = stage();
    await form.open('');
    asked.length = 0;
    state.set({ train: 'speed:10,stop:300' });
    await settled();
    expect(asked).toEqual([['pace', 10, 300]]);
    state.set({ train: 'cells:8,break:threshold,heart:1' });
    await settled();
    expect(asked.slice(1)).toEqual([['reset', 8], ['take out', 'threshold']]);
    expect([form.settings.neurons, form.settings.stopAt, form.settings.pace]).toEqual([8, null, Infinity]);
    expect(bad).toEqual(['heart']);
    expect(state.values.train, 'what could be read').toBe('cells:8,break:threshold');
    state.set({ seed: 3 });
    await settled();
    expect(asked).toHaveLength(3);
});

it('ends with what the link said last where it changes quickly', async () => {
    const { state, asked, form } = stage();
    const opened = form.open('');
    state.set({ train: 'cells:5' });
    await opened;
    state.set({ train: 'cells:6' });
    state.set({ train: 'cells:7' });
    state.set({ train: 'cells:9,break:depression' });
    await settled();
    expect(asked.at(-2)).toEqual(['reset', 9]);
    expect(state.values.train).toBe('cells:9,break:depression');
});

it('follows the link on after a run that could not be opened', async () => {
    const { state, session, asked, form } = stage();
    const { open } = session;
    session.open = async (...told) => {
        await open(...told);
        throw new Error('no room');
    };
    await expect(form.open('')).rejects.toThrow('no room');
    state.set({ train: 'cells:8' });
    await settled();
    expect(asked.at(-1)).toEqual(['reset', 8]);
});

it('says what the cells see, and goes by the usual constants of that', async () => {
    const { state, form } = stage('sees:edges,w_norm:35,stop:5');
    expect(form.settings).toEqual({ ...initial(), frontEnd: 'edges', stopAt: 5, changed: new Map([['w_norm', 35]]) });
    await form.open('');
    form.set({ frontEnd: 'pixels' });
    expect(form.settings.changed.has('w_norm'), 'as usual for pixels').toBe(false);
    expect(state.values.train).toBe('stop:5');
    form.set({ frontEnd: 'edges' });
    expect(state.values.train).toBe('stop:5,sees:edges');
    expect(planOf(form.settings).config).toEqual({ front_end: 'edges', neurons: 100 });
});
