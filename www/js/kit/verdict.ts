export interface Verdict {
    /** null: undecided */
    digit: number | null;
    /** spikes of the cells of each digit, this look */
    votes: number[];
    /** spikes of all cells, this look */
    spikes: number;
    /** how likely each digit is, 0…1 */
    evidence: number[];
    /** why there is no digit: two are as likely, or it is like nothing that was learnt */
    reason?: 'split' | 'unlike' | null;
    /** how like anything that was learnt, 0…1 */
    likeness?: number | null;
}
