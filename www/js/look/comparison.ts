/** The second network: chosen, loaded, and asked about every drawing; its panel is fetched when it is first needed. */

import { find, reveal } from '../kit/dom.ts';
import { reasonOf } from '../kit/library-error.ts';
import { missed } from '../kit/missed.ts';
import { cellsOf, frontEndOf, MODELS, modelUrl } from '../kit/models.ts';
import type { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';
import type { Client } from './client.ts';
import type { Frame } from './protocol.ts';
import type { Session } from './session.ts';
import type { Asked, Compare } from './widgets/compare.ts';

export class Comparison {
    onProgress: (loaded: number, total: number) => void;
    parts: { client: Client; session: Session; state: State; strings: Strings };
    notice: (sentence: string) => void;
    onRest: () => void;
    /** What has been asked for and is there or on its way. */
    wanted: string | null = null;
    worker: Worker | null = null;
    panel: Compare | null = null;
    /** Whether it was asked for where it cannot be seen. */
    reveal = false;
    select: HTMLSelectElement;

    constructor({
        notice,
        onProgress,
        onRest,
        ...parts
    }: Asked & {
        notice: (sentence: string) => void;
        onProgress: (loaded: number, total: number) => void;
        onRest: () => void;
    }) {
        this.onProgress = onProgress;
        this.parts = parts;
        this.notice = notice;
        this.onRest = onRest;
        const { state, strings } = parts;
        const model = (name: string) => strings.model(cellsOf(name), frontEndOf(name));
        this.select = find('compare-select') as HTMLSelectElement;
        this.select.replaceChildren(
            new Option(strings.compareNone, ''),
            ...Array.from(MODELS.keys(), (name) => new Option(model(name), name)),
        );
        this.select.addEventListener('change', () => state.set({ compare: this.select.value || null }));
    }

    /** @param name of the second network, from elsewhere on the page: it is brought into sight when it has come */
    show(name: string | null) {
        this.reveal = name !== null;
        this.parts.state.set({ compare: name });
    }

    update() {
        this.select.value = this.parts.state.values.compare ?? '';
        find('compare').hidden = this.parts.state.values.compare === null;
    }

    /** Loads what is wanted, once the first network is there: everything before the first vote comes first. */
    async load() {
        const { client, state, strings, session } = this.parts;
        const { compare } = state.values;
        if (this.worker !== client.worker) {
            // A fresh one, which knows nothing of a second network.
            this.worker = client.worker;
            this.wanted = null;
        }
        if (session.info === null || compare === this.wanted) {
            return;
        }
        this.wanted = compare;
        this.panel?.clear();
        this.onProgress(0, 0);
        try {
            const info = await client.simulation.loadSecond(compare === null ? null : { url: modelUrl(compare) });
            if (info && this.wanted === compare) {
                this.panel ??= (await import('./widgets/compare.ts')).open(this.parts);
                this.panel.begin(info);
                if (this.reveal) {
                    reveal(find('compare'));
                    find('compare').scrollIntoView({ block: 'nearest' });
                }
                this.reveal = false;
            }
        } catch (error) {
            if (this.wanted === compare) {
                this.wanted = null;
                state.set({ compare: null });
                if ((error as Error).name !== 'Cancelled') {
                    this.notice(
                        strings.badModel.failed(
                            strings.model(cellsOf(compare ?? ''), frontEndOf(compare ?? '')),
                            reasonOf(error, await strings.faults()),
                        ),
                    );
                    missed();
                }
            }
        } finally {
            this.onRest();
        }
    }

    follow(frame: Frame) {
        this.load();
        if (this.wanted !== null) {
            this.panel?.follow(frame);
        }
    }
}
