//! `evaluate`: accuracy on images that neither learning nor labelling has seen.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use indicatif::ProgressBar;
use serde_json::json;
use stdp_digits::Model;
use stdp_digits::mnist::Digits;
use stdp_digits::model::Accuracy;
use stdp_digits::readout::{AtThreshold, CLASSES, SURE, Verdict, at_thresholds};
use stdp_digits::rng::Stream;

use crate::tool::files::{self, Set};
use crate::tool::looks;
use crate::tool::options::{Data, ModelFile, Output, Threads};

#[derive(Args)]
pub(crate) struct EvaluateArgs {
    #[command(flatten)]
    pub(crate) data: Data,
    #[command(flatten)]
    pub(crate) model: ModelFile,
    /// Use the first K test images [default: all]
    #[arg(long, value_name = "K")]
    pub(crate) images: Option<u64>,
    /// Measure on the last K training images instead of the test set, for tuning
    #[arg(long, value_name = "K", conflicts_with_all = ["images", "record"])]
    pub(crate) held_out: Option<u64>,
    /// Seed of the noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// Write the result into the model's header
    #[arg(long)]
    pub(crate) record: bool,
    /// Read the test images with every model in a folder; fail if a model's accuracy differs from the one in its header
    #[arg(long, conflicts_with_all = ["model", "neurons", "images", "held_out", "record", "seed"])]
    pub(crate) all: bool,
    /// Folder of models for --all
    #[arg(long, value_name = "DIR", default_value = "models")]
    pub(crate) models: PathBuf,
    #[command(flatten)]
    pub(crate) output: Output,
    #[command(flatten)]
    pub(crate) threads: Threads,
}

/// The result of an evaluation, in numbers of images.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    /// Images shown.
    pub(crate) images: u64,
    /// Left undecided by the likelihood readout.
    pub(crate) undecided: u64,
    /// Read correctly by the paper's readout.
    pub(crate) highest_average: u64,
    /// Read correctly by votes by share.
    pub(crate) votes_by_share: u64,
    /// Rows: the digit, columns: the answer, undecided images left out.
    pub(crate) confusion: [[u64; CLASSES]; CLASSES],
    /// The same if every image is answered, even when unsure.
    pub(crate) guesses: [[u64; CLASSES]; CLASSES],
    /// Coverage and accuracy at other evidence thresholds.
    pub(crate) thresholds: Vec<AtThreshold>,
}

impl Reading {
    /// Read correctly; an image left undecided is not.
    pub(crate) fn correct(&self) -> u64 {
        diagonal(&self.confusion)
    }

    /// Read correctly if every image is answered, as the paper's readout does.
    pub(crate) fn best_guess(&self) -> u64 {
        diagonal(&self.guesses)
    }

    /// A number of images as a share of those shown.
    pub(crate) fn share(&self, count: u64) -> f64 {
        count as f64 / self.images.max(1) as f64
    }

    /// The part that is kept in a model's header.
    pub(crate) fn accuracy(&self, seed: u64) -> Accuracy {
        Accuracy {
            images: self.images,
            correct: self.correct(),
            undecided: self.undecided,
            seed,
            thresholds: self.thresholds.clone(),
        }
    }
}

fn diagonal(matrix: &[[u64; CLASSES]; CLASSES]) -> u64 {
    (0..CLASSES).map(|digit| matrix[digit][digit]).sum()
}

