/** The pieces in which images are fetched: which there are, and their layout. */

/** Pixels per image. */
export const PIXELS = 784;

/** A piece: gzip of all pixels, image by image, then a label for each. */
export interface Shard {
    /** file name */
    name: string;
    /** index of its first image in MNIST's file */
    first: number;
    /** number of images */
    count: number;
    /** 1: consecutive images; 10: every tenth */
    every: number;
}

/** The first piece is small, so that training starts at once; the rest loads while it runs. */
const ENDS = [1000, 5000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000, 40_000, 45_000, 50_000, 55_000, 60_000];

/** MNIST's training images, in its order. */
export const TRAINING: readonly Shard[] = ENDS.map((end, at) => {
    const first = ENDS[at - 1] ?? 0;
    return { name: `training-${first}.bin`, first, count: end - first, every: 1 };
});

/** Images for measuring accuracy: every tenth test image. */
export const HELD_OUT: Shard = { name: 'held-out.bin', first: 0, count: 1000, every: 10 };

/** Choices for the number of training images. */
export const AMOUNTS = [1000, 10_000, 60_000] as const;
