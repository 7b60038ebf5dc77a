//! The commands: a file for each, with its options and their help, and for what several of them share.

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
    /// Let a network learn from training images, without their labels
    Train(train::TrainArgs),
    /// Name the cells of a trained network by what they respond to, and store it small
    Label(label::LabelArgs),
    /// Measure how many labels it takes: accuracy on the test images by the number of labelled images that name the cells
    Labels(labels::LabelsArgs),
    /// Measure how many test images a labelled network reads
    Evaluate(evaluate::EvaluateArgs),
    /// Run the experiments in a folder and write a table of results; resumes interrupted runs
    Reproduce(reproduce::ReproduceArgs),
    /// Read pictures of digits
    Recognize(recognize::RecognizeArgs),
    /// Read pen drawings and measure accuracy
    Strokes(strokes::StrokesArgs),
    /// Learn a few digits behind a pool of randomly connected cells, with and without plasticity
    Reservoir(reservoir::ReservoirArgs),
    /// Tell what a model is, what its weights and thresholds look like, and what is wrong with it
    Inspect(inspect::InspectArgs),
    /// Run a network on given input spikes, a CSV file time_ms,input, and write the spikes of its cells
    Simulate(simulate::SimulateArgs),
    /// Write the input spikes that an MNIST image becomes, as simulate reads them
    Encode(simulate::EncodeArgs),
    /// Make a model from NumPy files of weights and thresholds, as the published code saves them
    Import(exchange::ImportArgs),
    /// Write a model's weights and thresholds as NumPy files, as the published code reads them
    Export(exchange::ExportArgs),
    /// Print what a configuration file may say, with every default, as JSON Schema
    Schema,
}

/// Runs the command that was asked for.
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
