//! The table of results, from the lines that runs left behind.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::Result;

use super::experiment::{Experiment, Kind};
use super::figures::{self, Figure};
use super::record::Accuracy;
use super::rows::{Row, grouped, rows};
use crate::tool::files;

/// Writes the figures and the table.
pub(super) fn write(out: &Path, experiments: &[Experiment]) -> Result<()> {
    let rows = rows(out, experiments)?;
    let figures = figures::write(out, &rows)?;
    files::write(&out.join("results.md"), text(&rows, &figures).as_bytes())
}

const HEAD: &str = "\
# Results

Made by `stdp-digits reproduce` from the files in `experiments/` and the line that each run left in [`results/`](results),
not by hand. Accuracies are percentages of the images read; ± is the standard deviation over the seeds.

- **here**: the likeliest digit under the counts of all cells, every image answered, as in the paper.
- **unsure as wrong**: the same readout, but an image that it would rather leave undecided counts as not read.
- **highest average**: the paper's readout on the same networks; **by share**: each spike votes for every digit by its
  cell's share of responses to it.

Learning never sees a label. Cells are named, and all three readouts fitted, on training images alone. All constants were chosen
on the last 10,000 training images after learning from the first 50,000 ([notebook](notebook.md)). The test set had no
part in any choice: it is read once for each run in this table, with the constants already chosen.

`stdp-digits reproduce NAME --seed S --check` runs a row again and fails if any of its numbers comes out otherwise;
without `--check` it runs what is missing. Bits do not depend on the machine or the number of threads, times do.
";

fn text(rows: &[Row], figures: &[Figure]) -> String {
    let mut text = String::from(HEAD);
    for (kind, title) in [
        (Kind::Size, "Sizes"),
        (Kind::Rule, "Rules"),
        (Kind::Preset, "Presets"),
        (Kind::LearningCurve, "Learning curve"),
    ] {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.experiment.kind == kind).collect();
        if !rows.is_empty() {
            let _ = write!(text, "\n## {title}\n\n{}", table(&rows));
            if kind == Kind::LearningCurve {
                rows.iter().for_each(|row| text += &curve(row));
            }
            text += &goals(&rows);
            for Figure { file, shows, .. } in figures.iter().filter(|figure| figure.kind == kind) {
                let _ = write!(text, "\n![{}](figures/{file})\n\n{}.\n", capital(shows), capital(shows));
            }
        }
    }
    text + "\n" + &each_run(rows)
}

fn table(rows: &[&Row]) -> String {
    let mut text = String::from(
        "| experiment | cells | rule | paper | goal | here | of each seed | unsure as wrong | undecided | highest average | by share |\n\
         |---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let Experiment { name, setup, paper, goal, .. } = row.experiment;
        let known = |percent: &Option<f64>| percent.map_or("–".into(), |percent| format!("{percent:.1}"));
        let of = |pick: fn(&Accuracy) -> f64| mean_and_sd(row, pick);
        let each: Vec<String> = row.records.iter().map(|record| percent(record.accuracy.best_guess)).collect();
        let here = if each.is_empty() { "–".into() } else { format!("**{}**", of(|accuracy| accuracy.best_guess)) };
        let each = if each.is_empty() { missing(row) } else { each.join(", ") };
        let _ = writeln!(
            text,
            "| [{name}](../experiments/{name}.json) | {} | {} | {} | {} | {here} | {each} | {} | {} | {} | {} |",
            setup.config.neurons,
            setup.config.rule.kind(),
            known(paper),
            known(goal),
            of(|accuracy| accuracy.when_sure),
            of(|accuracy| accuracy.undecided),
            of(|accuracy| accuracy.highest_average),
            of(|accuracy| accuracy.votes_by_share),
        );
    }
    text.push('\n');
    for row in rows {
        let Experiment { name, about, setup, seeds, .. } = row.experiment;
        let (images, labels) = (grouped(setup.images), grouped(setup.label_images));
        let read = match setup.held_out {
            0 => "reads the test images".into(),
            images => format!("reads the last {} training images", grouped(images)),
        };
        let partly =
            if row.records.len() < seeds.len() { format!(" {}.", capital(&missing(row))) } else { String::new() };
        let _ = writeln!(
            text,
            "- **{name}**: {about} {images} images × {}, labels from {labels}, {read}.{partly}",
            setup.passes
        );
    }
    text
}

