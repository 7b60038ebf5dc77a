//! `reproduce`: runs the experiments of a folder and writes the table of their results.

mod experiment;
mod figures;
mod job;
mod record;
mod report;
mod rows;

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use clap::Args;
use experiment::Experiment;
use indicatif::{MultiProgress, ProgressBar};
use job::Workshop;
use record::Record;
use serde_json::json;
use stdp_digits::Model;

use crate::tool::files::{self, Set};
use crate::tool::looks;
use crate::tool::options::{Data, Threads};

#[derive(Args)]
pub(crate) struct ReproduceArgs {
    /// Experiments, by file name without .json [default: all]
    #[arg(value_name = "NAME")]
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) data: Data,
    /// Folder with one JSON file per experiment
    #[arg(long, value_name = "DIR", default_value = "experiments")]
    pub(crate) experiments: PathBuf,
    /// Folder for results/NAME-SEED.json, one line per finished run, and for the table made from them, results.md
    #[arg(long, value_name = "DIR", default_value = "docs")]
    pub(crate) out: PathBuf,
    /// Folder for checkpoints
    #[arg(long, value_name = "DIR", default_value = "target/reproduce")]
    pub(crate) work: PathBuf,
    /// Run only this seed
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// Number of parallel runs; does not affect the results [default: all cores]
    #[arg(long, value_name = "J", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) jobs: Option<u16>,
    /// Repeat finished runs
    #[arg(long, conflicts_with_all = ["list", "check", "report"])]
    pub(crate) force: bool,
    /// Repeat finished runs and fail if any number differs
    #[arg(long, conflicts_with_all = ["list", "report"])]
    pub(crate) check: bool,
    /// List the experiments and their finished runs
    #[arg(long, conflicts_with = "report")]
    pub(crate) list: bool,
    /// Only rewrite the table
    #[arg(long)]
    pub(crate) report: bool,
    /// Print one JSON object per run (per experiment with --list)
    #[arg(long)]
    pub(crate) json: bool,
}

pub(crate) fn run(args: &ReproduceArgs) -> Result<()> {
    let experiments = experiment::all(&args.experiments)?;
    if args.report {
        return report::write(&args.out, &experiments);
    }
    let chosen = experiment::select(experiments.clone(), &args.names)?;
    if args.list {
        return list(args, &chosen);
    }
    let runs = runs(args, &chosen)?;
    if runs.is_empty() {
        eprintln!("nothing to run: all results exist; --force runs again, --check compares");
    } else {
        all(args, &runs, &experiments)?;
    }
    if args.check { Ok(()) } else { report::write(&args.out, &experiments) }
}

/// An experiment with one seed.
type Run<'a> = (&'a Experiment, u64);

/// The runs to do, longest first; runs shared by several experiments are done once.
fn runs<'a>(args: &ReproduceArgs, chosen: &'a [Experiment]) -> Result<Vec<Run<'a>>> {
    let mut runs: Vec<Run> = Vec::new();
    for experiment in chosen {
        let seeds = experiment.seeds.iter().copied().filter(|&seed| args.seed.is_none_or(|asked| asked == seed));
        for seed in seeds {
            if runs.iter().any(|(other, other_seed)| (&other.runs_of, *other_seed) == (&experiment.runs_of, seed)) {
                continue;
            }
            if args.force {
                runs.push((experiment, seed));
                continue;
            }
            let recorded = Record::read(&args.out, experiment, seed)?;
            if args.check && recorded.is_none() {
                bail!(
                    "{} has no result for seed {seed} to compare with; run it without --check first",
                    experiment.name
                );
            }
            if args.check || !recorded.is_some_and(|record| is_done(&record, experiment)) {
                runs.push((experiment, seed));
            }
        }
    }
    if let Some(seed) = args.seed.filter(|&seed| !chosen.iter().any(|experiment| experiment.seeds.contains(&seed))) {
        bail!("--seed: found {seed}, expected a seed from the experiment's file; see --list");
    }
    runs.sort_by_key(|(experiment, _)| {
        std::cmp::Reverse(experiment.setup.presentations().saturating_mul(u64::from(experiment.setup.config.neurons)))
    });
    Ok(runs)
}

/// Whether a run need not be repeated: its setup is unchanged and its model, if it writes one, exists.
fn is_done(record: &Record, experiment: &Experiment) -> bool {
    let model = || match &experiment.model {
        Some(path) if experiment.seeds.first() == Some(&record.seed) => files::read(path)
            .ok()
            .and_then(|bytes| Model::from_bytes(&bytes).ok()?.network().ok())
            .is_some_and(|network| network.digest().hex() == record.digest),
        _ => true,
    };
    record.is_current(experiment) && model()
}