/// Shows the images from `from` on to a labelled model, with the noise of `seed`.
pub(crate) fn read(
    model: &Model,
    digits: &Digits,
    from: u64,
    seed: u64,
    threads: &Threads,
    bar: &ProgressBar,
) -> Result<Reading> {
    let readout = model.readout().context("its cells have no labels yet; run `stdp-digits label` on it first")?;
    let mut network = model.network()?;
    network.set_seed(seed);
    let image = |index: u64| digits.image(index as usize);
    let answers = looks::map(&network, threads, Stream::Look, from..digits.len() as u64, bar, image, |_, counts| {
        (readout.verdict_at(0.0, counts), readout.highest_average(counts), readout.highest_share(counts))
    })?;
    let mut reading = Reading { images: answers.len() as u64, ..Reading::default() };
    for (index, (guess, average, voted)) in (from as usize..).zip(&answers) {
        let digit = digits.label(index);
        let row = usize::from(digit);
        if let Some(answer) = guess.digit.map(usize::from) {
            reading.guesses[row][answer] += 1;
            reading.confusion[row][answer] += u64::from(guess.evidence[answer] >= SURE);
        }
        reading.highest_average += u64::from(*average == Some(digit));
        reading.votes_by_share += u64::from(*voted == Some(digit));
    }
    reading.undecided = reading.images - reading.confusion.iter().flatten().sum::<u64>();
    let evidence = |(index, (guess, ..)): (usize, &(Verdict, _, _))| (digits.label(index), guess.evidence);
    reading.thresholds = at_thresholds(&(from as usize..).zip(&answers).map(evidence).collect::<Vec<_>>());
    Ok(reading)
}

pub(crate) fn run(args: &EvaluateArgs) -> Result<()> {
    if args.all {
        return all(args);
    }
    let mut model = files::model(&args.model)?;
    let (digits, from) = images(args, &model)?;
    let begun = Instant::now();
    let bar = looks::progress(digits.len() as u64 - from, "evaluating");
    let reading = read(&model, &digits, from, args.seed, &args.threads, &bar)
        .with_context(|| args.model.model.display().to_string())?;
    bar.finish_and_clear();
    let ms = begun.elapsed().as_secs_f64() * 1e3 / reading.images as f64;
    if args.record {
        model.origin.accuracy = Some(reading.accuracy(args.seed));
        files::write(&args.model.model, &model.to_bytes()?)?;
    }
    let share = |count| reading.share(count);
    let (correct, undecided) = (reading.correct(), reading.undecided);
    let answered = correct as f64 / (reading.images - undecided).max(1) as f64;
    if args.output.json {
        let report = json!({
            "model": args.model.model.to_string_lossy(), "accuracy": share(correct), "images": reading.images,
            "neurons": model.neurons(), "undecided": undecided, "accuracy_when_answered": answered,
            "accuracy_best_guess": share(reading.best_guess()),
            "accuracy_highest_average": share(reading.highest_average),
            "accuracy_votes_by_share": share(reading.votes_by_share),
            "thresholds": reading.thresholds, "confusion": reading.confusion, "ms_per_image": ms, "seed": args.seed,
        });
        print_line!("{report}");
        return Ok(());
    }
    print_line!("{}: {} neurons, {} images", args.model.model.display(), model.neurons(), reading.images);
    print_line!(
        "accuracy {:.4} ({correct} right, {undecided} undecided; {answered:.4} of those answered)",
        share(correct)
    );
    print_line!("accuracy if every image is answered {:.4}", share(reading.best_guess()));
    print_line!("accuracy by the paper's readout {:.4}", share(reading.highest_average));
    print_line!("accuracy by votes by share {:.4}", share(reading.votes_by_share));
    print_line!("answers need evidence {SURE}; at other thresholds: share answered, and accuracy among those:");
    for at in &reading.thresholds {
        let right = at.correct as f64 / at.answered.max(1) as f64;
        print_line!("{:4.2} |{:7.4}{right:8.4}", at.threshold, share(at.answered));
    }
    print_line!("rows: the digit, columns: the answer; {ms:.3} ms an image, seed {}", args.seed);
    for (digit, row) in reading.confusion.iter().enumerate() {
        print_line!("{digit} |{}", row.iter().map(|count| format!("{count:6}")).collect::<String>());
    }
    Ok(())
}

