/**
 * The equations of the rules and the membrane as TeX, which the build turns into MathML (scripts/mathml.mjs): RULE and
 * MEMBRANE with symbols; SUM only the right-hand sides, with a placeholder for each number (see sums.ts).
 */

const SYMBOLS: Readonly<Record<string, string>> = {
    w: 'w',
    w_max: 'w_{\\mathrm{max}}',
    nu_pre: '\\nu_{\\mathrm{pre}}',
    nu_post: '\\nu_{\\mathrm{post}}',
    x_pre: 'x_{\\mathrm{pre}}',
    x_post: 'x_{\\mathrm{post}}',
    x_post1: 'x_{\\mathrm{post1}}',
    x_post2: 'x_{\\mathrm{post2}}',
    x_tar: 'x_{\\mathrm{tar}}',
    mu: '\\mu',
    beta: '\\beta',
};

/** On two lines, for narrow columns. */
const lines = (first: string, second: string) => `\\begin{aligned} &${first} \\\\ &\\quad ${second} \\end{aligned}`;

/** How each rule changes w at an input spike and at a cell spike. */
const rules = (s: (name: string) => string, begin: string) => {
    const power = lines(
        `${begin} ${s('w')}`,
        `+\\; ${s('nu_post')} \\cdot (${s('x_pre')} - ${s('x_tar')}) \\cdot (${s('w_max')} - ${s('w')})^{${s('mu')}}`,
    );
    return {
        pair: {
            pre: `${begin} \\max(0,\\; ${s('w')} - ${s('nu_pre')} \\cdot ${s('x_post')})`,
            post: `${begin} \\min(${s('w_max')},\\; ${s('w')} + ${s('nu_post')} \\cdot ${s('x_pre')})`,
        },
        triplet: {
            pre: `${begin} \\max(0,\\; ${s('w')} - ${s('nu_pre')} \\cdot ${s('x_post1')})`,
            post: lines(
                `${begin} \\min(${s('w_max')},\\; ${s('w')}`,
                `+\\; ${s('nu_post')} \\cdot ${s('x_pre')} \\cdot ${s('x_post2')})`,
            ),
        },
        power_law: { post: power },
        exponential: {
            post: lines(
                `${begin} ${s('w')} + ${s('nu_post')} \\cdot (${s('x_pre')} \\cdot e^{-${s('beta')} \\cdot ${s('w')}}`,
                `-\\; ${s('x_tar')} \\cdot e^{-${s('beta')} \\cdot (${s('w_max')} - ${s('w')})})`,
            ),
        },
        pre_post: {
            pre: `${begin} ${s('w')} - ${s('nu_pre')} \\cdot ${s('x_post')} \\cdot ${s('w')}^{${s('mu')}}`,
            post: power,
        },
    };
};

export const RULE: Readonly<Record<string, Readonly<Record<string, string>>>> = rules(
    (name) => String(SYMBOLS[name]),
    'w \\leftarrow',
);

export const SUM: Readonly<Record<string, Readonly<Record<string, string>>>> = rules(
    (name) => `\\text{⟨${name.replace('_', '-')}⟩}`,
    '',
);

const leak = '\\tau_m \\frac{dv}{dt} = (v_{\\mathrm{rest}} - v)';

export const MEMBRANE: Readonly<Record<string, string>> = {
    conductance: `\\begin{aligned}${leak} &+ g_e \\cdot (e_{\\mathrm{exc}} - v) \\\\ &+ g_i \\cdot (e_{\\mathrm{inh}} - v)\\end{aligned}`,
    current: `\\begin{aligned}${leak} &+ g_e \\cdot (e_{\\mathrm{exc}} - v_{\\mathrm{rest}}) \\\\ &+ g_i \\cdot (e_{\\mathrm{inh}} - v_{\\mathrm{rest}})\\end{aligned}`,
};
