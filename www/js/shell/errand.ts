/** What a door of the first screen asks the next view to do when it opens: used once, and never in a link. */
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
