import { describe, expect, it } from 'vitest';
import { apply } from '../../www/js/look/apply.ts';
import { State } from '../../www/js/shell/state.ts';

/** A page whose networks come when the test says so. */
function setUp() {
    const state = new State();
    const arrivals = [];
    const session = { asked: true, begun: 0, begin: async () => void (session.begun += 1) };
    const models = {
        opened: null,
        choose: (model) => {
            state.set({ model });
            return new Promise((arrive) => arrivals.push(arrive));
        },
    };
    return { state, session, models, arrivals };
}

describe('setting the page up as a link says', () => {
    it('does not undo what was asked for later', async () => {
        const page = setUp();
        const early = apply('model=100&picture=3&seed=1', page);
        await apply('view=lab', page);
        page.arrivals[0]();
        await early;
        expect([page.state.values.view, page.state.values.seed, page.session.begun]).toEqual(['lab', 2015, 0]);
    });

    it('leaves a reader where they went while the network came', async () => {
        const page = setUp();
        const coming = apply('model=100&seed=1', page);
        expect(page.state.values.view).toBe('look');
        page.state.set({ view: 'faq' });
        page.arrivals[0]();
        await coming;
        expect([page.state.values.view, page.state.values.seed, page.session.begun]).toEqual(['faq', 1, 1]);
    });

    it('goes to the view of the link, with what it names', async () => {
        const page = setUp();
        page.state.set({ seed: 7 });
        await apply('view=train&train=rule:pair', page);
        expect(page.state.values).toMatchObject({ view: 'train', train: 'rule:pair', seed: 7 });
    });
});
