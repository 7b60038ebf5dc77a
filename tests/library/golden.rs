//! Proves that the simulation computes today what it computed yesterday, bit for bit. The same digest is asserted in a
//! browser's page and worker (`wasm_page.rs`, `wasm_worker.rs`), so both compute the same.

use crate::support::golden;

#[test]
fn the_simulation_gives_the_golden_digest() {
    golden::check();
}
