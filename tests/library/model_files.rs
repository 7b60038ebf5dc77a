//! Proves that a model file is read back to the byte, and that one which is cut short, damaged in any bit, of the wrong
//! shape or not a model at all is refused in a sentence: never a panic, never a plausible wrong network.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use stdp_digits::config::INPUTS;
use stdp_digits::model::Accuracy;
use stdp_digits::readout::{AtThreshold, Responses};
use stdp_digits::rng::Stream;
use stdp_digits::{Error, Model, Network, Readout, Run, Trainer};

use crate::support::mini;

const NEURONS: u32 = 3;

/// A network that has learned from a few digits, as a model.
fn trained() -> Model {
    let digits = mini::digits();
    let mut trainer = Trainer::new(mini::config(NEURONS), Run { seed: 7, images: 10, passes: 1 }).expect("a sound run");
    while let Some(image) = trainer.next_image() {
        trainer.learn(digits.image(image)).expect("784 pixels");
    }
    Model::from_network(trainer.network(), Run { seed: trainer.network().seed(), images: 10, passes: 1 }, 10)
}

fn labelled(model: Model) -> Model {
    let digits = mini::digits();
    let mut network = model.network().expect("sound parts");
    let mut responses = Responses::new(model.neurons());
    for image in 0..20 {
        let counts = network.look(digits.image(image), Stream::Label, image as u64).expect("784 pixels");
        responses.add(digits.label(image), counts);
    }
    model.labelled(Readout::fit(&responses), 20)
}

/// Every kind of file that the tool writes.
fn all_kinds() -> [(&'static str, Model); 6] {
    let mut recorded = labelled(trained().quantized());
    recorded.origin.accuracy = Some(Accuracy { images: 40, correct: 30, undecided: 2, seed: 1, thresholds: vec![] });
    let mut weighed = recorded.clone();
    if let Some(accuracy) = &mut weighed.origin.accuracy {
        accuracy.thresholds.push(AtThreshold { threshold: 0.35, answered: 38, correct: 30 });
    }
    [
        ("exact", trained()),
        ("exact and labelled", labelled(trained())),
        ("quantized", trained().quantized()),
        ("quantized and labelled", labelled(trained().quantized())),
        ("evaluated without a table of thresholds", recorded),
        ("evaluated", weighed),
    ]
}

fn bytes_of(model: &Model) -> Vec<u8> {
    model.to_bytes().expect("it can be written")
}

/// The sentence with which a file is refused.
fn refusal(bytes: &[u8], what: &str) -> String {
    match Model::from_bytes(bytes) {
        Err(error @ (Error::Model(..) | Error::Shape { .. } | Error::Config { .. } | Error::ConfigText(..))) => {
            error.to_string()
        }
        Err(error) => panic!("{what}: an error of another kind: {error:?}"),
        Ok(_) => panic!("{what}: was let in"),
    }
}

/// Length of the header, with the 8 bytes that tell it.
fn header(bytes: &[u8]) -> usize {
    8 + u64::from_le_bytes(bytes[..8].try_into().expect("8 bytes")) as usize
}

type Tensors = Vec<(String, Dtype, Vec<usize>, Vec<u8>)>;

/// A file with its tensors and its entry changed by `change`, else as it was.
fn rewritten(bytes: &[u8], change: impl Fn(&mut Tensors, &mut String)) -> Vec<u8> {
    let file = SafeTensors::deserialize(bytes).expect("a sound file");
    let (_, metadata) = SafeTensors::read_metadata(bytes).expect("a sound file");
    let mut entry = metadata.metadata().as_ref().expect("it has metadata")["stdp-digits"].clone();
    let parts =
        |(name, view): (String, TensorView<'_>)| (name, view.dtype(), view.shape().to_vec(), view.data().to_vec());
    let mut tensors: Tensors = file.tensors().into_iter().map(parts).collect();
    change(&mut tensors, &mut entry);
    let views = tensors.iter().map(|(name, dtype, shape, data)| {
        (name.as_str(), TensorView::new(*dtype, shape.clone(), data).expect("data of its shape"))
    });
    safetensors::serialize(views, Some(HashMap::from([("stdp-digits".into(), entry)]))).expect("it can be written")
}

fn tensor<'a>(tensors: &'a mut Tensors, name: &str) -> &'a mut (String, Dtype, Vec<usize>, Vec<u8>) {
    tensors.iter_mut().find(|tensor| tensor.0 == name).expect("the file has this tensor")
}

