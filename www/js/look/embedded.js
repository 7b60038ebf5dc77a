/** The page inside somebody else's: tells the page around it how high it is and what was read. Loaded for `?embed`. */
import '../../css/embedded.css';

/** @typedef {import('./protocol.js').Frame} Frame */

/** @param {import('../shell/strings.js').Strings} strings */
export function settle(strings) {
    const { body } = document;
    const whole = document.createElement('a');
    whole.dataset.testid = 'whole-page';
    whole.target = '_blank';
    whole.rel = 'noopener';
    whole.textContent = strings.wholePage;
    whole.href = location.href.replace(/[?&]embed\b/, '');
    // The state of the moment, not that of the beginning.
    whole.addEventListener('click', () => {
        whole.href = location.href.replace(/[?&]embed\b/, '');
    });
    const place = document.createElement('footer');
    place.className = 'whole';
    place.append(whole);
    body.append(place);
    // Beside the main part of the page around it.
    body.querySelector('main')?.setAttribute('aria-label', strings.title);
    const tell = (/** @type {object} */ what) => parent.postMessage({ type: 'stdp-demo', ...what }, '*');
    new ResizeObserver(() => tell({ height: Math.ceil(body.getBoundingClientRect().height) })).observe(body);
    return { verdict: (/** @type {Frame} */ { verdict }) => tell({ verdict }) };
}
