/** Fetches the tables of the pictures once one of them is opened. */
import type { Sources, Twins } from './widgets/twins.ts';

export class Tables {
    twins: Twins | null = null;

    constructor(sources: Sources) {
        for (const details of document.querySelectorAll('details[data-table]')) {
            details.addEventListener('toggle', async () => {
                const { Twins } = await import('./widgets/twins.ts');
                this.twins ??= new Twins(sources);
                this.twins.open(details as HTMLDetailsElement);
                this.twins.draw();
            });
        }
    }

    draw() {
        this.twins?.draw();
        return false;
    }
}
