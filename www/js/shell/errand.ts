/** What the view that opens next is asked to do at once, by a door of the first screen: taken once, and in no link. */
export type Errand = 'learn' | 'symbols';

let waiting: Errand | null = null;

export function send(errand: Errand) {
    waiting = errand;
}

export function takeErrand() {
    const errand = waiting;
    waiting = null;
    return errand;
}
