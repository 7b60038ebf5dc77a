/** Where a lesson stands. */
import { at } from '../kit/arrays.ts';
import type { Lesson } from './parse.ts';

export class Place {
    /** of the lesson, in a link */
    name: string;
    lesson: Lesson;
    /** step, from 1 */
    at: number;

    constructor(name: string, lesson: Lesson, step: number) {
        this.name = name;
        this.lesson = lesson;
        this.at = step;
    }

    get step() {
        return at(this.lesson.steps, this.at - 1);
    }

    get isLast() {
        return this.at === this.lesson.steps.length;
    }

    /** How the step finds the page: as it says, or as one before it does; '' where none says so. */
    get set() {
        const sets = this.lesson.steps.slice(0, this.at).map(({ set }) => set);
        return sets.filter((set) => set !== '').at(-1) ?? '';
    }
}
