/** Formats numbers for equations. */

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
