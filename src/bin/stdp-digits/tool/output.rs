//! Standard output, which may be closed at any time (`inspect … | head -1`) or full. The command still finishes its
//! work, so that its files are complete. A closed pipe is not an error.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stdout};
use std::sync::Mutex;

/// The first failure; nothing is printed after it.
static FAULT: Mutex<Option<std::io::Error>> = Mutex::new(None);

/// Prints a line of results like `println!`, but does not panic if the output is closed.
macro_rules! print_line {
    ($($argument:tt)*) => { $crate::tool::output::line(format_args!($($argument)*)) };
}

pub(crate) fn line(text: Arguments<'_>) {
    let mut fault = FAULT.lock().expect("printing a line does not panic");
    if fault.is_none() {
        let mut out = stdout().lock();
        *fault = out.write_fmt(text).and_then(|()| out.write_all(b"\n")).err();
    }
}

/// # Errors
///
/// If a line could not be printed for any reason other than a closed pipe.
pub(crate) fn finish() -> anyhow::Result<()> {
    let fault = FAULT.lock().expect("printing a line does not panic").take().or_else(|| stdout().flush().err());
    match fault {
        Some(fault) if fault.kind() != ErrorKind::BrokenPipe => anyhow::bail!("standard output: {fault}"),
        _ => Ok(()),
    }
}