#[test]
fn saved_loaded_and_saved_is_the_same_to_the_byte() {
    for (kind, model) in all_kinds() {
        let bytes = bytes_of(&model);
        let loaded = Model::from_bytes(&bytes).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(bytes_of(&loaded), bytes, "{kind}: saved again");
        assert_eq!(loaded.weights(), model.weights(), "{kind}: weights");
        assert_eq!(loaded.theta(), model.theta(), "{kind}: thetas");
        assert_eq!(loaded.readout(), model.readout(), "{kind}: readout");
        assert_eq!(loaded.origin.accuracy, model.origin.accuracy, "{kind}: accuracy");
        assert!(loaded.origin.same_run(&model.origin), "{kind}: run");
    }
}

#[test]
fn the_same_model_gives_the_same_bytes_every_time() {
    for (kind, model) in all_kinds() {
        let first = bytes_of(&model);
        assert!((0..20).all(|_| bytes_of(&model.clone()) == first), "{kind}: the bytes vary");
    }
}

#[test]
fn a_loaded_network_fires_like_the_saved_one() {
    let digits = mini::digits();
    for (kind, model) in all_kinds() {
        let mut before = model.network().expect("sound parts");
        let mut after = Model::from_bytes(&bytes_of(&model)).expect("a sound file").network().expect("sound parts");
        for image in 0..10 {
            let look = |network: &mut Network| {
                network.look(digits.image(image), Stream::Look, image as u64).expect("784 pixels").to_vec()
            };
            assert_eq!(look(&mut after), look(&mut before), "{kind}, image {image}");
        }
    }
}

#[test]
fn a_model_without_labels_says_so() {
    for (kind, model) in all_kinds() {
        let loaded = Model::from_bytes(&bytes_of(&model)).expect("a sound file");
        assert_eq!(loaded.readout().is_some(), kind.ends_with("labelled") || kind.starts_with("evaluated"), "{kind}");
    }
}

#[test]
fn quantizing_moves_no_weight_by_more_than_half_a_step_and_nothing_the_second_time() {
    let (exact, quantized) = (trained(), trained().quantized());
    let n = exact.neurons();
    for cell in 0..n {
        let of_cell = |model: &Model| model.weights().chunks_exact(n).map(|row| row[cell]).collect::<Vec<f32>>();
        let (exact, quantized) = (of_cell(&exact), of_cell(&quantized));
        let step = exact.iter().fold(0f32, |a, &b| a.max(b)) / 255.0;
        for (input, (a, b)) in exact.iter().zip(&quantized).enumerate() {
            assert!((a - b).abs() <= 0.5001 * step, "input {input}, cell {cell}: {a} became {b}, a step is {step}");
        }
    }
    assert_eq!(quantized.theta(), exact.theta(), "thetas stay exact");
    assert_eq!(bytes_of(&quantized.quantized()), bytes_of(&quantized), "quantized twice");
    let relabelled = labelled(labelled(trained().quantized()).quantized());
    assert_eq!(bytes_of(&relabelled), bytes_of(&labelled(trained().quantized())), "labelled twice");
}

/// The steps of many weights: quantizing again must not shift a scale by a rounding.
#[test]
fn quantizing_twice_is_quantizing_once_for_many_cells() {
    let network = Network::new(mini::config(200), 11).expect("a sound configuration");
    let once = Model::from_network(&network, Run { seed: network.seed(), images: 1, passes: 1 }, 0).quantized();
    assert_eq!(bytes_of(&once.quantized()), bytes_of(&once), "seed 11");
}

