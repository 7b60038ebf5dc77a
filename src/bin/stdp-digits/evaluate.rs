//! `evaluate`: how many images the network reads that neither learning nor labelling has seen.

use std::time::Instant;

use anyhow::{Result, bail};
use serde_json::json;
use stdp_digits::mnist::Digits;
use stdp_digits::model::Accuracy;
use stdp_digits::readout::{CLASSES, SURE, at_thresholds};
use stdp_digits::rng::Stream;
use stdp_digits::{Model, Readout};

use crate::cli::EvaluateArgs;
use crate::files::{self, Set};
use crate::looks;

pub(crate) fn run(args: &EvaluateArgs) -> Result<()> {
    let mut model = files::model(&args.model)?;
    let (digits, from) = images(args, &model)?;
    let readout = readout(&model, args)?.clone();
    let mut network = model.network()?;
    network.set_seed(args.seed);
    let begun = Instant::now();
    let image = |index: u64| digits.image(index as usize);
    let range = from..digits.len() as u64;
    let answers = looks::map(&network, &args.threads, Stream::Look, range, "evaluating", image, |_, counts| {
        (readout.verdict(counts), readout.highest_average(counts), readout.highest_share(counts))
    })?;
    let ms = begun.elapsed().as_secs_f64() * 1e3 / answers.len() as f64;

    let mut confusion = [[0u64; CLASSES]; CLASSES];
    let (mut undecided, mut paper, mut by_share) = (0u64, 0u64, 0u64);
    for (index, (answer, average, voted)) in (from as usize..).zip(&answers) {
        let digit = digits.label(index);
        match answer.digit {
            Some(answer) => confusion[usize::from(digit)][usize::from(answer)] += 1,
            None => undecided += 1,
        }
        paper += u64::from(*average == Some(digit));
        by_share += u64::from(*voted == Some(digit));
    }
    let shown = answers.len() as u64;
    let correct: u64 = (0..CLASSES).map(|digit| confusion[digit][digit]).sum();
    let share = |count: u64, of: u64| count as f64 / of.max(1) as f64;
    let looks: Vec<_> =
        (from as usize..).zip(&answers).map(|(index, (v, ..))| (digits.label(index), v.evidence)).collect();
    let thresholds = at_thresholds(&looks);
    if args.record {
        let thresholds = thresholds.clone();
        model.origin.accuracy = Some(Accuracy { images: shown, correct, undecided, seed: args.seed, thresholds });
        files::write(&args.model.model, &model.to_bytes()?)?;
    }
    let (accuracy, answered) = (share(correct, shown), share(correct, shown - undecided));
    if args.output.json {
        let report = json!({
            "model": args.model.model.to_string_lossy(), "accuracy": accuracy, "images": shown,
            "neurons": model.neurons(), "undecided": undecided, "accuracy_when_answered": answered,
            "accuracy_highest_average": share(paper, shown), "accuracy_votes_by_share": share(by_share, shown),
            "thresholds": thresholds, "confusion": confusion, "ms_per_image": ms, "seed": args.seed,
        });
        println!("{report}");
        return Ok(());
    }
    println!("{}: {} neurons, {shown} images", args.model.model.display(), model.neurons());
    println!("accuracy {accuracy:.4} ({correct} right, {undecided} undecided; {answered:.4} of those answered)");
    println!("accuracy by the paper's readout {:.4}", share(paper, shown));
    println!("accuracy by votes by share {:.4}", share(by_share, shown));
    println!("answers from evidence {SURE} on; from another on, so many are answered, and of those so many rightly:");
    for at in &thresholds {
        let right = share(at.correct, at.answered);
        println!("{:4.2} |{:7.4}{right:8.4}", at.threshold, share(at.answered, shown));
    }
    println!("rows: the digit, columns: the answer; {ms:.3} ms an image, seed {}", args.seed);
    for (digit, row) in confusion.iter().enumerate() {
        println!("{digit} |{}", row.iter().map(|count| format!("{count:6}")).collect::<String>());
    }
    Ok(())
}

/// The images to show and the index of the first. Those that the model has seen are refused.
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
            "--held-out: found {held_out}, expected 1 to {unseen}, for the model has seen the first {seen} training images"
        );
    }
    let from = digits.len() as u64 - held_out;
    Ok((digits, from))
}

fn readout<'a>(model: &'a Model, args: &EvaluateArgs) -> Result<&'a Readout> {
    let file = args.model.model.display();
    model
        .readout()
        .ok_or_else(|| anyhow::anyhow!("{file}: its cells have no labels yet; run `stdp-digits label` on it first"))
}
