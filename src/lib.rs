//! A spiking neural network that learns to read handwritten digits without a teacher.
pub mod config;
pub mod digest;
pub mod drawing;
pub mod encoding;
pub mod error;
pub mod kernel;
pub mod mnist;
pub mod model;
pub mod monitor;
pub mod network;
pub mod neuron;
pub mod plasticity;
pub mod readout;
pub mod rng;
pub mod trainer;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use config::Config;
pub use error::Error;
pub use model::Model;
pub use network::Network;
pub use readout::Readout;
pub use trainer::Trainer;