/// The images to show and the index of the first. Images that the model has seen are refused.
fn images(args: &EvaluateArgs, model: &Model) -> Result<(Digits, u64)> {
    let Some(held_out) = args.held_out else {
        let digits = files::digits(&args.data.mnist, Set::Test)?;
        let images = args.images.unwrap_or(digits.len() as u64);
        if images == 0 || images > digits.len() as u64 {
            bail!("--images: found {images}, expected 1 to {}", digits.len());
        }
        return Ok((digits.first(images as usize), 0));
    };
    let digits = files::digits(&args.data.mnist, Set::Train)?;
    let seen = model.origin.images.max(model.origin.labelled);
    let unseen = (digits.len() as u64).saturating_sub(seen);
    if held_out == 0 || held_out > unseen {
        bail!(
            "--held-out: found {held_out}, expected 1 to {unseen}, because the model has seen the first {seen} training images"
        );
    }
    let from = digits.len() as u64 - held_out;
    Ok((digits, from))
}

/// Every model in a folder, the smallest first.
fn models_in(folder: &Path) -> Result<Vec<(Model, PathBuf)>> {
    let unread = || format!("{}: cannot be read", folder.display());
    let mut models = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        if path.extension().is_some_and(|extension| extension == "safetensors") {
            models.push((files::model(&ModelFile { model: path.clone(), neurons: None })?, path));
        }
    }
    if models.is_empty() {
        bail!("{}: found no model, expected files like 400.safetensors", folder.display());
    }
    models.sort_by_key(|(model, path)| (model.neurons(), path.clone()));
    Ok(models)
}

/// Compares the accuracy of every model in the folder with its header.
fn all(args: &EvaluateArgs) -> Result<()> {
    let models = models_in(&args.models)?;
    let digits = files::digits(&args.data.mnist, Set::Test)?;
    let mut wrong = Vec::new();
    if !args.output.json {
        print_line!("{:>8} {:>9} {:>9} {:>11} {:>9}  model", "neurons", "recorded", "read", "best guess", "seconds");
    }
    for (model, path) in &models {
        let begun = Instant::now();
        let recorded = model.origin.accuracy.as_ref();
        let (images, seed) = recorded.map_or((digits.len() as u64, 1), |recorded| (recorded.images, recorded.seed));
        if images > digits.len() as u64 {
            bail!("{}: its header gives {images} test images, found {}", path.display(), digits.len());
        }
        let digits = digits.clone().first(images as usize);
        let bar = looks::progress(images, path.display().to_string());
        let reading = read(model, &digits, 0, seed, &args.threads, &bar).with_context(|| path.display().to_string())?;
        bar.finish_and_clear();
        let seconds = begun.elapsed().as_secs_f64();
        let found = reading.accuracy(seed);
        match recorded {
            None => wrong.push(format!("{}: its header has no accuracy; evaluate it with --record", path.display())),
            Some(recorded) if (recorded.correct, recorded.undecided) != (found.correct, found.undecided) => {
                wrong.push(format!(
                    "{}: reads {} of {images} test images, {} undecided; its header says {} and {}",
                    path.display(),
                    found.correct,
                    found.undecided,
                    recorded.correct,
                    recorded.undecided
                ));
            }
            Some(_) => {}
        }
        let recorded = recorded.map(|recorded| reading.share(recorded.correct));
        let (now, guess) = (reading.share(found.correct), reading.share(reading.best_guess()));
        if args.output.json {
            let report = json!({
                "model": path.to_string_lossy(), "neurons": model.neurons(), "images": images, "recorded": recorded,
                "accuracy": now, "accuracy_best_guess": guess, "undecided": reading.undecided, "seconds": seconds,
            });
            print_line!("{report}");
        } else {
            let recorded = recorded.map_or("none".into(), |recorded| format!("{recorded:.4}"));
            print_line!("{:8} {recorded:>9} {now:9.4} {guess:11.4} {seconds:9.1}  {}", model.neurons(), path.display());
        }
    }
    if wrong.is_empty() { Ok(()) } else { bail!("{}", wrong.join("\nerror: ")) }
}