#[test]
fn a_labelled_model_of_400_cells_fits_into_400_kb() {
    let network = Network::new(mini::config(400), 1).expect("a sound configuration");
    let model =
        Model::from_network(&network, Run { seed: network.seed(), images: 60_000, passes: 3 }, 180_000).quantized();
    let size = bytes_of(&model.labelled(Readout::fit(&Responses::new(400)), 60_000)).len();
    assert!(size <= 400_000, "{size} bytes");
}

#[test]
fn a_file_cut_short_anywhere_or_with_a_tail_is_refused() {
    for (kind, model) in all_kinds() {
        let bytes = bytes_of(&model);
        let begin = header(&bytes);
        let lengths = (0..begin + 16).chain((begin + 16..bytes.len()).step_by(97)).chain(bytes.len() - 8..bytes.len());
        for length in lengths {
            refusal(&bytes[..length], &format!("{kind}, cut to {length} of {} bytes", bytes.len()));
        }
        let tail = [&bytes[..], &[0]].concat();
        refusal(&tail, &format!("{kind} with a tail"));
    }
}

/// Every bit of the header, and every bit of each 97th byte behind it.
#[test]
fn a_flipped_bit_is_refused_wherever_it_is() {
    for (kind, model) in all_kinds() {
        let mut bytes = bytes_of(&model);
        let (begin, end) = (header(&bytes), bytes.len());
        for place in (0..begin).chain((begin..end).step_by(97)).chain(end - 4..end) {
            for bit in 0..8 {
                bytes[place] ^= 1 << bit;
                refusal(&bytes, &format!("{kind}, byte {place} of {begin} + {}, bit {bit}", end - begin));
                bytes[place] ^= 1 << bit;
            }
        }
    }
}

#[test]
fn a_header_that_claims_an_absurd_length_is_refused() {
    let bytes = bytes_of(&trained());
    for length in [0, 1, 2, u64::from(u32::MAX), 1 << 40, u64::MAX / 2, u64::MAX - 7, u64::MAX] {
        let absurd = [&length.to_le_bytes()[..], &bytes[8..]].concat();
        refusal(&absurd, &format!("a header of {length} bytes"));
        refusal(&length.to_le_bytes(), &format!("nothing but a header length of {length}"));
    }
}

#[test]
fn what_is_no_model_is_refused() {
    for (what, bytes) in [
        ("nothing", &b""[..]),
        ("a byte", b"x"),
        ("text", b"a perfectly normal sentence that somebody saved under the wrong name"),
        ("a PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x1c\0\0\0\x1c\x08\0\0\0\0"),
        ("zeros", &[0; 4096]),
        ("ones", &[255; 4096]),
    ] {
        refusal(bytes, what);
    }
    let data = 1f32.to_le_bytes();
    let foreign = [("weights", TensorView::new(Dtype::F32, vec![1], &data).expect("one number"))];
    for metadata in [None, Some(HashMap::from([("format".to_string(), "pt".to_string())]))] {
        let text =
            refusal(&safetensors::serialize(foreign.clone(), metadata).expect("it can be written"), "a foreign file");
        assert!(text.contains("stdp-digits"), "{text}");
    }
}

#[test]
fn a_number_that_is_none_is_refused_by_name() {
    let exact = bytes_of(&labelled(trained()));
    let quantized = bytes_of(&labelled(trained().quantized()));
    let cases = [
        (&exact, "weights", f32::NAN, "weight"),
        (&exact, "weights", f32::INFINITY, "weight"),
        (&exact, "weights", -0.25, "weight"),
        (&exact, "theta", f32::NAN, "theta"),
        (&exact, "theta", f32::NEG_INFINITY, "theta"),
        (&exact, "rates", f32::NAN, "rate"),
        (&exact, "rates", -1.0, "rate"),
        (&quantized, "scale", f32::NAN, "weight"),
        (&quantized, "scale", f32::INFINITY, "weight"),
        (&quantized, "scale", -1.0, "weight"),
    ];
    for (bytes, name, value, named) in cases {
        let bad = rewritten(bytes, |tensors, _| tensor(tensors, name).3[4..8].copy_from_slice(&value.to_le_bytes()));
        let text = refusal(&bad, &format!("{name} with {value}"));
        assert!(text.contains(named), "{name} with {value}: {text}");
    }
}

