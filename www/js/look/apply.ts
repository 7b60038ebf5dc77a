/** Sets up the running page according to a link, so that an answer's or lesson's example is one click away. */
import { read } from '../shell/link.ts';
import type { State } from '../shell/state.ts';
import type { Session } from './session.ts';
import type { ModelChoice } from './widgets/model-choice.ts';

/** What the reader has chosen, and what other views show: as it is, unless the link names it. */
const STAYS = new Set(['lang', 'keys', 'sound', 'brain', 'train', 'lab', 'ask', 'lesson', 'present']);

/** Counts requests, so that one that waited for its network does not undo a later one. */
let turn = 0;

/**
 * @param hash what follows the # of a link. For a look, parts that the link omits get their defaults; another view leaves the look as it is
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
    // Without the view, because the reader may have gone to another one meanwhile.
    state.set(values);
    await session.begin();
}
