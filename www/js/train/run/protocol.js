/**
 * What the page says to the two workers of the training view, and what they say to it. The learner trains; the judge
 * names the cells of a copy, measures what it reads and lets it vote, so that learning never waits. Calls go through
 * Comlink; frames and checkpoints of the learner go over a MessagePort, frames one at a time.
 */

/**
 * Waiting: for images that are still to come. Ill: it stopped itself, and stands as it was when it was last well.
 * @typedef {'running' | 'waiting' | 'paused' | 'failed' | 'ill' | 'done'} Phase
 */

/** @typedef {{ ailment: import('../worker/guard.js').Ailment, images: number, findings: string[] }} Ill  after so many images */

/**
 * What a run is.
 * @typedef {object} Plan
 * @property {Record<string, any>} config  what differs from the default constants
 * @property {number} images  of a pass: 1,000, 10,000 or 60,000
 * @property {number} passes
 * @property {number} seed
 */

/**
 * An image that was learned from, with its spikes: step, cell, step, cell, …
 * @typedef {object} Shown
 * @property {Uint8Array} seen    how strongly each input is driven
 * @property {number} label
 * @property {Uint32Array} input
 * @property {Uint32Array} exc
 */

/** @typedef {{ cells: Uint16Array, shades: Uint8Array }} Changes  cells whose pictures have changed, 784 bytes each */

/**
 * @typedef {object} TrainFrame
 * @property {'frame'} type
 * @property {Phase} phase
 * @property {number} images        presented so far
 * @property {number} total         of the whole run
 * @property {number} ready         images that have been fetched
 * @property {number | null} rate   images a second
 * @property {number | null} spikes an image, lately
 * @property {number | null} retried share of images that took more than one look, lately
 * @property {number | null} silent cells without a spike lately
 * @property {Uint16Array} cells    whose pictures have changed since the last frame
 * @property {Uint8Array} shades    their pictures, 784 bytes each
 * @property {Shown | null} shown   where the pace lets one see it
 * @property {Changes & { spikes: number | null } | null} broken  the broken copy, where there is one
 * @property {string | null} failure why no more images come
 * @property {Ill | null} ill       why it stopped itself
 */

/**
 * @typedef {object} Checkpoint
 * @property {number} images    learned from
 * @property {Uint8Array} bytes a model file from which the run can go on
 * @property {boolean} stands   whether it does not go on by itself
 * @property {string} digest    of weights and thetas, where it stands
 * @property {Uint8Array | null} broken  the same of the broken copy, where there is one
 */

/**
 * What is known of a run once it stands.
 * @typedef {object} RunInfo
 * @property {number} neurons
 * @property {number} images
 * @property {number} passes
 * @property {number} seed
 * @property {number} presented
 * @property {number} total
 * @property {Record<string, any>} config  all constants
 * @property {Uint8Array} fields
 * @property {string} digest
 */

/**
 * The learner's side of the calls.
 * @typedef {object} LearnerCalls
 * @property {(port: MessagePort, digitsFolder: string) => Promise<void>} load
 * @property {(plan: Plan, drawn: import('../worker/augment.js').Drawn | null) => Promise<RunInfo>} begin  the same plan gives the same random
 *     start; drawn: what it trains on instead of digits
 * @property {(bytes: Uint8Array) => RunInfo} resume   from a checkpoint
 * @property {(pace: number, stopAt: number) => void} run
 * @property {() => void} pause
 * @property {() => void} step
 * @property {(config: Record<string, any> | null) => void} breakCopy  lets a copy of the network learn beside it with other
 *     constants; null ends it
 * @property {(inputs: number[], cell: number) => number} strongest  of these inputs, the one with the largest weight
 * @property {(input: number, cell: number) => Promise<import('../worker/real-synapse.js').RealSynapse | null>} synapse  what one of the next images
 *     does to a synapse, tried on a copy
 * @property {() => Checkpoint} checkpoint
 */

/**
 * What a copy of the network is worth.
 * @typedef {object} Measured
 * @property {number} images     learned from
 * @property {number} correct
 * @property {number} undecided
 * @property {number} shown      held-out images
 * @property {Int8Array} answers to each of them, −1: undecided
 * @property {Uint8Array} truth  of each of them
 * @property {Int8Array} labels  of the cells, −1: none
 * @property {number} labelled   images that named them
 * @property {Float32Array} theta
 * @property {number[]} weights  synapses by strength, in bins from 0 to w_max
 * @property {Record<string, any>} health as `stdp-digits inspect --json` tells it
 * @property {string} digest
 */

/**
 * What names are worth that came from drawings.
 * @typedef {object} Named
 * @property {Int8Array} labels  of the cells, −1: none
 * @property {number} correct    of the held-out images
 * @property {number} shown
 */

/**
 * How far the mini task is.
 * @typedef {object} MiniState
 * @property {number} presented
 * @property {number} total
 * @property {Float32Array} fields  25 synapses of each cell
 * @property {{ name: string, rows: string[] }[]} patterns
 * @property {{ labels: number[], looks: number, right: number } | null} answers  at the end: the pattern of each cell, −1 for
 *     none, and how many looks were answered rightly
 */

/**
 * The judge's side of the calls.
 * @typedef {object} JudgeCalls
 * @property {(digitsFolder: string) => Promise<void>} load
 * @property {(bytes: Uint8Array, votes: boolean) => Promise<Measured>} measure  votes: whether it is the one that votes next
 * @property {(bytes: Uint8Array | null, pixels: Uint8Array, seed: number) => Promise<import('../../look/protocol.js').Verdict>} vote
 *     of the network in these bytes, null: of the one last measured
 * @property {(pixels: Uint8Array) => number[]} counts  spikes of each cell of the network last measured
 * @property {(drawn: import('../worker/augment.js').Drawn) => Promise<Named>} nameBy  names the cells of a copy of it by drawings
 * @property {(drawn: import('../worker/augment.js').Drawn | null) => void} use  what cells are named and measured by; null: digits
 * @property {(xy: Float32Array, lengths: Uint32Array) => Uint8Array} image
 * @property {(picture: ImageData) => Uint8Array} place  what a photograph or a picture file shows, as an image
 * @property {(number: number) => Promise<Uint8Array>} heldOut  pixels of a held-out image
 * @property {() => Uint8Array} pack  the network last measured, small enough for a link
 * @property {(packed: Uint8Array) => Uint8Array} unpack  a model file again
 * @property {(weights: Uint8Array, theta: Uint8Array, images: number, frontEnd: import('./settings.js').FrontEnd) => Uint8Array}
 *     fromNumpy  a model file of a run over so many images that begins with `XeAe.npy` and `theta_A.npy`, which do not say what
 *     their cells see
 * @property {(cells: number, seed: number) => MiniState} miniBegin
 * @property {(presentations: number) => MiniState} miniLearn
 * @property {(kind: 'safetensors' | 'weights' | 'theta') => Uint8Array} file of the network last measured
 */

export {};
