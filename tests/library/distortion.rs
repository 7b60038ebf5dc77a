//! Proves what happens to a drawing that is not centred, not scaled, moved, turned, thickened or covered with noise: what the
//! words say, the same every time, and nothing at all where nothing is asked for.

use stdp_digits::drawing::{
    BOX_SIDE, Distortion, Image, MASS_CENTRE, PEN_WIDTH, Placing, SIDE, image_from_gray, image_from_strokes,
};

type Strokes = Vec<Vec<[f32; 2]>>;

const AS_DRAWN: Placing = Placing { centre: false, scale: false };

/// A small two in the pad's left upper corner.
fn small() -> Strokes {
    let points = [[0.3, 0.35], [0.4, 0.2], [0.6, 0.2], [0.65, 0.4], [0.5, 0.6], [0.3, 0.8], [0.5, 0.78], [0.7, 0.8]];
    vec![points.map(|[x, y]: [f32; 2]| [0.1 + 0.4 * x, 0.05 + 0.4 * y]).to_vec()]
}

fn two() -> Image {
    image_from_strokes(&small()).expect("large enough to be seen")
}

fn drawn(placing: Placing) -> Image {
    placing.image_from_strokes(&small()).expect("large enough to be seen")
}

fn mass(image: &Image) -> [f64; 2] {
    let sum: f64 = image.iter().map(|&v| f64::from(v)).sum();
    let along = |place: fn(usize) -> usize| {
        image.iter().enumerate().map(|(i, &v)| f64::from(v) * (place(i) as f64 + 0.5)).sum::<f64>() / sum
    };
    [along(|i| i % SIDE), along(|i| i / SIDE)]
}

/// Left, top, right and bottom of all ink.
fn bounds(image: &Image) -> [usize; 4] {
    let inked = || image.iter().enumerate().filter(|(_, v)| **v > 0).map(|(i, _)| (i % SIDE, i / SIDE));
    let (xs, ys) = (|| inked().map(|(x, _)| x), || inked().map(|(_, y)| y));
    [xs().min(), ys().min(), xs().max(), ys().max()].map(|at| at.expect("there is ink"))
}

fn longer_side(image: &Image) -> usize {
    let [left, top, right, bottom] = bounds(image);
    (right - left).max(bottom - top) + 1
}

fn ink(image: &Image) -> u32 {
    image.iter().map(|&v| u32::from(v)).sum()
}

fn near(found: [f64; 2], expected: [f64; 2], tolerance: f64, what: &str) {
    let far = (0..2).any(|axis| (found[axis] - expected[axis]).abs() > tolerance);
    assert!(!far, "{what}: found {found:?}, expected {expected:?}");
}

#[test]
fn by_default_a_drawing_is_made_as_ever() {
    assert_eq!(drawn(Placing::default()), two(), "strokes");
    let page: Vec<u8> = two().map(|v| 255 - v / 2).to_vec();
    let plain = image_from_gray(&page, SIDE, SIDE).expect("a digit");
    assert_eq!(Placing::default().image_from_gray(&page, SIDE, SIDE), Ok(plain), "a picture");
}

#[test]
fn a_drawing_stays_as_large_and_where_it_was_drawn() {
    let image = drawn(AS_DRAWN);
    // Of 0.24 of the pad by 0.24, from (0.22, 0.13) on, plus the pen's width and edge.
    let [left, top, right, bottom] = bounds(&image);
    assert!((4..=5).contains(&left) && (1..=2).contains(&top), "from {left}, {top}");
    assert!((11..=12).contains(&right) && (11..=12).contains(&bottom), "to {right}, {bottom}");
}

#[test]
fn centring_and_scaling_can_be_had_one_by_one() {
    let centred = drawn(Placing { scale: false, ..Placing::default() });
    near(mass(&centred), [MASS_CENTRE; 2], 0.2, "centred alone");
    let sizes = [longer_side(&centred), longer_side(&drawn(AS_DRAWN))];
    assert!(sizes[0].abs_diff(sizes[1]) <= 1, "size of the one that is only centred, and as drawn: {sizes:?}");
    let scaled = drawn(Placing { centre: false, ..Placing::default() });
    assert!(longer_side(&scaled).abs_diff(BOX_SIDE as usize) <= 1, "scaled alone: {}", longer_side(&scaled));
    let [left, top, ..] = bounds(&scaled);
    assert!(left <= 1 && top <= 1, "ink from the corner stays in the corner: {left}, {top}");
}

