//! Proves that the smallest network learns its six patterns, and that it is a network of 25 synapses a cell.

use stdp_digits::mini::{Mini, PATTERNS, PIXELS, PRESENTATIONS, SIDE};

fn learned(cells: u32, seed: u64, presentations: u64) -> Mini {
    let mut mini = Mini::new(cells, seed).expect("a sound number of cells");
    (0..presentations).for_each(|_| mini.learn().expect("a picture"));
    mini
}

#[test]
fn every_pattern_gets_a_cell_that_answers_it() {
    for cells in [6, 8, 12, 16] {
        for seed in 1..=10 {
            let answers = learned(cells, seed, PRESENTATIONS).answers(20).expect("pictures");
            let share = f64::from(answers.right) / f64::from(answers.looks);
            assert!(share >= 0.96, "{cells} cells, seed {seed}: {} of {} looks", answers.right, answers.looks);
            let owned = (0..PATTERNS.len()).filter(|&pattern| answers.labels.contains(&Some(pattern))).count();
            assert_eq!(owned, PATTERNS.len(), "{cells} cells, seed {seed}: {:?}", answers.labels);
        }
    }
}

/// Labels make much of cells that have learned nothing, too; what learning is worth are the mistakes that go.
#[test]
fn learning_takes_most_mistakes_away() {
    let mistakes = |presentations| -> u32 {
        (1..=10)
            .map(|seed| {
                let answers = learned(8, seed, presentations).answers(20).expect("pictures");
                answers.looks - answers.right
            })
            .sum()
    };
    let (before, after) = (mistakes(0), mistakes(PRESENTATIONS));
    assert!(before > 60 && after * 10 < before, "from {before} to {after} of 1200 looks");
}

/// The field of the cell that owns a pattern is that pattern.
#[test]
fn a_cells_field_is_the_pattern_that_it_answers() {
    let mini = learned(8, 1, PRESENTATIONS);
    let answers = mini.answers(20).expect("pictures");
    for (cell, label) in answers.labels.iter().enumerate() {
        let pattern = &PATTERNS[label.expect("seed 1: no cell is silent")];
        let white = |pixel: usize| pattern.rows[pixel / SIDE].as_bytes()[pixel % SIDE] == b'#';
        let field = mini.field(cell);
        for (pixel, &w) in field.iter().enumerate() {
            assert!((0.0..=1.0).contains(&w), "cell {cell}, pixel {pixel}: {w}");
            assert_eq!(w > 0.4, white(pixel), "cell {cell}, {}, pixel {pixel}: {w}", pattern.name);
        }
    }
}

#[test]
fn all_other_synapses_are_none() {
    for presentations in [0, PRESENTATIONS] {
        let mini = learned(5, 3, presentations);
        let (weights, inside) = (mini.network().weights(), (0..PIXELS * 5).map(|k| mini.field(k % 5)[k / 5]));
        assert_eq!(weights.iter().filter(|&&w| w != 0.0).count(), inside.filter(|&w| w != 0.0).count(), "synapses");
        let sum: f32 = mini.field(0).iter().sum();
        assert!(presentations > 0 || (sum - mini.network().config().w_norm).abs() < 1e-4, "Σw {sum} at the start");
    }
}