/// What is not there of a row.
fn missing(row: &Row) -> String {
    let (seeds, stale) = (row.experiment.seeds.len(), row.stale.len());
    match (row.records.len(), stale) {
        (0, 0) => "not run yet".into(),
        (done, 0) => format!("{done} of {seeds} seeds run yet"),
        (_, stale) => format!("stale: the experiment has changed since {stale} of its {seeds} seeds were run"),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Says which goals are reached and which are not.
fn goals(rows: &[&Row]) -> String {
    let mut text = String::new();
    let (mut reached, mut open) = (Vec::new(), Vec::new());
    for row in rows {
        let Some(goal) = row.experiment.goal else { continue };
        let name = &row.experiment.name;
        match mean(row, |accuracy| accuracy.best_guess) {
            Some(mean) if 100.0 * mean >= goal => reached.push(name.clone()),
            Some(mean) => open.push(format!("{name} ({} of {goal:.1})", percent(mean))),
            None => open.push(format!("{name} ({})", missing(row))),
        }
    }
    if !reached.is_empty() {
        let _ = write!(text, "\nGoals reached: {}.\n", reached.join(", "));
    }
    if !open.is_empty() {
        let _ = write!(text, "\n**Goals not reached**: {}.\n", open.join(", "));
    }
    text
}

/// Accuracy by number of training images.
fn curve(row: &Row) -> String {
    let Some(record) = row.records.first() else { return String::new() };
    let mut text =
        String::from("\n| images | here | highest average | spikes an image before it |\n|---|---|---|---|\n");
    for (presented, spikes, accuracy) in record.curve() {
        let (here, average) = (percent(accuracy.best_guess), percent(accuracy.highest_average));
        let _ = writeln!(text, "| {} | {here} | {average} | {spikes:.1} |", grouped(presented));
    }
    text
}

/// A line for each run, with the command that repeats it.
fn each_run(rows: &[Row]) -> String {
    let mut text = String::from(
        "## Each run\n\n\
         Spikes and share of images shown again are those of training; minutes are for learning, labelling and reading.\n\n\
         | run again and compare | here | highest average | spikes an image | shown again | mean theta | silent cells | minutes | version | digest |\n\
         |---|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let name = &row.experiment.name;
        for record in row.records.iter().filter(|record| record.experiment == *name) {
            let seconds = record.seconds;
            let _ = writeln!(
                text,
                "| `reproduce {name} --seed {} --check` | {} | {} | {:.1} | {} % | {:.1} mV | {} | {:.1} + {:.1} + {:.1} | {} | `{}` |",
                record.seed,
                percent(record.accuracy.best_guess),
                percent(record.accuracy.highest_average),
                record.spikes_per_image,
                percent(record.retried),
                record.theta_mean,
                record.silent,
                seconds.train / 60.0,
                seconds.label / 60.0,
                seconds.test / 60.0,
                record.version,
                record.digest,
            );
        }
        for seed in &row.stale {
            let _ = writeln!(text, "| `reproduce {name} --seed {seed}` | stale | | | | | | | | |");
        }
    }
    text
}

fn mean(row: &Row, pick: impl Fn(&Accuracy) -> f64) -> Option<f64> {
    let n = row.records.len() as f64;
    (n > 0.0).then(|| row.records.iter().map(|record| pick(&record.accuracy)).sum::<f64>() / n)
}

fn mean_and_sd(row: &Row, pick: fn(&Accuracy) -> f64) -> String {
    let Some(mean) = mean(row, pick) else { return "–".into() };
    let n = row.records.len() as f64;
    let squares: f64 = row.records.iter().map(|record| (pick(&record.accuracy) - mean).powi(2)).sum();
    match row.records.len() {
        1 => percent(mean),
        _ => format!("{} ± {}", percent(mean), percent((squares / (n - 1.0)).sqrt())),
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}", 100.0 * share)
}
