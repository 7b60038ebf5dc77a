//! Proves the same as `wasm_page.rs` in a dedicated worker, which is where the page simulates.
#![cfg(target_arch = "wasm32")]

mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
