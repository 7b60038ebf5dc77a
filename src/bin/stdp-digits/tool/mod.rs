//! A file for each command, and for what several of them share.

mod cli;
mod drawings;
mod evaluate;
mod exchange;
mod files;
mod inspect;
mod label;
mod labels;
mod looks;
mod mini;
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

use clap::Parser;

/// Runs the command that was asked for.
pub(crate) fn main() -> ExitCode {
    let result = match cli::Cli::parse().command {
        cli::Command::Mini(args) => mini::run(&args),
        cli::Command::Train(args) => train::run(&args),
        cli::Command::Label(args) => label::run(&args),
        cli::Command::Labels(args) => labels::run(&args),
        cli::Command::Evaluate(args) => evaluate::run(&args),
        cli::Command::Reproduce(args) => reproduce::run(&args),
        cli::Command::Recognize(args) => recognize::run(&args),
        cli::Command::Strokes(args) => strokes::run(&args),
        cli::Command::Reservoir(args) => reservoir::run(&args),
        cli::Command::Inspect(args) => inspect::run(&args),
        cli::Command::Simulate(args) => simulate::simulate(&args),
        cli::Command::Encode(args) => simulate::encode(&args),
        cli::Command::Import(args) => exchange::import(&args),
        cli::Command::Export(args) => exchange::export(&args),
        cli::Command::Schema => schema::run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
