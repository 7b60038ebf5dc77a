//! One synapse: how its weight changes with the time between a spike before and a spike after it.
//! `cargo run --release --example one_synapse` prints the window of pair-based STDP.

use stdp_digits::lab::{Over, Pairing, Synapse};
use stdp_digits::plasticity::LearningRule;
use stdp_digits::{Config, Error};

fn main() -> Result<(), Error> {
    let mut synapse = Synapse::new(&Config { rule: LearningRule::pair(), ..Config::default() })?;
    let intervals: Vec<f32> = (-5..=5).map(|tens| 10.0 * tens as f32).collect();
    let changes = synapse.curve(&Pairing::default(), Over::Interval, &intervals)?;
    println!("post − pre (ms)   change of the weight");
    for (interval, change) in intervals.iter().zip(&changes) {
        println!("{interval:>15} {change:>+22.6}");
    }
    Ok(())
}
