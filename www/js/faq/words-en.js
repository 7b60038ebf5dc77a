/** English: the words around the questions; they and their answers stand in docs/faq.md. */
export const en = {
    title: 'Questions about the network',
    search: 'Search',
    found: (/** @type {number} */ count, /** @type {number} */ all) => (count === 0 ? 'No question or answer has these words.' : count === all ? `${all} questions` : `${count} of ${all} questions`),
};

/** @typedef {typeof en} Words */
