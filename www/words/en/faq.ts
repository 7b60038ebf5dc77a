/** English: the words around the questions. Questions and answers are in docs/faq.md. */
export const words = {
    title: 'Questions about the network',
    search: 'Search',
    found: (count: number, all: number) =>
        count === 0
            ? 'No question or answer contains these words.'
            : count === all
              ? `${all} questions`
              : `${count} of ${all} questions`,
};

export type Words = typeof words;
