/** Fetches the tables of the pictures once one of them is opened. */

export class Tables {
    /** @param {import('./widgets/twins.js').Sources} sources */
    constructor(sources) {
        /** @type {import('./widgets/twins.js').Twins | null} */
        this.twins = null;
        for (const details of document.querySelectorAll('details[data-table]')) {
            details.addEventListener('toggle', async () => {
                const { Twins } = await import('./widgets/twins.js');
                this.twins ??= new Twins(sources);
                this.twins.open(/** @type {HTMLDetailsElement} */ (details));
                this.twins.draw();
            });
        }
    }

    draw() {
        this.twins?.draw();
        return false;
    }
}
