/** What the form of a run says, kept in step with the link and with the run at hand. */

import type { Value } from '../../kit/config.ts';
import type { Rule } from '../../kit/constants.ts';
import type { State } from '../../shell/state.ts';
import type { Drawn } from '../worker/augment.ts';
import type { Part } from './break.ts';
import { withoutDefaults } from './defaults.ts';
import type { Session } from './session.ts';
import type { ConstantsOf, Settings } from './settings.ts';
import { settingsOf } from './settings.ts';
import { spell, unspell } from './spelling.ts';
import { sizeFor } from './symbols.ts';

export class Form {
    state: State;
    session: Session;
    rules: ReadonlyMap<string, Rule>;
    constantsOf: ConstantsOf;
    onChange: () => void;
    /** parts of the link that cannot be read */
    onBad: (bad: string[]) => void;
    /** The link as it was last read or written. */
    said: string;
    /** What it says is being done: until then it is not written. */
    following = true;
    /** Settles when it has been done. */
    followed: Promise<void> = Promise.resolve();
    settings: Settings;
    broken: ReadonlySet<Part>;

    constructor({
        state,
        session,
        constantsOf,
        rules,
        onChange,
        onBad,
    }: Pick<Form, 'state' | 'session' | 'constantsOf' | 'rules' | 'onChange' | 'onBad'>) {
        this.state = state;
        this.session = session;
        this.rules = rules;
        this.constantsOf = constantsOf;
        this.onChange = onChange;
        this.onBad = onBad;
        this.said = state.values.train;
        const { settings, broken } = this.#read();
        this.settings = settings;
        this.broken = broken;
        state.subscribe((_, changed) => {
            if (changed.has('train')) {
                this.followed = this.#follow();
            }
        });
    }

    /** All constants of these settings, with their usual values. */
    get constants() {
        return this.constantsOf(this.settings);
    }

    /**
     * Begins with what the link says.
     * @param brain a network in the link, '' for none
     */
    async open(brain: string) {
        try {
            await this.session.open(this.settings, brain, this.said !== '');
            this.adopt();
            await this.#takeOut(this.broken);
        } finally {
            this.following = false;
        }
        await this.#follow();
    }

    set(changes: Partial<Settings>) {
        const settings = { ...this.settings, ...changes };
        this.settings = { ...settings, changed: withoutDefaults(settings.changed, this.constantsOf(settings)) };
        this.session.problem = '';
        this.session.pace(this.settings);
        this.onChange();
    }

    /** @param rule whose constants get their defaults */
    setRule(rule: string) {
        this.set({ rule, changed: new Map([...this.settings.changed].filter(([path]) => !path.startsWith('rule.'))) });
    }

    /**
     * One constant; the others keep their current values, which may not be on the screen yet.
     * @param value undefined: the default
     */
    setConstant(path: string, value: Value | undefined) {
        const changed = new Map(this.settings.changed);
        value === undefined ? changed.delete(path) : changed.set(path, value);
        this.set({ changed });
    }

    /** Says what the run is that has come back. */
    adopt() {
        const { run } = this.session;
        if (run) {
            this.settings = settingsOf(run, this.settings, this.constantsOf);
            this.session.adopt(this.settings);
        }
        this.onChange();
    }

    /** A short run on the user's own drawings. */
    learn(drawn: Drawn) {
        this.set({ ...sizeFor(drawn), drawn, changed: new Map(), passes: 1, seed: 1, stopAt: null, pace: Infinity });
        return this.session.start(this.settings);
    }

    /** @param part of the copy, to break or to mend */
    toggle(part: Part) {
        const parts = new Set(this.session.copy.parts);
        if (!parts.delete(part)) {
            parts.add(part);
        }
        return this.session.takeOut(parts);
    }

    /** Writes the link. Drawings do not fit into a link, so a run on them leaves it empty. */
    tell() {
        if (!this.following) {
            const { drawn } = this.settings;
            this.said = drawn ? '' : spell(this.settings, this.session.copy.parts, this.constantsOf);
            if (this.said !== this.state.values.train) {
                this.state.set({ train: this.said });
            }
        }
    }

    /** @param parts of the copy beside the whole network; none: without a copy */
    #takeOut(parts: ReadonlySet<Part>) {
        return parts.size > 0 ? this.session.takeOut(parts) : this.session.mend();
    }

    #read() {
        const said = unspell(this.said, [...this.rules.keys()], this.constantsOf);
        if (said.bad.length > 0) {
            this.onBad(said.bad);
        }
        return said;
    }

    /** Does what somebody else has written into the link: another run, unless it is the one at hand. */
    async #follow() {
        const { session, state } = this;
        if (this.following) {
            return;
        }
        this.following = true;
        try {
            while (this.said !== state.values.train) {
                this.said = state.values.train;
                const { settings, broken } = this.#read();
                this.settings = settings;
                await (session.isOf(settings) ? session.pace(settings) : session.reset(settings));
                await this.#takeOut(broken);
            }
        } finally {
            this.following = false;
            this.onChange();
        }
    }
}
