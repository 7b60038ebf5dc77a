/** Sets the page up as a link says, while it goes on: what an answer or a lesson shows is one click away. */
import { read } from '../shell/link.ts';
import type { State } from '../shell/state.ts';
import type { Session } from './session.ts';
import type { ModelChoice } from './widgets/model-choice.ts';

/** What the reader has chosen, and what other views show: as it is, unless the link names it. */
const STAYS = new Set(['lang', 'keys', 'sound', 'brain', 'train', 'lab', 'ask', 'lesson', 'present']);

/** Counts what was asked for, so that one that waits for its network does not undo a later one. */
let turn = 0;

/**
 * @param hash what follows the # of a link. A look is as usual in all that the link does not name; another view leaves the look as it is
 */
export async function apply(
    hash: string,
    {
        state,
        session,
        models,
    }: {
        state: State;
        session: Session;
        models: ModelChoice;
    },
) {
    const mine = ++turn;
    const all = read(hash).values;
    const named = new Set(
        hash
            .replace(/^#/, '')
            .split('&')
            .map((part) => part.split('=')[0] ?? ''),
    );
    const asUsual = (name: string) => all.view === 'look' && !STAYS.has(name);
    const { model, view, ...values } = Object.fromEntries(
        Object.entries(all).filter(([name]) => named.has(name) || asUsual(name) || name === 'view'),
    ) as typeof all;
    if (view !== 'look' || !session.asked) {
        state.set({ ...values, view, ...(model !== undefined && { model }) });
        return;
    }
    state.set({ view });
    if (model !== state.values.model || models.opened !== null) {
        const { picture } = state.values;
        await models.choose(model);
        if (mine !== turn) {
            return;
        }
        if (state.values.picture !== picture) {
            // What the reader has drawn while the network came stays.
            values.picture = state.values.picture;
        }
    }
    // Without the view: whoever has gone to another one meanwhile stays there.
    state.set(values);
    await session.begin();
}
