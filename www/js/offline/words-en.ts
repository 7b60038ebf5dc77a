/** English: what is said of a new version. */
export const en = {
    here: 'A new version of this page is here. It begins where you are now.',
    take: 'Take it',
    later: 'Later',
};

export type Words = typeof en;
