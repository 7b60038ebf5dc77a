//! `stdp-digits`: trains, labels, evaluates and uses the library's networks. Results go to standard output, progress
//! and errors to standard error.

#[cfg(not(target_arch = "wasm32"))]
mod tool;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tool::main()
}

/// A browser has no command line, so only the library is built for it.
#[cfg(target_arch = "wasm32")]
fn main() {}
