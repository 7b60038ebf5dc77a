//! The commands: one file each, with its options and their help, plus files for what several commands share.

#[macro_use]
mod output;

mod drawings;
mod evaluate;
mod exchange;
mod files;
mod inspect;
mod label;
mod labels;
mod looks;
mod mini;
mod options;
mod png;
mod reader;
mod recognize;
mod reproduce;
mod reservoir;
mod schema;
mod simulate;
mod strokes;
mod train;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Spiking networks that learn to read handwritten digits without a teacher (Diehl & Cook 2015).
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Learn six patterns of 5 × 5 pixels with a handful of cells, and show every synapse
    Mini(mini::MiniArgs),
    /// Train a network on images without their labels
    Train(train::TrainArgs),
    /// Name a trained network's cells by what they respond to, and store it compactly
    Label(label::LabelArgs),
    /// Measure how many labels it takes: test accuracy by the number of labelled images used to name the cells
    Labels(labels::LabelsArgs),
    /// Measure a labelled network's accuracy on the test images
    Evaluate(evaluate::EvaluateArgs),
    /// Run the experiments in a folder and write a table of results; resumes interrupted runs
    Reproduce(reproduce::ReproduceArgs),
    /// Read pictures of digits
    Recognize(recognize::RecognizeArgs),
    /// Read pen drawings and measure accuracy
    Strokes(strokes::StrokesArgs),
    /// Learn a few digits through a pool of randomly connected cells, with and without plasticity
    Reservoir(reservoir::ReservoirArgs),
    /// Describe a model: its origin, weights, thresholds, and anything wrong with it
    Inspect(inspect::InspectArgs),
    /// Run a network on input spikes from a CSV file (time_ms,input) and write its cells' spikes
    Simulate(simulate::SimulateArgs),
    /// Turn an MNIST image into input spikes, in the format simulate reads
    Encode(simulate::EncodeArgs),
    /// Make a model from weights and thresholds in NumPy files, as saved by the published code
    Import(exchange::ImportArgs),
    /// Write a model's weights and thresholds to NumPy files that the published code can read
    Export(exchange::ExportArgs),
    /// Print the JSON Schema of configuration files, with every default
    Schema,
}

/// Runs the requested command.
pub(crate) fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Mini(args) => mini::run(&args),
        Command::Train(args) => train::run(&args),
        Command::Label(args) => label::run(&args),
        Command::Labels(args) => labels::run(&args),
        Command::Evaluate(args) => evaluate::run(&args),
        Command::Reproduce(args) => reproduce::run(&args),
        Command::Recognize(args) => recognize::run(&args),
        Command::Strokes(args) => strokes::run(&args),
        Command::Reservoir(args) => reservoir::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Simulate(args) => simulate::simulate(&args),
        Command::Encode(args) => simulate::encode(&args),
        Command::Import(args) => exchange::import(&args),
        Command::Export(args) => exchange::export(&args),
        Command::Schema => schema::run(),
    };
    match result.and_then(|()| output::finish()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
