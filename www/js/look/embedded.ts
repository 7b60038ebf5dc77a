/** The page inside another one: reports its height and answers to the page around it. Loaded for `?embed`. */
import '../../css/embedded.css';
import type { Strings } from '../shell/strings.ts';
import type { Frame } from './protocol.ts';

export function settle(strings: Strings) {
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
    const tell = (what: object) => parent.postMessage({ type: 'stdp-demo', ...what }, '*');
    new ResizeObserver(() => tell({ height: Math.ceil(body.getBoundingClientRect().height) })).observe(body);
    return { verdict: ({ verdict }: Frame) => tell({ verdict }) };
}
