//! `mini`: six small patterns, a handful of cells, every synapse printed as a number.

use anyhow::{Result, bail};
use clap::Args;
use serde_json::json;
use stdp_digits::mini::{Answers, Mini, PATTERNS, PRESENTATIONS, SIDE};

use crate::tool::options::Output;

#[derive(Args)]
pub(crate) struct MiniArgs {
    /// Excitatory cells
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(crate) cells: u32,
    /// Seed of the initial weights and of all noise
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    #[command(flatten)]
    pub(crate) output: Output,
}

/// Looks at each pattern to name the cells, and as many again to test them.
const LOOKS: u32 = 20;
/// Fields side by side on a line of 80 characters.
const FIELDS: usize = 4;

pub(crate) fn run(args: &MiniArgs) -> Result<()> {
    if !(1..=100).contains(&args.cells) {
        bail!("--cells: found {}, expected 1 to 100", args.cells);
    }
    let mut mini = Mini::new(args.cells, args.seed)?;
    for _ in 0..PRESENTATIONS {
        mini.learn()?;
    }
    let answers = mini.answers(LOOKS)?;
    if args.output.json {
        print_line!("{}", report(args, &mini, &answers));
    } else {
        print(&mini, &answers);
    }
    Ok(())
}

fn report(args: &MiniArgs, mini: &Mini, answers: &Answers) -> serde_json::Value {
    let fields: Vec<_> = (0..mini.network().neurons()).map(|cell| mini.field(cell)).collect();
    let labels: Vec<_> = answers.labels.iter().map(|label| label.map(|pattern| PATTERNS[pattern].name)).collect();
    let patterns: Vec<_> = PATTERNS.iter().map(|pattern| json!({"name": pattern.name, "rows": pattern.rows})).collect();
    json!({
        "cells": args.cells, "seed": args.seed, "presentations": mini.presented(), "patterns": patterns, "fields": fields,
        "theta": mini.network().theta(), "spikes": answers.spikes, "labels": labels, "looks": answers.looks,
        "right": answers.right, "digest": mini.network().digest().hex(),
    })
}

fn print(mini: &Mini, answers: &Answers) {
    print_line!("Six patterns, shown {} times each without their names:\n", mini.presented() / PATTERNS.len() as u64);
    print_line!("  {}", PATTERNS.map(|pattern| format!("{:10}", pattern.name)).concat().trim_end());
    for row in 0..SIDE {
        print_line!("  {}", PATTERNS.map(|pattern| format!("{:10}", pattern.rows[row])).concat().trim_end());
    }
    print_line!("\nWhat the cells have learned, in tenths of the largest weight:");
    let cells: Vec<usize> = (0..mini.network().neurons()).collect();
    for group in cells.chunks(FIELDS) {
        let name = |&cell: &usize| format!("{:19}", title(cell, answers.labels[cell]));
        print_line!("\n  {}", group.iter().map(name).collect::<String>().trim_end());
        for row in 0..SIDE {
            let tenths = |&cell: &usize| {
                let field = mini.field(cell);
                let row = field[row * SIDE..][..SIDE].iter().map(|w| format!("{:2.0} ", w * 10.0));
                format!("{:19}", row.collect::<String>())
            };
            print_line!("  {}", group.iter().map(tenths).collect::<String>().trim_end());
        }
    }
    print_line!("\nSpikes of each cell, {LOOKS} looks at each pattern:\n");
    print_line!("  {:9}{}", "", PATTERNS.map(|pattern| format!("{:>9}", pattern.name)).concat());
    for (cell, spikes) in answers.spikes.iter().enumerate() {
        print_line!("  {:9}{}", format!("cell {cell}"), spikes.map(|count| format!("{count:>9}")).concat());
    }
    print_line!("\n{} of {} further looks were answered by a cell of the pattern shown.", answers.right, answers.looks);
}

fn title(cell: usize, label: Option<usize>) -> String {
    format!("cell {cell}: {}", label.map_or("silent", |pattern| PATTERNS[pattern].name))
}
