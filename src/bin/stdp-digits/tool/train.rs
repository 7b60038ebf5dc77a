//! `train`: turns random weights into learned ones. Labels are never read.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use indicatif::ProgressBar;
use serde_json::{Value, json};
use stdp_digits::health::{Course, Finding, Stretch};
use stdp_digits::mnist::Digits;
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{Config, FrontEnd, Preset, Run, Trainer};

use crate::tool::files::{self, Set};
use crate::tool::looks::progress;
use crate::tool::options::{Data, ModelFile, Output};

/// Learning rules by name; their constants are in the configuration.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Rule {
    /// The rule of the published code
    Triplet,
    /// The paper's main rule: power-law weight dependence
    #[value(name = "power_law")]
    PowerLaw,
    /// The paper's exponential weight dependence
    Exponential,
    /// The paper's two-trace rule
    #[value(name = "pre_post")]
    PrePost,
    /// Simple pair STDP, as in Brian 2's example
    Pair,
}

impl Rule {
    /// The rule with its default constants.
    pub(crate) fn defaults(self) -> LearningRule {
        match self {
            Rule::Triplet => LearningRule::triplet(),
            Rule::PowerLaw => LearningRule::power_law(),
            Rule::Exponential => LearningRule::exponential(),
            Rule::PrePost => LearningRule::pre_post(),
            Rule::Pair => LearningRule::pair(),
        }
    }
}

#[derive(Args)]
pub(crate) struct TrainArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    /// Excitatory cells; some constants depend on this number [default: 400, or the config file's]
    #[arg(long, value_name = "N")]
    pub(crate) neurons: Option<u32>,
    /// What the inputs see [default: edges, or the preset's or config file's]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(FrontEnd::ALL.map(FrontEnd::name)))]
    pub(crate) front_end: Option<String>,
    /// Learning rule [default: triplet, or the config file's]
    #[arg(long)]
    pub(crate) rule: Option<Rule>,
    /// Learn from the first K training images
    #[arg(long, value_name = "K", default_value_t = 60_000)]
    pub(crate) images: u64,
    /// Passes over the images
    #[arg(long, value_name = "P", default_value_t = 3)]
    pub(crate) passes: u32,
    /// Seed of the initial weights and of all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Start from the constants of the paper, of the published code, or the best known ones [default: best, or the
    /// config file's]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Preset::ALL.map(Preset::name)))]
    pub(crate) preset: Option<String>,
    /// JSON file of constants that differ from the preset
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where to write the model; an interrupted run resumes from FILE.partial
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
    /// Accepted for consistency; training is single-threaded
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
}

/// Presentations between checkpoints: a few seconds of work.
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

/// Learns until `end` presentations, or all, are done.
pub(crate) fn learn(trainer: &mut Trainer, digits: &Digits, end: u64, bar: &ProgressBar) -> Result<Stretch> {
    let mut stretch = Stretch::new(trainer.network().neurons());
    while let Some(image) = trainer.next_image().filter(|_| trainer.presented() < end) {
        trainer.learn(digits.image(image))?;
        stretch.add(trainer.network());
        bar.inc(1);
    }
    Ok(stretch)
}

/// Reports progress in the bar, or as a line each time if the bar is hidden. Each finding is printed once: `told` are
/// those printed before; returns them with the new ones.
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

/// A new run, or the one whose checkpoint is beside the output.
fn start(args: &TrainArgs, config: Config, partial: &Path) -> Result<Trainer> {
    let fresh = Trainer::new(config.clone(), Run { seed: args.seed, images: args.images, passes: args.passes })?;
    if !partial.exists() {
        return Ok(fresh);
    }
    let from = files::model(&ModelFile { model: partial.into(), neurons: None })?;
    if !from.origin.same_run(&fresh.model().origin) {
        let file = partial.display();
        bail!(
            "{file}: is the checkpoint of another run (constants, seed, images or passes differ); finish that run or remove the file"
        );
    }
    eprintln!("resuming {} at {} of {} presentations", partial.display(), from.origin.presented, fresh.total());
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
        print_line!("{report}");
    } else {
        let seen = match (spikes, retried) {
            (Some(spikes), Some(retried)) => {
                format!("{spikes:.1} spikes an image, {:.2} % shown again", 100.0 * retried)
            }
            _ => "spikes unknown".into(),
        };
        print_line!(
            "{}: {} neurons, {} presentations, {seen}, mean theta {theta_mean:.1} mV, {ms:.3} ms an image, digest {}",
            args.out.display(),
            network.neurons(),
            trainer.total(),
            network.digest().hex()
        );
    }
}
