//! Shows many images to copies of one network on all cores. Each look depends only on its index, so the number of
//! threads does not affect the responses.

use std::time::Duration;

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use stdp_digits::Network;
use stdp_digits::readout::Fired;
use stdp_digits::rng::Stream;

use crate::tool::options::Threads;

/// Applies `f` to the spike counts of each look, in the order of `indices`. The bar advances by one per look.
pub(crate) fn map<'a, T: Send>(
    network: &Network,
    threads: &Threads,
    purpose: Stream,
    indices: std::ops::Range<u64>,
    bar: &ProgressBar,
    image: impl Fn(u64) -> &'a [u8] + Sync,
    f: impl Fn(u64, &[u32]) -> T + Sync,
) -> Result<Vec<T>> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads.threads.map_or(0, usize::from))
        .build()
        .context("cannot start threads")?;
    let look = |network: &mut Network, index| {
        bar.inc(1);
        Ok(f(index, network.look(image(index), purpose, index)?))
    };
    pool.install(|| indices.into_par_iter().map_init(|| network.clone(), look).collect())
}

/// The cells that fired in each look.
pub(crate) fn fired<'a>(
    network: &Network,
    threads: &Threads,
    purpose: Stream,
    images: u64,
    bar: &ProgressBar,
    image: impl Fn(u64) -> &'a [u8] + Sync,
) -> Result<Vec<Fired>> {
    map(network, threads, purpose, 0..images, bar, image, |_, counts| Fired::of(counts))
}

/// A progress bar with rate and time left on standard error; hidden if that is not a terminal.
pub(crate) fn progress(total: u64, message: impl Into<std::borrow::Cow<'static, str>>) -> ProgressBar {
    let bar = ProgressBar::new(total);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}  {per_sec}  {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(message);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