#[test]
fn nothing_is_cut_off_by_leaving_it_as_it_is() {
    // Along all four edges of the pad and beyond two of them.
    let frame = vec![vec![[-0.2, 0.0], [1.0, 0.0], [1.0, 1.3], [0.0, 1.0], [-0.2, 0.0]]];
    for placing in [AS_DRAWN, Placing { scale: false, ..Placing::default() }] {
        let image = placing.image_from_strokes(&frame).expect("large enough to be seen");
        let lines = [image[..SIDE].to_vec(), image[SIDE * (SIDE - 1)..].to_vec()];
        assert!(lines.iter().any(|line| line.iter().any(|&v| v > 0)), "{placing:?} fills the picture");
        assert!(ink(&image) > 255 * 2 * 60, "{placing:?} lost ink: {}", ink(&image));
    }
}

#[test]
fn a_picture_stays_as_large_and_where_it_is() {
    // A block of 40 × 60 in the right lower part of a page of 200 × 280: the page's longer side is the input's.
    let (width, height) = (200, 280);
    let mut page = vec![230u8; width * height];
    for y in 200..260 {
        page[y * width + 140..][..40].fill(20);
    }
    let image = AS_DRAWN.image_from_gray(&page, width, height).expect("a digit");
    assert_eq!(bounds(&image), [18, 20, 21, 25], "a tenth of the size, 40 to the right: the page lies in a square");
    let scaled = Placing { scale: true, ..AS_DRAWN }.image_from_gray(&page, width, height).expect("a digit");
    assert_eq!(longer_side(&scaled), BOX_SIDE as usize, "scaled");
    assert_eq!(bounds(&scaled)[3], SIDE - 1, "and still below");
    let hairline: Vec<u8> = (0..width * height)
        .map(|i| if i % width == 60 && (40..200).contains(&(i / width)) { 0 } else { 255 })
        .collect();
    let image = AS_DRAWN.image_from_gray(&hairline, width, height).expect("a digit");
    let [x, y] = mass(&image);
    near([x, y], [10.05, 12.0], 0.1, "a hairline, drawn with the pen where it was");
    let width = f64::from(ink(&image)) / 255.0 / 16.0;
    assert!((PEN_WIDTH - 0.2..PEN_WIDTH + 0.6).contains(&width), "as wide as the pen: {width}");
}

#[test]
fn no_change_is_no_change() {
    assert_eq!(Distortion::default().apply(&two(), 7), Ok(two()), "nothing asked for");
    assert_eq!(Distortion { thicken: 1e-9, ..Distortion::default() }.apply(&two(), 7), Ok(two()), "next to nothing");
}

#[test]
fn whole_pixels_move_without_a_trace() {
    let moved = Distortion { shift: [3.0, -2.0], ..Distortion::default() }.apply(&two(), 0).expect("within limits");
    for (i, &v) in two().iter().enumerate() {
        let (x, y) = (i % SIDE + 3, (i / SIDE).wrapping_sub(2));
        if x < SIDE && y < SIDE {
            assert_eq!(moved[y * SIDE + x], v, "pixel {i}");
        }
    }
    let half = Distortion { shift: [0.5, 0.0], ..Distortion::default() }.apply(&two(), 0).expect("within limits");
    near(mass(&half), [mass(&two())[0] + 0.5, mass(&two())[1]], 0.02, "half a pixel");
    let gone = Distortion { shift: [28.0, 0.0], ..Distortion::default() }.apply(&two(), 0).expect("within limits");
    assert_eq!(ink(&gone), 0, "out of the picture");
}

