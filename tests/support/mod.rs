//! What several tests share.
#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod golden;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod mini;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod naive;
#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
pub(crate) mod tool;
#[cfg(target_arch = "wasm32")]
pub(crate) mod wasm;
