//! Trains ten cells on two pictures, labels them, and reads a picture: `cargo run --release --example train_and_read`.

use stdp_digits::readout::Responses;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, Error, FrontEnd, Readout, Run, Trainer};

/// A vertical bar, 6 pixels wide.
fn bar(left: usize) -> Vec<u8> {
    (0..784).map(|k| if (left..left + 6).contains(&(k % 28)) { 255 } else { 0 }).collect()
}

fn main() -> Result<(), Error> {
    let pictures = [bar(4), bar(18)];
    let mut trainer = Trainer::new(Config::best(FrontEnd::Pixels, 10), Run { seed: 1, images: 2, passes: 30 })?;
    while let Some(index) = trainer.next_image() {
        trainer.learn(&pictures[index])?;
    }
    println!("learned from {} presentations", trainer.presented());

    // Learning saw no labels. Now each cell is named after what it responds to.
    let mut network = trainer.into_network();
    let mut responses = Responses::new(network.neurons());
    for index in 0..20 {
        let label = index % 2;
        responses.add(label as u8, network.look(&pictures[label], Stream::Label, index as u64)?);
    }
    let readout = Readout::fit(&responses);
    println!("labels of the cells: {:?}", readout.labels());

    for (label, picture) in pictures.iter().enumerate() {
        let verdict = readout.verdict(network.look(picture, Stream::Look, label as u64)?);
        println!("picture {label}: {:?}, votes {:?}", verdict.digit, verdict.votes);
    }
    Ok(())
}
