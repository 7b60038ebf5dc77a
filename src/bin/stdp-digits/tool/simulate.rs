//! `simulate` and `encode`: one look at given input spikes, and the input spikes of a picture. Both are reproducible.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};
use stdp_digits::encoding::{Encoder, SpikeTrain};
use stdp_digits::network::CellState;
use stdp_digits::rng::{Stream, stream};
use stdp_digits::{Model, Network, Run};

use crate::tool::files::{self, Set};
use crate::tool::options::{Data, ModelFile};

/// Variables of a cell that can be traced.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Variable {
    /// Membrane potential, mV
    V,
    /// Adaptive part of the threshold, mV
    Theta,
    /// Excitatory conductance, in multiples of the leak
    #[value(name = "g_e")]
    GE,
    /// Inhibitory conductance, in multiples of the leak
    #[value(name = "g_i")]
    GI,
}

#[derive(Args)]
pub(crate) struct SimulateArgs {
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Input spikes: CSV with the header time_ms,input; each input (0 to 783) spikes at most once per time step
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) input_spikes: PathBuf,
    /// Duration of the run: one look from rest, without pause or retry [default: the model's t_present]
    #[arg(long, value_name = "MS")]
    pub(crate) duration_ms: Option<f32>,
    /// Where to write spikes: CSV time_ms,population,cell with populations exc and inh
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) out: PathBuf,
    /// Learn at the rule's full rates; weights are normalised before, thetas decay after
    #[arg(long)]
    pub(crate) learn: bool,
    /// Where to write the learned weights and thetas, as a model without labels
    #[arg(long, value_name = "FILE", requires = "learn")]
    pub(crate) out_model: Option<PathBuf>,
    /// Variables to trace
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "v,theta,g_e,g_i")]
    pub(crate) record: Vec<Variable>,
    /// Excitatory cells to trace after each step
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "trace")]
    pub(crate) cells: Vec<usize>,
    /// Where to write the trace: CSV time_ms,cell and the variables
    #[arg(long, value_name = "FILE.csv", requires = "cells")]
    pub(crate) trace: Option<PathBuf>,
}

/// Halves of MNIST.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum DigitSet {
    /// Training images, with the noise of the first pass of training
    Train,
    /// Test images, with the noise of evaluation
    Test,
}

#[derive(Args)]
pub(crate) struct EncodeArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Which half of MNIST
    #[arg(long, default_value = "test")]
    pub(crate) set: DigitSet,
    /// Index of the image, from 0
    #[arg(long, value_name = "K")]
    pub(crate) image: u64,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How long to show it [default: the configuration's t_present]
    #[arg(long, value_name = "MS")]
    pub(crate) duration_ms: Option<f32>,
    /// JSON file of constants that differ from the defaults; only dt, t_present and intensity matter
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where to write the spikes: CSV time_ms,input
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) out: PathBuf,
}

const HEADER: &str = "time_ms,input";
/// Longest run \[ms\].
const LONGEST: f32 = 1e6;

/// Runs a network on the spikes in a file and writes the spikes of its cells.
pub(crate) fn simulate(args: &SimulateArgs) -> Result<()> {
    let outputs = [Some(&args.out), args.trace.as_ref(), args.out_model.as_ref()];
    outputs.into_iter().flatten().try_for_each(|path| files::check_writable(path))?;
    let mut network = files::model(&args.model)?.network()?;
    let steps = steps(args.duration_ms.unwrap_or(network.config().t_present), network.config().dt)?;
    let train = input_spikes(&args.input_spikes, network.config().dt, steps)?;
    let cells = traced_cells(args, network.neurons())?;
    network.set_learning(args.learn);
    network.set_monitor(true);
    network.begin_with(train)?;
    let trace = play(&mut network, &args.record, &cells);

    files::write(&args.out, output_spikes(&mut network).as_bytes())?;
    if let Some(path) = &args.trace {
        files::write(path, trace.as_bytes())?;
    }
    if let Some(path) = &args.out_model {
        files::write(
            path,
            &Model::from_network(&network, Run { seed: network.seed(), images: 0, passes: 0 }, 0).to_bytes()?,
        )?;
    }
    let spikes: u32 = network.counts().iter().sum();
    print_line!(
        "{}: {spikes} excitatory spikes in {steps} steps, digest {}",
        args.out.display(),
        network.digest().hex()
    );
    Ok(())
}

/// Writes the spikes of a picture: those of its first look in training (`train`) or evaluation (`test`).
pub(crate) fn encode(args: &EncodeArgs) -> Result<()> {
    files::check_writable(&args.out)?;
    let config = files::config(args.config.as_deref(), None, [])?;
    let (set, purpose) = match args.set {
        DigitSet::Train => (Set::Train, Stream::Learn),
        DigitSet::Test => (Set::Test, Stream::Look),
    };
    let digits = files::digits(&args.data.mnist, set)?;
    let Some(index) = usize::try_from(args.image).ok().filter(|&index| index < digits.len()) else {
        bail!("--image: found {}, expected 0 to {}", args.image, digits.len().saturating_sub(1));
    };
    let steps = steps(args.duration_ms.unwrap_or(config.t_present), config.dt)?;
    let mut train = SpikeTrain::default();
    let mut rng = stream(args.seed, purpose, args.image, 0);
    let image = config.inputs(digits.image(index))?;
    train.draw(&mut Encoder::default(), &image, config.intensity, config.dt, steps, &mut rng);
    let mut text = format!("{HEADER}\n");
    for step in 0..steps {
        for input in train.at(step) {
            writeln!(text, "{},{input}", time(step, config.dt))?;
        }
    }
    files::write(&args.out, text.as_bytes())?;
    print_line!("{}: {} spikes of a {} in {steps} steps", args.out.display(), train.len(), digits.label(index));
    Ok(())
}

