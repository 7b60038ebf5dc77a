//! `stdp-digits`: trains, labels, evaluates and uses networks of the library. Results go to standard output, progress and
//! errors to standard error.

#[cfg(not(target_arch = "wasm32"))]
mod tool;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    tool::main()
}

/// A browser has no command line; there the library is built alone.
#[cfg(target_arch = "wasm32")]
fn main() {}
