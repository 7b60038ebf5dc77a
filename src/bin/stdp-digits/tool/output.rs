//! Standard output, which may be closed at any time (`inspect … | head -1`) or full. A command then finishes its work, since
//! what it writes to files must be whole, and says nothing of a reader who has left.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write, stdout};
use std::sync::Mutex;

/// What went wrong first; nothing is printed after it.
static FAULT: Mutex<Option<std::io::Error>> = Mutex::new(None);

/// Prints a line of results, as `println!` does, but without a panic where nobody reads it.
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
/// Where a line could not be printed, other than because its reader has left.
pub(crate) fn finish() -> anyhow::Result<()> {
    let fault = FAULT.lock().expect("printing a line does not panic").take().or_else(|| stdout().flush().err());
    match fault {
        Some(fault) if fault.kind() != ErrorKind::BrokenPipe => anyhow::bail!("standard output: {fault}"),
        _ => Ok(()),
    }
}
