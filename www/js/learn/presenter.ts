/** Clicker keys that move the lesson while presenting. */
import type { State } from '../shell/state.ts';

/** Elements that handle arrow keys themselves. */
const OWN_ARROWS = 'input, select, textarea, [role="application"]';
const FORWARD = ['ArrowRight', 'PageDown'];
const BACK = ['ArrowLeft', 'PageUp'];

export function presenterKeys(state: State, { forward, back }: { forward: () => void; back: () => void }) {
    document.addEventListener('keydown', (event) => {
        const arrow = event.key.startsWith('Arrow');
        const elsewhere =
            event.ctrlKey ||
            event.metaKey ||
            event.altKey ||
            event.shiftKey ||
            document.querySelector('dialog[open]') !== null;
        if (
            !state.values.present ||
            elsewhere ||
            (arrow && event.target instanceof Element && event.target.matches(OWN_ARROWS))
        ) {
            return;
        }
        if (FORWARD.includes(event.key)) {
            event.preventDefault();
            forward();
        } else if (BACK.includes(event.key)) {
            event.preventDefault();
            back();
        } else if (event.key === 'Escape') {
            state.set({ present: false });
        }
    });
}
