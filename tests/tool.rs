//! The command-line tool as a person runs it; a file for each command, or for what several share.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

mod support;

mod tool {
    mod bad_input;
    mod end_to_end;
    mod evaluate;
    mod exchange;
    mod mini;
    mod output;
    mod recognize;
    mod reproduce;
    mod reservoir;
    mod schema;
    mod strokes;
    mod train;
}
