//! Every kernel of any text can be launched, or is refused.
#![no_main]

#[path = "../../tests/fuzz/exercise.rs"]
mod exercise;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use warpsmith::target::Description;

static DEVICE: LazyLock<Description> =
    LazyLock::new(|| Description::load("h200").expect("a built-in target"));

fuzz_target!(|input: (u64, &str)| {
    let (salt, text) = input;
    exercise::exercise(&DEVICE, text, salt);
});
