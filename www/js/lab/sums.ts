/** Formats numbers for equations, and fills numbers into equations. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Four significant figures; with a power of ten for tiny numbers. */
export function short(value: number) {
    const tiny = value !== 0 && Math.abs(value) < 1e-3;
    const [digits = '', power] = (
        tiny ? value.toExponential(3).replace(/\.?0+e/, 'e') : String(Number(value.toPrecision(4)))
    )
        .replace('-', '−')
        .split(/e/);
    return power === undefined
        ? digits
        : `${digits}·10${[...power].map((sign) => RAISED[Number(sign)] ?? '⁻').join('')}`;
}

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
