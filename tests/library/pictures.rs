//! Proves that pictures become network input the way MNIST was made, whatever their size and colours, and that those without a
//! digit are refused in one sentence.

use stdp_digits::drawing::{MASS_CENTRE, MAX_PICTURE_SIDE, SIDE, grey_on_white, image_from_gray};

use super::drawing::{drawn, enlarged, four, largest_difference, mass_centre, mnist_digits, one, read, two};

#[test]
fn mnist_images_stay_as_they_are() {
    for (digit, image) in mnist_digits().iter().enumerate() {
        assert!(read(image, SIDE, SIDE) == *image, "the {digit} changed");
        let inverse = image.map(|v| 255 - v);
        assert!(read(&inverse, SIDE, SIDE) == *image, "the {digit} in black on white changed");
    }
}

#[test]
fn drawings_stay_as_they_are_when_read_again() {
    for strokes in [two(), four()] {
        let image = drawn(&strokes);
        assert!(read(&image, SIDE, SIDE) == image);
    }
}

#[test]
fn a_28_by_28_picture_that_is_off_centre_is_made_anew() {
    let digit = &mnist_digits()[3];
    let mut moved = [0; SIDE * SIDE];
    moved[..SIDE * (SIDE - 3)].copy_from_slice(&digit[SIDE * 3..]);
    let image = read(&moved, SIDE, SIDE);
    assert!(image != moved, "taken as it was, three rows too high");
    for at in mass_centre(&image) {
        assert!((at - MASS_CENTRE).abs() < 0.2, "mass at {at}");
    }
}

#[test]
fn an_enlarged_mnist_image_comes_back() {
    for (digit, image) in mnist_digits().iter().enumerate() {
        let (pixels, side) = enlarged(image, 7, 40);
        let back = read(&pixels, side, side);
        let off: f64 = back.iter().zip(image).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / 784.0;
        // It lies up to half a pixel beside the original, which was placed on whole pixels.
        assert!(off < 20.0, "the {digit} differs by {off} grey levels on average");
        for at in mass_centre(&back) {
            assert!((at - MASS_CENTRE).abs() < 0.1, "the {digit}: mass at {at}");
        }
    }
}

#[test]
fn a_hairline_in_a_large_picture_is_drawn_with_the_pen() {
    let (width, height) = (600, 400);
    let mut pixels = vec![250; width * height];
    for y in 50..350 {
        pixels[y * width + 300] = 20;
    }
    let image = read(&pixels, width, height);
    let difference = largest_difference(&image, &drawn(&one()));
    assert!(difference <= 2, "{difference} grey levels from the one drawn as a stroke");
}

#[test]
fn a_tiny_faint_picture_still_has_ink() {
    // One strong pixel, the rest of the digit faint: too few runs to redraw it from.
    assert!(read(&[71, 112, 161, 141, 127, 105, 7], 1, 7).contains(&255));
}

#[test]
fn paper_that_is_not_quite_even_is_no_ink() {
    let (pixels, side) = enlarged(&mnist_digits()[5], 5, 30);
    let clean = read(&pixels, side, side);
    let noisy: Vec<u8> = pixels.iter().enumerate().map(|(i, &p)| p.max((i * 7 % 25) as u8)).collect();
    let difference = largest_difference(&read(&noisy, side, side), &clean);
    assert!(difference < 40, "{difference} grey levels");
}

#[test]
fn pictures_that_cannot_be_read_are_refused_in_a_sentence() {
    let sentence = |pixels: &[u8], width, height| match image_from_gray(pixels, width, height) {
        Ok(_) => panic!("{width}×{height} was taken for a digit"),
        Err(error) => error.to_string(),
    };
    let sides = format!("expected 1×1 to {MAX_PICTURE_SIDE}×{MAX_PICTURE_SIDE}");
    assert_eq!(sentence(&[], 0, 0), format!("picture: found 0×0 pixels, {sides}"));
    assert_eq!(sentence(&[], 5, 0), format!("picture: found 5×0 pixels, {sides}"));
    assert_eq!(sentence(&[0], 5000, 1), format!("picture: found 5000×1 pixels, {sides}"));
    assert_eq!(sentence(&[0], usize::MAX, 2), format!("picture: found {}×2 pixels, {sides}", usize::MAX));
    assert_eq!(sentence(&[0; 99], 10, 10), "pixels of the picture: found 99, expected 100");
    assert_eq!(sentence(&[77; 100], 10, 10), "nothing to see: the picture is one even grey");
    let mut faint = [100; 100];
    faint[44..48].fill(131);
    assert_eq!(sentence(&faint, 10, 10), "nothing to see: the picture is one even grey");
    let mut speck = [255; 100 * 100];
    speck[5050] = 0;
    assert_eq!(sentence(&speck, 100, 100), "nothing to see: the picture holds only a dot");
}

#[test]
fn colours_and_transparency_become_the_grey_they_have_on_paper() {
    for grey in 0..=255 {
        assert_eq!(grey_on_white(&[grey, grey, grey, 255]), grey, "an opaque grey stays as it is");
        assert_eq!(grey_on_white(&[grey, 0, 0, 0]), 255, "what is transparent is paper");
    }
    assert_eq!(grey_on_white(&[0, 0, 0, 128]), 127, "half black on white");
    assert_eq!(grey_on_white(&[0, 255, 0, 255]), 182, "pure green is 0.7152 of white");
}
