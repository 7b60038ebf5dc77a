//! Proves that the second topology is connected as it says, starts the same from the same seed, and that its output
//! cells learn and nothing else does.

use stdp_digits::config::INPUTS;
use stdp_digits::reservoir::{Pool, Reservoir};
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Error};

use crate::support::mini;

fn small(pool: &Pool, seed: u64) -> Reservoir {
    let pool = Pool { exc: 60, inh: 15, ..pool.clone() };
    Reservoir::new(&pool, Reservoir::config(4), seed).expect("a sound network")
}

/// Spikes of the pool as (step, cell).
fn spikes(network: &mut Reservoir, image: usize) -> Vec<(u32, u16)> {
    let train = network.spikes(mini::digits().image(image), Stream::Look, image as u64).expect("784 pixels");
    (0..train.steps()).flat_map(|step| train.at(step).iter().map(move |&cell| (step, cell))).collect()
}

#[test]
fn the_pool_answers_by_seed_and_image_alone() {
    let pool = Pool::default();
    let (mut network, mut again, mut other) = (small(&pool, 1), small(&pool, 1), small(&pool, 2));
    let first = spikes(&mut network, 0);
    assert!(first.len() > 20, "{} spikes prove little", first.len());
    assert_ne!(spikes(&mut network, 1), first, "another image");
    assert_eq!(spikes(&mut network, 0), first, "after another image");
    assert_eq!(spikes(&mut again, 0), first, "the same seed");
    assert_ne!(spikes(&mut other, 0), first, "another seed");
}

/// What a connection does shows when it is missing.
#[test]
fn each_kind_of_connection_does_what_its_name_says() {
    let all = Pool { w_in_exc: 1.0, w_in_inh: 1.0, w_exc_exc: 0.5, ..Pool::default() };
    let count = |pool: &Pool| spikes(&mut small(pool, 1), 0).len();
    let whole = count(&all);
    assert_eq!(count(&Pool { w_in_exc: 0.0, ..all.clone() }), 0, "nothing drives the pool");
    assert_eq!(count(&Pool { connectivity: 0.0, ..all.clone() }), 0, "nothing is connected");
    assert!(count(&Pool { w_inh_exc: 0.0, ..all.clone() }) > whole, "without inhibition more, with it {whole}");
    assert!(count(&Pool { w_in_inh: 0.0, w_exc_inh: 0.0, ..all.clone() }) > whole, "nothing drives inhibition");
    assert!(count(&Pool { w_exc_exc: 0.0, ..all.clone() }) < whole, "without recurrent excitation fewer");
    assert!(count(&Pool { w_inh_inh: 20.0, ..all.clone() }) > whole, "inhibition that is inhibited");
}

#[test]
fn outputs_learn_the_spikes_of_the_pool_and_looking_teaches_nothing() {
    let digits = mini::digits();
    let mut network = small(&Pool::default(), 1);
    let start = network.output().digest();
    network.look(digits.image(0), Stream::Look, 0).expect("784 pixels");
    assert_eq!(network.output().digest(), start, "a look moved something");
    let spiking = spikes(&mut network, 0);
    let before = network.output().weights();
    let learned: u32 = network.learn(digits.image(0), 0, 1.0).expect("784 pixels").iter().sum();
    assert!(learned > 0 && network.output().digest() != start, "{learned} spikes, nothing learned");
    network.look(digits.image(1), Stream::Look, 1).expect("784 pixels");
    let after = network.output().weights();
    assert!(before[60 * 4..].iter().chain(&after[60 * 4..]).all(|&w| w == 0.0), "synapses beyond the pool's 60 cells");
    assert!(spiking.iter().all(|&(_, cell)| cell < 60), "cells beyond the pool's");
}

#[test]
fn what_cannot_work_is_refused() {
    let says = |pool: Pool, config: Config, part: &str| {
        let error: Error = Reservoir::new(&pool, config, 1).expect_err("it cannot work");
        assert!(error.to_string().contains(part), "{error}: no {part}");
    };
    let (pool, config) = (Pool::default(), Reservoir::config(10));
    says(Pool { exc: 0, ..pool.clone() }, config.clone(), "exc is 0");
    says(Pool { exc: INPUTS as u32 + 1, ..pool.clone() }, config.clone(), "exc is 785");
    says(Pool { connectivity: 1.1, ..pool.clone() }, config.clone(), "connectivity is 1.1");
    says(Pool { w_inh_exc: -1.0, ..pool.clone() }, config, "w_inh_exc is -1");
    says(pool, Reservoir::config(0), "neurons is 0");
}
