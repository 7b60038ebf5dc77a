//! `train`: random weights in, learned weights out. Labels are never read.

use std::path::Path;
use std::time::Instant;

use anyhow::{Result, bail};
use indicatif::ProgressBar;
use serde_json::{Value, json};
use stdp_digits::health::{Course, Finding, Stretch};
use stdp_digits::mnist::Digits;
use stdp_digits::{Config, Run, Trainer};

use crate::tool::cli::{Rule, TrainArgs};
use crate::tool::files::{self, Set};
use crate::tool::looks::progress;

/// Presentations between checkpoints: a few seconds' work.
const CHECKPOINT: u64 = 10_000;

pub(crate) fn run(args: &TrainArgs) -> Result<()> {
    files::check_writable(&args.out)?;
    let chosen =
        [("neurons", args.neurons.map(Value::from)), ("front_end", args.front_end.as_deref().map(Value::from))];
    let mut config = files::config(args.config.as_deref(), args.preset.as_deref(), chosen)?;
    if let Some(rule) = args.rule.map(Rule::defaults).filter(|rule| rule.kind() != config.rule.kind()) {
        config.rule = rule;
    }
    config.validate()?;
    let digits = files::digits(&args.data.mnist, Set::Train)?;
    if args.images > digits.len() as u64 {
        let (folder, found) = (args.data.mnist.display(), digits.len());
        bail!("{folder}: found {found} training images, expected at least the {} of --images", args.images);
    }

    let partial = files::with_suffix(&args.out, ".partial");
    let mut trainer = start(args, config, &partial)?;
    let (resumed_at, begun) = (trainer.presented(), Instant::now());
    let bar = progress(trainer.total(), "learning");
    bar.set_position(resumed_at);
    bar.reset_eta();
    let mut told = Vec::new();
    while trainer.next_image().is_some() {
        let checkpoint = (trainer.presented() / CHECKPOINT + 1) * CHECKPOINT;
        let course = learn(&mut trainer, &digits, checkpoint, &bar)?.course(trainer.network());
        told = tell(&bar, "learning", &trainer, &course, &told, args.output.json);
        if trainer.next_image().is_some() {
            files::write(&partial, &trainer.model().to_bytes()?)?;
        }
    }
    bar.finish_and_clear();

    files::write(&args.out, &trainer.model().to_bytes()?)?;
    if partial.exists() {
        std::fs::remove_file(&partial)?;
    }
    report(args, &trainer, resumed_at, begun.elapsed().as_secs_f64());
    Ok(())
}

/// Learns until `end` presentations are done, or all.
pub(crate) fn learn(trainer: &mut Trainer, digits: &Digits, end: u64, bar: &ProgressBar) -> Result<Stretch> {
    let mut stretch = Stretch::new(trainer.network().neurons());
    while let Some(image) = trainer.next_image().filter(|_| trainer.presented() < end) {
        trainer.learn(digits.image(image))?;
        stretch.add(trainer.network());
        bar.inc(1);
    }
    Ok(stretch)
}

/// Tells how training goes: in the bar, or a line each time where nobody sees it. What is wrong is said once; returns what
/// has been said so far, of which `told` was said before.
pub(crate) fn tell(
    bar: &ProgressBar,
    name: &str,
    trainer: &Trainer,
    course: &Course,
    told: &[Finding],
    json: bool,
) -> Vec<Finding> {
    let (presented, total) = (trainer.presented(), trainer.total());
    if bar.is_hidden() && json {
        eprintln!("{}", json!({ "run": name, "presented": presented, "total": total, "course": course }));
        return Vec::new();
    }
    let alike = course.most_similar.map_or(String::new(), |pair| format!(", most alike {:.2}", pair.cosine));
    let seen = format!(
        "{:.1} spikes an image, {} silent, {:.1} % shown again{alike}",
        course.spikes_per_image,
        course.silent,
        100.0 * course.retried
    );
    bar.set_message(format!("{name}, {seen}"));
    let line = |text: String| if bar.is_hidden() { eprintln!("{text}") } else { bar.println(text) };
    if bar.is_hidden() {
        line(format!("{name}: {presented} of {total} learned, {seen}"));
    }
    let mut told = told.to_vec();
    for finding in &course.findings {
        if !told.iter().any(|other| other.same_kind(finding)) {
            line(format!("{name}: {finding}"));
            told.push(finding.clone());
        }
    }
    told
}

/// A new run, or the one whose checkpoint lies beside the output.
fn start(args: &TrainArgs, config: Config, partial: &Path) -> Result<Trainer> {
    let fresh = Trainer::new(config.clone(), Run { seed: args.seed, images: args.images, passes: args.passes })?;
    if !partial.exists() {
        return Ok(fresh);
    }
    let from = files::model(&crate::tool::cli::ModelFile { model: partial.into(), neurons: None })?;
    if !from.origin.same_run(&fresh.model().origin) {
        let file = partial.display();
        bail!(
            "{file}: is the checkpoint of another run (constants, seed, images or passes differ); finish that run or remove the file"
        );
    }
    eprintln!("going on from {} at {} of {} presentations", partial.display(), from.origin.presented, fresh.total());
    Ok(Trainer::from_model(&from)?)
}

fn report(args: &TrainArgs, trainer: &Trainer, resumed_at: u64, seconds: f64) {
    let network = trainer.network();
    let per_image = |count| count as f64 / trainer.presented() as f64;
    let spikes = trainer.training().map(|training| per_image(training.spikes));
    let retried = trainer.training().map(|training| per_image(training.retried));
    let theta_mean = network.theta().iter().map(|&theta| f64::from(theta)).sum::<f64>() / network.neurons() as f64;
    let ms = seconds * 1e3 / (trainer.presented() - resumed_at).max(1) as f64;
    if args.output.json {
        let report = json!({
            "out": args.out.to_string_lossy(), "neurons": network.neurons(), "images": args.images,
            "passes": args.passes, "seed": args.seed, "digest": network.digest().hex(), "spikes_per_image": spikes,
            "retried": retried, "theta_mean": theta_mean, "ms_per_image": ms, "seconds": seconds,
        });
        println!("{report}");
    } else {
        let seen = match (spikes, retried) {
            (Some(spikes), Some(retried)) => {
                format!("{spikes:.1} spikes an image, {:.2} % shown again", 100.0 * retried)
            }
            _ => "spikes not known".into(),
        };
        println!(
            "{}: {} neurons, {} presentations, {seen}, mean theta {theta_mean:.1} mV, {ms:.3} ms an image, digest {}",
            args.out.display(),
            network.neurons(),
            trainer.total(),
            network.digest().hex()
        );
    }
}
