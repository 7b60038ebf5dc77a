/** Where each term comes from, or is defined as it is meant here. */

const PAPER = 'Diehl & Cook 2015';

/** @type {Readonly<Record<string, string>>} */
export const SOURCES = {
    'membrane-potential': `${PAPER}, 2.1`,
    'v-rest': `${PAPER}, 2.1`,
    leak: `${PAPER}, 2.1`,
    threshold: `${PAPER}, 2.1`,
    conductance: `${PAPER}, 2.1`,
    'g-e': `${PAPER}, 2.1`,
    'g-i': `${PAPER}, 2.1`,
    'time-constant': `${PAPER}, 2.1`,
    refractory: `${PAPER}, 2.1`,
    excitatory: `${PAPER}, 2.2`,
    inhibitory: `${PAPER}, 2.2`,
    inhibition: `${PAPER}, 2.2`,
    stdp: 'Bi & Poo 1998; Song, Miller & Abbott 2000',
    trace: `${PAPER}, 2.3; Morrison, Diesmann & Gerstner 2008`,
    pair: 'Song, Miller & Abbott 2000',
    triplet: 'Pfister & Gerstner 2006',
    'power-law': `${PAPER}, 2.3`,
    exponential: `${PAPER}, 2.3; Querlioz et al. 2013`,
    'pre-post': `${PAPER}, 2.3`,
    'x-tar': `${PAPER}, 2.3`,
    theta: `${PAPER}, 2.4`,
    poisson: `${PAPER}, 2.5`,
    presentation: `${PAPER}, 2.5`,
    retry: `${PAPER}, 2.5`,
    label: `${PAPER}, 2.6`,
    unsupervised: `${PAPER}, 2.6`,
    readout: `${PAPER}, 2.6`,
    'receptive-field': 'Hubel & Wiesel 1962',
    simple: 'Hubel & Wiesel 1962',
    complex: 'Hubel & Wiesel 1962',
    mnist: 'LeCun, Bottou, Bengio & Haffner 1998',
};
