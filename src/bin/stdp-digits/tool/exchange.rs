//! `import` and `export`: reads a network from NumPy files and writes one to them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use stdp_digits::npy::{Array, Dtype};
use stdp_digits::{Model, Network, Run, interchange};

use crate::tool::files;
use crate::tool::options::ModelFile;

#[derive(Args)]
pub(crate) struct ImportArgs {
    /// Weights (XeAe.npy): rows (input, cell, w), a matrix of 784 × N, or flat
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) weights: PathBuf,
    /// Thetas (theta_A.npy), one per cell, in volts if all are below 1, else in mV
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) theta: PathBuf,
    /// Digit of each cell, -1 for none
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) labels: Option<PathBuf>,
    /// Start from a named configuration: paper, published-code or best [default: published-code, or the config file's]
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<String>,
    /// JSON file of constants that differ from the preset
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where to write the model
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Args)]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Where to write the weights, as rows (input, cell, w)
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) weights: Option<PathBuf>,
    /// Where to write the thetas, in volts
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) theta: Option<PathBuf>,
    /// Where to write the digit of each cell, -1 for none
    #[arg(long, value_name = "FILE.npy")]
    pub(crate) labels: Option<PathBuf>,
}

/// Reads weights, thresholds and labels and writes a model.
pub(crate) fn import(args: &ImportArgs) -> Result<()> {
    files::check_writable(&args.out)?;
    let theta = array(&args.theta, interchange::theta)?;
    let n = theta.len();
    let weights = array(&args.weights, |array| interchange::weights(array, n))?;
    let labels = args.labels.as_deref().map(|path| array(path, |array| interchange::labels(array, n))).transpose()?;
    let preset = args.preset.as_deref().or(args.config.is_none().then_some("published-code"));
    let mut config = files::config(args.config.as_deref(), preset, [])?;
    config.neurons = n as u32;
    let network = Network::from_parts(config, 1, &weights, theta)?;
    let mut model = Model::from_network(&network, Run { seed: network.seed(), images: 0, passes: 0 }, 0);
    if let Some(labels) = &labels {
        model = model.labelled(interchange::readout(labels)?, 0);
    }
    files::write(&args.out, &model.to_bytes()?)?;
    let next = if labels.is_some() { "labelled" } else { "without labels; `stdp-digits label` names its cells" };
    print_line!("{}: {n} neurons, {next}", args.out.display());
    Ok(())
}

/// Writes a model's weights, thresholds and labels.
pub(crate) fn export(args: &ExportArgs) -> Result<()> {
    let outputs = [args.weights.as_deref(), args.theta.as_deref(), args.labels.as_deref()];
    if outputs.iter().all(Option::is_none) {
        bail!("nothing to export: name at least one file with --weights, --theta or --labels");
    }
    outputs.iter().flatten().try_for_each(|path| files::check_writable(path))?;
    let model = files::model(&args.model)?;
    let labels = match (&args.labels, model.readout()) {
        (Some(_), None) => {
            let file = args.model.model.display();
            bail!("{file}: its cells have no labels yet; run `stdp-digits label` on it first");
        }
        (_, readout) => readout.map(|readout| interchange::label_numbers(readout.labels())),
    };
    if let Some(path) = &args.weights {
        files::write(path, &interchange::rows(&model.weights(), model.neurons()).to_bytes(Dtype::F64))?;
    }
    if let Some(path) = &args.theta {
        files::write(path, &interchange::volts(model.theta()).to_bytes(Dtype::F64))?;
    }
    if let (Some(path), Some(labels)) = (&args.labels, labels) {
        files::write(path, &labels.to_bytes(Dtype::I64))?;
    }
    Ok(())
}

/// Reads and interprets a NumPy file; errors name the file.
fn array<T>(path: &Path, meaning: impl Fn(&Array) -> Result<T, stdp_digits::Error>) -> Result<T> {
    let place = || path.display().to_string();
    meaning(&Array::from_bytes(&files::read(path)?).with_context(place)?).with_context(place)
}
