// The constants of a run: what they say, which there are, and how a link spells them.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROPS } from '../../www/js/shell/state.ts';
import { configuration } from '../../www/js/kit/config.ts';
import { RULES } from '../../www/js/kit/lab-setup.ts';
import { constants, keyOf, rules, sentence, unit } from '../../www/js/kit/constants.ts';
import { meanings } from '../../www/words/de/meanings.ts';
import { initial, planOf, samePlan, settingsOf } from '../../www/js/train/run/settings.ts';
import { spell, unspell } from '../../www/js/train/run/spelling.ts';
import { withoutDefaults } from '../../www/js/train/run/defaults.ts';
import { constantsOf } from './defaults.js';

const schema = JSON.parse(readFileSync(new URL('../../www/data/config.schema.json', import.meta.url), 'utf8'));

describe('constants', () => {
    it('are sentences for everybody, with their units apart', () => {
        const text = 'Time constant of the decay \\[ms\\] (5e6; code 1e7). In [`Config::rule`](crate::Config) it is `plus`.';
        expect(sentence(text)).toBe('Time constant of the decay (5e6; code 1e7).');
        expect(unit(text)).toBe('ms');
        expect(sentence('What [`Refractory::Lockout`] is:\n\n```text\nx\n```')).toBe('What Lockout is:');
        expect(unit('rate = pixel / 8 · intensity \\[Hz\\]')).toBe('');
    });

    it('are all there, and each rule has its own', () => {
        const names = constants(schema).map(({ path }) => path);
        for (const name of ['dt', 'w_inh_exc', 'theta.tau', 'exc.tau_m', 'inh.tau_m', 'nu_final']) expect(names).toContain(name);
        expect(names).not.toContain('neurons');
        const of = Object.fromEntries(constants(schema).map(({ path, unit, initial, kind }) => [path, [unit, initial, kind]]));
        expect(of['exc.tau_m']).toEqual(['ms', 100, 'number']);
        expect(of['inh.tau_m']).toEqual(['ms', 10, 'number']);
        expect(of.normalize).toEqual(['', true, 'switch']);
        const book = rules(schema);
        expect([...book.keys()].sort(), 'those of the laboratory').toEqual([...RULES].sort());
        expect(book.get('pair').constants.map(({ path }) => path).sort()).toEqual(['rule.nu_post', 'rule.nu_pre', 'rule.tau_x_post', 'rule.tau_x_pre']);
    });

    it('are usually what the library takes for what the cells see, and how many there are', () => {
        const of = (frontEnd, neurons, rule = 'triplet') => Object.fromEntries(constantsOf({ rule, frontEnd, neurons }).map(({ path, initial }) => [path, initial]));
        expect([of('pixels', 400).w_norm, of('edges', 400).w_norm, of('pixels', 20).upright]).toEqual([35, 25, true]);
        expect(of('edges', 100)['theta.plus'], 'as it is written').toBe(Number(of('edges', 100)['theta.plus'].toPrecision(7)));
        expect(of('edges', 7, 'pair')).toHaveProperty(['rule.tau_x_post']);
        expect([0, NaN, 1e6, 12.5].map((neurons) => of('edges', neurons).dt), 'of a number of cells that cannot be').toEqual([0.5, 0.5, 0.5, 0.5]);
        expect([...withoutDefaults(new Map([['w_norm', 25], ['dt', 1]]), constantsOf({ rule: 'pair', frontEnd: 'edges', neurons: 9 }))]).toEqual([['dt', 1]]);
    });

    it('are explained in German, all of them and no others', () => {
        const book = rules(schema);
        const keys = [...book].flatMap(([rule, { constants: own }]) => [`rule.${rule}`, ...[...constants(schema), ...own].map((constant) => keyOf(constant, rule))]);
        expect(Object.keys(meanings).sort()).toEqual([...new Set(keys)].sort());
        for (const [key, meaning] of Object.entries(meanings)) expect(meaning, key).toMatch(/^\p{L}.*\.$/u);
    });

    it('say only what differs, and come back from a whole configuration', () => {
        const changed = new Map([['w_norm', 78], ['theta.plus', 0.1], ['rule.nu_post', 0.01]]);
        const config = configuration(20, 'pair', changed);
        expect(config).toEqual({ neurons: 20, rule: { kind: 'pair', nu_post: 0.01 }, w_norm: 78, theta: { plus: 0.1 } });
        const usual = Object.fromEntries(constantsOf({ rule: 'pair', frontEnd: 'pixels', neurons: 20 }).map(({ path, initial }) => [path, initial]));
        const exact = { ...config, theta: { plus: Math.fround(0.1), tau: usual['theta.tau'] }, dt: usual.dt };
        const { neurons, rule, changed: back } = settingsOf({ plan: { config: exact, images: 1000, passes: 1, seed: 3 }, drawn: null }, initial(), constantsOf);
        expect([neurons, rule, new Map([...back].sort())]).toEqual([20, 'pair', new Map([...changed].sort())]);
    });
});

describe('a run in a link', () => {
    const book = rules(schema);
    const say = (settings, broken = []) => spell({ ...initial(), ...settings }, new Set(broken), constantsOf);
    const read = (text) => unspell(text, [...book.keys()], constantsOf);

    it('says nothing of the form as it is at first', () => {
        expect(say({})).toBe('');
        expect(read('')).toEqual({ settings: initial(), broken: new Set(), bad: [] });
    });

    it('says what differs, and is read again', () => {
        const changed = new Map([['theta.plus', 0.1], ['refractory', 'clamped'], ['normalize', false], ['rule.nu_post', 1e-7]]);
        const settings = { drawn: null, frontEnd: 'edges', neurons: 20, rule: 'pair', images: 1000, passes: 2, seed: 7, stopAt: 500, pace: 0, changed };
        const text = say(settings, ['rest', 'inhibition']);
        expect(PROPS.train.accepts(text)).toBe(true);
        expect(text.split(',').sort()).toEqual(['break:inhibition+rest', 'cells:20', 'data:1000', 'normalize:off', 'passes:2', 'refractory:clamped', 'rule.nu_post:1e-7', 'rule:pair', 'seed:7', 'sees:edges', 'speed:slow', 'stop:500', 'theta.plus:0.1']);
        const said = read(text);
        expect(said).toEqual({ settings, broken: new Set(['inhibition', 'rest']), bad: [] });
        expect(samePlan(planOf(said.settings), planOf(settings)), 'in whatever order').toBe(true);
        expect(samePlan(planOf(said.settings), planOf({ ...settings, seed: 8 }))).toBe(false);
    });

    it('is read as far as it can be', () => {
        const { settings, bad } = read('cells:3,seed:-1,data:70000,passes:0,stop:no,sees:dots,speed:7,rule:none,rule.nu_pre:x,refractory:no,normalize:1,break:heart,theta.plus:0.1,cell:20,dt');
        expect(bad).toEqual(['cells', 'seed', 'data', 'passes', 'stop', 'sees', 'speed', 'rule', 'rule.nu_pre', 'refractory', 'normalize', 'break', 'cell', 'dt']);
        expect(settings).toEqual({ ...initial(), changed: new Map([['theta.plus', 0.1]]) });
    });

    it('knows no names but its own', () => {
        const names = ['constructor:1', 'toString:2', 'stop:toString', 'speed:valueOf', '__proto__:3'];
        const { settings, bad } = read(names.join());
        expect(bad).toEqual(['constructor', 'toString', 'stop', 'speed', '__proto__']);
        expect(settings).toEqual(initial());
    });
});
