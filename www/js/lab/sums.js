/** Numbers as equations have them, and equations with numbers in their places. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Four figures, and a power of ten where the number is tiny. @param {number} value */
export function short(value) {
    const tiny = value !== 0 && Math.abs(value) < 1e-3;
    const [digits = '', power] = (tiny ? value.toExponential(3).replace(/\.?0+e/, 'e') : String(Number(value.toPrecision(4)))).replace('-', '−').split(/e/);
    return power === undefined ? digits : `${digits}·10${[...power].map((sign) => RAISED[Number(sign)] ?? '⁻').join('')}`;
}

/**
 * @param {string} markup  one of SUM in equations.js: MathML with ⟨names⟩
 * @param {Readonly<Record<string, number>>} numbers
 * @param {(value: number) => string} format
 * @returns {string} the same with numbers
 */
export function filled(markup, numbers, format) {
    return markup.replace(/⟨([\w-]+)⟩/g, (_, name) => format(Number(numbers[name.replace('-', '_')])));
}
