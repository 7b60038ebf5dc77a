//! Proves that drawings become network input the way MNIST was made: one size, one pen, centred by mass, whatever their place,
//! size and direction; and that what is no digit is refused in one sentence.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use stdp_digits::Error;
use stdp_digits::drawing::{
    BOX_SIDE, Image, MASS_CENTRE, PEN_WIDTH, SIDE, image_from_gray, image_from_strokes, stroke_from_pen_row,
};

type Strokes = Vec<Vec<[f32; 2]>>;

/// Grey levels that rounding of coordinates to `f32` may change.
const ROUNDING: u8 = 2;

pub(super) fn drawn(strokes: &[Vec<[f32; 2]>]) -> Image {
    image_from_strokes(strokes).expect("the drawing is large enough to be seen")
}

pub(super) fn read(pixels: &[u8], width: usize, height: usize) -> Image {
    image_from_gray(pixels, width, height).expect("the picture holds a digit")
}

fn refusal(strokes: &[Vec<[f32; 2]>]) -> String {
    image_from_strokes(strokes).expect_err("there is no digit").to_string()
}

/// A two: an arc, a slope and a foot.
pub(super) fn two() -> Strokes {
    vec![vec![[0.3, 0.35], [0.4, 0.2], [0.6, 0.2], [0.65, 0.4], [0.5, 0.6], [0.3, 0.8], [0.5, 0.78], [0.7, 0.8]]]
}

/// A four of two strokes.
pub(super) fn four() -> Strokes {
    vec![vec![[0.35, 0.2], [0.25, 0.55], [0.7, 0.55]], vec![[0.6, 0.15], [0.55, 0.9]]]
}

/// A one: two points.
pub(super) fn one() -> Strokes {
    vec![vec![[0.5, 0.1], [0.5, 0.9]]]
}

fn mapped(strokes: &Strokes, change: impl Fn([f32; 2]) -> [f32; 2]) -> Strokes {
    strokes.iter().map(|stroke| stroke.iter().map(|&p| change(p)).collect()).collect()
}

pub(super) fn largest_difference(a: &Image, b: &Image) -> u8 {
    a.iter().zip(b).map(|(p, q)| p.abs_diff(*q)).max().unwrap_or(0)
}

pub(super) fn mass_centre(image: &Image) -> [f64; 2] {
    let sum: f64 = image.iter().map(|&v| f64::from(v)).sum();
    let along = |place: fn(usize) -> usize| {
        image.iter().enumerate().map(|(i, &v)| f64::from(v) * (place(i) as f64 + 0.5)).sum::<f64>() / sum
    };
    [along(|i| i % SIDE), along(|i| i / SIDE)]
}

/// Columns and rows that hold ink of at least `level`.
fn ink_span(image: &Image, level: u8) -> [usize; 2] {
    [(|i| i % SIDE) as fn(usize) -> usize, |i| i / SIDE].map(|place| {
        let places = || image.iter().enumerate().filter(|(_, v)| **v >= level).map(|(i, _)| place(i));
        places().max().map_or(0, |last| last + 1 - places().min().unwrap_or(0))
    })
}

