/** Sets the page up as a link says, while it goes on: what an answer or a lesson shows is one click away. */
import { read } from '../shell/link.js';

/** What the reader has chosen, and what other views show: as it is, unless the link names it. */
const STAYS = new Set(['lang', 'keys', 'sound', 'brain', 'train', 'lab', 'ask', 'lesson', 'present']);

/** Counts what was asked for, so that one that waits for its network does not undo a later one. */
let turn = 0;

/**
 * @param {string} hash  what follows the # of a link. A look is as usual in all that the link does not name; another view
 *     leaves the look as it is
 * @param {object} page
 * @param {import('../shell/state.js').State} page.state
 * @param {import('./session.js').Session} page.session
 * @param {import('./widgets/model-choice.js').ModelChoice} page.models
 */
export async function apply(hash, { state, session, models }) {
    const mine = ++turn;
    const all = read(hash).values;
    const named = new Set(hash.replace(/^#/, '').split('&').map((part) => part.split('=')[0] ?? ''));
    const asUsual = (/** @type {string} */ name) => all.view === 'look' && !STAYS.has(name);
    const { model, view, ...values } = /** @type {typeof all} */ (Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name) || asUsual(name) || name === 'view')));
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
