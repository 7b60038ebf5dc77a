//! A spiking neural network that learns to read handwritten digits without a teacher.
pub mod config;
pub mod digest;
pub mod encoding;
pub mod error;
pub mod kernel;
pub mod mnist;
pub mod monitor;
pub mod network;
pub mod neuron;
pub mod plasticity;
pub mod rng;
pub mod trainer;
pub use config::Config;
pub use error::Error;
pub use network::Network;
pub use trainer::Trainer;
