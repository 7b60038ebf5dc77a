/** Fills numbers into equations. */

/**
 * @param markup one of SUM in equations.ts: MathML with ⟨names⟩
 * @returns the same with numbers
 */
export function filled(
    markup: string,
    numbers: Readonly<Record<string, number>>,
    format: (value: number) => string,
): string {
    return markup.replace(/⟨([\w-]+)⟩/g, (_, name) => format(numbers[name.replace('-', '_')] ?? NaN));
}
