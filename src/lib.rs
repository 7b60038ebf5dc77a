//! A spiking neural network that learns to read handwritten digits without a teacher.
//!
//! This is the network of Diehl & Cook, *Unsupervised learning of digit recognition using spike-timing-dependent
//! plasticity*, Frontiers in Computational Neuroscience 9:99, 2015 (doi:10.3389/fncom.2015.00099): each pixel of a
//! 28 × 28 picture is a Poisson source of spikes, every source reaches N excitatory cells over plastic synapses, and N
//! inhibitory cells make the excitatory ones compete. Afterwards, cells are named by what they respond to.
//!
//! ```
//! use stdp_digits::{Config, FrontEnd, Readout, Run, Trainer};
//! use stdp_digits::readout::Responses;
//! use stdp_digits::rng::Stream;
//!
//! // Two pictures instead of 60,000: a bar on the left, a bar on the right.
//! let bar = |from: usize| -> Vec<u8> { (0..784).map(|k| if (from..from + 6).contains(&(k % 28)) { 255 } else { 0 }).collect() };
//! let pictures = [bar(4), bar(18)];
//!
//! let config = Config::best(FrontEnd::Pixels, 10);
//! let mut trainer = Trainer::new(config, Run { seed: 1, images: 2, passes: 30 })?;
//! while let Some(index) = trainer.next_image() {
//!     trainer.learn(&pictures[index])?;                               // no labels here
//! }
//! let mut network = trainer.into_network();
//! let mut responses = Responses::new(network.neurons());
//! for index in 0..20 {
//!     let label = index % 2;                                          // labels name the cells
//!     responses.add(label as u8, network.look(&pictures[label], Stream::Label, index as u64)?);
//! }
//! let readout = Readout::fit(&responses);
//! let counts = network.look(&pictures[1], Stream::Look, 0)?;          // with new noise
//! assert_eq!(readout.verdict(counts).digit, Some(1));
//! # Ok::<(), stdp_digits::Error>(())
//! ```
//!
//! # Where things are
//!
//! | module | holds |
//! |---|---|
//! | [`config`] | every constant, its default, unit and source |
//! | [`mod@upright`], [`mod@edges`], [`front_end`] | slant removal; edges in a picture; what the inputs see |
//! | [`encoding`] | inputs → input spikes |
//! | [`neuron`] | membrane equation |
//! | [`plasticity`] | learning rule, traces, normalisation |
//! | [`network`] | one time step and one presentation |
//! | [`reservoir`] | another topology: fixed random connections, then cells that learn |
//! | [`trainer`] | one training run |
//! | [`readout`] | spikes → labels, votes, answer |
//! | [`likeness`] | how much a picture resembles anything learned |
//! | [`lab`] | one synapse and one cell on hand-made spikes |
//! | [`mini`] | the smallest network that shows the idea |
//! | [`model`] | a trained network as a file |
//! | [`brain`] | the same in a few kilobytes, for a link |
//! | [`presets`] | named configurations |
//! | [`field`] | receptive fields as pictures |
//! | [`health`] | statistics of a network, and what is wrong with it |
//! | [`interchange`], [`npy`] | networks of the published code |
//! | [`drawing`] | pen strokes or any picture → 28 × 28 |
//! | [`mnist`], [`monitor`], [`rng`], [`digest`], [`error`] | IDX files; spike records; random streams; digests of states; errors |
//!
//! # Units
//!
//! ms, mV, Hz; conductances in multiples of the leak. Numbers are f32 unless they say otherwise.
//!
//! # The same bits everywhere
//!
//! The same seed, configuration and images give the same spikes, weights and answers, bit for bit, natively and in
//! WebAssembly, with any number of threads. Therefore the core uses transcendental functions only from `libm` and only
//! in tables and set-up; no fused multiply-add; sums in index order; a named generator with a stream for each purpose
//! and index; no clock, no system entropy, no iteration over hash maps.
//!
//! # Where it differs from the paper and from the published code
//!
//! | | paper | code (stdp-mnist d527ca3) | here |
//! |---|---|---|---|
//! | pictures | slant left in | slant left in | slant removed ([`mod@upright`]) |
//! | length of a look that learns | 350 ms | 350 ms | until 20 output spikes, at most 350 ms ([`Config::max_spikes`]) |
//! | membrane integration | – | explicit Euler, diverges when 24 inhibitory spikes coincide | exponential, cannot diverge ([`neuron`]) |
//! | input delays | – | uniform 0–10 ms per synapse | none, or as in the code ([`Config::delay_max`]), but learning uses a spike's time of departure |
//! | inhibition | 10 | 17 | [`Config::w_inh_exc`] |
//! | state between images | 150 ms of rest for everything to decay | the remainder after 150 ms is kept | at rest after the 150 ms |
//! | theta | decays all the time | same | decays once per look, for the whole look and rest |
//! | count for the retry | spikes in 350 ms | also those of the rest before | spikes in 350 ms |
//! | retries | unlimited | unlimited | [`Config::max_looks`] |
//! | learning rates | constant | constant | fall over the run ([`Config::nu_final`]) |
//! | labels from | all training images | 10,000 test images, which it then scores | all training images |
//! | readout | highest average | highest average | likelihood of the spike counts ([`readout`]); the paper's is reported beside it |
//! | silent cells | – | labelled 0 | no label, no vote |

#![cfg_attr(not(test), warn(clippy::disallowed_methods))]

pub mod brain;
mod check;
pub mod config;
mod delays;
pub mod digest;
pub mod drawing;
pub mod edges;
pub mod encoding;
pub mod error;
pub mod field;
pub mod front_end;
pub mod health;
mod inputs;
pub mod interchange;
#[doc(hidden)] // for benchmarks and tests; not part of the interface
pub mod kernel;
pub mod lab;
pub mod likeness;
pub mod mini;
pub mod mnist;
pub mod model;
pub mod monitor;
pub mod network;
pub mod neuron;
pub mod npy;
pub mod plasticity;
pub mod presets;
pub mod readout;
pub mod reservoir;
pub mod rng;
mod rule;
mod run;
mod shape;
pub mod trainer;
pub mod upright;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use config::Config;
pub use error::Error;
pub use front_end::FrontEnd;
pub use model::Model;
pub use network::Network;
pub use presets::Preset;
pub use readout::Readout;
pub use run::Run;
pub use trainer::Trainer;
