//! The library as a crate that depends on it sees it.
#![cfg(not(target_arch = "wasm32"))]

mod support;

mod library {
    mod analytic;
    mod bad_input;
    mod crosscheck;
    mod distortion;
    mod drawing;
    mod equilibrium;
    mod golden;
    mod kernel;
    mod lab_cell;
    mod lab_synapse;
    mod mini;
    mod model_files;
    mod pictures;
    mod properties;
    mod reference;
    mod replay;
    mod reservoir;
    mod rules;
}
