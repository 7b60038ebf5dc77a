//! Gives a network input spikes of your own and prints which cells answer: `cargo run --release --example own_spikes`.

use stdp_digits::encoding::SpikeTrain;
use stdp_digits::{Config, Error, Network};

fn main() -> Result<(), Error> {
    let mut network = Network::new(Config { neurons: 20, ..Config::default() }, 7)?;

    // Inputs 100 to 199 in turn, twelve in every step.
    let steps = network.config().steps_look();
    let spikes: Vec<(u32, u16)> = (0..12 * steps).map(|spike| (spike / 12, 100 + (spike % 100) as u16)).collect();
    network.begin_with(SpikeTrain::from_spikes(steps, &spikes)?)?;

    // Spike by spike; a look ends by itself.
    loop {
        network.advance_to_spike();
        let status = network.status();
        println!("step {:>3}: {} output spikes so far", status.step, network.counts().iter().sum::<u32>());
        if status.phase != stdp_digits::network::Phase::Look {
            break;
        }
    }
    for (cell, count) in (0..).zip(network.counts()).filter(|&(_, &count)| count > 0) {
        let cell: u32 = cell;
        println!("cell {cell} fired {count} times");
    }
    Ok(())
}
