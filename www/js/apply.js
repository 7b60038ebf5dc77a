/** Sets the page up as a link says, while it goes on: what an answer or a lesson shows is one click away. */
import { read } from './link.js';

/** What the reader has chosen, and what other views show: as it is, unless the link names it. */
const STAYS = new Set(['lang', 'keys', 'sound', 'brain', 'train', 'lab', 'ask', 'lesson', 'present']);

/**
 * @param {string} hash  what follows the # of a link. A look is as usual in all that the link does not name; another view
 *     leaves the look as it is
 * @param {object} page
 * @param {import('./state.js').State} page.state
 * @param {import('./session.js').Session} page.session
 * @param {import('./widgets/model-choice.js').ModelChoice} page.models
 */
export async function apply(hash, { state, session, models }) {
    const all = read(hash).values;
    const named = new Set(hash.replace(/^#/, '').split('&').map((part) => part.split('=')[0] ?? ''));
    const asUsual = (/** @type {string} */ name) => all.view === 'look' && !STAYS.has(name);
    const { model, ...values } = /** @type {typeof all} */ (Object.fromEntries(Object.entries(all).filter(([name]) => named.has(name) || asUsual(name) || name === 'view')));
    if (all.view !== 'look' || !session.asked) {
        state.set(model === undefined ? values : { ...values, model });
        return;
    }
    state.set({ view: all.view });
    if (model !== state.values.model || models.opened !== null) {
        await models.choose(model);
    }
    state.set(values);
    await session.begin();
}
