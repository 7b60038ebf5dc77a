/** English: what the page says about a new version. */
export const words = {
    here: 'A new version of this page is ready. You’ll carry on where you are now.',
    take: 'Update',
    later: 'Later',
};

export type Words = typeof words;
