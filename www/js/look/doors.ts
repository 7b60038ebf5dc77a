/** Three ways on from the first screen, where the votes will be once something is drawn. */
import '../../css/doors.css';
import { find, staysHere } from '../kit/dom.ts';
import { type Errand, send } from '../shell/errand.ts';
import { write } from '../shell/link.ts';
import { State } from '../shell/state.ts';
import type { Strings } from '../shell/strings.ts';

/** A hundred cells that see pixels: their fields are pictures, and appear within seconds. */
const LEARN = 'cells:100,data:5000';

export class Doors {
    constructor(state: State, strings: Strings) {
        const door = (name: keyof Strings['doors'], to: Parameters<State['set']>[0], errand?: Errand) => {
            const link = document.createElement('a');
            link.className = 'door';
            link.dataset.testid = `door-${name}`;
            link.textContent = strings.doors[name];
            link.href = `#${write({ ...new State().values, lang: state.values.lang, ...to })}`;
            link.addEventListener('click', (event) => {
                if (staysHere(event)) {
                    event.preventDefault();
                    if (errand) {
                        send(errand);
                    }
                    state.set(to);
                    scrollTo(0, 0);
                }
            });
            return link;
        };
        find('doors').replaceChildren(
            door('learn', { view: 'train', train: LEARN }, 'learn'),
            door('symbols', { view: 'train' }, 'symbols'),
            door('lessons', { view: 'learn' }),
        );
    }
}
