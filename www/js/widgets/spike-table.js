/** The spikes of the excitatory cells as a table, for whoever cannot see them; filled only while it is open. */

export class SpikeTable {
    /**
     * @param {HTMLDetailsElement} details
     * @param {HTMLElement} rows
     * @param {import('../record.js').Look} record
     * @param {() => import('../protocol.js').NetworkInfo | null} info
     * @param {import('../strings.js').Strings} strings
     */
    constructor(details, rows, record, info, strings) {
        this.strings = strings;
        this.details = details;
        this.rows = rows;
        this.record = record;
        this.info = info;
        this.version = -1;
        this.shown = 0;
        details.addEventListener('toggle', () => this.draw());
    }

    draw() {
        const { record, rows, details } = this;
        const info = this.info();
        if (!details.open || info === null) {
            return false;
        }
        if (this.version !== record.version) {
            this.version = record.version;
            this.shown = 0;
            rows.replaceChildren();
        }
        for (; this.shown < record.exc.length; this.shown += 2) {
            const cell = Number(record.exc.values[this.shown + 1]);
            const digit = Number(info.labels[cell]);
            const row = document.createElement('tr');
            const time = (Number(record.exc.values[this.shown]) - record.began + 1) * info.dt;
            for (const value of [this.strings.decimal(time, 1), String(cell), digit < 0 ? '–' : String(digit)]) {
                row.append(Object.assign(document.createElement('td'), { textContent: value }));
            }
            rows.append(row);
        }
        return false;
    }
}
