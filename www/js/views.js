/** Which of the page's two views is shown: looking at a digit, or training, which is fetched when it is first opened. */
import { find } from './screen.js';

/**
 * @param {import('./state.js').State} state
 * @param {import('./strings.js').Strings} strings
 * @param {string} language
 * @param {() => void} onLook  what to do when looking is shown for the first time
 */
export function views(state, strings, language, onLook) {
    const training = find('train');
    const link = find('view-train');
    let looked = false;
    let opened = false;
    const show = () => {
        const train = state.values.view === 'train';
        document.documentElement.dataset.view = state.values.view;
        training.hidden = !train;
        link.textContent = train ? strings.viewLook : strings.viewTrain;
        link.setAttribute('href', train ? '#' : '#view=train');
        if (train && !opened) {
            opened = true;
            import('./train/view.js')
                .then(({ openTraining }) => {
                    const { brain } = state.values;
                    // Once it has been opened, the address need not be so long any more.
                    state.set({ brain: '' });
                    return openTraining(training, language, brain);
                })
                .catch((error) => {
                    opened = false;
                    training.textContent = strings.noTraining(error.message);
                });
        } else if (!train && !looked) {
            looked = true;
            onLook();
        }
    };
    link.addEventListener('click', (event) => {
        event.preventDefault();
        state.set({ view: state.values.view === 'train' ? 'look' : 'train' });
        scrollTo(0, 0);
    });
    state.subscribe((_, changed) => changed.has('view') && show());
    show();
}
