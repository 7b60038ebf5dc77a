//! The tests that run both in a page and in a worker.

use stdp_digits::{Config, Run, Trainer};
use wasm_bindgen_test::wasm_bindgen_test;

use super::golden;

/// An IDX file: 16 bytes of header, then the pixels.
const TEN_DIGITS: &[u8] = include_bytes!("../fixtures/mnist_ten.idx3");

/// Digest of a hundred cells that have learned from ten digits, and the spikes of the last one.
fn train(seed: u64) -> (String, u32) {
    let config = Config { neurons: 100, ..Config::default() };
    let images: Vec<&[u8]> = TEN_DIGITS[16..].chunks(784).collect();
    let mut trainer = Trainer::new(config, Run { seed, images: 10, passes: 1 }).expect("a valid run");
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

/// A picture as a canvas hands it out: dark ink on white, opaque.
#[wasm_bindgen_test]
fn pixels_of_a_canvas_become_the_same_network_input_as_grey_values() {
    let grey: Vec<u8> = TEN_DIGITS[16..][..784].iter().map(|ink| 255 - ink).collect();
    let rgba: Vec<u8> = grey.iter().flat_map(|&grey| [grey, grey, grey, 255]).collect();
    let data =
        web_sys::ImageData::new_with_u8_clamped_array(wasm_bindgen::Clamped(&rgba), 28).expect("28 pixels a side");
    let image = stdp_digits::wasm::image_from_picture(&data, None, None).expect("a digit");
    let expected = stdp_digits::drawing::image_from_gray(&grey, 28, 28).expect("a digit");
    assert_eq!(image.to_vec(), expected.to_vec(), "the same picture by two ways");
}

/// A network as the published code saves it: two thetas in volts, and weights as rows (input, cell, w) of the digits they are of.
#[wasm_bindgen_test]
fn numpy_files_become_a_network_that_names_its_own_cells() {
    use stdp_digits::interchange::{rows, volts};
    use stdp_digits::npy::Dtype;
    let images: Vec<&[u8]> = TEN_DIGITS[16..].chunks(784).collect();
    let ink = |pixel: usize, of: usize| f32::from(images[of][pixel]) / 255.0;
    let weights: Vec<f32> = (0..784).flat_map(|pixel| [ink(pixel, 0), ink(pixel, 1)]).collect();
    let weights = rows(&weights, 2).to_bytes(Dtype::F64);
    let theta = volts(&[20.0, 20.0]).to_bytes(Dtype::F64);
    let load = |theta: &[u8]| {
        stdp_digits::wasm::Recognizer::from_numpy(&weights, theta, None, &TEN_DIGITS[16..][..1568], &[7, 2])
    };
    assert_eq!(load(&theta).expect("sound files").labels().to_vec(), [7, 2], "each cell has the digit it was made of");
    let error = js_sys::Error::from(load(&weights).err().expect("weights are no thetas"));
    assert!(String::from(error.message()).starts_with("npy: thetas: "), "{:?}", error.message());
}

#[wasm_bindgen_test]
fn a_picture_is_distorted_in_the_browser_as_natively() {
    let image: &[u8; 784] = TEN_DIGITS[16..][..784].try_into().expect("784 pixels");
    let found = stdp_digits::wasm::distort(image, 1.5, -2.0, 12.0, 1.0, 0.1, 9).expect("within limits");
    let native = stdp_digits::drawing::Distortion { shift: [1.5, -2.0], rotate: 12.0, thicken: 1.0, noise: 0.1 };
    assert_eq!(found.to_vec(), native.apply(image, 9).expect("within limits").to_vec(), "the same by two ways");
}
