//! Proves that the vectorised loops compute, bit for bit, what a plain loop over one cell at a time computes, at every
//! length, and that the cells which pad a row neither fire nor leak into the others.

use pulp::Arch;
use stdp_digits::kernel::{self, Cells, LANES, Membrane};
use stdp_digits::rng::{Generator, Stream, stream};
use stdp_digits::{Config, Network};

use crate::support::mini;

/// Whole registers: few, odd and even numbers of them, and those of the networks that people train.
const LENGTHS: [usize; 7] = [LANES, 2 * LANES, 3 * LANES, 7 * LANES, 112, 400, 1600];
/// Input spikes in a step: with every remainder of four rows.
const SPIKES: [usize; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 100, 784];

/// Numbers between two others.
fn random(rng: &mut Generator, length: usize, low: f32, high: f32) -> Vec<f32> {
    use rand::Rng;
    (0..length).map(|_| low + (high - low) * ((rng.next_u64() >> 40) as f32 / 16_777_216.0)).collect()
}

/// The membrane equation of one cell as `kernel.rs` documents it, written a second time.
fn scalar_step(m: &Membrane, v: f32, g_e: f32, g_i: f32) -> f32 {
    let x = m.h + m.h_e * g_e + m.h_i * g_i;
    let drive = m.drive_rest + m.drive_e * g_e + m.drive_i * g_i - x * v;
    v + drive / (1.0 + x * (0.5 + x * (1.0 / 12.0)))
}

fn bits(values: &[f32]) -> Vec<u32> {
    values.iter().map(|value| value.to_bits()).collect()
}

#[test]
fn a_step_is_bit_exact_at_every_length_and_number_of_spikes() {
    let config = Config::default();
    for membrane in [Membrane::new(&config.exc, 0.5), Membrane::new(&config.inh, 0.1)] {
        for length in LENGTHS {
            let mut rng = stream(1, Stream::Look, length as u64, 0);
            let weights = random(&mut rng, 784 * length, 0.0, 1.0);
            for inhibited in [false, true] {
                let mut v = random(&mut rng, length, -100.0, -40.0);
                let mut g_e = random(&mut rng, length, 0.0, 20.0);
                let mut g_i = if inhibited { random(&mut rng, length, 0.0, 500.0) } else { vec![0.0; length] };
                let threshold = random(&mut rng, length, -70.0, -40.0);
                let (mut twin_v, mut twin_e, mut twin_i) = (v.clone(), g_e.clone(), g_i.clone());
                for count in SPIKES {
                    // In no order, so that a sum in another one would show.
                    let spikes: Vec<u16> = (0..count).map(|k| (k * 37 % 784) as u16).collect();
                    let cells = Cells { v: &mut v, g_e: &mut g_e, g_i: &mut g_i, threshold: &threshold };
                    let above = kernel::step(Arch::new(), membrane, cells, &weights, &spikes, inhibited);
                    for cell in 0..length {
                        for &input in &spikes {
                            twin_e[cell] += weights[usize::from(input) * length + cell];
                        }
                        twin_v[cell] = scalar_step(&membrane, twin_v[cell], twin_e[cell], twin_i[cell]);
                        twin_e[cell] *= membrane.decay_e;
                        twin_i[cell] *= membrane.decay_i;
                    }
                    let place = format!("length {length}, inhibited {inhibited}, {count} spikes");
                    assert_eq!(bits(&v), bits(&twin_v), "v, {place}");
                    assert_eq!(bits(&g_e), bits(&twin_e), "g_e, {place}");
                    assert_eq!(bits(&g_i), bits(&twin_i), "g_i, {place}");
                    let any = twin_v.iter().zip(&threshold).any(|(v, threshold)| v > threshold);
                    assert_eq!(above, any, "whether any cell is above its threshold, {place}");
                }
            }
        }
    }
}

/// The answer must not depend on which lane the one cell above threshold sits in.
#[test]
fn one_cell_above_threshold_is_noticed_in_every_lane() {
    let membrane = Membrane::new(&Config::default().exc, 0.5);
    for length in LENGTHS {
        for cell in 0..length {
            let (mut v, mut g_e, mut g_i) = (vec![-65.0; length], vec![0.0; length], vec![0.0; length]);
            v[cell] = -40.0;
            let cells = Cells { v: &mut v, g_e: &mut g_e, g_i: &mut g_i, threshold: &vec![-52.0; length] };
            assert!(kernel::step(Arch::new(), membrane, cells, &[], &[], false), "length {length}, cell {cell}");
        }
    }
}

#[test]
fn a_potential_at_its_threshold_is_not_above_it() {
    let membrane = Membrane::new(&Config::default().exc, 0.5);
    let (mut v, mut g_e, mut g_i) = ([-65.0; LANES], [0.0; LANES], [0.0; LANES]);
    let cells = Cells { v: &mut v, g_e: &mut g_e, g_i: &mut g_i, threshold: &[-65.0; LANES] };
    assert!(!kernel::step(Arch::new(), membrane, cells, &[], &[], false), "v = threshold = v_rest");
    assert_eq!(v, [-65.0; LANES], "a cell at rest stays exactly there");
}

/// A network of N cells, and the same with silent cells after them: in one the last row is padded, in the other it is
/// not.
#[test]
fn padding_neither_fires_nor_leaks() {
    let digits = mini::digits();
    for neurons in [1u32, 7, 13, 100] {
        let full = (neurons as usize).next_multiple_of(LANES) + LANES;
        let small = Network::new(mini::config(neurons), 3).expect("a sound configuration");
        let mut wide_weights = vec![0.0; 784 * full];
        for (wide, narrow) in wide_weights.chunks_exact_mut(full).zip(small.weights().chunks_exact(neurons as usize)) {
            wide[..neurons as usize].copy_from_slice(narrow);
        }
        let mut theta = vec![20.0; full];
        theta[neurons as usize..].fill(1000.0);
        let mut wide =
            Network::from_parts(mini::config(full as u32), 3, &wide_weights, theta).expect("parts of one size");
        let mut small = small;
        for network in [&mut small, &mut wide] {
            network.set_monitor(true);
        }
        for image in 0..10 {
            let counts = small.look(digits.image(image), Stream::Look, image as u64).expect("784 pixels").to_vec();
            let wide_counts = wide.look(digits.image(image), Stream::Look, image as u64).expect("784 pixels");
            assert_eq!(counts, wide_counts[..neurons as usize], "seed 3, N {neurons}, image {image}: counts");
            let (found, expected) = (small.monitor().expect("on").clone(), wide.monitor().expect("on").clone());
            assert_eq!(found.exc, expected.exc, "seed 3, N {neurons}, image {image}: exc spikes");
            assert_eq!(found.inh, expected.inh, "seed 3, N {neurons}, image {image}: inh spikes");
            assert!(image > 0 || !found.exc.is_empty(), "seed 3, N {neurons}: silence proves nothing");
        }
    }
}
