/** Equations of terms, as TeX. The build turns them into MathML (scripts/mathml.mjs). */

export const EQUATIONS: Readonly<Record<string, string>> = {
    'membrane-potential': '\\tau_m \\frac{dv}{dt} = (v_{\\mathrm{rest}} - v) + g_e\\,(E_e - v) + g_i\\,(E_i - v)',
    threshold: 'v > v_{\\mathrm{thresh}} - \\theta_{\\mathrm{offset}} + \\theta',
    theta: '\\begin{gathered} \\tau_\\theta \\frac{d\\theta}{dt} = -\\theta \\\\ \\text{spike: } \\theta \\leftarrow \\theta + \\theta_{\\mathrm{plus}} \\end{gathered}',
    conductance: '\\tau_g \\frac{dg}{dt} = -g',
    'g-e': '\\begin{gathered} \\tau_{g_e} \\frac{dg_e}{dt} = -g_e \\\\ \\text{spike } i\\text{: } g_e \\leftarrow g_e + w_i \\end{gathered}',
    'g-i': '\\tau_{g_i} \\frac{dg_i}{dt} = -g_i',
    poisson: 'P(\\text{spike in } dt) = r \\cdot dt',
    stdp: '\\Delta w = \\begin{cases} +A_+\\, e^{-\\Delta t / \\tau_+} & \\Delta t > 0 \\\\ -A_-\\, e^{\\Delta t / \\tau_-} & \\Delta t < 0 \\end{cases}',
    trace: '\\begin{gathered} \\tau_x \\frac{dx_{\\mathrm{pre}}}{dt} = -x_{\\mathrm{pre}} \\\\ \\text{spike: } x_{\\mathrm{pre}} \\leftarrow 1 \\end{gathered}',
    pair: '\\begin{gathered} \\text{post: } w \\leftarrow w + \\nu_{\\mathrm{post}}\\, x_{\\mathrm{pre}} \\\\ \\text{pre: } w \\leftarrow w - \\nu_{\\mathrm{pre}}\\, x_{\\mathrm{post}} \\end{gathered}',
    triplet:
        '\\begin{gathered} \\text{post: } w \\leftarrow w + \\nu_{\\mathrm{post}}\\, x_{\\mathrm{pre}}\\, x_{\\mathrm{post2}} \\\\ \\text{pre: } w \\leftarrow w - \\nu_{\\mathrm{pre}}\\, x_{\\mathrm{post1}} \\end{gathered}',
    'power-law':
        'w \\leftarrow w + \\nu_{\\mathrm{post}}\\,(x_{\\mathrm{pre}} - x_{\\mathrm{tar}})\\,(w_{\\max} - w)^{\\mu}',
    exponential:
        'w \\leftarrow w + \\nu_{\\mathrm{post}} \\left(x_{\\mathrm{pre}}\\, e^{-\\beta w} - x_{\\mathrm{tar}}\\, e^{-\\beta (w_{\\max} - w)}\\right)',
    'pre-post': '\\text{pre: } w \\leftarrow w - \\nu_{\\mathrm{pre}}\\, x_{\\mathrm{post}}\\, w^{\\mu}',
    normalisation: 'w_i \\leftarrow w_i \\cdot \\frac{w_{\\mathrm{norm}}}{\\sum_j w_j}',
    cosine: '\\cos(a, b) = \\frac{\\sum_i a_i\\, b_i}{\\sqrt{\\sum_i a_i^2}\\,\\sqrt{\\sum_i b_i^2}}',
};