#[test]
fn tensors_of_another_shape_or_type_are_refused_by_name() {
    for (kind, model) in all_kinds() {
        let bytes = bytes_of(&model);
        let names: Vec<String> =
            SafeTensors::deserialize(&bytes).expect("a sound file").names().into_iter().map(String::from).collect();
        for name in &names {
            let missing = rewritten(&bytes, |tensors, _| tensors.retain(|tensor| tensor.0 != *name));
            refusal(&missing, &format!("{kind} without {name}"));
            // One more row, the same bytes in one dimension, another type of the same size.
            let longer = rewritten(&bytes, |tensors, _| {
                let (_, _, shape, data) = tensor(tensors, name);
                let row = data.len() / shape[0];
                shape[0] += 1;
                data.resize(data.len() + row, 0);
            });
            let text = refusal(&longer, &format!("{kind}, {name} with a row more"));
            assert!(text.contains(name.as_str()), "{kind}, {name} with a row more: {text}");
            let flat = rewritten(&bytes, |tensors, _| {
                let (_, _, shape, _) = tensor(tensors, name);
                *shape = vec![1, shape.iter().product()];
            });
            let text = refusal(&flat, &format!("{kind}, {name} flattened"));
            assert!(text.contains(name.as_str()), "{kind}, {name} flattened: {text}");
            let retyped = rewritten(&bytes, |tensors, _| {
                let (_, dtype, ..) = tensor(tensors, name);
                *dtype = if *dtype == Dtype::F32 { Dtype::I32 } else { Dtype::F8_E4M3 };
            });
            let text = refusal(&retyped, &format!("{kind}, {name} of another type"));
            assert!(text.contains(name.as_str()), "{kind}, {name} of another type: {text}");
        }
    }
}

#[test]
fn a_header_that_does_not_fit_the_tensors_is_refused() {
    for (kind, model) in all_kinds() {
        let bytes = bytes_of(&model);
        let with = |from: &str, to: &str| {
            rewritten(&bytes, |_, entry| {
                assert!(entry.contains(from), "{kind}: {entry} has no {from}");
                *entry = entry.replacen(from, to, 1);
            })
        };
        for (from, to, named) in [
            ("\"neurons\":3", "\"neurons\":4", "weights"),
            ("\"neurons\":3", "\"neurons\":0", "neurons"),
            ("\"neurons\":3", "\"neurons\":10001", "neurons"),
            ("\"neurons\":3", "\"neurons\":4294967295", "neurons"),
            ("\"format\":1", "\"format\":2", "format 2"),
            ("\"dt\":0.5", "\"dt\":0.0", "dt"),
            ("\"dt\":0.5", "\"dt\":0.25", "damaged"),
            ("\"dt\":0.5", "\"dt\":0.5,\"de\":1", "de"),
            ("\"seed\":7", "\"seed\":8", "damaged"),
            ("\"seed\":7", "\"seed\":-7", "seed"),
        ] {
            // The message of a negative seed comes from the JSON reader, which names what it is.
            let text = refusal(&with(from, to), &format!("{kind} with {to}"));
            assert!(text.contains(named) || to.contains('-'), "{kind} with {to}: {text}");
        }
    }
}

/// A file in which the parts of two models are mixed is not either of them.
#[test]
fn tensors_of_two_models_do_not_make_one() {
    let bytes = bytes_of(&trained());
    let other = bytes_of(&Model::from_network(
        &Network::new(mini::config(NEURONS), 8).expect("sound"),
        Run { seed: 8, images: 10, passes: 1 },
        10,
    ));
    let theirs =
        SafeTensors::deserialize(&other).expect("a sound file").tensor("weights").expect("it has").data().to_vec();
    assert_eq!(theirs.len(), INPUTS * NEURONS as usize * 4, "bytes of weights");
    let mixed = rewritten(&bytes, |tensors, _| tensor(tensors, "weights").3 = theirs.clone());
    assert!(refusal(&mixed, "weights of another model").contains("damaged"), "the digest tells");
}
