/** Starts the page: state, language, address, and the views. */
import { find, notice } from './kit/dom.ts';
import { openLook } from './look/view.ts';
import { damage, keep, open } from './shell/address.ts';
import type { Page } from './shell/page.ts';
import { offerReload } from './shell/replaced.ts';
import { listen } from './shell/shortcuts.ts';
import { State } from './shell/state.ts';
import { fillIn, stringsOf } from './shell/strings.ts';
import { views } from './shell/views.ts';

document.querySelector('.unserved')?.remove();

const state = new State();
const { language, bad } = open(state);
const strings = await stringsOf(language);
document.documentElement.lang = language;
fillIn(document, strings);
notice(damage(bad, strings));
find('notice-close').addEventListener('click', () => notice(''));

const look = openLook({ state, strings });
const put = keep(state, strings, look.apply);
listen(state, strings);

/** What can wait comes after the first vote. */
const rest = () =>
    setTimeout(
        () =>
            import('./shell/later.ts').then(
                ({ later }) => later(page),
                () => {},
            ),
        500,
    );

const page: Page = { state, strings, language, apply: look.apply, use: look.use, leaving: [] };
offerReload(strings, () => {
    put();
    return Promise.allSettled(page.leaving.map((save) => save()));
});
views(page, {
    look: () => look.show().then(rest),
    train: async (root) => (await import('./train/view.ts')).openTraining(root, page),
    lab: async (root) => (await import('./lab/view.ts')).openLab(root, page),
    learn: async (root) => (await import('./learn/view.ts')).openLessons(root, page),
    faq: async (root) => (await import('./faq/view.ts')).openQuestions(root, page),
});
if (state.values.view !== 'look') {
    rest();
}
