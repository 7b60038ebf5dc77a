//! The tests that run both in a page and in a worker.

#[path = "golden.rs"]
mod golden;

use stdp_digits::{Config, Trainer};
use wasm_bindgen_test::wasm_bindgen_test;

/// An IDX file: 16 bytes of header, then the pixels.
const TEN_DIGITS: &[u8] = include_bytes!("../fixtures/mnist_ten.idx3");

/// Digest of a hundred cells that have learned from ten digits, and the spikes of the last one.
fn train(seed: u64) -> (String, u32) {
    let config = Config { neurons: 100, ..Config::default() };
    let images: Vec<&[u8]> = TEN_DIGITS[16..].chunks(784).collect();
    let mut trainer = Trainer::new(config, seed, 10, 1).expect("a valid run");
    let mut spikes = 0;
    while let Some(next) = trainer.next_image() {
        spikes = trainer.learn(images[next]).expect("an image of 784 pixels").iter().sum();
    }
    (trainer.network().digest().hex(), spikes)
}

#[wasm_bindgen_test]
fn a_network_learns_in_the_browser_and_again_the_same() {
    let (digest, spikes) = train(1);
    assert!(spikes > 0, "seed 1: no cell answered the last digit");
    assert_eq!(train(1).0, digest, "seed 1, twice");
    assert_ne!(train(2).0, digest, "seeds 1 and 2");
}

#[wasm_bindgen_test]
fn the_simulation_gives_the_golden_digest_of_the_native_test() {
    golden::check();
}