/// Does the runs, several at a time. A failing run does not stop the others.
fn all(args: &ReproduceArgs, runs: &[Run], experiments: &[Experiment]) -> Result<()> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let jobs = args.jobs.map_or(cores, usize::from).min(runs.len());
    let train = files::digits(&args.data.mnist, Set::Train)?;
    for (experiment, _) in runs {
        let fits = experiment.setup.fits(train.len() as u64);
        fits.with_context(|| format!("{}, for experiment {}", args.data.mnist.display(), experiment.name))?;
        if let Some(path) = &experiment.model {
            files::check_writable(path)?;
        }
    }
    let reads_test = runs.iter().any(|(experiment, _)| experiment.setup.held_out == 0);
    let results = args.out.join("results");
    // A comparison starts from scratch.
    let work = if args.check { args.work.join("check") } else { args.work.clone() };
    for folder in [&work, &results] {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    let workshop = Workshop {
        train,
        test: reads_test.then(|| files::digits(&args.data.mnist, Set::Test)).transpose()?,
        folder: &work,
        threads: Threads { threads: u16::try_from((cores / jobs).max(1)).ok() },
        json: args.json,
    };
    let (next, failures, writing) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(()));
    let bars = MultiProgress::new();
    let worker = || {
        while let Some(&(experiment, seed)) = runs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bar = bars.add(looks::progress(0, "waiting"));
            let result = one(args, experiment, seed, &workshop, &bar, || {
                let _alone = writing.lock();
                report::write(&args.out, experiments)
            });
            bar.finish_and_clear();
            if let (Err(error), Ok(mut failures)) = (result, failures.lock()) {
                failures.push(format!("{} seed {seed}: {error:#}", experiment.name));
            }
        }
    };
    std::thread::scope(|scope| (0..jobs).for_each(|_| drop(scope.spawn(worker))));
    let failures = failures.into_inner().unwrap_or_default();
    if failures.is_empty() { Ok(()) } else { bail!("{}", failures.join("\nerror: ")) }
}

/// Does one run and stores or compares the result.
fn one(
    args: &ReproduceArgs,
    experiment: &Experiment,
    seed: u64,
    workshop: &Workshop,
    bar: &ProgressBar,
    table: impl Fn() -> Result<()>,
) -> Result<()> {
    let (record, model) = job::run(experiment, seed, workshop, bar)?;
    if args.check {
        compare(args, experiment, &record)?;
    } else {
        if let Some(path) = experiment.model.as_ref().filter(|_| experiment.seeds.first() == Some(&seed)) {
            files::write(path, &model.to_bytes()?)?;
        }
        record.write(&args.out)?;
        table()?;
    }
    job::clear(experiment, seed, workshop)?;
    let accuracy = record.accuracy.best_guess;
    match (args.json, args.check) {
        (true, _) => print_line!("{}", serde_json::to_string(&record)?),
        (false, true) => print_line!("{} seed {seed}: {accuracy:.4}, the same as before", experiment.name),
        (false, false) => print_line!(
            "{} seed {seed}: accuracy {accuracy:.4}, by the paper's readout {:.4}",
            experiment.name,
            record.accuracy.highest_average
        ),
    }
    Ok(())
}

/// Fails if any number differs from the recorded one.
fn compare(args: &ReproduceArgs, experiment: &Experiment, record: &Record) -> Result<()> {
    let recorded = Record::read(&args.out, experiment, record.seed)?.context("its result is gone")?;
    if !recorded.is_current(experiment) {
        bail!("the experiment's constants have changed since its result was recorded; run it without --check");
    }
    match &record.differences(&recorded)[..] {
        [] => Ok(()),
        [(name, here, there), others @ ..] => {
            let more = if others.is_empty() { String::new() } else { format!(", and {} more differ", others.len()) };
            bail!("{name}: found {here}, expected {there} as recorded{more}")
        }
    }
}

/// Prints the experiments and their finished runs.
fn list(args: &ReproduceArgs, experiments: &[Experiment]) -> Result<()> {
    for experiment in experiments {
        let (mut done, mut stale) = (0, 0);
        for &seed in &experiment.seeds {
            match Record::read(&args.out, experiment, seed)? {
                Some(record) if record.is_current(experiment) => done += 1,
                Some(_) => stale += 1,
                None => {}
            }
        }
        let Experiment { name, about, seeds, setup, .. } = experiment;
        if args.json {
            print_line!(
                "{}",
                json!({
                    "name": name, "about": about, "neurons": setup.config.neurons, "rule": setup.config.rule.kind(),
                    "presentations": setup.presentations(), "seeds": seeds, "done": done, "stale": stale,
                    "paper": experiment.paper, "goal": experiment.goal,
                })
            );
        } else {
            let state = match stale {
                0 => format!("{done} of {} done", seeds.len()),
                stale => format!("{done} of {} done, {stale} stale", seeds.len()),
            };
            print_line!("{name:24} {state:24} {about}");
        }
    }
    Ok(())
}