/// Number of `dt` steps in a run of `duration` ms.
fn steps(duration: f32, dt: f32) -> Result<u32> {
    if !(dt..=LONGEST).contains(&duration) {
        bail!("--duration-ms: found {duration}, expected {dt} (one step) to {LONGEST}");
    }
    Ok((f64::from(duration) / f64::from(dt)).round() as u32)
}

/// Start of a step \[ms\], to a tenth of a microsecond, because dt itself is rounded in binary.
fn time(step: u32, dt: f32) -> f64 {
    (f64::from(step) * f64::from(dt) * 1e4).round() / 1e4
}

/// Reads a file of input spikes; each falls into the step that contains its time.
fn input_spikes(path: &Path, dt: f32, steps: u32) -> Result<SpikeTrain> {
    let text = String::from_utf8(files::read(path)?).map_err(|_| anyhow!("{}: not a text file", path.display()))?;
    let mut lines = text.lines().enumerate();
    let header = lines.next().map_or("", |(_, line)| line.trim());
    if header != HEADER {
        bail!("{} line 1: found '{header}', expected the header {HEADER}", path.display());
    }
    let end = f64::from(steps) * f64::from(dt);
    let spike = |line: &str| {
        let (at, input) = line.split_once(',').with_context(|| format!("found '{line}', expected {HEADER}"))?;
        let at: f64 = at.trim().parse().ok().filter(|at| (0.0..end).contains(at)).with_context(|| {
            format!("found time '{}', expected ms from 0 to below {end}; --duration-ms sets the end", at.trim())
        })?;
        let input = input.trim().parse::<u16>().ok().filter(|&input| input < 784);
        let input =
            input.with_context(|| format!("found '{line}', expected an input from 0 to 783 after the comma"))?;
        // A time that rounding puts just before a multiple of dt belongs to the step that starts there.
        Ok::<_, anyhow::Error>((((at / f64::from(dt) + 1e-6) as u32).min(steps - 1), input))
    };
    let spikes: Result<Vec<_>> = lines
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| spike(line).with_context(|| format!("{} line {}", path.display(), number + 1)))
        .collect();
    SpikeTrain::from_spikes(steps, &spikes?).with_context(|| path.display().to_string())
}

fn traced_cells(args: &SimulateArgs, neurons: usize) -> Result<Vec<usize>> {
    if let Some(cell) = args.cells.iter().find(|&&cell| cell >= neurons) {
        bail!("--cells: found {cell}, expected cells 0 to {}", neurons - 1);
    }
    Ok(args.cells.clone())
}

/// Plays the presentation to its end; returns the traced variables of the traced cells after each step, as CSV.
fn play(network: &mut Network, record: &[Variable], cells: &[usize]) -> String {
    if cells.is_empty() {
        network.advance(u32::MAX);
        return String::new();
    }
    let mut text = String::from("time_ms,cell");
    record.iter().for_each(|variable| text += &format!(",{}", variable.name()));
    text.push('\n');
    let (dt, mut step) = (network.config().dt, 0);
    while network.advance(1) == 1 {
        for &cell in cells {
            let Some(state) = network.cell(cell) else { continue };
            text += &format!("{},{cell}", time(step, dt));
            record.iter().for_each(|variable| text += &format!(",{}", variable.of(&state)));
            text.push('\n');
        }
        step += 1;
    }
    text
}

impl Variable {
    fn name(self) -> &'static str {
        match self {
            Variable::V => "v",
            Variable::Theta => "theta",
            Variable::GE => "g_e",
            Variable::GI => "g_i",
        }
    }

    fn of(self, state: &CellState) -> f32 {
        match self {
            Variable::V => state.v,
            Variable::Theta => state.theta,
            Variable::GE => state.g_e,
            Variable::GI => state.g_i,
        }
    }
}

/// All spikes in time order; within a step excitatory before inhibitory, cells ascending.
fn output_spikes(network: &mut Network) -> String {
    let dt = network.config().dt;
    let mut text = String::from("time_ms,population,cell\n");
    let Some(monitor) = network.monitor() else { return text };
    let population =
        |spikes: &[(u32, u16)], of| spikes.iter().map(|&(step, cell)| (step, of, cell)).collect::<Vec<_>>();
    let mut spikes = population(&monitor.exc, "exc");
    spikes.extend(population(&monitor.inh, "inh"));
    spikes.sort_unstable();
    spikes.iter().for_each(|(step, of, cell)| text += &format!("{},{of},{cell}\n", time(*step, dt)));
    text
}