fn touches_border(image: &Image) -> bool {
    image.iter().enumerate().any(|(i, &v)| v > 0 && [i % SIDE, i / SIDE].iter().any(|&at| at == 0 || at == SIDE - 1))
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;

fn fnv1a(hash: u64, image: &Image) -> u64 {
    image.iter().fold(hash, |hash, &b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// 300 digits of 73 people. On the pad their longer side is 1.
fn peoples_digits() -> Vec<Strokes> {
    #[derive(serde::Deserialize)]
    struct Line {
        strokes: Strokes,
    }
    let lines = include_str!("../fixtures/pen_drawings.jsonl").lines();
    let drawings = lines.map(|line| serde_json::from_str::<Line>(line).expect("strokes").strokes);
    drawings.map(|strokes| mapped(&strokes, |p| p.map(|at| at / 1000.0))).collect()
}

pub(super) fn mnist_digits() -> Vec<Image> {
    let file = include_bytes!("../fixtures/mnist_ten.idx3");
    file[16..].chunks_exact(SIDE * SIDE).map(|c| c.try_into().expect("28×28 pixels")).collect()
}

/// `image` in the middle of a picture `times` as large, with a margin, each pixel a square.
pub(super) fn enlarged(image: &Image, times: usize, margin: usize) -> (Vec<u8>, usize) {
    let side = SIDE * times + 2 * margin;
    let mut pixels = vec![0; side * side];
    for y in 0..SIDE * times {
        for x in 0..SIDE * times {
            pixels[(y + margin) * side + x + margin] = image[y / times * SIDE + x / times];
        }
    }
    (pixels, side)
}

fn any_stroke() -> impl Strategy<Value = Vec<[f32; 2]>> {
    prop::collection::vec([0.0f32..1.0, 0.0f32..1.0], 1..12)
}

/// Drawings of a size that is surely seen.
fn any_drawing() -> impl Strategy<Value = Strokes> {
    (prop::collection::vec(any_stroke(), 0..3), [0.0f32..0.3, 0.0f32..1.0], [0.6f32..1.0, 0.0f32..1.0]).prop_map(
        |(mut strokes, a, b)| {
            strokes.push(vec![a, b]);
            strokes
        },
    )
}

/// The same cases in every run; each property was also tried on 50,000 others.
fn config() -> ProptestConfig {
    ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(28), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn place_and_size_make_no_difference(s in any_drawing(), scale in 0.2f32..1.0, x in 0.0f32..1.0, y in 0.0f32..1.0) {
        let moved = mapped(&s, |p| [x + scale * p[0], y + scale * p[1]]);
        let difference = largest_difference(&drawn(&s), &drawn(&moved));
        prop_assert!(difference <= ROUNDING, "{difference} grey levels at scale {scale}, shift {x}, {y}");
    }

    #[test]
    fn direction_and_order_of_strokes_make_no_difference(s in any_drawing()) {
        let mut reversed = s.clone();
        reversed.reverse();
        reversed.iter_mut().for_each(|stroke| stroke.reverse());
        let difference = largest_difference(&drawn(&s), &drawn(&reversed));
        prop_assert!(difference <= ROUNDING, "{difference} grey levels");
    }

    #[test]
    fn ink_is_centred_by_mass_and_never_cut_off(s in any_drawing()) {
        let image = drawn(&s);
        for at in mass_centre(&image) {
            prop_assert!((at - MASS_CENTRE).abs() < 0.25 || touches_border(&image), "mass at {at}, expected {MASS_CENTRE}");
        }
    }

    #[test]
    fn ink_fills_the_box_of_twenty_pixels(s in any_drawing()) {
        // A box of 20 pixels that starts between two pixels covers 21 of them. Of the soft edge a little is too faint to show.
        let span = ink_span(&drawn(&s), 1);
        let longer = span[0].max(span[1]);
        prop_assert!((19..=BOX_SIDE as usize + 1).contains(&longer), "{span:?} pixels");
    }

    #[test]
    fn points_between_the_points_change_nothing(
        stroke in any_stroke(), end in [0.6f32..1.0, 0.0f32..1.0], at in prop::collection::vec(0.0f32..1.0, 1..30),
    ) {
        let mut at = at;
        at.sort_by(f32::total_cmp);
        let stroke: Vec<[f32; 2]> = [[0.1, 0.5]].into_iter().chain(stroke).chain([end]).collect();
        let mut split = vec![stroke[0]];
        for ends in stroke.windows(2) {
            let (a, b) = (ends[0], ends[1]);
            split.extend(at.iter().map(|t| [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]));
            split.push(b);
        }
        let difference = largest_difference(&drawn(&[stroke]), &drawn(&[split]));
        prop_assert!(difference <= ROUNDING, "{difference} grey levels");
    }

    #[test]
    fn any_finite_points_give_an_image_or_a_sentence(s in prop::collection::vec(prop::collection::vec(
        [prop::num::f32::ANY, prop::num::f32::ANY], 0..9), 0..4)) {
        match image_from_strokes(&s) {
            Ok(image) => prop_assert!(image.iter().any(|&v| v > 200), "an image without ink"),
            Err(error) => prop_assert!(matches!(error, Error::NothingToSee(_)), "{error}"),
        }
    }

    #[test]
    fn dark_on_light_reads_as_light_on_dark(
        pixels in prop::collection::vec(any::<u8>(), 12 * 9), paper in 0u8..=255, soft in any::<bool>(),
    ) {
        let (width, height) = (12, 9);
        let mut picture = if soft { pixels.iter().map(|p| p / 4).collect() } else { pixels };
        for (i, pixel) in picture.iter_mut().enumerate() {
            if i % width == 0 || i % width == width - 1 || i / width == 0 || i / width == height - 1 {
                *pixel = paper;
            }
        }
        let inverse: Vec<u8> = picture.iter().map(|p| 255 - p).collect();
        let balance: i64 = picture.iter().map(|&p| i64::from(p) - i64::from(paper)).sum();
        prop_assume!(balance != 0, "as much lighter as darker: either may be the ink");
        prop_assert_eq!(image_from_gray(&picture, width, height), image_from_gray(&inverse, width, height));
    }

    #[test]
    fn any_picture_gives_an_image_or_a_sentence(
        (width, height, pixels) in (1usize..40, 1usize..40).prop_flat_map(|(w, h)| (Just(w), Just(h), prop::collection::vec(any::<u8>(), w * h))),
    ) {
        match image_from_gray(&pixels, width, height) {
            Ok(image) => prop_assert!(image.iter().any(|&v| v > 200), "an image without ink"),
            Err(error) => prop_assert!(matches!(error, Error::NothingToSee(_)), "{error}"),
        }
    }
}

#[test]
fn a_blank_pad_is_nothing_to_see() {
    assert_eq!(refusal(&[]), "nothing to see: the pad is blank, draw a digit");
    assert_eq!(refusal(&[vec![], vec![]]), "nothing to see: the pad is blank, draw a digit");
}

#[test]
fn taps_and_jitter_are_nothing_to_see() {
    let dot = "nothing to see: only a dot was drawn, draw a whole digit";
    assert_eq!(refusal(&[vec![[0.5, 0.5]]]), dot, "a tap");
    assert_eq!(refusal(&[vec![[0.5, 0.5]; 40]]), dot, "a long press");
    assert_eq!(refusal(&[vec![[0.5, 0.5], [0.52, 0.51], [0.5, 0.53], [0.51, 0.5]]]), dot, "a trembling tap");
    assert_eq!(refusal(&[vec![[0.1, 0.1]], vec![[0.9, 0.9]]]), dot, "two taps far apart");
}

#[test]
fn points_that_are_no_numbers_are_refused() {
    for bad in [f32::NAN, f32::INFINITY, f32::NEG_INFINITY] {
        let sentence = refusal(&[vec![[0.1, 0.1], [0.5, bad], [0.9, 0.9]]]);
        assert_eq!(sentence, "nothing to see: a point of the drawing is not a finite number", "for {bad}");
    }
}

#[test]
fn a_straight_line_down_looks_like_a_one() {
    let image = drawn(&one());
    let [columns, rows] = ink_span(&image, 1);
    assert!((3..=6).contains(&columns), "{columns} columns hold ink");
    assert!((19..=21).contains(&rows), "{rows} rows hold ink");
    assert_eq!(image[14 * SIDE + 14], 255, "full ink in the middle");
}

#[test]
fn a_straight_line_across_is_drawn_too() {
    assert_eq!(ink_span(&drawn(&[vec![[0.2, 0.5], [0.8, 0.5]]]), 1)[1], ink_span(&drawn(&one()), 1)[0]);
}

#[test]
fn a_line_is_as_wide_as_the_pen() {
    // Across the middle of a line the ink sums to the pen's width.
    let image = drawn(&one());
    let width: f64 = image[14 * SIDE..15 * SIDE].iter().map(|&v| f64::from(v) / 255.0).sum();
    assert!((width - PEN_WIDTH).abs() < 0.1, "{width} pixels wide, expected {PEN_WIDTH}");
}

#[test]
fn what_lies_far_from_most_of_the_ink_is_not_cut_off() {
    // Nearly all of the ink lies at one end; centred by mass, the other end would leave the picture.
    let scribble = (0..60).map(|i| [0.1 + 0.15 * (i % 2) as f32, 0.1 + 0.0135 * i as f32]);
    let strokes: Strokes = vec![scribble.collect(), vec![[0.85, 0.5], [0.9, 0.5]]];
    for (end, axis, strokes) in [
        ("right", 0, strokes.clone()),
        ("left", 0, mapped(&strokes, |p| [1.0 - p[0], p[1]])),
        ("bottom", 1, mapped(&strokes, |p| [p[1], p[0]])),
        ("top", 1, mapped(&strokes, |p| [p[1], 1.0 - p[0]])),
    ] {
        let image = drawn(&strokes);
        let span = ink_span(&image, 1)[axis];
        assert!(span >= 20, "dash at the {end}: {span} pixels");
        assert!(touches_border(&image), "dash at the {end}: there was room to centre it");
        // The edge lies on the picture's border, so the outermost pixel has the outer half of the fading ink.
        let outermost = image.iter().enumerate().filter(|(i, _)| [0, SIDE - 1].contains(&[i % SIDE, i / SIDE][axis]));
        let most = outermost.map(|(_, &v)| v).max();
        assert!(most < Some(130), "dash at the {end}: ink of {most:?} at the border, its soft edge is cut off");
    }
}

#[test]
fn a_dot_beside_a_line_is_drawn() {
    let mut strokes = one();
    strokes.push(vec![[0.8, 0.5]]);
    assert!(ink_span(&drawn(&strokes), 200)[0] > ink_span(&drawn(&one()), 200)[0]);
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    // FNV-1a of the pixels. A change here changes what every drawing looks like to the network.
    for (name, strokes, hash) in [
        ("one", one(), 0xf01e_e9a4_b70e_d90e_u64),
        ("two", two(), 0xa453_9227_9911_0796),
        ("four", four(), 0xbdd0_366b_34bb_c2a2),
    ] {
        let found = fnv1a(FNV_START, &drawn(&strokes));
        assert_eq!(found, hash, "{name}: found {found:#018x}");
    }
}

#[test]
fn peoples_digits_give_the_same_bytes() {
    // FNV-1a of all 300 drawings, one after the other.
    let hash = peoples_digits().iter().fold(FNV_START, |hash, strokes| fnv1a(hash, &drawn(strokes)));
    assert_eq!(hash, 0xea0c_e687_5e16_82bc, "found {hash:#018x}");
}

#[test]
fn a_pen_row_is_flipped_and_narrowed() {
    let row = [0.0, 0.0, 100.0, 100.0, 50.0, 20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let stroke = stroke_from_pen_row(&row);
    assert_eq!(stroke.len(), 8);
    assert_eq!(stroke[..3], [[0.0, 1.0], [0.75, 0.0], [0.375, 0.8]]);
}

#[test]
fn peoples_digits_have_mnist_s_ink() {
    // Mean grey, pixels with any ink, pixels with full ink; MNIST's training images: 33.3, 150, 58.
    let drawings = peoples_digits();
    let (mut grey, mut any, mut full) = (0.0, 0.0, 0.0);
    for strokes in &drawings {
        let image = drawn(strokes);
        grey += image.iter().map(|&v| f64::from(v)).sum::<f64>() / image.len() as f64;
        any += image.iter().filter(|&&v| v > 0).count() as f64;
        full += image.iter().filter(|&&v| v >= 250).count() as f64;
    }
    let n = drawings.len() as f64;
    assert_eq!(drawings.len(), 300);
    assert!((grey / n - 33.3).abs() < 2.0, "mean grey {}", grey / n);
    assert!((any / n - 150.0).abs() < 5.0, "{} pixels with ink", any / n);
    assert!((full / n - 58.0).abs() < 6.0, "{} pixels with full ink", full / n);
}
