/** What went wrong in the library, in English: ends of a sentence, without capital and full stop. */
import type { FaultWords } from '../kit/library-error.ts';

const damaged = 'the file is damaged';

export const faults: FaultWords = {
    config: ({ field, found, expected }) => `${field} is ${found}, expected ${expected}`,
    shape: ({ field, found, expected }) => `${field}: found ${found}, expected ${expected}`,
    idx: ({ field, found, expected }) => `IDX ${field}: found ${found}, expected ${expected}`,
    'nothing-to-see': () => 'there is nothing to see',
    'text-not-json': () => 'the configuration is not JSON',
    'text-not-object': () => 'the configuration is not an object like {"neurons": 100}',
    'text-value': ({ found }) => `a value of the configuration has the wrong type (${found})`,
    'model-not-safetensors': () => 'not a complete safetensors file',
    'model-foreign': () => 'another program wrote this file, or it is damaged',
    'model-header': () => 'its header cannot be read',
    'model-format': () => 'it was saved by a newer version of this page: reload and try again',
    'model-tensor': () => 'its tensors do not fit its configuration',
    'model-number': () => 'it contains numbers that no network can have',
    'model-damaged': () => damaged,
    'model-unlabelled': () => 'its cells have no labels yet',
    'model-link': () => 'the link is damaged or cut short',
    'model-unwritable': () => 'it could not be saved',
    'spikes-empty': () => 'there is no time for spikes',
    'spikes-input': () => 'a spike comes from an input that does not exist',
    'spikes-time': () => 'a spike lies outside the experiment',
    'spikes-twice': () => 'a cell spikes twice at the same time',
    'npy-not-numpy': () => 'not a NumPy file',
    'npy-cut': () => 'the NumPy file is cut short',
    'npy-header': () => 'the header of the NumPy file cannot be read',
    'npy-order': () => 'the array is in Fortran order: save numpy.ascontiguousarray of it',
    'npy-dtype': () => "the array does not hold little-endian numbers: save array.astype('<f8')",
    'npy-shape': ({ found }) => `the array has the wrong shape (${found})`,
    'npy-value': ({ found }) => `the array holds a value that cannot be (${found})`,
    'picture-size': () => 'the picture has no pixels, or too many',
    'picture-change': () => 'the picture cannot be changed that much',
};