#[test]
fn ink_turns_clockwise_about_its_middle() {
    let line = image_from_strokes(&[vec![[0.5, 0.1], [0.5, 0.9]]]).expect("a one");
    let turn =
        |degrees| Distortion { rotate: degrees, ..Distortion::default() }.apply(&line, 0).expect("within limits");
    near(mass(&turn(35.0)), mass(&line), 0.1, "the middle stays");
    let upper = |image: &Image| mass(&std::array::from_fn(|i| if i / SIDE < 10 { image[i] } else { 0 }))[0];
    assert!(upper(&turn(30.0)) > MASS_CENTRE + 2.0, "clockwise: the upper end goes right, {}", upper(&turn(30.0)));
    let [left, top, right, bottom] = bounds(&turn(90.0));
    assert!(right - left >= 18 && bottom - top <= 4, "a quarter turn lays it down: {left} {top} {right} {bottom}");
    assert!(f64::from(ink(&turn(37.0)).abs_diff(ink(&line))) < 0.03 * f64::from(ink(&line)), "no ink is lost");
}

#[test]
fn lines_grow_by_what_was_asked_for() {
    let line = image_from_strokes(&[vec![[0.5, 0.1], [0.5, 0.9]]]).expect("a one");
    let width = |thicken: f64| {
        let image = Distortion { thicken, ..Distortion::default() }.apply(&line, 0).expect("within limits");
        image[14 * SIDE..][..SIDE].iter().map(|&v| f64::from(v)).sum::<f64>() / 255.0
    };
    let plain = width(0.0);
    let mut last = 0.0;
    for thicken in [-2.0, -1.0, -0.5, 0.5, 1.0, 2.0, 3.0] {
        let grown = width(thicken) - plain;
        assert!((grown - thicken).abs() <= 0.5, "{thicken} px thicker made it {grown} px wider");
        assert!(width(thicken) >= last, "{thicken} px is not less than what came before");
        last = width(thicken);
    }
}

#[test]
fn noise_is_as_much_as_asked_for_the_same_for_a_seed_and_grows() {
    let noisy = |noise, seed| {
        Distortion { noise, ..Distortion::default() }.apply(&[0; SIDE * SIDE], seed).expect("within limits")
    };
    let share = |image: &Image| image.iter().filter(|v| **v > 0).count() as f64 / 784.0;
    assert!((share(&noisy(0.2, 5)) - 0.2).abs() < 0.05, "a fifth: {}", share(&noisy(0.2, 5)));
    assert_eq!(noisy(0.2, 5), noisy(0.2, 5), "seed 5, twice");
    assert_ne!(noisy(0.2, 5), noisy(0.2, 6), "seeds 5 and 6");
    let (some, more) = (noisy(0.1, 5), noisy(0.3, 5));
    assert!(some.iter().zip(&more).all(|(a, b)| *a == 0 || a == b), "a tenth is part of three tenths");
    assert!(share(&noisy(1.0, 5)) > 0.98, "all");
}

#[test]
fn the_same_changes_give_the_same_bytes() {
    let all = Distortion { shift: [1.5, -2.25], rotate: 17.0, thicken: 0.75, noise: 0.05 };
    let image = all.apply(&two(), 2015).expect("within limits");
    let hash =
        image.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &v| (hash ^ u64::from(v)).wrapping_mul(0x0100_0000_01b3));
    assert_eq!(hash, 3_444_895_166_160_817_089, "the bytes have moved");
}

#[test]
fn impossible_changes_are_refused_in_a_sentence() {
    for (change, part) in [
        (Distortion { shift: [29.0, 0.0], ..Distortion::default() }, "shift to the right of 29"),
        (Distortion { shift: [0.0, f64::NAN], ..Distortion::default() }, "shift down of NaN"),
        (Distortion { rotate: f64::INFINITY, ..Distortion::default() }, "rotation of inf"),
        (Distortion { thicken: 9.0, ..Distortion::default() }, "thickening of 9"),
        (Distortion { noise: -0.1, ..Distortion::default() }, "noise of -0.1"),
    ] {
        let error = change.apply(&two(), 0).expect_err(part).to_string();
        assert!(error.contains(part) && error.contains("expected"), "'{error}' does not say '{part}'");
    }
}
