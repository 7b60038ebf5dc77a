import { afterEach, describe, expect, it, vi } from 'vitest';
import { keep } from '../../www/js/offline/update.ts';

vi.mock('../../www/js/kit/styles.ts', () => ({ loadStyles: async () => {} }));
afterEach(() => vi.unstubAllGlobals());

const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A browser that has kept the page, with a new version on its way or there. */
function browser({ installing = null, waiting = null }) {
    const place = { append: (...parts) => (place.parts = parts), remove: () => {} };
    const body = { append: () => (body.asked = place) };
    const made = () => Object.assign(new EventTarget(), { dataset: {} });
    vi.stubGlobal('document', {
        baseURI: 'https://there/',
        documentElement: made(),
        addEventListener: () => {},
        querySelector: () => body.asked ?? null,
        createElement: (name) => (name === 'aside' ? Object.assign(place, { dataset: {} }) : made()),
        body,
    });
    const registration = Object.assign(new EventTarget(), { installing, waiting });
    const serviceWorker = Object.assign(new EventTarget(), { controller: {}, ready: Promise.resolve(), register: async () => registration });
    vi.stubGlobal('navigator', { serviceWorker });
    return { registration, body, press: (name) => place.parts.find((part) => part.dataset.testid === name).dispatchEvent(new Event('click')) };
}

describe('a new version', () => {
    it('is offered when the browser began to fetch it before the page could listen', async () => {
        const installing = new EventTarget();
        const { registration, body } = browser({ installing });
        await keep({ language: 'en', leaving: [] });
        expect(body.asked).toBeUndefined();
        registration.waiting = installing;
        installing.dispatchEvent(new Event('statechange'));
        await vi.waitUntil(() => body.asked);
        expect(body.asked.ariaLabel).toMatch(/new version/);
    });

    it('is taken when all that is open has kept its work, or could not', async () => {
        const messages = [];
        const { body, press } = browser({ waiting: { postMessage: ({ type }) => messages.push(type) } });
        let kept = () => {};
        const leaving = [() => new Promise((resolve) => (kept = resolve)), () => Promise.reject(new Error('full'))];
        await keep({ language: 'en', leaving });
        await vi.waitUntil(() => body.asked);
        press('update-take');
        await settle();
        expect(messages).toEqual([]);
        kept();
        await settle();
        expect(messages).toEqual(['SKIP_WAITING']);
    });
});
