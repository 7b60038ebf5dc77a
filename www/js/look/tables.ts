/** Fetches the tables of the pictures once one of them is opened. */
import type { DataTables, Sources } from './widgets/data-tables.ts';

export class Tables {
    dataTables: DataTables | null = null;

    constructor(sources: Sources) {
        for (const details of document.querySelectorAll('details[data-table]')) {
            details.addEventListener('toggle', async () => {
                const { DataTables } = await import('./widgets/data-tables.ts');
                this.dataTables ??= new DataTables(sources);
                this.dataTables.open(details as HTMLDetailsElement);
                this.dataTables.draw();
            });
        }
    }

    draw() {
        this.dataTables?.draw();
        return false;
    }
}
