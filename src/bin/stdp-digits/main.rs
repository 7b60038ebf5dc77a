//! `stdp-digits`: trains, labels, evaluates and uses networks of the library. Results go to standard output, progress and
//! errors to standard error.
#![cfg_attr(
    target_arch = "wasm32",
    allow(unused, reason = "a browser has no command line; the library is built alone")
)]

#[cfg(not(target_arch = "wasm32"))]
mod cli;
#[cfg(not(target_arch = "wasm32"))]
mod drawings;
#[cfg(not(target_arch = "wasm32"))]
mod evaluate;
#[cfg(not(target_arch = "wasm32"))]
mod exchange;
#[cfg(not(target_arch = "wasm32"))]
mod files;
#[cfg(not(target_arch = "wasm32"))]
mod inspect;
#[cfg(not(target_arch = "wasm32"))]
mod label;
#[cfg(not(target_arch = "wasm32"))]
mod labels;
#[cfg(not(target_arch = "wasm32"))]
mod looks;
#[cfg(not(target_arch = "wasm32"))]
mod mini;
#[cfg(not(target_arch = "wasm32"))]
mod png;
#[cfg(not(target_arch = "wasm32"))]
mod reader;
#[cfg(not(target_arch = "wasm32"))]
mod recognize;
#[cfg(not(target_arch = "wasm32"))]
mod reproduce;
#[cfg(not(target_arch = "wasm32"))]
mod reservoir;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod simulate;
#[cfg(not(target_arch = "wasm32"))]
mod strokes;
#[cfg(not(target_arch = "wasm32"))]
mod train;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use clap::Parser;
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
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
