/** Keeps all of the page in the browser, so that it works without a network, and asks before a new version takes its place. */
import type { Words } from '../../words/en/offline.ts';
import { inLanguage } from '../../words/languages.ts';
import { loadStyles } from '../kit/styles.ts';

const WORDS = import.meta.glob<Words>('../../words/*/offline.ts', { import: 'words' });

/** A page that stays open asks for a new version so often, when somebody comes back to it. */
const BETWEEN_MS = 3_600_000;

interface Open {
    language: string;
    /** keeps what is not in the address, before the page is loaded again */
    leaving: readonly (() => Promise<unknown>)[];
}

export async function keep(page: Open) {
    const { serviceWorker } = navigator;
    // Browsers that keep nothing, in private windows say, refuse: the page then needs its network as before.
    const registration = await serviceWorker.register(new URL('sw.js', document.baseURI)).catch(() => undefined);
    if (!registration) {
        return;
    }
    serviceWorker.ready.then(() => {
        document.documentElement.dataset.offline = 'ready';
    });
    const ask = () => {
        if (registration.waiting && serviceWorker.controller) {
            offer(registration, page);
        }
    };
    const watch = () => registration.installing?.addEventListener('statechange', ask);
    registration.addEventListener('updatefound', watch);
    // The browser looks for a new version by itself when the page comes, and may have begun to fetch it.
    watch();
    ask();
    let last = performance.now();
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && performance.now() - last > BETWEEN_MS) {
            last = performance.now();
            registration.update().catch(() => {});
        }
    });
}

async function offer(registration: ServiceWorkerRegistration, { language, leaving }: Open) {
    const words = await inLanguage(WORDS, language);
    await loadStyles(String(new URL('../../css/update.css', import.meta.url)));
    if (document.querySelector('.update')) {
        return;
    }
    const place = document.createElement('aside');
    place.className = 'update';
    place.dataset.testid = 'update';
    const text = document.createElement('p');
    text.role = 'status';
    const button = (name: string, label: string, then: () => void) => {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = name === 'update-take' ? 'button button--main' : 'button';
        made.dataset.testid = name;
        made.textContent = label;
        made.addEventListener('click', then);
        return made;
    };
    const take = async () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload());
        // The rest of the state is in the address. What cannot be kept does not hold the new version up.
        await Promise.allSettled(leaving.map((save) => save()));
        registration.waiting?.postMessage({ type: 'SKIP_WAITING' });
    };
    place.ariaLabel = words.here;
    place.append(
        text,
        button('update-take', words.take, take),
        button('update-later', words.later, () => place.remove()),
    );
    document.body.append(place);
    // Said by a screen reader because it comes into a place that is there.
    text.textContent = words.here;
}
